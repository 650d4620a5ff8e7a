import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Machine {
    /// All that libvirt, the guest agent and the leases tell about it. What one of them cannot tell is left out; a guest or
    /// agent that hangs does not hold it up.
    public func detail() async throws(Failure) -> MachineDetail {
        let task = "Cannot show \(label)"
        let status = try await doing(task) { () throws(LibvirtError) in try await domain.status() }
        let state = MachineState(status.state)
        let (description, maySeeSecrets) = try await descriptionWithSecrets()
        let persistent = try await doing(task) { () throws(LibvirtError) in try await domain.isPersistent() }
        let statistics = state.isActive ? await statistics() : nil
        let addresses =
            state.isActive
            ? await addresses(ofCards: description.macs, agentConnected: description.agentIsConnected == true) : [:]
        let maximumVCPUs = Int(clamping: description.maximumVCPUs ?? 1)
        return MachineDetail(
            name: description.name, uuid: uuid, id: state.isActive ? description.id : nil, host: host.name,
            state: state, reason: status.reasonText, title: description.title, notes: description.description,
            tags: MachineMetadata(of: description).tags, os: description.osInfo,
            // Drivers without autostart or saved states have no machine that uses them.
            autostart: (try? await domain.autostart()) ?? false, persistent: persistent,
            hasSavedState: (try? await domain.hasManagedSave()) ?? false,
            vcpus: statistics?.vcpuCurrent.map { Int(clamping: $0) } ?? description.currentVCPUs.map {
                Int(clamping: $0)
            }
                ?? maximumVCPUs,
            maximumVCPUs: maximumVCPUs,
            memory: statistics?.balloonCurrent.map { $0.multipliedSaturating(by: 1024) }
                ?? description.currentMemory ?? description.memory,
            maximumMemory: description.memory, architecture: description.os.architecture?.rawValue,
            machineType: description.os.machine, firmware: description.os.firmwareName,
            acceleration: description.type?.acceleration,
            agentConnected: state.isActive
                ? description.agentIsConnected : description.agentIsConnected.map { _ in false },
            disks: try await disks(of: description, isActive: state.isActive, statistics),
            interfaces: description.devices.interfaces.map { MachineInterface($0, addresses) },
            graphics: description.devices.graphics.map { MachineGraphics($0, maySeeSecrets: maySeeSecrets) },
            snapshots: try await snapshots())
    }

    /// libvirt leaves the passwords out for those who may not see them, and with them the fact that there are any.
    private func descriptionWithSecrets() async throws(Failure) -> (LibvirtXML.Domain, maySeeSecrets: Bool) {
        do throws(Failure) {
            return (try await description(secrets: true), true)
        } catch {
            guard error.kind == .permission else { throw error }
            return (try await description(), false)
        }
    }

    private func statistics() async -> DomainStatistics? {
        try? await host.connection.statistics(of: [domain], [.balloon, .vcpu, .block], flags: .noWait).first
    }

    /// The snapshots, oldest first.
    private func snapshots() async throws(Failure) -> [MachineSnapshot] {
        let found: [Libvirt.DomainSnapshot]
        do {
            found = try await domain.snapshots()
        } catch {
            if error.code == .noSupport { return [] }
            throw Failure("Cannot list the snapshots of \(label)", error)
        }
        if found.isEmpty { return [] }
        let current = try? await domain.currentSnapshot()?.name
        let rows = try await concurrently(found) { snapshot throws(Failure) in
            // One that was deleted in the meantime is none any more.
            let text = try? await snapshot.xml()
            let description = text.flatMap { try? LibvirtXML.DomainSnapshot(parsing: $0) }
            return description.map { description in
                MachineSnapshot(
                    name: snapshot.name,
                    created: description.creationTime.map { Date(timeIntervalSince1970: TimeInterval($0)) },
                    state: description.state, description: description.description, parent: description.parent,
                    current: snapshot.name == current)
            }
        }
        return rows.compactMap(\.self).sorted {
            ($0.created ?? .distantPast, $0.name) < ($1.created ?? .distantPast, $1.name)
        }
    }
}

extension UInt64 {
    /// What a host claims beyond all measure is the largest number.
    func multipliedSaturating(by factor: UInt64) -> UInt64 {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}

extension Libvirt.Domain.Status {
    /// Why it is in its state; nil where that is not known.
    fileprivate var reasonText: String? {
        let text =
            runningReason?.description ?? pausedReason?.description ?? shutdownReason?.description
            ?? shutOffReason?.description ?? crashedReason?.description
        return text?.hasPrefix("unknown") == true ? nil : text
    }
}
