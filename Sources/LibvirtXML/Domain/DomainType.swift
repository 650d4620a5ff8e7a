/// What runs a domain.
public struct DomainType: Vocabulary {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let kvm: Self = "kvm"
    public static let qemu: Self = "qemu"
    public static let xen: Self = "xen"
    public static let lxc: Self = "lxc"
    public static let test: Self = "test"
    public static let hvf: Self = "hvf"
}
