import LibvirtXML
import OSInfo
import XMLTree

// What a description says, in Roost's words.

extension Domain {
    /// Whether something in the guest holds the agent's channel open; nil when the machine has no such channel.
    var agentIsConnected: Bool? {
        self.devices.channels.first { $0.name == Channel.guestAgent.name }.map { $0.state == .connected }
    }

    /// The MAC addresses of its cards, in lower case.
    var macs: Set<String> { Set(self.devices.interfaces.compactMap { $0.mac?.lowercased() }) }

    /// The release in libosinfo's metadata.
    var osInfo: MachineDetail.OS? {
        let element = metadata(namespace: "http://libosinfo.org/xmlns/libvirt/domain/1.0")
        guard let id = element?.elements.compactMap({ $0["id"] }).first else { return nil }
        guard let match = try? OSDatabase.load().find(id), case .exact(let system) = match else {
            return MachineDetail.OS(id: id, name: nil)
        }
        return MachineDetail.OS(id: id, name: system.shortID)
    }
}

extension DomainType {
    var acceleration: String { self == .qemu ? "emulation" : rawValue }
}

extension LibvirtXML.OperatingSystem {
    var firmwareName: String? {
        if let firmware = self.firmware { return firmware == .efi ? "uefi" : firmware.rawValue }
        if self.loaderType == .pflash { return "uefi" }
        return self.type == .hvm && (self.architecture == .x86_64 || self.architecture == .i686) ? "bios" : nil
    }
}
