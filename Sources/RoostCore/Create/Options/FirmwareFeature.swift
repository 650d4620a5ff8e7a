/// A property that the chosen firmware must have or must lack, such as `secure-boot`.
public struct FirmwareFeature: RequestListItem {
    public var name: String?
    public var isEnabled: Bool?

    public init() {}
}
