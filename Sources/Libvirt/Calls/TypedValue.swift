/// One value of a `TypedParameters`. The width matters when it is sent: libvirt refuses an `int` where it wants a
/// `ullong`.
public enum TypedValue: Sendable, Hashable {
    /// `VIR_TYPED_PARAM_INT`
    case int(Int32)
    /// `VIR_TYPED_PARAM_UINT`
    case uint(UInt32)
    /// `VIR_TYPED_PARAM_LLONG`
    case llong(Int64)
    /// `VIR_TYPED_PARAM_ULLONG`
    case ullong(UInt64)
    /// `VIR_TYPED_PARAM_DOUBLE`
    case double(Double)
    /// `VIR_TYPED_PARAM_BOOLEAN`
    case boolean(Bool)
    /// `VIR_TYPED_PARAM_STRING`
    case string(String)

    /// A number that is not negative, whatever its width.
    public var unsigned: UInt64? {
        switch self {
        case .int(let value): UInt64(exactly: value)
        case .uint(let value): UInt64(value)
        case .llong(let value): UInt64(exactly: value)
        case .ullong(let value): value
        case .double, .boolean, .string: nil
        }
    }

    /// A number that fits, whatever its width.
    public var signed: Int64? {
        switch self {
        case .int(let value): Int64(value)
        case .uint(let value): Int64(value)
        case .llong(let value): value
        case .ullong(let value): Int64(exactly: value)
        case .double, .boolean, .string: nil
        }
    }

    /// Any number.
    public var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .uint(let value): Double(value)
        case .llong(let value): Double(value)
        case .ullong(let value): Double(value)
        case .double(let value): value
        case .boolean, .string: nil
        }
    }

    public var bool: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }
}
