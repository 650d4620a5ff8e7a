/// The words of one attribute of libvirt's schema. A struct and not an enum, so that words that are newer than this
/// program survive.
///
/// libvirt's word `none` needs another name here: next to an optional, `.none` means nil.
public protocol Vocabulary: RawRepresentable, XMLText, ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String {
    init(rawValue: String)
}

extension Vocabulary {
    public init(stringLiteral value: String) { self.init(rawValue: value) }

    public init?(xmlText: String) { self.init(rawValue: xmlText) }

    public var xmlText: String { rawValue }

    public var description: String { rawValue }
}
