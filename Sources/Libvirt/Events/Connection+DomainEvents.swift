internal import CLibvirt

extension Connection {
    /// Starts to listen to domains.
    ///
    /// Maps to `virConnectDomainEventRegisterAny` and `virConnectDomainEventDeregisterAny`.
    ///
    /// - Parameters:
    ///   - kinds: what to listen to; a hypervisor may lack some.
    ///   - domain: the one to listen to; nil for all, those to come included.
    ///   - capacity: number of events that wait for a slow consumer before they are replaced by `.resynchronise`.
    public func domainEvents(
        _ kinds: Set<DomainEvent.Kind> = [.lifecycle], of domain: Domain? = nil,
        capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<DomainEvent> {
        let registrations = DomainEvent.Kind.allCases.filter(kinds.contains).map { kind in
            EventRegistration(
                "virConnectDomainEventRegisterAny", key: "\(kind) \(domain?.uuid.description ?? "")"
            ) { connection, channel in
                let (id, callback) = unsafe domainCallback(for: kind)
                return unsafe virConnectDomainEventRegisterAny(
                    connection, domain?.handle.pointer, Int32(bitPattern: id.rawValue), callback, channel, releaseObject
                )
            } deregister: {
                unsafe _ = virConnectDomainEventDeregisterAny($0, $1)
            }
        }
        return try await subscribe(to: registrations, in: eventRegistries.domains, capacity: capacity)
    }

    /// Starts to listen to QEMU's own events, which libvirt passes on as they are and does not support.
    ///
    /// Maps to `virConnectDomainQemuMonitorEventRegister` and `virConnectDomainQemuMonitorEventDeregister`.
    ///
    /// - Parameter name: of the event, such as `BLOCK_IO_ERROR`; nil for all.
    public func qemuMonitorEvents(
        named name: String? = nil, of domain: Domain? = nil, capacity: Int = Connection.defaultEventCapacity
    ) async throws(LibvirtError) -> EventSequence<QEMUMonitorEvent> {
        if let name { try checkText(name, "the event's name") }
        let registration = EventRegistration(
            "virConnectDomainQemuMonitorEventRegister",
            key: "\(domain?.uuid.description ?? "") \(name ?? "")"
        ) { connection, channel in
            unsafe virConnectDomainQemuMonitorEventRegister(
                connection, domain?.handle.pointer, name, qemuMonitorEvent, channel, releaseObject, 0)
        } deregister: {
            unsafe _ = virConnectDomainQemuMonitorEventDeregister($0, $1)
        }
        return try await subscribe(to: [registration], in: eventRegistries.qemuMonitor, capacity: capacity)
    }
}

private func qemuMonitorEvent(
    _ connection: OpaquePointer?, _ domain: OpaquePointer?, _ name: UnsafePointer<CChar>?, _ seconds: Int64,
    _ microseconds: UInt32, _ details: UnsafePointer<CChar>?, _ channel: UnsafeMutableRawPointer?
) {
    guard let domain = unsafe DomainReference(domain) else { return }
    let event = unsafe QEMUMonitorEvent(
        domain: domain, name: copyString(name) ?? "", seconds: seconds, microseconds: microseconds,
        details: copyString(details))
    unsafe send(event, to: channel)
}
