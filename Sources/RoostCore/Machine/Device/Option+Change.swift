import LibvirtXML
import XMLTree

// What can be different about a disk or interface that is there already.

extension DiskOption {
    /// Reads what is to become different about a disk, in the language of `--disk`.
    /// - Throws: ``Failure`` of kind usage, for what makes it another disk too.
    public static func changes(parsing text: String, in context: RequestContext) throws(Failure) -> DiskOption {
        do throws(RequestError) {
            var option = try table.parse(text, in: context)
            try option.complete(mayLackSource: true)
            if option.source != .empty || option.pool != nil {
                throw error(
                    nil, "what is in a disk cannot be changed",
                    remedy: "Attach another disk; for a drive: roost cdrom change. A size: roost disk resize.")
            }
            for (name, isGiven) in [
                ("format", option.format != nil), ("sparse", option.isSparse != nil), ("device", option.device != nil),
                ("target", option.target != nil), ("address", option.address != DeviceAddress()),
                ("alias.name", option.alias != nil),
            ] where isGiven {
                throw error(
                    name, "cannot be changed", remedy: "Detach the disk, and attach it again as it is to be.")
            }
            return option
        } catch {
            throw Failure(error)
        }
    }

    /// Applies what is given to a disk, and leaves the rest.
    func change(_ disk: inout LibvirtXML.Disk) {
        if let bus, disk.bus?.rawValue != bus {
            disk.bus = .init(rawValue: bus)
            // A place on the old bus.
            disk.address = nil
        }
        if let cache { disk.cache = .init(rawValue: cache) }
        if let io { disk.io = .init(rawValue: io) }
        if let discard { disk.discard = .init(rawValue: discard) }
        if let detectZeroes { disk.detectZeroes = .init(rawValue: detectZeroes) }
        if let errorPolicy { disk.errorPolicy = .init(rawValue: errorPolicy) }
        if let driverName { disk.driverName = driverName }
        if let iothread { disk.iothread = UInt(iothread) }
        if let queues { disk.queues = UInt(queues) }
        setDriver(of: &disk)
        if let startupPolicy { disk.startupPolicy = .init(rawValue: startupPolicy) }
        if let rotationRate { disk.rotationRate = UInt(rotationRate) }
        if let isReadOnly { disk.readOnly = isReadOnly }
        if let isShareable { disk.shareable = isShareable }
        if let isTransient { disk.transient = isTransient }
        if let serial { disk.serial = serial }
        if let wwn { disk.wwn = wwn }
        if let bootOrder { disk.bootOrder = UInt(bootOrder) }
        if let snapshot { disk.element["snapshot"] = snapshot }
        if let isRemovable { disk.element.update(first: "target") { $0["removable"] = isRemovable ? "on" : "off" } }
        if sharesBacking == true { disk.element.update(first: "transient") { $0["shareBacking"] = "yes" } }
        if logicalBlockSize != nil || physicalBlockSize != nil {
            disk.element.removeAll(named: "blockio")
            setBlockSizes(of: &disk)
        }
        limits.change(&disk.element)
    }
}

extension DiskLimits {
    /// The limits that are given, as libvirt's calls and documents name them; 0 is no limit.
    var given: [(name: String, limit: Int)] {
        [
            ("total_bytes_sec", totalBytes), ("read_bytes_sec", readBytes), ("write_bytes_sec", writeBytes),
            ("total_iops_sec", totalOperations), ("read_iops_sec", readOperations),
            ("write_iops_sec", writeOperations),
        ].compactMap { name, limit in limit.map { (name, $0) } }
    }

    fileprivate func change(_ disk: inout XMLElement) {
        guard !given.isEmpty else { return }
        disk.update(first: "iotune", create: true) { tune in
            for (name, limit) in given {
                tune.removeAll(named: name)
                if limit > 0 { tune.append(XMLElement(name, text: String(limit))) }
            }
        }
        if disk.first("iotune")?.elements.isEmpty == true { disk.removeAll(named: "iotune") }
    }
}

extension NetworkOption {
    /// Reads what is to become different about an interface, in the language of `--network`.
    /// - Throws: ``Failure`` of kind usage.
    public static func changes(parsing text: String, in context: RequestContext) throws(Failure) -> NetworkOption {
        do throws(RequestError) {
            var option = try table.parse(text, in: context)
            try option.completeChange()
            for (name, isGiven) in [
                ("address", option.address != DeviceAddress()), ("alias.name", option.alias != nil),
            ] where isGiven {
                throw error(
                    name, "cannot be changed",
                    remedy: "Detach the interface, and attach it again as it is to be.")
            }
            return option
        } catch {
            throw Failure(error)
        }
    }

    /// The part that a guest need not know of, so that it can change while it runs.
    var livePart: NetworkOption {
        var part = NetworkOption()
        (part.type, part.network, part.bridge, part.device) = (type, network, bridge, device)
        (part.portgroup, part.macvtapMode, part.virtualPort) = (portgroup, macvtapMode, virtualPort)
        (part.isLinkUp, part.filter, part.trustsGuestFilters) = (isLinkUp, filter, trustsGuestFilters)
        (part.vlans, part.isVLANTrunk) = (vlans, isVLANTrunk)
        (part.inbound, part.outbound) = (inbound, outbound)
        return part
    }

    /// Each change as it is written, without the type that a network or bridge says already.
    var changedParts: [String] {
        writtenParts.filter { !$0.hasPrefix("type=") || network == nil && bridge == nil }
    }

    /// Applies what is given to an interface, and leaves the rest.
    /// - Parameter source: what it is connected to, where that is given.
    func change(_ interface: inout LibvirtXML.Interface, source: LibvirtXML.Interface.Source?) throws(Failure) {
        if let source {
            interface.element.removeAll(named: "source")
            interface.element.removeAll(named: "virtualport")
            interface.source = source
            interface.portGroup = portgroup
        }
        if virtualPort != VirtualPort() {
            interface.element.removeAll(named: "virtualport")
            BlueprintContext.setVirtualPort(of: &interface, virtualPort)
        }
        if let model { interface.model = .init(rawValue: model) }
        if case .fixed(let address) = mac { interface.mac = address.description }
        if let target { interface.target = target }
        if let driverName { interface.driverName = driverName }
        if let queues { interface.queues = UInt(queues) }
        driver.write(to: &interface.element)
        if let mtu { interface.mtu = UInt(mtu) }
        if let isLinkUp { interface.linkState = isLinkUp ? .up : .down }
        if let filter { interface.filter = filter }
        if let bootOrder { interface.bootOrder = UInt(bootOrder) }
        if let trustsGuestFilters { interface.element["trustGuestRxFilters"] = trustsGuestFilters ? "yes" : "no" }
        setVLANs(of: &interface)
        try setBandwidth(of: &interface)
        if romFile != nil || romBar != nil {
            interface.element.update(first: "rom", create: true) { rom in
                if let romBar { rom["bar"] = romBar ? "on" : "off" }
                if let romFile { rom["file"] = romFile }
            }
        }
    }
}

extension MachineOption {
    /// Each changed suboption as it is written: "cache=none".
    var writtenParts: [String] {
        // A text that was made from an option can be taken apart again.
        let elements = (try? OptionText.split(rendered())) ?? []
        return elements.map { element in element.value.map { "\(element.name)=\($0)" } ?? element.name }
    }
}
