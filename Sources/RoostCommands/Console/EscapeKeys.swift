import ArgumentParser

/// The keys that leave a console, and the search for them in what is typed.
struct EscapeKeys: ExpressibleByArgument, Hashable {
    /// One to eight bytes.
    let bytes: [UInt8]

    /// Ctrl-], as in virsh and telnet.
    static let standard = EscapeKeys(bytes: [0x1d])

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// - Parameter argument: keys as in `^]` or `^a.`, a caret making the control character of what follows.
    init?(argument: String) {
        var bytes: [UInt8] = []
        var rest = Array(argument.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte > 0x20, byte < 0x7f else { return nil }
            if byte == UInt8(ascii: "^"), let key = rest.popFirst() {
                let upper = key >= UInt8(ascii: "a") && key <= UInt8(ascii: "z") ? key - 0x20 : key
                guard upper >= 0x40, upper < 0x60 else { return nil }
                bytes.append(upper - 0x40)
            } else {
                bytes.append(byte)
            }
        }
        guard (1...8).contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    /// As people say it: `Ctrl-]`.
    var description: String {
        bytes.map { byte in
            byte < 0x20 ? "Ctrl-\(Unicode.Scalar(byte == 0 ? 0x40 : byte + 0x40))" : "\(Unicode.Scalar(byte))"
        }.joined(separator: " ")
    }

    var defaultValueDescription: String { "^]" }
}
