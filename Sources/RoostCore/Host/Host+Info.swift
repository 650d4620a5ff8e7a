import Libvirt
import LibvirtXML

extension Host {
    /// What the host is and how much of it is free. About fifteen calls, however many machines there are.
    public func info() async throws(Failure) -> HostInfo {
        let task = "Cannot read the host"
        let connection = connection
        let capabilities = try await capabilities()
        let node = try await doing(task) { () throws(LibvirtError) in try await connection.nodeInfo() }
        let (hostname, hypervisor, version) = try await doing(task) {
            () throws(LibvirtError) -> (String, String, Version) in
            (
                try await connection.hostname(), try await connection.hypervisorType(),
                try await connection.daemonVersion()
            )
        }
        // The hypervisor may not be installed, and some tell no free memory: neither spoils the rest.
        let hypervisorVersion = try? await connection.hypervisorVersion()
        let free = try? await connection.freeMemory()
        let architecture = capabilities.architecture ?? Architecture(rawValue: node.model)
        let (isAccelerated, reason): (Bool, String?) =
            switch await verdict(capabilities, architecture) {
            case .success(.kvm): (true, nil)
            case .success(.emulation(let reason)): (false, reason)
            case .failure(let failure): (false, failure.why ?? failure.what)
            }
        let (memory, overflow) = node.memory.multipliedReportingOverflow(by: 1024)
        return HostInfo(
            hostname: hostname, uri: uri.text, hypervisor: hypervisor,
            hypervisorVersion: hypervisorVersion.flatMap { $0.rawValue > 0 ? $0.description : nil },
            libvirtVersion: version.description, daemon: uri.isLocal ? DaemonSockets().layout(of: uri) : remoteDaemon,
            processor: HostInfo.Processor(
                architecture: architecture.rawValue, model: capabilities.cpuModel, vendor: capabilities.cpuVendor,
                count: Int(node.cpus), sockets: Int(node.sockets), cores: Int(node.cores), threads: Int(node.threads),
                frequency: node.frequency > 0 ? Int(node.frequency) : nil),
            memory: overflow ? .max : memory, freeMemory: free, accelerated: isAccelerated, emulationReason: reason,
            machines: try await doing(task) { () throws(LibvirtError) in
                HostInfo.Counts(
                    running: try await connection.domains(.active).count, total: try await connection.domains().count)
            },
            networks: try await doing(task) { () throws(LibvirtError) in
                HostInfo.Counts(
                    running: try await connection.networks(.active).count, total: try await connection.networks().count)
            },
            pools: try await poolList())
    }

    private func verdict(
        _ capabilities: Capabilities, _ architecture: Architecture
    ) async -> Result<Acceleration, Failure> {
        do throws(Failure) {
            return .success(try await acceleration(capabilities, for: architecture))
        } catch {
            return .failure(error)
        }
    }
}
