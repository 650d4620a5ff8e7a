/// What is to be changed inside an image, all of it in one go.
public struct ImageCustomization: Hashable, Sendable {
    /// Local files and directories, each with the directory of the image that it goes into.
    public var copies: [Copy] = []
    /// Names of packages, for the image's own package manager.
    public var packages: [String] = []
    /// Local scripts that run in the image.
    public var scripts: [String] = []
    /// Shell commands that run in the image.
    public var commands: [String] = []
    /// Each with a file whose first line is the password.
    public var passwords: [AccountFile] = []
    /// Each with a file of public keys.
    public var keys: [AccountFile] = []
    public var hostname: String?
    /// Whether the root file system grows to the end of its disk.
    public var grows = false
    /// Whether what makes the machine one of a kind goes: host keys, machine id, logs, leases.
    public var resets = false

    public init() {}

    public var isEmpty: Bool { self == ImageCustomization() }

    public struct Copy: Hashable, Sendable {
        public var local: String
        /// A directory in the image.
        public var directory: String

        /// - Parameter text: "LOCAL:DIRECTORY".
        /// - Throws: ``Failure`` of kind usage.
        public init(_ text: String) throws(Failure) {
            guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
                text[text.index(after: colon)...].hasPrefix("/")
            else {
                throw Failure(
                    .usage, "'\(text)' does not say what goes where", remedy: "Say FILE:/directory/in/the/image.")
            }
            local = String(text[..<colon])
            directory = String(text[text.index(after: colon)...])
        }
    }

    public struct AccountFile: Hashable, Sendable {
        public var account: String
        public var file: String

        /// - Parameter text: "FILE" for root, "USER:FILE" for another.
        /// - Throws: ``Failure`` of kind usage.
        public init(_ text: String) throws(Failure) {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            (account, file) = parts.count == 2 ? (parts[0], parts[1]) : ("root", text)
            let isName = account.utf8.allSatisfy { $0.isLetterOrDigit || "._-".utf8.contains($0) }
            guard !account.isEmpty, isName, !account.hasPrefix("-"), !file.isEmpty else {
                throw Failure(.usage, "'\(text)' names no account and file", remedy: "Say FILE for root, or USER:FILE.")
            }
        }
    }
}
