import LibvirtXML
import OSInfo

extension BlueprintContext {
    /// In bytes.
    var maximumMemory: UInt64 { request.memory?.maximum ?? usualMemory }

    /// The system's recommendation, but nothing that a recent kernel with an initial RAM disk would choke on.
    private var usualMemory: UInt64 {
        let least: UInt64 = guest.drives(.virtioNet) ? 1 << 30 : 256 << 20
        let recommended = facts.operatingSystem?.recommendedResources(architecture: architecture)?.memory
        return max(least, recommended ?? 2 << 30)
    }

    func setMemory(of domain: inout Domain) {
        if let current = request.memory?.current, current != maximumMemory { domain.currentMemory = current }
        if request.memory?.usesHugePages == true { domain.memoryBacking.hugePages = true }
    }
}
