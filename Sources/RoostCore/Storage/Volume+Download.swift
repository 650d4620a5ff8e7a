import Glibc
import Libvirt
import LibvirtXML

extension Volume {
    /// Where a download goes.
    public enum Target: Hashable, Sendable {
        case file(String, replace: Bool)
        /// An open descriptor, which is closed in the end; holes become zeroes where it cannot have any.
        case descriptor(Int32)
    }

    /// Reads its content, holes as holes. A file appears under its name only when it is complete.
    /// - Returns: the operation, whose result is the number of bytes of the content.
    public func download(to target: Target) -> Operation<UInt64> {
        Operation("download \(address)", host: host.name) { report in
            let task = "Cannot download the volume \(self.address)"
            let view = try await self.view()
            try await self.refuseRunningUsers(
                task, users: self.host.storageUsers(volumes: false), path: view.path ?? self.handle.key,
                writersOnly: true
            ) {
                "Stop it first: roost shutdown \(ShellWord.quoted($0.machine ?? "")). A disk that changes while it is read is no copy."
            }
            let total = view.physical ?? view.capacity
            let progress: @Sendable (TransferProgress) -> Void = { progress in
                report(
                    OperationProgress(
                        step: "downloading \(self.name)", done: UInt64(clamping: progress.position), total: total,
                        unit: .bytes))
            }
            do {
                switch target {
                case .descriptor(let descriptor):
                    let sink = try FileSink(adopting: descriptor, name: "standard output")
                    return UInt64(clamping: try await self.handle.download(into: sink, progress: progress).position)
                case .file(let path, let replace):
                    return try await self.download(path: path, replace: replace, task: task, progress)
                }
            } catch let error as LibvirtError {
                if error.code == .cancelled { throw Failure(.interrupted, task, why: "it was stopped") }
                throw Failure(task, error)
            } catch let error as FileError {
                let kind: FailureKind =
                    switch error.number {
                    case EACCES, EPERM, EROFS: .permission
                    case ENOSPC, EDQUOT, EFBIG: .resources
                    case ENOENT, ENOTDIR: .notFound
                    default: .general
                    }
                throw Failure(kind, task, why: error.description)
            }
        }
    }

    private func download(
        path: String, replace: Bool, task: String, _ progress: @escaping @Sendable (TransferProgress) -> Void
    ) async throws -> UInt64 {
        if case .found(let status) = LocalFiles.lookAtLink(path) {
            guard replace else {
                throw Failure(.exists, task, why: "\(path) exists", remedy: "Choose another name, or say --force.")
            }
            guard status.kind == .file else {
                throw Failure(.exists, task, why: "\(path) is not a regular file", remedy: "Choose another name.")
            }
        }
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let partial = String(path[..<slash]) + PartialName(for: String(path[slash...])).text
        do {
            let sink = try FileSink(path: partial)
            let done = try await handle.download(into: sink, progress: progress)
            try Task.checkCancellation()
            switch LocalRename.rename(partial, to: path, replacing: replace) {
            case .done: return UInt64(clamping: done.position)
            case .taken: throw Failure(.exists, task, why: "\(path) has come meanwhile")
            case .impossible(let number):
                throw FileError(operation: "give the final name to", path: partial, number: number)
            }
        } catch {
            LocalFiles.remove(partial)
            throw error
        }
    }
}
