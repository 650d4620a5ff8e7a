/// A text that must not be seen by chance: printing, interpolating and dumping it show dots only.
public struct Secret: Hashable, Sendable {
    /// The text itself. Say it once, to the person or the program it is for.
    public let revealed: String

    public init(_ text: String) { revealed = text }

    /// Eight letters and digits that are hard to mistake for each other; VNC uses no more.
    static func generate(using generator: inout some Swift.RandomNumberGenerator) -> Secret {
        let letters = Array("abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789")
        let length = 8
        return Secret(String((0..<length).map { _ in letters[Int.random(in: letters.indices, using: &generator)] }))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "••••••••" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
