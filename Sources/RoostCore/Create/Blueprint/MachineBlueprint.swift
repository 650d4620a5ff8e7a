public import LibvirtXML
import XMLTree

/// A new machine, decided to the last device: what libvirt is told and what has to be made before.
public struct MachineBlueprint: Sendable {
    /// The machine's definition, fit to be shown: a display that has a password carries a placeholder that has expired, so
    /// that nobody gets in should it be defined as it is. See ``definition()``.
    public let domain: Domain
    /// The images to make, in the machine's order of disks.
    public let volumes: [NewVolume]
    /// What was there before and is used as it is; nothing of it may be changed or removed when the creation fails.
    public let existingStorage: [StoragePlace]
    /// What its author should know, a sentence each.
    public let notices: [String]
    /// The password of displays that others can reach and that were given none. For the person's eyes, once.
    public let generatedPassword: Secret?

    /// The passwords of displays by their place among the displays of ``domain``, which is made here and by nobody else.
    private let passwords: [Int: DisplayPassword]

    /// - Parameters:
    ///   - facts: those of the host, gathered for this very request.
    ///   - generator: where a password comes from.
    /// - Throws: ``Failure`` when the name is taken, storage is missing or in use, the host lacks what is asked for, or the
    ///   request does not say what the machine boots.
    public init(
        _ request: MachineRequest, on facts: HostFacts, using generator: inout some Swift.RandomNumberGenerator
    ) throws(Failure) {
        guard !facts.machineNames.contains(request.name) else {
            throw Failure(
                .exists, "A machine called \(request.name) exists already",
                remedy: "Choose another name, or delete that one: roost delete \(ShellWord.quoted(request.name))")
        }
        let uuid = request.uuid?.description ?? BlueprintContext.uuid(using: &generator)
        let context = BlueprintContext(request, facts, uuid: uuid)
        let storage = try StoragePlan(context)
        let displays = try DisplayPlan(context, using: &generator)

        var domain = Domain(
            facts.platform.domainType, name: request.name, memory: context.maximumMemory,
            vcpus: UInt(context.maximumVCPUs))
        domain.element.insert(XMLElement("uuid", text: uuid), afterLast: "name")
        domain.title = request.title
        domain.description = request.description
        context.setMetadata(of: &domain, seed: storage.seedPath)
        context.setMemory(of: &domain)
        try context.setVCPUs(of: &domain)
        domain.os = try context.operatingSystem(storage)
        domain.features = try context.features()
        domain.cpu = try context.cpu()
        domain.clock = context.clock()
        domain.onPowerOff = .destroy
        domain.onReboot = .restart
        domain.onCrash = .destroy
        // The other architectures' firmware knows neither, and libvirt refuses to switch off what is not there.
        if context.platform.isX86 {
            domain.suspendToMemory = false
            domain.suspendToDisk = false
        }
        domain.devices = try context.devices(storage, displays)
        var interfaces = domain.devices.interfaces
        context.fixAddresses(of: &interfaces, using: &generator)
        domain.devices.interfaces = interfaces
        guard request.install != .nothing else {
            throw Failure(
                .usage, "\(request.name) has nothing to boot",
                remedy: "Add --cdrom ISO to install, --import to boot the disk, or --boot kernel=PATH or network.")
        }

        self.domain = domain
        volumes = storage.volumes
        existingStorage = storage.existing
        notices = storage.notices + context.notices
        generatedPassword = displays.generatedPassword
        passwords = displays.passwords
    }

    /// - Throws: ``Failure`` when the name is taken, storage is missing or in use, or the host lacks what is asked for.
    public init(_ request: MachineRequest, on facts: HostFacts) throws(Failure) {
        var generator = SystemRandomNumberGenerator()
        try self.init(request, on: facts, using: &generator)
    }

    /// The definition that libvirt gets: with the passwords of displays. Not to be printed or logged.
    public func definition() -> Domain {
        var domain = domain
        var displays = domain.devices.graphics
        for (index, password) in passwords where displays.indices.contains(index) {
            password.set(on: &displays[index])
        }
        domain.devices.graphics = displays
        return domain
    }
}
