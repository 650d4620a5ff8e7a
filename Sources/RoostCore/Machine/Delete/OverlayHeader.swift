import Glibc

/// What the header of a qcow2 file on this computer says about the image that it stands on.
enum OverlayHeader {
    /// The path of the image below, absolute; nil where there is none, and where the file cannot be read as qcow2.
    static func backingPath(of path: String) -> String? {
        guard !path.utf8.contains(0) else { return nil }
        // Without O_NONBLOCK a named pipe would hold us up for ever.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var head = [UInt8](repeating: 0, count: 20)
        guard unsafe pread(descriptor, &head, head.count, 0) == head.count, head.starts(with: [0x51, 0x46, 0x49, 0xFB])
        else { return nil }
        let offset = head[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let length = head[16..<20].reduce(0) { $0 << 8 | Int($1) }
        // The format allows 1023 bytes, within the first cluster.
        guard offset > 0, offset < 1 << 21, (1...1023).contains(length) else { return nil }
        var name = [UInt8](repeating: 0, count: length)
        guard unsafe pread(descriptor, &name, length, off_t(offset)) == length,
            let text = String(validating: name, as: UTF8.self)
        else { return nil }
        return absolute(text, beside: path)
    }

    /// An image may name the one below relative to its own directory, or as `file:…`; other protocols are no files.
    private static func absolute(_ text: String, beside path: String) -> String? {
        let name = text.hasPrefix("file:") ? String(text.dropFirst(5)) : text
        guard !name.hasPrefix("/") else { return name }
        guard !name.prefix(while: { $0 != "/" }).contains(":"), let slash = path.lastIndex(of: "/") else { return nil }
        return path[...slash] + name
    }
}
