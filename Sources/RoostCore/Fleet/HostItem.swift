/// Something of a host that people name, reached over libvirt.
public protocol HostItem: OnHost, SiteItem {
    /// Everything of the sort on a host, in the order of the names.
    static func all(of host: Host) async throws(Failure) -> [Self]
}

extension HostItem {
    public var hostName: String { host.name }

    public var isOfOneOfSeveral: Bool { host.isOneOfSeveral }

    /// What messages call it: `NAME`, or `HOST/NAME` where several hosts are in play.
    public var label: String { host.label(name) }

    /// Words of a command that mean it; see ``Host/reference(_:)``.
    public var reference: String { host.reference(name) }
}

extension Machine: HostItem {
    public static var kind: String { "machine" }

    public static func all(of host: Host) async throws(Failure) -> [Machine] { try await host.machines() }
}

extension VirtualNetwork: HostItem {
    public static var kind: String { "network" }

    public static func all(of host: Host) async throws(Failure) -> [VirtualNetwork] { try await host.networks() }

    public static func remedy(known names: [String]) -> String? {
        names.isEmpty ? nil : "Known networks: \(names.prefix(10).joined(separator: ", "))"
    }
}

extension Pool: HostItem {
    public static var kind: String { "pool" }

    public static func all(of host: Host) async throws(Failure) -> [Pool] { try await host.pools() }

    public static func remedy(known names: [String]) -> String? {
        names.isEmpty
            ? "There are no pools yet: roost pool create default --path /var/lib/libvirt/images"
            : "Known pools: \(names.prefix(10).joined(separator: ", "))\(names.count > 10 ? ", …" : "")"
    }
}

extension Host {
    /// What the texts name, or everything without any, and the texts that name nothing with what to say of each.
    func find<Item: HostItem>(
        _ texts: [String], of type: Item.Type
    ) async throws(Failure) -> (found: [Item], missing: [String: Failure]) {
        let all = try await Item.all(of: self)
        guard !texts.isEmpty else { return (all, [:]) }
        let (found, _) = NamePattern.select(texts, from: all, name: \.name, uuid: \.uuid, id: \.id)
        let missing = NamePattern.missing(
            texts, from: all, kind: Item.kind, patterns: true, name: \.name, uuid: \.uuid, id: \.id)
        return (found, missing.mapValues { $0.or(remedy: Item.remedy(known: all.map(\.name))) })
    }
}

extension Failure {
    /// With a remedy where it has none.
    package func or(remedy other: @autoclosure () -> String?) -> Failure {
        Failure(kind, what, why: why, remedy: remedy ?? other())
    }
}
