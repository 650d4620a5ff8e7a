import LibvirtXML
import XMLTree

/// A machine that is decided and checked, and not yet made.
public struct PreparedMachine: Sendable {
    public let name: String
    /// What its author should know, a sentence each.
    public let notices: [String]
    /// The password of displays that others can reach and that were given none. For the person's eyes, once.
    public let generatedPassword: Secret?
    /// The definition as XML, fit to be shown: without passwords.
    public private(set) var xml: String
    /// The disks that will be made: paths, or names where a pool's volumes have none.
    public let newDisks: [String]
    /// What cloud-init is told at the first boot, fit to be shown: without passwords. nil where nothing is sent.
    public let cloudInit: String?

    let acceleration: Acceleration
    let displays: [String]
    private(set) var plan: CreationPlan
    /// What ``xml`` is written from.
    private var domain: Domain
    /// What libvirt is told: with passwords.
    private var definition: Domain

    init(
        _ request: MachineRequest, _ blueprint: MachineBlueprint, _ survey: Survey, _ cloud: CloudPlan? = nil,
        _ installer: UnattendedPlan? = nil,
        notices: [String], isLocal: Bool
    ) throws(Failure) {
        name = request.name
        self.notices = notices
        generatedPassword = blueprint.generatedPassword
        acceleration = survey.facts.platform.acceleration
        displays = blueprint.domain.devices.graphics.compactMap { $0.type?.rawValue }
        newDisks = blueprint.volumes.filter { !$0.isSeed }.map { $0.path ?? $0.name }
        cloudInit = cloud?.shown
        domain = blueprint.domain
        definition = blueprint.definition()
        let text: (shown: String, definition: String) = try Self.text(domain, definition, name: request.name)
        xml = text.shown
        let volumes = blueprint.volumes.map { volume in
            var volume = volume
            if volume.isSeed, let seed = cloud?.seed { volume.capacity = UInt64(seed.count) }
            return volume
        }
        plan = CreationPlan(
            name: request.name, definition: text.definition, pool: survey.missingPool(for: volumes),
            volumes: survey.plans(for: volumes, isLocal: isLocal),
            seed: cloud?.seed, keepsVariables: request.boot?.nvram != nil, installer: installer,
            autostart: request.autostart, start: request.start)
    }

    private static func text(
        _ domain: Domain, _ definition: Domain, name: String
    ) throws(Failure) -> (shown: String, definition: String) {
        do {
            return (try domain.xml(.indented(by: 2)), try definition.xml())
        } catch {
            throw Failure(.usage, "Cannot create \(name)", why: "\(error)")
        }
    }

    /// The disks and drives of its definition.
    var disks: [LibvirtXML.Disk] { domain.devices.disks }

    /// Puts others in their place, in what is shown as in what libvirt is told.
    mutating func setDisks(_ disks: [LibvirtXML.Disk]) throws(Failure) {
        domain.devices.disks = disks
        definition.devices.disks = disks
        let text = try Self.text(domain, definition, name: name)
        xml = text.shown
        plan.definition = text.definition
    }
}
