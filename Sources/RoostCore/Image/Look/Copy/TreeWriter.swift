import Glibc
import NIOCore
import SystemPackage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes what comes out of an image below a new directory, and nowhere else.
///
/// Every file is made anew in a directory that this writer has made itself, and links are made last, so that nothing is ever
/// written through one, whatever the archive says.
struct TreeWriter {
    struct Hostile: Error {
        let why: String
    }

    /// The new directory that all of it goes below.
    let top: String
    private(set) var files = 0
    private(set) var bytes: UInt64 = 0
    /// What was not copied: devices, pipes, sockets, and names that are not UTF-8.
    private(set) var left = 0
    private var directories: [String: UInt16] = ["": 0o700]
    private var names: Set<String> = [""]
    private var links: [(path: String, target: String)] = []
    private var open: (descriptor: SystemPackage.FileDescriptor, name: String, mode: UInt16)?
    /// How far the open file goes, and where the last data in it ends.
    private var length: Int64 = 0
    private var written: Int64 = 0

    private static let mostEntries = 5_000_000
    /// Zeroes become holes by blocks of this length.
    private static let holeSize: Int64 = 64 << 10

    /// - Parameter top: a directory that was made for this, and is its user's alone.
    init(top: String) { self.top = top }

    mutating func begin(_ header: TarReader.Header) throws {
        try endFile()
        guard let path = header.path, header.kind != .other else {
            left += 1
            return
        }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, !parts.contains(".."), !path.hasPrefix("/"), !path.utf8.contains(0) else {
            throw Hostile(why: "a name in it leads elsewhere")
        }
        let name = parts.joined(separator: "/")
        guard names.count < Self.mostEntries, names.insert(name).inserted,
            directories[parts.dropLast().joined(separator: "/")] != nil
        else { throw Hostile(why: "its names contradict each other") }
        // Set-user-id, set-group-id and sticky bits stay behind: they were granted by another system.
        let mode = header.mode & 0o777
        switch header.kind {
        case .directory:
            try Self.check(name) { () throws(LocalFiles.Errno) in try LocalFiles.makePrivateDirectory(place(name)) }
            directories[name] = mode
        case .link(let target): links.append((name, target))
        case .file:
            let descriptor = try SystemPackage.FileDescriptor.open(
                FilePath(place(name)), .writeOnly, options: [.create, .exclusiveCreate, .noFollow, .closeOnExec],
                permissions: [.ownerRead, .ownerWrite])
            open = (descriptor, name, mode)
            (length, written) = (0, 0)
            files += 1
        case .other: break
        }
    }

    mutating func write(_ content: ByteBuffer) throws {
        guard let open else { return }
        let view = content.readableBytesView
        // Data that is written in one go, and its place in the file.
        var (start, offset) = (view.startIndex, length)
        var next = view.startIndex
        while next < view.endIndex {
            let rest = Int(Self.holeSize - length % Self.holeSize)
            let end = min(next + rest, view.endIndex)
            let isHole = view[next..<end].allSatisfy { $0 == 0 }
            if isHole, start < next {
                try open.descriptor.writeAll(toAbsoluteOffset: offset, view[start..<next])
                written = length
            }
            length += Int64(end - next)
            next = end
            if isHole { (start, offset) = (end, length) }
        }
        if start < view.endIndex {
            try open.descriptor.writeAll(toAbsoluteOffset: offset, view[start..<view.endIndex])
            written = length
        }
        bytes += UInt64(content.readableBytes)
    }

    /// Makes the links and gives the directories their modes, deepest first.
    mutating func finish() throws {
        try endFile()
        for link in links {
            try FileManager.default.createSymbolicLink(atPath: place(link.path), withDestinationPath: link.target)
        }
        for (name, mode) in directories.sorted(by: { $0.key.utf8.count > $1.key.utf8.count }) where !name.isEmpty {
            try setMode(mode, of: name)
        }
    }

    /// To be called when nothing more comes, however that is.
    mutating func close() {
        // What was half written goes away as a whole.
        try? open?.descriptor.close()
        open = nil
    }

    private mutating func endFile() throws {
        guard let open else { return }
        if written < length { try open.descriptor.resize(to: length) }
        self.open = nil
        try open.descriptor.close()
        try setMode(open.mode, of: open.name)
    }

    private func place(_ name: String) -> String { "\(top)/\(name)" }

    private func setMode(_ mode: UInt16, of name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: Int(mode)], ofItemAtPath: place(name))
    }

    private static func check(_ name: String, _ body: () throws(LocalFiles.Errno) -> Void) throws {
        do throws(LocalFiles.Errno) { try body() } catch { throw Errno(rawValue: error.number) }
    }
}
