import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a small file that a person names.
enum TextFile {
    /// More than any description of a pool has.
    private static let limit = 1 << 20

    /// - Throws: `Failure` for a file that is missing, too large or not text.
    static func read(_ path: String, for task: String) throws(Failure) -> String {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        guard let size else { throw Failure(.notFound, task, why: "there is no file \(path)") }
        guard size <= limit else { throw Failure(.usage, task, why: "\(path) is larger than 1 MiB") }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.permission, task, why: "\(path) cannot be read")
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure(.usage, task, why: "\(path) is not text")
        }
        return text
    }
}
