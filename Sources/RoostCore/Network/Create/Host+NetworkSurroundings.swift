import Libvirt
import LibvirtXML

extension Host {
    /// Looks at what a network of this host has to get along with: other networks, by libvirt, and the host's own addresses and
    /// routes, by one script.
    /// - Parameter excluded: the network that is changed, which is not in its own way.
    /// - Returns: with a sentence where the host itself could not be asked.
    func networkSurroundings(
        without excluded: String? = nil
    ) async throws(Failure) -> (surroundings: NetworkSurroundings, notice: String?) {
        var result = NetworkSurroundings()
        let networks = try await networks()
        let views = try await networks.concurrentMap { network throws(Failure) -> LibvirtXML.Network? in
            try await Self.unlessGone { () throws(Failure) in try await network.view() }
        }
        for view in views.compactMap(\.self) {
            if let bridge = view.bridge, view.forward?.mode != .bridge { result.bridges[bridge] = view.name }
            guard view.name != excluded else { continue }
            result.names.insert(view.name)
            result.uses += view.addresses.compactMap(\.network).map { SubnetUse($0, "network \(view.name)") }
        }
        let connection = connection
        result.canTagBridges = try await doing("Cannot read the host") { () throws(LibvirtError) in
            try await connection.daemonVersion() >= Version(11, 0)
        }
        let links = await hostLinks()
        switch links {
        case .success(let links):
            result.links = links
            result.uses += links.uses(without: Set(result.bridges.keys))
            return (
                result,
                links.isComplete ? nil : "The host has no program 'ip': only libvirt's networks were looked at."
            )
        case .failure(let failure):
            if failure.kind == .interrupted { throw failure }
            return (
                result,
                "The host's own addresses and routes were not looked at: \(failure.why ?? failure.what)"
            )
        }
    }

    private func hostLinks() async -> Result<HostLinks, Failure> {
        await attempt { () throws(Failure) in
            // The test driver's host is no computer.
            guard uri.driver != "test" else { return HostLinks(answer: "all") }
            let answer = try await HostShell(self).run(HostLinks.script, within: .seconds(20))
            return HostLinks(answer: answer.output)
        }
    }
}
