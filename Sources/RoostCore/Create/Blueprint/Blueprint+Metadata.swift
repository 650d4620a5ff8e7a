import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    /// Roost's own facts, and libosinfo's, which other programs read too.
    func setMetadata(of domain: inout Domain, seed: String?) {
        if let system = facts.operatingSystem {
            let namespace = "http://libosinfo.org/xmlns/libvirt/domain/1.0"
            let os = XMLElement("libosinfo:os", ["id": system.id])
            domain.setMetadata(
                XMLElement("libosinfo:libosinfo", ["xmlns:libosinfo": namespace], elements: [os]), namespace: namespace)
        }
        var metadata = MachineMetadata()
        metadata.tags = request.tags.map(\.description)
        if request.cloud != nil {
            metadata.image = facts.image?.name
            metadata.user = facts.user
            metadata.instance = uuid
            metadata.seed = seed
        }
        if !metadata.isEmpty { metadata.write(to: &domain) }
    }
}
