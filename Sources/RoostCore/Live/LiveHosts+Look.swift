import Libvirt
import LibvirtXML

/// Who has changed something asks for it here before the change is answered, so that whoever lists next sees it. The events
/// say the same a moment later.
extension LiveHosts {
    /// Looks at one machine again. Five calls, however many there are.
    public func look(at machine: Machine) async {
        // Where this fails the events tell, or that the host is lost.
        guard let rows = try? await machine.host.inventory(of: [machine.domain]) else { return }
        guard !rows.isEmpty else { return changed(machine.host.name, machines: [], [:], gone: [machine.uuid]) }
        let facts = (try? await machine.description()).map { [machine.uuid: LiveMachineFacts($0)] } ?? [:]
        changed(machine.host.name, machines: rows, facts, gone: [])
    }

    /// The same for a machine that was made, or is gone, by its UUID.
    public func look(at uuid: String, of host: Host) async {
        do throws(Failure) {
            await look(at: try await host.machine(uuid: uuid))
        } catch {
            if error.kind == .notFound { changed(host.name, machines: [], [:], gone: [uuid]) }
        }
    }

    /// Looks at the networks of a host again.
    public func lookAtNetworks(of host: Host) async {
        if let list = try? await host.networkList() { changed(host.name, networks: list) }
    }

    /// Looks at the pools of a host again.
    public func lookAtPools(of host: Host) async {
        if let list = try? await host.poolList() { changed(host.name, pools: list) }
    }
}
