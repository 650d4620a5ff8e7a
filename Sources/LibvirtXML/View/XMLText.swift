/// A value that stands in an attribute or in an element's text.
public protocol XMLText: Hashable, Sendable {
    /// Nil when the text is not such a value.
    init?(xmlText: String)

    var xmlText: String { get }
}

extension String: XMLText {
    public init?(xmlText: String) { self = xmlText }

    public var xmlText: String { self }
}

extension XMLText where Self: FixedWidthInteger {
    /// Decimal, or hexadecimal after `0x`, as libvirt reads numbers; surrounding white space is ignored.
    public init?(xmlText: String) {
        let digits = xmlText.trimmingXMLSpace()
        let value = digits.hasPrefix("0x") ? Self(digits.dropFirst(2), radix: 16) : Self(digits)
        guard let value else { return nil }
        self = value
    }

    public var xmlText: String { String(self) }
}

extension Int: XMLText {}
extension UInt: XMLText {}
extension Int64: XMLText {}
extension UInt64: XMLText {}

extension StringProtocol {
    /// Without the white space of XML (space, tab, line feed, carriage return) at both ends.
    func trimmingXMLSpace() -> Substring {
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let scalars = Substring(self).unicodeScalars
        let head = scalars.drop(while: isSpace)
        guard let last = head.lastIndex(where: { !isSpace($0) }) else { return "" }
        return Substring(head[...last])
    }
}
