/// Why a text is no size.
public enum ByteCountError: Error, Sendable, Hashable {
    case malformed(String)
    case unknownUnit(String, in: String)
    case tooLarge(String)
}

extension ByteCountError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed(let text): "“\(text)” is not a size; write one like 512M, 4GiB or 1.5T"
        case .unknownUnit(let unit, let text): "“\(text)” has no unit of size “\(unit)”; known are B, K, M, G, T, P, E"
        case .tooLarge(let text): "“\(text)” is larger than 16 EiB"
        }
    }
}
