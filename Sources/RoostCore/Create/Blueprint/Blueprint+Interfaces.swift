import LibvirtXML
import XMLTree

extension BlueprintContext {
    func interfaces() throws(Failure) -> [LibvirtXML.Interface] {
        let options: [NetworkOption]
        switch request.networks {
        case .none: return []
        case .defaults: options = [NetworkOption()]
        case .given(let given): options = given
        }
        var interfaces: [LibvirtXML.Interface] = []
        for option in options { interfaces.append(try interface(option)) }
        return interfaces
    }

    func interface(_ option: NetworkOption) throws(Failure) -> LibvirtXML.Interface {
        let usual = guest.networkCard(hasPCIExpress: platform.hasPCIExpress)
        var interface = LibvirtXML.Interface(
            source: try source(option.connection), model: .init(rawValue: option.model ?? usual), mac: nil)
        // Without an address libvirt makes one of QEMU's that no other machine of the host has.
        if case .fixed(let address) = option.mac { interface.mac = address.description }
        interface.portGroup = option.portgroup
        interface.target = option.target
        interface.driverName = option.driverName
        interface.queues = option.queues.map(UInt.init)
        option.driver.write(to: &interface.element)
        interface.mtu = option.mtu.map(UInt.init)
        interface.linkState = option.isLinkUp.map { $0 ? .up : .down }
        interface.filter = option.filter
        try option.setBandwidth(of: &interface)
        option.setVLANs(of: &interface)
        Self.setVirtualPort(of: &interface, option.virtualPort)
        interface.bootOrder = option.bootOrder.map(UInt.init)
        if option.romFile != nil || option.romBar != nil {
            var rom = XMLElement("rom")
            rom["bar"] = option.romBar.map { $0 ? "on" : "off" }
            rom["file"] = option.romFile
            interface.element.append(rom)
        }
        interface.element["trustGuestRxFilters"] = option.trustsGuestFilters.map { $0 ? "yes" : "no" }
        interface.alias = option.alias
        option.address.write(to: &interface.element)
        return interface
    }

    func source(_ connection: NetworkConnection) throws(Failure) -> LibvirtXML.Interface.Source {
        switch connection {
        // A session has neither the right to join a bridge nor a network of its own.
        case .automatic: return facts.isSession ? .user : try network("default")
        case .network(let name, _): return try network(name)
        case .bridge(let name): return .bridge(name)
        case .direct(let device, let mode): return .direct(device: device, mode: mode ?? "bridge")
        case .user: return .user
        case .ethernet: return .ethernet
        }
    }

    private func network(_ name: String) throws(Failure) -> LibvirtXML.Interface.Source {
        guard let networks = facts.networks, !networks.contains(name) else { return .network(name) }
        let known = networks.sorted().joined(separator: ", ")
        throw Failure(
            .notFound, "There is no network '\(name)'",
            why: known.isEmpty ? "the host has no virtual networks" : "the host has \(known)",
            remedy: "Name another (--network network=NAME), a bridge (--network bridge=br0), or none (--network none).")
    }

    static func setVirtualPort(of interface: inout LibvirtXML.Interface, _ port: VirtualPort) {
        guard port != VirtualPort() else { return }
        var element = XMLElement("virtualport")
        element["type"] = port.type
        let values = [
            ("managerid", port.managerID), ("typeid", port.typeID), ("typeidversion", port.typeIDVersion),
            ("instanceid", port.instanceID), ("profileid", port.profileID), ("interfaceid", port.interfaceID),
        ]
        if values.contains(where: { $0.1 != nil }) {
            var parameters = XMLElement("parameters")
            for (name, value) in values { parameters[name] = value }
            element.append(parameters)
        }
        interface.element.append(element)
    }
}
