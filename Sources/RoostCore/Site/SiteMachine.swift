/// A machine as commands speak to it: over libvirt, as ``Machine`` does, or through a server.
///
/// What each member does and throws is said where ``Machine`` has it.
public protocol SiteMachine: SiteDevices, SiteAddresses {
    func start(fresh: Bool, paused: Bool) async throws(Failure)
    func shutdown(by signal: PowerSignal, waiting limit: Duration?, force: Bool) async throws -> ShutdownOutcome
    func reboot(by signal: PowerSignal) async throws(Failure)
    func reset() async throws(Failure)
    func destroy() async throws(Failure)
    func suspend() async throws(Failure)
    func resume() async throws(Failure)
    func restore() async throws(Failure)
    func save(to file: String?) -> Operation<Void>
    func setAutostart(_ autostart: Bool) async throws(Failure)
    func change(_ change: MachineChange) async throws(Failure) -> MachineChangeReport
    func detail() async throws(Failure) -> MachineDetail
    func xml(_ which: Machine.Description, secrets: Bool) async throws(Failure) -> String
    func screenshot(screen: UInt32) async throws(Failure) -> ScreenPicture
    func wait(
        for condition: MachineCondition, timeout limit: Duration?,
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void
    ) async throws -> [MachineAddress]
    func waitUntilReady(
        timeout limit: Duration?, tell: @escaping @Sendable (FirstBootEvent) -> Void,
        notify: @escaping @Sendable (ReconnectNotice) async throws -> Void
    ) async throws -> [MachineAddress]

    /// The serial console; see ``Machine/console(device:)``.
    func openConsole(device: String?) async throws(Failure) -> any SiteConsole
    /// What came of its first serial port since it was made, as far as it is kept.
    func printedLog() async throws(Failure) -> any SiteLog
    /// Works out a clone; see ``Machine/planClone(as:copy:)``.
    func cloning(as name: String, copy: CloneCopy) async throws(Failure) -> any SiteClone
    /// Opens the definition to be edited; see ``DefinitionEdit``.
    func editing() async throws(Failure) -> any TextEdit
}
