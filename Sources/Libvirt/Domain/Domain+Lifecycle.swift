internal import CLibvirt

extension Domain {
    /// Starts the defined domain.
    ///
    /// Maps to `virDomainCreateWithFlags`.
    ///
    /// - Throws: `.operationInvalid` when it runs already.
    public func create(_ flags: StartFlags = []) async throws(LibvirtError) {
        try await call("virDomainCreateWithFlags") { unsafe virDomainCreateWithFlags($0, flags.rawValue) }
    }

    /// Starts the defined domain, handing it open files.
    ///
    /// Maps to `virDomainCreateWithFiles`.
    ///
    /// - Parameter files: descriptors, which stay the caller's; the connection must be to this host over a UNIX socket.
    public func create(files: [Int32], flags: StartFlags = []) async throws(LibvirtError) {
        try await call("virDomainCreateWithFiles") { domain in
            var files = files
            return unsafe virDomainCreateWithFiles(domain, UInt32(files.count), &files, flags.rawValue)
        }
    }

    /// Asks the guest to shut down, and does not wait for it. The guest may ignore it.
    ///
    /// Maps to `virDomainShutdownFlags`.
    ///
    /// - Throws: `.operationInvalid` when it does not run, `.agentUnresponsive` when the agent alone is asked and absent.
    public func shutdown(_ methods: ShutdownMethods = []) async throws(LibvirtError) {
        try await call("virDomainShutdownFlags") { unsafe virDomainShutdownFlags($0, methods.rawValue) }
    }

    /// Asks the guest to reboot, and does not wait for it. The guest may ignore it.
    ///
    /// Maps to `virDomainReboot`.
    public func reboot(_ methods: RebootMethods = []) async throws(LibvirtError) {
        try await call("virDomainReboot") { unsafe virDomainReboot($0, methods.rawValue) }
    }

    /// Resets the guest at once, as the button on a computer does. What it has not written is lost.
    ///
    /// Maps to `virDomainReset`.
    public func reset() async throws(LibvirtError) {
        try await call("virDomainReset") { unsafe virDomainReset($0, 0) }
    }

    /// Ends the domain by force, as pulling the plug does. What the guest has not written is lost.
    ///
    /// Maps to `virDomainDestroyFlags`.
    ///
    /// - Throws: `.operationInvalid` when it does not run.
    public func destroy(_ flags: DestroyFlags = []) async throws(LibvirtError) {
        try await call("virDomainDestroyFlags") { unsafe virDomainDestroyFlags($0, flags.rawValue) }
    }

    /// Freezes the guest; its memory stays where it is.
    ///
    /// Maps to `virDomainSuspend`.
    public func suspend() async throws(LibvirtError) {
        try await call("virDomainSuspend") { unsafe virDomainSuspend($0) }
    }

    /// Lets a suspended guest go on.
    ///
    /// Maps to `virDomainResume`.
    public func resume() async throws(LibvirtError) {
        try await call("virDomainResume") { unsafe virDomainResume($0) }
    }

    /// Asks the guest agent to put the guest to sleep.
    ///
    /// Maps to `virDomainPMSuspendForDuration`.
    ///
    /// - Parameter seconds: how long; 0 until it is woken, which is all that QEMU can do.
    public func sleep(_ target: Connection.SuspendTarget, seconds: UInt64 = 0) async throws(LibvirtError) {
        let target = UInt32(bitPattern: target.rawValue)
        try await call("virDomainPMSuspendForDuration") {
            unsafe virDomainPMSuspendForDuration($0, target, seconds, 0)
        }
    }

    /// Wakes a guest that has put itself to sleep.
    ///
    /// Maps to `virDomainPMWakeup`.
    public func wakeUp() async throws(LibvirtError) {
        try await call("virDomainPMWakeup") { unsafe virDomainPMWakeup($0, 0) }
    }

    /// Sends a non-maskable interrupt to the guest.
    ///
    /// Maps to `virDomainInjectNMI`.
    public func injectNMI() async throws(LibvirtError) {
        try await call("virDomainInjectNMI") { unsafe virDomainInjectNMI($0, 0) }
    }

    /// Removes the definition; a domain that runs goes on, and is gone once it stops.
    ///
    /// Maps to `virDomainUndefineFlags`.
    ///
    /// - Throws: `.operationInvalid` when there is more than a definition (a saved state, snapshots, firmware variables)
    ///   and the flags do not say what becomes of it.
    public func undefine(_ flags: UndefineFlags = []) async throws(LibvirtError) {
        try await call("virDomainUndefineFlags") { unsafe virDomainUndefineFlags($0, flags.rawValue) }
    }

    /// Renames a defined domain that does not run.
    ///
    /// Maps to `virDomainRename`.
    ///
    /// - Returns: a handle with the new name.
    public func rename(to newName: String) async throws(LibvirtError) -> Domain {
        try await call("virDomainRename", texts: [newName]) { unsafe virDomainRename($0, newName, 0) }
        return try await connection.domain(uuid: uuid)
    }

    /// Whether the domain is started together with the host.
    ///
    /// Maps to `virDomainGetAutostart`.
    public func autostart() async throws(LibvirtError) -> Bool {
        try await blocking("virDomainGetAutostart") { domain throws(LibvirtError) in
            var autostart: Int32 = 0
            unsafe try check(virDomainGetAutostart(domain, &autostart))
            return autostart != 0
        }
    }

    /// Sets whether the domain is started together with the host.
    ///
    /// Maps to `virDomainSetAutostart`.
    public func setAutostart(_ autostart: Bool) async throws(LibvirtError) {
        try await call("virDomainSetAutostart") { unsafe virDomainSetAutostart($0, autostart ? 1 : 0) }
    }

    /// Sets what is done when the guest powers off, reboots or crashes.
    ///
    /// Maps to `virDomainSetLifecycleAction`.
    public func setLifecycleAction(
        _ action: LifecycleAction, on occasion: LifecycleOccasion, impact: Impact = []
    ) async throws(LibvirtError) {
        let occasion = UInt32(bitPattern: occasion.rawValue)
        let action = UInt32(bitPattern: action.rawValue)
        try await call("virDomainSetLifecycleAction") {
            unsafe virDomainSetLifecycleAction($0, occasion, action, impact.rawValue)
        }
    }
}
