import LibvirtXML

extension MachineRequest {
    /// What the making of machines is asked for a device of one that is there already.
    init(deviceOf definition: LibvirtXML.Domain, isActive: Bool, disk: DiskOption?, interface: NetworkOption?) {
        name = definition.name
        // Such a machine may boot anything, a cloud image too.
        install = .importDisk
        arch = definition.os.architecture?.rawValue
        machine = definition.os.machine
        virtType = definition.type?.rawValue
        disks = disk.map { .given([$0]) } ?? .none
        networks = interface.map { .given([$0]) } ?? .none
        graphics = .none
        controllers = .none
        channels = .none
        consoles = .none
        serials = .none
        tpm = .none
        rngs = .none
        tags = []
        autostart = false
        noAutoconsole = true
        start = isActive
        noWait = true
        if let id = definition.osInfo?.id {
            var system = OSOption()
            system.id = id
            os = system
        }
    }
}

extension MachinePlatform {
    /// What a machine that is there already is.
    init(_ definition: LibvirtXML.Domain, _ capabilities: Capabilities) {
        architecture = definition.os.architecture ?? capabilities.architecture ?? .x86_64
        machine = definition.os.machine ?? ""
        acceleration = definition.type == .kvm ? .kvm : .emulation(reason: "")
        emulator =
            definition.devices.emulator
            ?? capabilities.guest(architecture)?.emulatorPath(for: definition.type ?? .qemu) ?? ""
    }
}
