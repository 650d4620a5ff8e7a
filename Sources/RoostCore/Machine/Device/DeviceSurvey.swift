import LibvirtXML

/// Asks a host for what one new device of a machine needs to be decided.
struct DeviceSurvey: Sendable {
    let machine: Machine
    let request: MachineRequest
    let definition: LibvirtXML.Domain

    func survey() async throws(Failure) -> Survey {
        let host = machine.host
        let look = HostSurvey(host: host, request: request)
        let stored = try await look.storage()
        let networks =
            request.networks == .none
            ? nil : try await NetworkLook(host: host, isSession: look.isSession).networks(for: request)
        let capabilities = try await host.capabilities()
        let platform = MachinePlatform(definition, capabilities)
        // A system that this computer's database does not know counts as a recent Linux.
        let system = (try? await GuestSystem.find(for: request, medium: nil))?.system
        let facts = HostFacts(
            capabilities: capabilities, platform: platform,
            domainCapabilities: try await look.domainCapabilities(platform), isSession: look.isSession,
            operatingSystem: system, pools: stored.pools.map(\.facts), storage: stored.sights.mapValues(\.facts),
            networks: networks)
        return Survey(
            facts: facts, media: nil, sights: stored.sights, pools: stored.pools, discProblems: stored.discProblems,
            machineUUIDs: [:], notices: [])
    }
}
