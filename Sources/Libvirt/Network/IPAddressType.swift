internal import CLibvirt

/// The kind of an IP address.
public struct IPAddressType: RawRepresentable, Hashable, Sendable {
    /// libvirt's number (`virIPAddrType`).
    public let rawValue: Int32

    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// `VIR_IP_ADDR_TYPE_IPV4`
    public static let ipv4 = Self(rawValue: Int32(bitPattern: VIR_IP_ADDR_TYPE_IPV4.rawValue))
    /// `VIR_IP_ADDR_TYPE_IPV6`
    public static let ipv6 = Self(rawValue: Int32(bitPattern: VIR_IP_ADDR_TYPE_IPV6.rawValue))
}
