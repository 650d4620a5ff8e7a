import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    /// Roost's own facts, and libosinfo's, which other programs read too.
    func setMetadata(of domain: inout Domain) {
        if let system = facts.operatingSystem {
            let namespace = "http://libosinfo.org/xmlns/libvirt/domain/1.0"
            let os = XMLElement("libosinfo:os", ["id": system.id])
            domain.setMetadata(
                XMLElement("libosinfo:libosinfo", ["xmlns:libosinfo": namespace], elements: [os]), namespace: namespace)
        }
        guard !request.tags.isEmpty else { return }
        var metadata = MachineMetadata()
        metadata.tags = request.tags.map(\.description)
        metadata.write(to: &domain)
    }
}
