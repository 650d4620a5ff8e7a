import Glibc

/// A small file of this computer that an option names.
enum OptionFile {
    /// The longest that is taken, in bytes.
    private static let longest = 1 << 20

    /// - Parameter option: as the person wrote it, for errors.
    /// - Throws: ``Failure`` for a file that cannot be read, is too long or is no text.
    static func text(_ path: String, option: String) throws(Failure) -> String {
        let head: LocalHead
        do throws(LocalFiles.Errno) {
            head = try LocalFiles.head(path, count: longest + 1)
        } catch {
            throw Failure(
                error.number == ENOENT ? .notFound : .permission, "\(option): cannot read \(path)", why: "\(error)",
                remedy: "Check the path; the file lies on this computer.")
        }
        guard head.bytes.count <= longest else {
            throw Failure(.usage, "\(option): \(path) is larger than 1 MiB", remedy: "Check the path.")
        }
        guard let text = String(validating: head.bytes, as: UTF8.self) else {
            throw Failure(.usage, "\(option): \(path) is not text", remedy: "Check the path.")
        }
        return text
    }

    /// The first line, without its end.
    /// - Throws: ``Failure`` for a file that cannot be read, or whose first line is no password.
    static func password(_ path: String, option: String) throws(Failure) -> Secret {
        let line = try text(path, option: option).prefix { !$0.isNewline }
        guard !line.isEmpty, line.utf8.count <= 512, line.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw Failure(
                .usage, "\(option): the first line of \(path) is no password",
                remedy: "Write it into the first line; 512 bytes at most.")
        }
        return Secret(String(line))
    }
}
