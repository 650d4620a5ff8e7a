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
            switch active ? try await apply(part) : .waits {
            case .holds: report.now.append(part.says)
            case .waits: report.atNextStart.append(part.says)
            case .refused(let why):
                report.atNextStart.append(part.says)
                report.notices.append("The running network does not take \"\(part.says)\": \(why)")
            }
        }
        if let autostart = change.autostart {
            try await setAutostart(autostart)
            report.now.append(autostart ? "starts with the host" : "no longer starts with the host")
        }
        return report
    }

    enum Taking: Hashable {
        case holds
        /// It has to be started anew for it.
        case waits
        case refused(String)
    }

    /// Has the running network take a part, all of it or nothing.
    func apply(_ part: NetworkRevision.Part) async throws(Failure) -> Taking {
        guard !part.steps.isEmpty else { return .waits }
        var undo = UndoStack()
        for step in part.steps {
            do throws(Failure) {
                try await apply(step)
            } catch {
                let failure = await undo.unwind(after: error)
                // What runs may differ from what is defined.
                if [.unreachable, .interrupted].contains(failure.kind) { throw failure }
                return .refused(failure.why ?? failure.what)
            }
            if let inverse = step.inverse {
                undo.push("a change of the running network \(label)") { try await self.apply(inverse) }
            }
        }
        return .holds
    }

    private func apply(_ step: NetworkRevision.LiveStep) async throws(Failure) {
        let handle = handle
        try await doing("Cannot change network \(label)") { () throws(LibvirtError) in
            try await handle.update(
                step.command, step.section, parentIndex: step.parent, xml: step.xml, scope: .live)
        }
    }
}
