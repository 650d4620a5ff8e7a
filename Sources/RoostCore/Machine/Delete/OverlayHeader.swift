/// What the header of an image file on this computer says about the image that it stands on.
enum OverlayHeader {
    /// The path of the image below, absolute; nil where there is none, and where the file cannot be read.
    static func backingPath(of path: String) -> String? {
        guard let (header, file) = try? ImageHeader.read(path), file.kind == .file, let backing = header.backing else {
            return nil
        }
        return absolute(backing.path, beside: path)
    }

    /// An image may name the one below relative to its own directory, or as `file:…`; other protocols are no files.
    private static func absolute(_ text: String, beside path: String) -> String? {
        let name = text.hasPrefix("file:") ? String(text.dropFirst(5)) : text
        guard !name.hasPrefix("/") else { return name }
        guard !name.prefix(while: { $0 != "/" }).contains(":"), let slash = path.lastIndex(of: "/") else { return nil }
        return path[...slash] + name
    }
}
