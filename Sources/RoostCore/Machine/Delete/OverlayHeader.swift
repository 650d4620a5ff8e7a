/// What the header of a qcow2 file on this computer says about the image that it stands on.
enum OverlayHeader {
    /// The format keeps the name in the first cluster, which is at most as large.
    private static let largestCluster = 2 << 20
    private static let usualCluster = 64 << 10
    private static let longestName = 1023

    /// The path of the image below, absolute; nil where there is none, and where the file cannot be read as qcow2.
    static func backingPath(of path: String) -> String? {
        guard !path.utf8.contains(0), var head = (try? FileCalls.head(path, count: usualCluster))?.bytes,
            head.count >= 20, head.starts(with: [0x51, 0x46, 0x49, 0xFB])
        else { return nil }
        let offset = head[8..<16].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let length = head[16..<20].reduce(0) { $0 << 8 | Int($1) }
        guard offset > 0, (1...longestName).contains(length), offset <= UInt64(largestCluster - length) else {
            return nil
        }
        let range = Int(offset)..<Int(offset) + length
        if range.upperBound > head.count { head = (try? FileCalls.head(path, count: largestCluster))?.bytes ?? head }
        guard range.upperBound <= head.count, let name = String(validating: head[range], as: UTF8.self) else {
            return nil
        }
        return absolute(name, beside: path)
    }

    /// An image may name the one below relative to its own directory, or as `file:…`; other protocols are no files.
    private static func absolute(_ text: String, beside path: String) -> String? {
        let name = text.hasPrefix("file:") ? String(text.dropFirst(5)) : text
        guard !name.hasPrefix("/") else { return name }
        guard !name.prefix(while: { $0 != "/" }).contains(":"), let slash = path.lastIndex(of: "/") else { return nil }
        return path[...slash] + name
    }
}
