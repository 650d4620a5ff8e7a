/// Something of a host that people name: a machine, a network, a storage pool.
public protocol SiteItem: Sendable {
    /// What people call the sort: "machine".
    static var kind: String { get }
    var name: String { get }
    /// In canonical form.
    var uuid: String { get }
    /// libvirt's number, where it has one.
    var id: Int? { get }
    /// The name of its host.
    var hostName: String { get }
    /// What messages call it: `NAME`, or `HOST/NAME` where several hosts are in play.
    var label: String { get }
    /// Words of a command that mean it.
    var reference: String { get }
    /// Whether a command speaks to other hosts too.
    var isOfOneOfSeveral: Bool { get }

    /// What to do when a name is unknown and no other is near.
    static func remedy(known names: [String]) -> String?
}

extension SiteItem {
    public var id: Int? { nil }

    public static func remedy(known names: [String]) -> String? { nil }
}
