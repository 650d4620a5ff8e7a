/// The mark around an attribute's value.
///
/// libvirt writes apostrophes, libxml2 (and so everything inside `<metadata>`) quotation marks. It is kept so that a
/// document that was not changed is written back as it came.
public enum XMLQuote: UInt8, Hashable, Sendable {
    case single = 0x27
    case double = 0x22
}
