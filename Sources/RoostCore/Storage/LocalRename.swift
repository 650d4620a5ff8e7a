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
        guard let status = FileCalls.status(path), status.st_mode & S_IFMT == S_IFREG, UInt64(status.st_size) == size,
            let slash = path.lastIndex(of: "/")
        else { return false }
        return FileCalls.mayChange(directory: String(path[...slash]))
    }

    /// - Parameter replacing: whether a file of that name gives way; otherwise it stays and the answer is `taken`.
    static func rename(_ path: String, to final: String, replacing: Bool) -> Outcome {
        do throws(FileCalls.Errno) {
            try FileCalls.rename(path, to: final, replacing: replacing)
            return .done
        } catch {
            return error.number == EEXIST ? .taken : .impossible(error.number)
        }
    }
}
