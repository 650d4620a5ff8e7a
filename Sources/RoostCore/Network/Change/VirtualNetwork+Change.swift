import Libvirt
import LibvirtXML

extension VirtualNetwork {
    /// Changes the definition, and the running network as far as libvirt can. Maps to `virNetworkDefineXMLFlags` and
    /// `virNetworkUpdate`.
    /// - Returns: what holds from now on, and what from the next start on.
    public func change(_ change: NetworkChange) async throws(Failure) -> NetworkChangeReport {
        let task = "Cannot change network \(label)"
        let handle = handle
        let (active, persistent, text) = try await doing(task) { () throws(LibvirtError) -> (Bool, Bool, String) in
            (try await handle.isActive(), try await handle.isPersistent(), try await handle.xml(inactive: true))
        }
        guard persistent else {
            throw Failure(.state, task, why: "it has no definition: it is gone when it stops")
        }
        var report = NetworkChangeReport(network: label, isActive: active)
        let (surroundings, notice) = try await host.networkSurroundings(without: name)
        if change.subnet != nil || change.ipv6 != nil, let notice { report.notices.append(notice) }
        let revision: NetworkRevision
        let definition: String
        do {
            revision = try NetworkRevision(LibvirtXML.Network(parsing: text), change, surroundings)
            definition = try revision.view.xml()
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
        if !revision.parts.isEmpty {
            let connection = host.connection
            _ = try await doing(task) { () throws(LibvirtError) in try await connection.defineNetwork(xml: definition) }
        }
        for part in revision.parts {
            let isLive = active ? try await apply(part) : false
            if isLive { report.now.append(part.says) } else { report.atNextStart.append(part.says) }
        }
        if let autostart = change.autostart {
            try await setAutostart(autostart)
            report.now.append(autostart ? "starts with the host" : "no longer starts with the host")
        }
        return report
    }

    /// - Returns: whether the running network has taken it.
    private func apply(_ part: NetworkRevision.Part) async throws(Failure) -> Bool {
        guard !part.steps.isEmpty else { return false }
        let handle = handle
        for step in part.steps {
            do {
                try await handle.update(
                    step.command, step.section, parentIndex: step.parent, xml: step.xml, scope: .live)
            } catch {
                // What runs may differ from what is defined, and then has to be started anew.
                let failure = Failure("Cannot change network \(label)", error)
                if [.unreachable, .interrupted].contains(failure.kind) { throw failure }
                return false
            }
        }
        return true
    }
}
