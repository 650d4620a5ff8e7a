import Glibc

/// Gives a complete file its final name, in one step that either happens or does not.
enum LocalRename {
    enum Outcome: Hashable, Sendable {
        case done
        /// Something has that name.
        case taken
        /// This process may not, or the file system cannot.
        case impossible(Int32)
    }

    /// Whether this process may make and remove names beside `path` and sees the file itself.
    static func isPossible(_ path: String, size: UInt64) -> Bool {
        guard case .found(let status) = LocalFiles.lookAtLink(path), status.kind == .file, status.size == size,
            let slash = path.lastIndex(of: "/")
        else { return false }
        return LocalFiles.mayChange(directory: String(path[...slash]))
    }

    /// - Parameter replacing: whether a file of that name gives way; otherwise it stays and the answer is `taken`.
    static func rename(_ path: String, to final: String, replacing: Bool) -> Outcome {
        do throws(LocalFiles.Errno) {
            try LocalFiles.rename(path, to: final, replacing: replacing)
            return .done
        } catch {
            return error.number == EEXIST ? .taken : .impossible(error.number)
        }
    }
}
