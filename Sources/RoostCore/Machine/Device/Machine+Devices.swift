import Libvirt
import LibvirtXML
import XMLTree

extension Machine {
    /// The disks and drives, those of the running machine first, then those that the next start brings.
    public func diskRows() async throws(Failure) -> [MachineDiskRow] {
        let definitions = try await definitions("Cannot show the disks of \(label)")
        let isActive = definitions.live != nil
        let rows = Self.union(definitions) {
            $0.devices.disks
        } by: {
            $0.target
        }
        let statistics =
            isActive ? try? await host.connection.statistics(of: [domain], [.block], flags: .noWait).first : nil
        return try await concurrently(rows) { disk, isNow, isNext throws(Failure) in
            var row = MachineDiskRow(disk, isNow: isNow, isAtNextStart: isNext)
            guard row.source != nil else { return row }
            row.capacity = statistics?.blocks.first { $0.name == row.target }?.capacity
            // A busy running machine would hold the answer up.
            if row.capacity == nil, !isActive { row.capacity = try? await domain.blockInfo(row.target).capacity }
            return row
        }
    }

    /// The interfaces, those of the running machine first, then those that the next start brings.
    public func interfaceRows() async throws(Failure) -> [MachineInterfaceRow] {
        let definitions = try await definitions("Cannot show the interfaces of \(label)")
        var addresses: [String: [MachineAddress]] = [:]
        if let live = definitions.live {
            addresses = await self.addresses(ofCards: live.macs, agentConnected: live.agentIsConnected == true)
        }
        return Self.union(definitions) {
            $0.devices.interfaces
        } by: {
            $0.mac?.lowercased()
        }.map { card, isNow, isNext in
            MachineInterfaceRow(card, addresses, isNow: isNow, isAtNextStart: isNext)
        }
    }

    private static func union<Item>(
        _ definitions: MachineDefinitions, _ items: (LibvirtXML.Domain) -> [Item], by key: (Item) -> String?
    ) -> [(Item, isNow: Bool, isNext: Bool)] {
        let live = definitions.live.map(items) ?? []
        let next = definitions.next.map(items) ?? []
        let (liveKeys, nextKeys) = (Set(live.compactMap(key)), Set(next.compactMap(key)))
        return live.map { item in (item, true, key(item).map(nextKeys.contains) ?? false) }
            + next.filter { item in key(item).map { !liveKeys.contains($0) } ?? true }.map { ($0, false, true) }
    }
}

extension MachineDiskRow {
    init(_ disk: LibvirtXML.Disk, isNow: Bool, isAtNextStart: Bool) {
        let kind: MachineDeviceKind =
            switch disk.device {
            case .cdrom: .cdrom
            case .floppy: .floppy
            default: .disk
            }
        let limits = (disk.element.first("iotune")?.elements ?? []).compactMap { element in
            Int(element.text).map { (element.name, $0) }
        }
        self.init(
            target: disk.target ?? "", kind: kind, bus: disk.bus?.rawValue, source: disk.source?.text,
            format: disk.format?.rawValue, capacity: nil, readOnly: disk.readOnly, cache: disk.cache?.rawValue,
            serial: disk.serial, bootOrder: disk.bootOrder.map { Int(clamping: $0) },
            limits: Dictionary(limits) { first, _ in first }, isNow: isNow, isAtNextStart: isAtNextStart)
    }
}

extension MachineInterfaceRow {
    fileprivate init(
        _ card: LibvirtXML.Interface, _ addresses: [String: [MachineAddress]], isNow: Bool, isAtNextStart: Bool
    ) {
        let facts = MachineInterface(card, addresses)
        self.init(
            mac: facts.mac?.lowercased() ?? "", type: facts.type, source: facts.source, model: facts.model,
            device: facts.device, isLinkUp: card.linkState != .down, filter: card.filter,
            mtu: card.mtu.map { Int(clamping: $0) }, bootOrder: card.bootOrder.map { Int(clamping: $0) },
            addresses: facts.addresses, isNow: isNow, isAtNextStart: isAtNextStart)
    }
}
