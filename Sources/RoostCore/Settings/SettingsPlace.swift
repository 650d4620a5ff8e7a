import Glibc

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a person's settings lie.
package enum SettingsPlace {
    /// `$XDG_CONFIG_HOME/roost/NAME`, else `~/.config/roost/NAME`.
    package static func path(_ name: String, environment: (String) -> String?) -> String {
        // A relative path is to be ignored, says the XDG specification.
        if let place = environment("XDG_CONFIG_HOME"), place.hasPrefix("/") { return "\(place)/roost/\(name)" }
        let home = environment("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
        return "\(home ?? FileManager.default.homeDirectoryForCurrentUser.path)/.config/roost/\(name)"
    }

    /// The content of a file of settings, and a byte more than it may have; nil where there is none.
    /// - Throws: ``Failure`` of kind permission or usage.
    package static func text(of path: String, task: String) throws(Failure) -> String? {
        let bytes: [UInt8]
        do {
            bytes = try LocalFiles.head(path, count: StrictYAMLLimits.size + 1).bytes
        } catch {
            switch error.number {
            case ENOENT, ENOTDIR: return nil
            case EACCES, EPERM: throw Failure(.permission, task, why: "\(path) is closed to you")
            case EINVAL: throw Failure(.usage, task, why: "\(path) is not a file")
            default: throw Failure(.general, task, why: "\(path): error \(error.number) of the system")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.usage, task, why: "\(path) is not UTF-8 text")
        }
        return text
    }

    /// The same of a file with secrets.
    /// - Throws: ``Failure`` of kind permission also where others may read it.
    package static func secretText(of path: String, task: String) throws(Failure) -> String? {
        if case .found(let status) = LocalFiles.look(path), status.mode & 0o077 != 0 {
            throw Failure(
                .permission, task, why: "others may read \(path), which holds secrets",
                remedy: "Make it yours alone: chmod 600 \(ShellWord.quoted(path))")
        }
        return try text(of: path, task: task)
    }
}
