import Libvirt
import LibvirtXML

extension Host {
    /// Every virtual network in the order of their names. One call.
    public func networks() async throws(Failure) -> [VirtualNetwork] {
        let networks = try await doing("Cannot list the networks") { () throws(LibvirtError) in
            try await connection.networks()
        }
        return networks.map { VirtualNetwork(host: self, handle: $0) }.sorted { $0.name < $1.name }
    }

    /// The networks that the texts name, or all without any.
    /// - Throws: ``Failure`` of kind notFound that lists the known ones, for a name that no network has.
    public func networks(_ texts: [String]) async throws(Failure) -> [VirtualNetwork] {
        let (found, missing) = try await find(texts, of: VirtualNetwork.self)
        if let failure = texts.lazy.compactMap({ missing[$0] }).first { throw failure }
        return found
    }

    /// The one network that the text names.
    public func network(_ text: String) async throws(Failure) -> VirtualNetwork {
        let found = try await networks([text])
        guard found.count == 1 else {
            throw Failure(.usage, "'\(text)' names \(found.count) networks", why: "this takes one")
        }
        return found[0]
    }

    /// The network of exactly that name, which is no pattern. One call.
    /// - Throws: ``Failure`` of kind notFound.
    public func network(exactly name: String) async throws(Failure) -> VirtualNetwork {
        let handle = try await doing("There is no network '\(name)'") { () throws(LibvirtError) in
            try await connection.network(named: name)
        }
        return VirtualNetwork(host: self, handle: handle)
    }

    /// The networks as rows: four calls, and one a network for its description.
    public func networkList(_ texts: [String] = []) async throws(Failure) -> [NetworkSummary] {
        let list = try await namedNetworks(texts)
        if let failure = texts.lazy.compactMap({ list.missing[$0] }).first { throw failure }
        return list.rows
    }

    /// The same, with the texts that name nothing.
    public func namedNetworks(_ texts: [String]) async throws(Failure) -> NamedRows<NetworkSummary> {
        let (networks, missing) = try await find(texts, of: VirtualNetwork.self)
        let connection = connection
        let (active, autostart, transient) = try await doing("Cannot list the networks") {
            () throws(LibvirtError) -> (Set<LibvirtUUID>, Set<LibvirtUUID>, Set<LibvirtUUID>) in
            (
                Set(try await connection.networks(.active).map(\.uuid)),
                Set(try await connection.networks(.autostart).map(\.uuid)),
                Set(try await connection.networks(.transient).map(\.uuid))
            )
        }
        let rows = try await networks.concurrentMap { network throws(Failure) -> NetworkSummary? in
            guard let view = try await Self.unlessGone({ () throws(Failure) in try await network.view() }) else {
                return nil
            }
            let uuid = network.handle.uuid
            return NetworkSummary(
                network, view, active: active.contains(uuid),
                autostart: autostart.contains(uuid), persistent: !transient.contains(uuid))
        }.compactMap(\.self)
        return NamedRows(rows: rows, missing: missing)
    }
}

extension NetworkSummary {
    init(
        _ network: VirtualNetwork, _ view: LibvirtXML.Network, active: Bool, autostart: Bool, persistent: Bool
    ) {
        let settings = NetworkSettings(view)
        self.init(
            name: network.name, uuid: network.uuid, host: network.host.name, active: active, autostart: autostart,
            persistent: persistent, forward: settings.forward, bridge: view.bridge, addresses: settings.addresses)
    }
}
