import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    /// Whether the machine was asked to have no USB at all.
    var hasNoUSB: Bool { request.controllers.options.contains { $0.type == "usb" && $0.model == "none" } }

    func controllers(
        disks: [LibvirtXML.Disk], interfaces: [LibvirtXML.Interface]
    ) -> [LibvirtXML.Controller] {
        let given = request.controllers.options.filter { $0.pcieRootPorts == nil }
        var controllers = given.map(\.controller)
        func isGiven(_ type: String) -> Bool { given.contains { $0.type == type } }
        if !isGiven("usb"), guest.drives(.xhci) || !platform.isX86 {
            var usb = LibvirtXML.Controller(.usb, index: 0, model: .qemuXHCI)
            // The most that the model has; libvirt's own number is 4.
            usb.ports = 15
            controllers.append(usb)
        }
        if !isGiven("scsi"), disks.contains(where: { $0.bus == .scsi }) {
            let isVirtio = guest.drives(.virtioSCSI) || !platform.isX86
            controllers.append(LibvirtXML.Controller(.scsi, index: 0, model: isVirtio ? .virtioSCSI : nil))
        }
        if !isGiven("pci"), platform.hasPCIExpress {
            let ports = rootPorts(disks: disks, interfaces: interfaces)
            if ports > 0 {
                controllers.append(LibvirtXML.Controller(.pci, index: 0, model: .pcieRoot))
                controllers += (1...ports).map { .init(.pci, index: UInt($0), model: .pcieRootPort) }
            }
        }
        return controllers
    }

    /// A PCI Express device is plugged into a port of its own, and ports cannot be plugged in later. A usual machine fills
    /// seven; as many again stay free.
    private func rootPorts(disks: [LibvirtXML.Disk], interfaces: [LibvirtXML.Interface]) -> Int {
        if let asked = request.controllers.options.lazy.compactMap(\.pcieRootPorts).first { return asked }
        let more = max(0, disks.count { $0.bus == .virtio } - 1) + max(0, interfaces.count - 1)
        return 14 + min(more, 50)
    }
}

extension ControllerOption {
    fileprivate var controller: LibvirtXML.Controller {
        var controller = LibvirtXML.Controller(
            .init(rawValue: type ?? ""), index: index.map(UInt.init), model: model.map { .init(rawValue: $0) })
        controller.ports = ports.map(UInt.init)
        controller.element["vectors"] = vectors.map { String($0) }
        if let startPort { controller.element.append(XMLElement("master", ["startport": String(startPort)])) }
        controller.queues = queues.map(UInt.init)
        controller.iothread = iothread.map(UInt.init)
        driver.write(to: &controller.element)
        let target = [
            ("chassisNr", chassisNumber.map { String($0) }), ("chassis", chassis.map { String($0) }),
            ("port", targetPort.map { String($0) }), ("busNr", busNumber.map { String($0) }),
            ("hotplug", isHotpluggable.map { $0 ? "on" : "off" }),
        ]
        if target.contains(where: { $0.1 != nil }) || numaNode != nil {
            var element = XMLElement("target")
            for (name, value) in target { element[name] = value }
            if let numaNode { element.append(XMLElement("node", text: String(numaNode))) }
            controller.element.append(element)
        }
        controller.alias = alias
        address.write(to: &controller.element)
        return controller
    }
}
