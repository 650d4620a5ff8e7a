import Glibc
import NIOCore
import Synchronization
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LookInside {
    /// What a copy brought.
    public struct Copied: Hashable, Sendable, Codable {
        /// Where it is now.
        public var path: String
        public var files: Int
        public var bytes: UInt64
        /// Devices, pipes, sockets, and names that are not UTF-8: they are not copied.
        public var left: Int
    }

    /// Copies a file or a whole tree out of the image. It appears under its name when all of it is there.
    ///
    /// Modes are kept without set-user-id bits, owners are not; links stay links.
    /// - Parameters:
    ///   - destination: the new name, or a directory that it goes into under its own.
    ///   - replace: whether a file of that name may be replaced; a directory never is.
    /// - Throws: ``Failure`` of kind notFound, exists, permission or resources.
    public func copy(_ path: String, to destination: String, replace: Bool = false) -> Operation<Copied> {
        Operation("copy \(path) out of \(target.name)", host: "") { report in
            let task = "Cannot copy \(path) out of \(target.name)"
            let final = try Self.final(destination, for: path, task: task)
            try Self.checkRoom(final, replace: replace, task: task)
            let slash = final.lastIndex(of: "/").map { final.index(after: $0) } ?? final.startIndex
            let partial = String(final[..<slash]) + PartialName(for: String(final[slash...])).text
            do throws(LocalFiles.Errno) {
                try LocalFiles.makePrivateDirectory(partial)
            } catch {
                throw Self.failure(Errno(rawValue: error.number), task, place: destination)
            }
            defer { Self.remove(partial) }
            do {
                return try await copy(path, by: partial, to: final, replace: replace, task: task, report)
            } catch let error as Errno {
                throw Self.failure(error, task, place: destination)
            } catch let error as CocoaError {
                throw Failure(.general, task, why: "\(error)")
            } catch is TarReader.Damaged {
                throw Failure(.general, task, why: "what came out of the image is damaged")
            } catch let error as TreeWriter.Hostile {
                throw Failure(.general, task, why: "the image is hostile or damaged: \(error.why)")
            }
        }
    }

    private func copy(
        _ path: String, by partial: String, to final: String, replace: Bool, task: String,
        _ report: @escaping @Sendable (OperationProgress) -> Void
    ) async throws -> Copied {
        let outcome = try await run(.copying) { tree in
            let entry = try await tree.entry(path)
            guard entry.kind == .file || entry.kind == .directory else {
                throw Failure(.usage, task, why: "it is neither a file nor a directory but a \(entry.kind.rawValue)")
            }
            let isDirectory = entry.kind == .directory
            // A directory's content comes without its own name in front, a file as the one name.
            let place = tree.place(entry.name)
            let parts = place.split(separator: "/")
            let (start, name) =
                isDirectory ? (place, ".") : ("/" + parts.dropLast().joined(separator: "/"), String(parts.last ?? ""))
            var reader = TarReader()
            var writer = TreeWriter(top: partial)
            defer { writer.close() }
            try await tree.shell.stream(
                "tar -C \(ShellWord.quoted(start)) --format=gnu --numeric-owner --hard-dereference -cf - -- \(ShellWord.quoted(name))"
            ) { bytes in
                reader.append(bytes)
                while let part = try reader.next() {
                    switch part {
                    case .entry(let header):
                        // The top itself is there already.
                        if isDirectory, header.kind == .directory, header.path.map({ $0 == "./" || $0 == "." }) ?? false
                        {
                            continue
                        }
                        try writer.begin(header)
                    case .content(let piece): try writer.write(piece)
                    }
                }
                report(OperationProgress(step: "copying \(path)", done: writer.bytes, total: nil, unit: .bytes))
            }
            guard reader.isComplete else { throw TarReader.Damaged() }
            try writer.finish()
            return (
                copied: Copied(path: final, files: writer.files, bytes: writer.bytes, left: writer.left),
                content: isDirectory ? partial : "\(partial)/\(name)",
                mode: isDirectory ? UInt16(entry.mode, radix: 8).map { $0 & 0o777 } : nil
            )
        }
        try check(outcome.end, task)
        try Task.checkCancellation()
        if let mode = outcome.value.mode {
            try FileManager.default.setAttributes([.posixPermissions: Int(mode)], ofItemAtPath: partial)
        }
        // A directory takes the place of nothing but an empty one, whatever is said.
        let replacing = replace || outcome.value.mode != nil
        switch LocalRename.rename(outcome.value.content, to: final, replacing: replacing) {
        case .done: return outcome.value.copied
        case .taken: throw Failure(.exists, task, why: "\(final) has come meanwhile")
        case .impossible(let number): throw Errno(rawValue: number)
        }
    }

    private static func final(_ destination: String, for path: String, task: String) throws(Failure) -> String {
        let name = path.split(separator: "/").last { $0 != "." } ?? ""
        guard case .found(let status) = LocalFiles.look(destination), status.kind == .directory else {
            let trimmed = destination.hasSuffix("/") ? String(destination.dropLast()) : destination
            guard !trimmed.isEmpty else { throw Failure(.usage, task, why: "the destination is no name") }
            return trimmed
        }
        guard !name.isEmpty, name != ".." else {
            throw Failure(
                .exists, task, why: "\(destination) exists", remedy: "Name a directory that is to be made for it.")
        }
        return destination + (destination.hasSuffix("/") ? "" : "/") + name
    }

    private static func checkRoom(_ final: String, replace: Bool, task: String) throws(Failure) {
        guard case .found(let status) = LocalFiles.lookAtLink(final) else { return }
        guard status.kind == .file else {
            throw Failure(
                .exists, task, why: "\(final) exists and is no regular file",
                remedy: "Choose another name; Roost replaces files only.")
        }
        guard replace else {
            throw Failure(.exists, task, why: "\(final) exists", remedy: "Choose another name, or say --force.")
        }
    }

    private static func failure(_ error: Errno, _ task: String, place: String) -> Failure {
        let kind: FailureKind =
            switch error {
            case .permissionDenied, .notPermitted, .readOnlyFileSystem: .permission
            case .noSpace, .diskQuotaExceeded, .fileTooLarge: .resources
            case .noSuchFileOrDirectory, .notDirectory: .notFound
            case .fileExists, .directoryNotEmpty, .isDirectory: .exists
            default: .general
            }
        return Failure(kind, task, why: "\(place): \(error)")
    }

    /// What the copy made can be removed again, once its directories may be written to.
    private static func remove(_ path: String) {
        guard case .found = LocalFiles.lookAtLink(path) else { return }
        // What cannot be listed or opened stays, and the directory with it.
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
            guard case .found(let status) = LocalFiles.lookAtLink("\(path)/\(name)"), status.kind == .directory else {
                continue
            }
            try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
        }
        // Its name says what it is, where it stays.
        try? FileManager.default.removeItem(atPath: path)
    }
}
