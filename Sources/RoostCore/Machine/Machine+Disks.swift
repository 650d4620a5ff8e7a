import Libvirt
import LibvirtXML

extension Machine {
    /// The disks with their sizes: of a running machine from its statistics, which one call gave for all of them, else from
    /// one call each. That call would wait for a running machine that is busy.
    func disks(
        of description: LibvirtXML.Domain, isActive: Bool, _ statistics: DomainStatistics?
    ) async throws(Failure) -> [MachineDisk] {
        let blocks = statistics?.blocks ?? []
        return try await concurrently(description.devices.disks) { disk throws(Failure) in
            var result = MachineDisk(disk)
            guard let source = disk.source else { return result }
            if let block = blocks.first(where: { $0.name == result.target }), block.capacity != nil {
                result.capacity = block.capacity
                // QEMU's "allocation" is the highest block the guest has written since the start, and its "physical" is
                // what is stored, which for a device is its size too.
                result.allocation = block.physical ?? block.allocation
                result.physical = disk.type == .block ? block.physical : nil
            } else if !isActive, let info = try? await domain.blockInfo(result.target) {
                result.capacity = info.capacity
                result.allocation = info.allocation
                result.physical = info.physical
            }
            if result.backing == nil, let path = source.path { result.backing = await backing(of: path) }
            return result
        }
    }

    /// The image right below, where a storage pool knows the file: the definition of a machine that is off does not tell.
    private func backing(of path: String) async -> [String]? {
        guard let text = try? await host.connection.storageVolume(path: path).xml(),
            let volume = try? LibvirtXML.Volume(parsing: text)
        else { return nil }
        return volume.backingPath.map { [$0] } ?? []
    }
}

extension MachineDisk {
    init(_ disk: Disk) {
        let chain = disk.backingChain.map { $0.source?.text ?? "?" }
        self.init(
            target: disk.target ?? "", bus: disk.bus?.rawValue, device: disk.device?.rawValue ?? "disk",
            source: disk.source?.text, format: disk.format?.rawValue, readOnly: disk.readOnly,
            backing: disk.backingStore == nil ? nil : chain, capacity: nil, allocation: nil, physical: nil)
    }
}
