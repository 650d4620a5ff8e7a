#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// A program that stands for a person at an editor. The file's path is its second argument.
    /// - Parameter script: for `sh`.
    /// - Returns: what EDITOR is to be set to, with an argument of its own.
    func editor(_ script: String) -> String {
        let path = "/tmp/\(prefix)editor \(UInt32.random(in: .min ... .max))"
        atEnd(path) { try FileManager.default.removeItem(atPath: path) }
        _ = FileManager.default.createFile(
            atPath: path, contents: Data("#!/bin/sh\nset -e\n\(script)\n".utf8),
            attributes: [.posixPermissions: 0o700])
        return "'\(path)' --wait"
    }

    /// Where a message says that unsaved work is kept; it is removed when the test ends.
    func keptFile(in message: String) -> String? {
        guard let path = message.firstMatch(of: /kept: (\S+\.xml)/).map({ String($0.1) }),
            let slash = path.lastIndex(of: "/"), path.contains("/roost-")
        else { return nil }
        let directory = String(path[..<slash])
        atEnd(directory) { try FileManager.default.removeItem(atPath: directory) }
        return path
    }
}
