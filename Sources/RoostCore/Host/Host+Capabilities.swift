internal import Libvirt
internal import LibvirtXML
import XMLTree

extension Host {
    /// What the host and its hypervisor can do.
    func capabilities() async throws(Failure) -> Capabilities {
        let connection = connection
        let text = try await doing("Cannot read the host's capabilities") { () throws(LibvirtError) in
            try await connection.capabilities()
        }
        do {
            return try Capabilities(parsing: text)
        } catch {
            throw Failure(.general, "Cannot read the host's capabilities", why: "\(error)")
        }
    }

    /// All features of the host's processor, those that its model implies among them. Maps to `virConnectBaselineCPU`.
    /// - Returns: nil where the host cannot tell.
    func processorFeatures(_ capabilities: Capabilities) async -> Set<String>? {
        guard let cpu = capabilities.element.first("host")?.first("cpu"),
            let text = try? cpu.serialized(.preserved),
            let expanded = try? await connection.baselineCPU(of: [text], flags: .expandFeatures),
            let view = try? XMLElement(parsing: expanded)
        else { return nil }
        let names = view.elements(named: "feature").compactMap { $0["name"] }
        // A model that libvirt knows no features of says nothing about any one of them.
        return names.isEmpty ? nil : Set(names)
    }

    /// Whether machines of an architecture run on the host's processor.
    func acceleration(_ capabilities: Capabilities, for architecture: Architecture) async throws(Failure)
        -> Acceleration
    {
        try Acceleration(
            capabilities, architecture: architecture, hostCPUFeatures: await processorFeatures(capabilities))
    }
}
