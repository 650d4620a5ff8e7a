import Libvirt

extension Machine {
    /// Roost's tags of the machine as it is defined, or as it runs where it is not defined. Maps to `virDomainGetMetadata`.
    /// - Returns: none for a machine that is gone.
    public func tags() async throws(Failure) -> [String] {
        do {
            let text = try await domain.metadata(.element, uri: MachineMetadata.namespace)
            return (try? MachineMetadata(parsing: text))?.tags ?? []
        } catch {
            if error.code == .noDomainMetadata || error.code == .noDomain { return [] }
            throw Failure("Cannot read the tags of \(label)", error)
        }
    }
}
