import XMLTree

extension VirtioDriver {
    /// Adds the details to a device's `<driver>`.
    func write(to device: inout XMLElement) {
        let switches = [("iommu", iommu), ("ats", ats), ("packed", packed), ("page_per_vq", pagePerVQ)]
        guard switches.contains(where: { $0.1 != nil }) else { return }
        device.update(first: "driver", create: true) { driver in
            for (name, value) in switches {
                if let value { driver[name] = value ? "on" : "off" }
            }
        }
    }
}

extension DeviceAddress {
    /// Adds `<address>`, where one was asked for.
    func write(to device: inout XMLElement) {
        guard self != DeviceAddress() else { return }
        var address = XMLElement("address")
        // Only PCI has slots and functions, and only drives have targets and units.
        address["type"] =
            type ?? (slot != nil || function != nil ? "pci" : target != nil || unit != nil ? "drive" : nil)
        let numbers = [
            ("controller", controller), ("domain", domain), ("bus", bus), ("slot", slot), ("function", function),
            ("target", target), ("unit", unit),
        ]
        for (name, number) in numbers { address[name] = number.map { String($0) } }
        address["port"] = port
        address["multifunction"] = isMultifunction.map { $0 ? "on" : "off" }
        device.append(address)
    }
}
