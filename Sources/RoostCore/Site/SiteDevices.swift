/// The devices of a machine as commands speak of them: over libvirt, or through a server. What is typed is understood where
/// the host is spoken to.
///
/// What each member does and throws is said where ``Machine`` has it.
public protocol SiteDevices: SiteItem {
    func diskRows() async throws(Failure) -> [MachineDiskRow]
    func interfaceRows() async throws(Failure) -> [MachineInterfaceRow]
    /// Decides a new device; nothing is made.
    func attachment(
        of device: TypedDevice, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteAttachment
    /// Works out what the detaching of a disk or drive takes away.
    func detachment(
        ofDisk disk: String, scope: MachineChange.Scope, deletingVolume: Bool
    ) async throws(Failure) -> any SiteDetachment
    /// The same for an interface.
    func detachment(
        ofInterface interface: String, scope: MachineChange.Scope
    ) async throws(Failure) -> any SiteDetachment
    func changeDisk(
        _ disk: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport
    func changeInterface(
        _ interface: String, to changes: TypedOption, scope: MachineChange.Scope
    ) async throws(Failure) -> MachineDeviceReport
    /// - Parameter drive: its target; nil for the only one.
    func changeMedium(
        _ change: MediumWish, drive: String?, scope: MachineChange.Scope, force: Bool
    ) async throws(Failure) -> MachineDeviceReport
    /// Works out what a new size would mean for a disk.
    func resizing(_ disk: String, to wish: DiskSizeWish) async throws(Failure) -> any SiteDiskResize
}

extension SiteDevices {
    /// The drive that is meant where none is named.
    /// - Parameter targets: of the CD-ROM drives that there are.
    /// - Throws: ``Failure`` where that is not one.
    package func onlyDrive(of targets: some Collection<String>) throws(Failure) -> String {
        let targets = Set(targets).sorted()
        if targets.count == 1 { return targets[0] }
        guard !targets.isEmpty else {
            throw Failure(
                .notFound, "\(label) has no CD-ROM drive",
                remedy: "Give it one: roost disk attach \(reference) device=cdrom")
        }
        throw Failure(
            .usage, "\(label) has \(targets.count) CD-ROM drives: \(targets.joined(separator: ", "))",
            remedy: "Say which: --drive \(targets[0])")
    }
}
