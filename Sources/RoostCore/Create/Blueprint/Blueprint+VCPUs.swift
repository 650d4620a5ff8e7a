import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    var maximumVCPUs: Int {
        if let count = request.vcpus?.maximumCount { return count }
        if let topology = request.cpu?.topology, !topology.isEmpty { return topology.product }
        let recommended = guest.recommended(architecture: architecture)?.cpus ?? 0
        return max(1, min(max(2, recommended), hostCPUs))
    }

    func setVCPUs(of domain: inout Domain) throws(Failure) {
        if let most = host.maximumVCPUs, most > 0, maximumVCPUs > most {
            throw Failure(
                .unsupported, "--vcpus: a \(platform.machine) machine of this host has at most \(most) CPUs",
                remedy: "Ask for \(most) or fewer.")
        }
        guard let vcpus = request.vcpus else { return }
        if let count = vcpus.count, count != maximumVCPUs { domain.currentVCPUs = UInt(count) }
        domain.vcpuSet = vcpus.cpuset
        domain.element.update(first: "vcpu") { $0["placement"] = vcpus.placement }
    }

    /// The host's logical CPUs. Its CPU's own topology describes one NUMA node only, so the nodes are counted.
    private var hostCPUs: Int {
        let cells = facts.capabilities.element.first("host")?.first("topology")?.first("cells")?.elements ?? []
        let counted = cells.compactMap { $0.first("cpus")?["num"].flatMap { Int($0) } }
        // 4096 nodes of 4096 CPUs are beyond any host and far from overflow.
        let total = counted.prefix(4096).reduce(0) { $0 + max(0, min($1, 4096)) }
        return total > 0 ? total : .max
    }
}
