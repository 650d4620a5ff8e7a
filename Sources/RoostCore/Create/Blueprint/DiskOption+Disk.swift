import LibvirtXML
import XMLTree

extension DiskOption {
    /// The device, with everything that was asked for and what suits its image.
    func disk(_ content: DiskContent, target: String, bus: String) -> LibvirtXML.Disk {
        let device = device ?? .disk
        var disk = LibvirtXML.Disk(
            device: .init(rawValue: device.rawValue), source: content.source, target: target, bus: .init(rawValue: bus),
            format: content.format.map { .init(rawValue: $0) })
        if let driverName { disk.driverName = driverName }
        disk.cache = cache.map { .init(rawValue: $0) }
        disk.io = io.map { .init(rawValue: $0) }
        disk.discard = discard.map { .init(rawValue: $0) } ?? usualDiscard(content, device)
        disk.detectZeroes = detectZeroes.map { .init(rawValue: $0) }
        disk.errorPolicy = errorPolicy.map { .init(rawValue: $0) }
        disk.iothread = iothread.map(UInt.init)
        disk.queues = queues.map(UInt.init)
        setDriver(of: &disk)
        disk.startupPolicy = startupPolicy.map { .init(rawValue: $0) }
        disk.rotationRate = rotationRate.map(UInt.init)
        disk.readOnly = isReadOnly ?? disk.readOnly
        disk.shareable = isShareable ?? false
        disk.transient = isTransient ?? false
        disk.serial = serial
        disk.wwn = wwn
        disk.bootOrder = bootOrder.map(UInt.init)
        disk.element["snapshot"] = snapshot
        if let isRemovable { disk.element.update(first: "target") { $0["removable"] = isRemovable ? "on" : "off" } }
        if sharesBacking == true { disk.element.update(first: "transient") { $0["shareBacking"] = "yes" } }
        setBlockSizes(of: &disk)
        limits.write(to: &disk.element)
        disk.alias = alias
        address.write(to: &disk.element)
        return disk
    }

    /// Space that the guest frees goes back to the host. Not where the image was given all its space on purpose.
    private func usualDiscard(_ content: DiskContent, _ device: DiskDevice) -> LibvirtXML.Disk.Discard? {
        device == .disk && content.format == "qcow2" && isReadOnly != true && isSparse != false ? .unmap : nil
    }

    func setDriver(of disk: inout LibvirtXML.Disk) {
        guard copyOnRead != nil || driver != VirtioDriver() else { return }
        disk.element.update(first: "driver", create: true) { element in
            if element["name"] == nil { element["name"] = "qemu" }
            element["copy_on_read"] = copyOnRead.map { $0 ? "on" : "off" }
        }
        driver.write(to: &disk.element)
    }

    func setBlockSizes(of disk: inout LibvirtXML.Disk) {
        guard logicalBlockSize != nil || physicalBlockSize != nil else { return }
        var blockIO = XMLElement("blockio")
        blockIO["logical_block_size"] = logicalBlockSize.map { String($0) }
        blockIO["physical_block_size"] = physicalBlockSize.map { String($0) }
        disk.element.append(blockIO)
    }
}

extension DiskLimits {
    fileprivate func write(to disk: inout XMLElement) {
        guard self != DiskLimits() else { return }
        let limits = [
            ("total_bytes_sec", totalBytes), ("read_bytes_sec", readBytes), ("write_bytes_sec", writeBytes),
            ("total_iops_sec", totalOperations), ("read_iops_sec", readOperations),
            ("write_iops_sec", writeOperations),
        ]
        let elements = limits.compactMap { name, limit in limit.map { XMLElement(name, text: String($0)) } }
        disk.append(XMLElement("iotune", elements: elements))
    }
}
