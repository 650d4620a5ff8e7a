/// A device that a machine is to get, as it was typed.
public enum TypedDevice: Hashable, Sendable {
    /// As after `create --disk`.
    case disk(TypedOption)
    /// As after `create --network`.
    case interface(TypedOption)
}
