/// A VLAN that an interface belongs to.
public struct VLANTag: RequestListItem {
    /// 0 to 4095.
    public var id: Int?
    public var nativeMode: String?

    public init() {}
}
