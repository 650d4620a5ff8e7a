import Libvirt
import LibvirtXML
import XMLTree

// What all changes of devices share.

extension Machine {
    /// The document of a device as libvirt takes it.
    static func text(of element: XMLElement, _ task: String) throws(Failure) -> String {
        do {
            return try element.serialized()
        } catch {
            throw Failure(.usage, task, why: "\(error)")
        }
    }

    /// Makes one call for the running machine and for its definition, as far as each is concerned. It is done for both or
    /// for none; what the running machine cannot take comes at the next start alone.
    /// - Parameters:
    ///   - whyNotNow: the reason, where it is known before that the running machine cannot.
    ///   - call: libvirt's call.
    func applying(
        _ what: String, live: Bool, next: Bool, whyNotNow: String? = nil, _ task: String,
        _ call: (Libvirt.Domain.DeviceFlags) async throws(LibvirtError) -> Void
    ) async throws(Failure) -> MachineDeviceReport.Effect {
        var effect = MachineDeviceReport.Effect(
            what: what, isNow: live, isAtNextStart: next, whyNotNow: live ? whyNotNow : nil)
        if live, whyNotNow == nil {
            do throws(LibvirtError) {
                try await call(next ? [.live, .config] : .live)
                return effect
            } catch {
                guard let reason = DeviceRefusal.reason(error) else { throw Failure(task, error) }
                effect.whyNotNow = reason
            }
        }
        if let reason = effect.whyNotNow {
            effect.isNow = false
            guard next else { throw notNow(task, reason) }
        }
        if next { try await doing(task) { () throws(LibvirtError) in try await call(.config) } }
        return effect
    }

    func notNow(_ task: String, _ reason: String) -> Failure {
        Failure(
            .unsupported, "\(task) now", why: reason,
            remedy: "Leave --now out to have it from the next start on, or shut it down first.")
    }

    /// Changes the definition for the next start by writing all of it anew. Maps to `virDomainDefineXMLFlags`.
    /// - Throws: ``Failure``; of kind state when somebody else changed it at the same time.
    func redefine(
        _ task: String, _ edit: (inout LibvirtXML.Domain) throws(Failure) -> Void
    ) async throws(Failure) {
        func read() async throws(Failure) -> String {
            // A definition without its passwords would lose them.
            try await doing(task) { () throws(LibvirtError) in try await domain.xml([.inactive, .secure]) }
        }
        let before = try await read()
        var definition: LibvirtXML.Domain
        do throws(LibvirtXMLError) {
            definition = try LibvirtXML.Domain(parsing: before)
        } catch {
            throw Failure(.general, task, why: "the host's definition of it cannot be read: \(error)")
        }
        try edit(&definition)
        let text = try Self.text(of: definition.element, task)
        guard try await read() == before else {
            throw Failure(.state, task, why: "somebody else changed it at the same time", remedy: "Try again.")
        }
        try await doing(task) { () throws(LibvirtError) in
            _ = try await host.connection.defineDomain(xml: text)
        }
    }
}

extension LibvirtXML.Domain {
    /// Whether it has a controller that SCSI disks can sit on.
    var hasSCSI: Bool { self.devices.controllers.contains { $0.type == .scsi } }

    /// Gives it the controller that SCSI disks sit on best. libvirt's own choice has no driver in cloud images.
    mutating func addSCSIWhereNone() {
        guard !hasSCSI else { return }
        self.devices.append(LibvirtXML.Controller(.scsi, index: 0, model: .virtioSCSI))
    }
}
