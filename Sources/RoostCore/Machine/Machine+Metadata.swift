import Libvirt
import XMLTree

extension Machine {
    /// What Roost knows of the machine, as it runs or, where it is off, as it is defined. Maps to `virDomainGetMetadata`.
    func metadata() async throws(Failure) -> MachineMetadata {
        do throws(LibvirtError) {
            let text = try await domain.metadata(.element, uri: MachineMetadata.namespace)
            return (try? MachineMetadata(parsing: text)) ?? MachineMetadata()
        } catch {
            if error.code == .noDomainMetadata { return MachineMetadata() }
            throw Failure("Cannot read what is known of \(label)", error)
        }
    }

    /// Changes it for the running machine and for its next start. Maps to `virDomainSetMetadata`.
    func changeMetadata(_ change: (inout MachineMetadata) -> Void) async throws(Failure) {
        try await doing("Cannot note what is known of \(label)") { () throws(LibvirtError) in
            if try await domain.isActive() { try await domain.changeMetadata(impact: .live, change) }
            if try await domain.isPersistent() { try await domain.changeMetadata(impact: .config, change) }
        }
    }
}
