import Libvirt
import LibvirtXML

/// What a machine is now and what it will be at its next start, read at one moment.
struct MachineDefinitions: Sendable {
    /// nil when it does not run.
    var live: LibvirtXML.Domain?
    /// nil for a machine that is gone when it stops.
    var next: LibvirtXML.Domain?
    var hasSavedState: Bool
}

extension Machine {
    /// Reads both definitions: three calls for a machine that is off, four for one that runs. Passwords are left out.
    func definitions(_ task: @autoclosure () -> String) async throws(Failure) -> MachineDefinitions {
        let texts = try await doing(task()) { () throws(LibvirtError) -> (String?, String?, Bool) in
            let isPersistent = try await domain.isPersistent()
            let live = try await domain.isActive() ? try await domain.xml() : nil
            let next = isPersistent ? try await domain.xml(.inactive) : nil
            return (live, next, isPersistent ? try await domain.hasManagedSave() : false)
        }
        do throws(LibvirtXMLError) {
            return MachineDefinitions(
                live: try texts.0.map { text throws(LibvirtXMLError) in try LibvirtXML.Domain(parsing: text) },
                next: try texts.1.map { text throws(LibvirtXMLError) in try LibvirtXML.Domain(parsing: text) },
                hasSavedState: texts.2)
        } catch {
            throw Failure(.general, task(), why: "the host's definition of it cannot be read: \(error)")
        }
    }
}
