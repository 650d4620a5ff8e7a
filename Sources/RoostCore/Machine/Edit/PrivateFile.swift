#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A text in a directory that nobody else can enter, for an editor to work on. A definition holds passwords.
public struct PrivateFile: Hashable, Sendable {
    /// Of mode 0700; the editor's own backup and swap files go there too.
    public let directory: String
    /// Of mode 0600.
    public let path: String

    /// The most that is read back, in bytes.
    static let maximumSize = 16 << 20

    /// - Parameter name: becomes the file's name as far as that is safe, for the editor's title bar.
    /// - Throws: ``Failure`` when there is no place for it.
    public init(_ text: String, name: String) throws(Failure) {
        let plain = name.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-_.".unicodeScalars.contains(scalar))
        }
        let safe = plain && !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("-") && name.utf8.count <= 100
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        directory = FileManager.default.temporaryDirectory.path + "/roost-\(random)"
        path = "\(directory)/\(safe ? name : "machine").xml"
        do {
            // Fails where something of that name stands already, a link of somebody else among others.
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            try write(text)
        } catch {
            remove()
            throw Failure(
                .resources, "Cannot write a file for the editor", why: Self.reason(error),
                remedy: "Free some space in \(FileManager.default.temporaryDirectory.path), or set TMPDIR.")
        }
    }

    /// Puts another text next to the file.
    /// - Parameter name: one that does not end in `.xml`, as the file itself does.
    /// - Returns: its path.
    public func addSibling(_ text: String, name: String) throws(Failure) -> String {
        do {
            return try create("\(directory)/\(name)", text)
        } catch {
            throw Failure(.resources, "Cannot write \(directory)/\(name)", why: Self.reason(error))
        }
    }

    /// What the editor has left there.
    /// - Throws: ``Failure`` when it is gone, is not UTF-8, or is too large.
    public func read() throws(Failure) -> String {
        let data: Data
        do {
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64
            guard let size, size <= Self.maximumSize else {
                throw Failure(.usage, "Cannot read \(path)", why: "it is larger than 16 MiB")
            }
            data = try Data(contentsOf: URL(filePath: path))
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.notFound, "Cannot read \(path)", why: Self.reason(error))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.usage, "Cannot read \(path)", why: "it is not UTF-8 text")
        }
        return text
    }

    /// Removes the directory with all that is in it.
    public func remove() { try? FileManager.default.removeItem(atPath: directory) }

    private func write(_ text: String) throws { _ = try create(path, text) }

    private func create(_ path: String, _ text: String) throws -> String {
        // Empty at first, so that the text is never in a file of another mode.
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        try Data(text.utf8).write(to: URL(filePath: path))
        return path
    }

    private static func reason(_ error: any Error) -> String {
        (error as? CocoaError)?.underlying.map { "\($0)" } ?? "\(error)"
    }
}
