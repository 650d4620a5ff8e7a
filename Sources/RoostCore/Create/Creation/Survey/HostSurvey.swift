import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Asks a host for what one request needs to be decided, in few round trips and side by side.
///
/// On this computer an import of a disk costs five calls: capabilities, the processor's features, what such a machine can
/// have, the disks of all machines with their names, and the networks.
struct HostSurvey: Sendable {
    let host: Host
    let request: MachineRequest

    var isSession: Bool { host.uri.path == "/session" }

    func facts() async throws(Failure) -> Survey {
        // The image says which system the machine is for, and it is the likeliest to be missing.
        let image = try await self.image()
        // Whether it is a disc, and what is on it, are two questions to the same bytes.
        let medium = Task { await installMedium() }
        async let guest = attempt { () throws(Failure) in
            try await GuestSystem.find(for: request, medium: await medium.value?.bytes, imageSystem: image?.os)
        }
        async let networks = attempt { () throws(Failure) in
            try await NetworkLook(host: host, isSession: isSession).networks(for: request)
        }
        async let stored = attempt { () throws(Failure) in try await storage(medium) }
        let capabilities = try await host.capabilities()
        let features = await host.processorFeatures(capabilities)
        let system = try await guest.get()
        let platform = try MachinePlatform(
            request, capabilities: capabilities, hostCPUFeatures: features, operatingSystem: system.system)
        let domainCapabilities = try await self.domainCapabilities(platform)
        let found = try await stored.get()
        let facts = HostFacts(
            capabilities: capabilities, platform: platform, domainCapabilities: domainCapabilities,
            isSession: isSession, operatingSystem: system.system, machineNames: Set(found.machines.map(\.name)),
            pools: found.pools.map(\.facts), storage: found.sights.mapValues(\.facts),
            networks: try await networks.get(), image: image, user: user(image),
            logDirectory: SerialLogFile.directory(isSession: isSession, isLocal: host.uri.isLocal) {
                ProcessInfo.processInfo.environment[$0]
            })
        return Survey(
            facts: facts, media: system.media, sights: found.sights, pools: found.pools,
            discProblems: found.discProblems,
            machineUUIDs: Dictionary(found.machines.map { ($0.uuid, $0.name) }) { first, _ in first },
            notices: system.notices)
    }

    private func image() async throws(Failure) -> ImageFacts? {
        guard let cloud = request.cloud else { return nil }
        return try await ImageLook(host: host).image(cloud.image)
    }

    /// Whom to log in as. A file for cloud-init may make other users.
    private func user(_ image: ImageFacts?) -> String? {
        guard let cloud = request.cloud else { return nil }
        if let user = cloud.user ?? image?.user { return user }
        return cloud.userDataFile == nil ? Person().login : nil
    }

    func domainCapabilities(_ platform: MachinePlatform) async throws(Failure) -> DomainCapabilities {
        let text = try await doing("Cannot ask the host what a \(platform.machine) machine can have") {
            () throws(LibvirtError) in
            try await host.connection.domainCapabilities(
                emulator: platform.emulator, architecture: platform.architecture.rawValue, machine: platform.machine,
                virtualizationType: platform.domainType.rawValue)
        }
        do {
            return try DomainCapabilities(parsing: text)
        } catch {
            throw Failure(.general, "What the host's machines can have cannot be read", why: "\(error)")
        }
    }

    struct Stored {
        var sights: [StoragePlace: StorageSight] = [:]
        var pools: [PoolSight] = []
        var discProblems: [String: String] = [:]
        var machines: [(name: String, uuid: String)] = []
    }

    /// The beginning of what the machine is to be installed from.
    private func installMedium() async -> (bytes: [UInt8], length: UInt64)? {
        guard case .cdrom(let path) = request.install else { return nil }
        return await DiscLook(host: host).head(path)
    }

    /// - Parameter medium: what the machine is installed from; nil where it is not installed.
    func storage(
        _ medium: Task<(bytes: [UInt8], length: UInt64)?, Never>? = nil
    ) async throws(Failure) -> Stored {
        var stored = Stored()
        let look = StorageLook(host: host)
        for place in request.storagePlaces {
            if let sight = try await look.look(at: place) { stored.sights[place] = sight }
        }
        let known = Set(stored.sights.keys)
        let pools = PoolLook(host: host, isSession: isSession)
        stored.pools = try await pools.pools(for: request) { !known.contains($0) }
        for path in request.discs {
            guard let sight = stored.sights[.path(path)] else { continue }
            var head = request.install == .cdrom(path: path) ? await medium?.value : nil
            if head == nil { head = await DiscLook(host: host).head(path, length: sight.facts.capacity) }
            guard let head else { continue }
            let length = host.uri.isLocal ? head.length : sight.facts.capacity ?? head.length
            stored.discProblems[path] = DiscImage.problem(head.bytes, length: length)
        }
        try await addMachines(to: &stored)
        return stored
    }

    /// One call, whether or not it matters who uses which disk.
    private func addMachines(to stored: inout Stored) async throws(Failure) {
        guard !stored.sights.isEmpty else {
            stored.machines = try await doing("Cannot list the machines") { () throws(LibvirtError) in
                try await host.connection.domains().map { ($0.name, $0.uuid.description) }
            }
            return
        }
        let machines = try await doing("Cannot list the machines") { () throws(LibvirtError) in
            // A guest that does not answer its monitor must not hold up the creation of another.
            try await host.connection.domainStatistics(.block, flags: .noWait)
        }
        stored.machines = machines.map { ($0.domain.name, $0.domain.uuid.description) }
        var users: [String: [String]] = [:]
        for machine in machines {
            for path in machine.blocks.compactMap(\.path) { users[real(path), default: []].append(machine.domain.name) }
        }
        for (place, sight) in stored.sights {
            guard let path = sight.facts.path else { continue }
            stored.sights[place]?.facts.users = users[real(path), default: []].sorted()
        }
    }

    /// One file may be reached by several paths.
    private func real(_ path: String) -> String {
        host.uri.isLocal ? LocalFiles.resolved(path) ?? path : path
    }
}

extension MachineRequest {
    /// The files that are to be read as CDs or DVDs.
    var discs: [String] {
        var paths = disks.options.filter { $0.device == .cdrom }.compactMap(\.path)
        if case .cdrom(let path) = install { paths.append(path) }
        return paths
    }
}
