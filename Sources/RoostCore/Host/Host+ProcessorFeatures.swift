import Libvirt
import LibvirtXML
import XMLTree

extension Host {
    /// Every feature of the host's processor, which its capabilities only hint at with the name of a model.
    /// Maps to `virConnectBaselineCPU`.
    /// - Returns: nil when the host cannot tell, as for processors that libvirt has no models of.
    func processorFeatures(_ capabilities: Capabilities) async -> Set<String>? {
        guard let processor = capabilities.element.first("host")?.first("cpu"),
            let text = try? processor.serialized(.preserved),
            let expanded = try? await connection.baselineCPU(of: [text], flags: .expandFeatures),
            let element = try? XMLElement(parsing: expanded)
        else { return nil }
        return Set(element.elements(named: "feature").compactMap { $0["name"] })
    }
}
