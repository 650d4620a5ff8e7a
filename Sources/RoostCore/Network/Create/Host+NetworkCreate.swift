import Libvirt
import LibvirtXML

extension Host {
    /// Decides what a new network will be. Nothing is made.
    /// - Throws: ``Failure``, of kind exists where addresses overlap others of the host, with the reason.
    public func planNetwork(_ request: NetworkRequest) async throws(Failure) -> NetworkPlan {
        let (surroundings, notice) = try await networkSurroundings()
        let view = try NetworkBlueprint(request: request, surroundings: surroundings).view()
        return NetworkPlan(request: request, view: view, notices: [notice].compactMap(\.self))
    }

    /// Makes a network as planned, and starts it now and with the host where that is asked for. When a step fails, what the
    /// earlier ones made is taken back. Maps to `virNetworkDefineXMLFlags`, `virNetworkCreate` and `virNetworkSetAutostart`.
    public func createNetwork(_ plan: NetworkPlan) async throws(Failure) -> VirtualNetwork {
        let task = "Cannot create network \(plan.request.name)"
        let text = try plan.xml()
        let connection = connection
        let handle = try await doing(task) { () throws(LibvirtError) in try await connection.defineNetwork(xml: text) }
        var undo = UndoStack()
        undo.push("the definition of network \(plan.request.name)") { try await handle.undefine() }
        do throws(Failure) {
            try await doing(task) { () throws(LibvirtError) in
                if plan.request.start { try await handle.start() }
            }
            if plan.request.start {
                undo.push("the running network \(plan.request.name)") { try await handle.destroy() }
            }
            if plan.request.autostart {
                try await doing(task) { () throws(LibvirtError) in try await handle.setAutostart(true) }
            }
        } catch {
            throw await undo.unwind(after: error, remedy: "roost net delete \(ShellWord.quoted(plan.request.name))")
        }
        return VirtualNetwork(host: self, handle: handle)
    }
}
