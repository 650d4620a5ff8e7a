import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The keys of a guest in a file as ssh wants it, in the person's own runtime directory.
struct KnownGuest: Sendable {
    /// What ssh calls the guest.
    let name: String
    let keys: [String]

    /// - Returns: the file's path.
    func write(environment: (String) -> String?) throws(Failure) -> String {
        let directory = try RuntimeDirectory(environment: environment).path
        let path = "\(directory)/\(name).keys"
        let text = keys.map { "\(name) \($0)\n" }.joined()
        do {
            // Whole or not at all: another roost may be reading it.
            let part = "\(path).\(getpid())"
            try Data(text.utf8).write(to: URL(filePath: part))
            try LocalFiles.rename(part, to: path, replacing: true)
        } catch {
            throw Failure(.resources, "Cannot write \(path)", why: "\(error)", remedy: "Check that there is room.")
        }
        return path
    }
}
