import Libvirt
import XMLTree

extension Domain {
    /// Replaces Roost's tags. What else Roost keeps with the domain stays as it is.
    func setTags(_ tags: [String], impact: Impact) async throws(LibvirtError) {
        try await changeMetadata(impact: impact) { $0.tags = tags }
    }

    /// Changes Roost's part of the metadata; what `change` does not name stays as it is.
    func changeMetadata(
        impact: Impact, _ change: (inout MachineMetadata) -> Void
    ) async throws(LibvirtError) {
        // libvirt gives every element without a prefix the namespace and the key, and refuses one that has declared it.
        var metadata = MachineMetadata(element: XMLElement("machine"))
        do throws(LibvirtError) {
            let text = try await self.metadata(.element, uri: MachineMetadata.namespace, impact: impact)
            do throws(XMLParseError) {
                metadata = try MachineMetadata(parsing: text)
            } catch {
                throw LibvirtError(code: .xmlError, message: "Roost's part of the metadata cannot be read: \(error)")
            }
        } catch {
            guard error.code == .noDomainMetadata else { throw error }
        }
        change(&metadata)
        let text: String?
        do throws(XMLWriteError) {
            text = metadata.isEmpty ? nil : try metadata.element.serialized()
        } catch {
            throw LibvirtError(code: .xmlError, message: "\(error)")
        }
        try await setMetadata(
            .element, to: text, key: MachineMetadata.prefix, uri: MachineMetadata.namespace, impact: impact)
    }
}
