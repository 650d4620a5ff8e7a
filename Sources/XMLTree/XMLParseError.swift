/// Why a text was not accepted as XML, and where.
public struct XMLParseError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: Hashable, Sendable {
        /// There is no input.
        case empty
        /// The input is larger than ``XMLLimits/maximumBytes``.
        case tooLarge
        /// Elements are nested deeper than ``XMLLimits/maximumDepth``.
        case tooDeep
        /// There are more nodes than ``XMLLimits/maximumNodes``.
        case tooManyNodes
        /// An element has more attributes than ``XMLLimits/maximumAttributes``.
        case tooManyAttributes
        /// There is a document type declaration. None is ever read: entities are declared there.
        case doctype
        /// The bytes are not UTF-8.
        case invalidUTF8
        /// The input contains a NUL character.
        case nulCharacter
        /// It is not well-formed XML 1.0.
        case malformed
    }

    public var reason: Reason
    /// What is wrong, in a phrase of at most 200 characters and without line ends.
    public var message: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, in bytes of UTF-8. For a malformed text it is where the parser noticed.
    public var column: Int

    public init(_ reason: Reason, _ message: String, line: Int, column: Int) {
        self.reason = reason
        self.message = message
        self.line = line
        self.column = column
    }

    public var description: String { "line \(line), column \(column): \(message)" }
}
