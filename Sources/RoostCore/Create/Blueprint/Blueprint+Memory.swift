import LibvirtXML
import OSInfo

extension BlueprintContext {
    /// In bytes.
    var maximumMemory: UInt64 { request.memory?.maximum ?? usualMemory }

    /// The vendor's recommendation, but nothing that a recent kernel with an initial RAM disk would choke on.
    private var usualMemory: UInt64 {
        let least: UInt64 = guest.drives(.virtioNet) ? 1 << 30 : 256 << 20
        if let recommended = guest.recommended(architecture: architecture)?.memory { return max(least, recommended) }
        return max(2 << 30, facts.operatingSystem?.minimumResources(architecture: architecture)?.memory ?? 0)
    }

    func setMemory(of domain: inout Domain) {
        if let current = request.memory?.current, current != maximumMemory { domain.currentMemory = current }
        if request.memory?.usesHugePages == true { domain.memoryBacking.hugePages = true }
    }
}
