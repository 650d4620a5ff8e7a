import LibvirtXML
import OSInfo
import XMLTree

extension BlueprintContext {
    func serials() -> [LibvirtXML.Serial] {
        var serials: [LibvirtXML.Serial] =
            switch request.serials {
            case .none: []
            // libvirt makes the port of a console that stands for one, with the console's own settings.
            case .defaults: hasSerialConsole ? [] : [LibvirtXML.Serial(.pty)]
            case .given(let options): options.map { LibvirtXML.Serial(element: $0.device.element("serial")) }
            }
        if let path = serialLog, let first = serials.first, first.logFile == nil, Self.canLog(first.type) {
            serials[0].logFile = path
            serials[0].logAppend = true
        }
        return serials
    }

    private var serialLog: String? { facts.logDirectory.map { SerialLogFile(directory: $0, uuid: uuid).path } }

    /// What goes into a file anyway needs no second one.
    private static func canLog(_ type: CharacterSource?) -> Bool { type != .file && type != .null }

    func consoles() -> [LibvirtXML.Console] {
        switch request.consoles {
        case .none: []
        // The console of the first serial port is made by libvirt; saying it keeps the definition readable.
        case .defaults:
            request.serials == .defaults ? [LibvirtXML.Console(.pty)] : []
        case .given(let options): loggedConsoles(options)
        }
    }

    /// Where a console stands for the first serial port, the log is the console's.
    private func loggedConsoles(_ options: [ConsoleOption]) -> [LibvirtXML.Console] {
        var consoles = options.map { LibvirtXML.Console(element: $0.device.element("console")) }
        guard request.serials == .defaults, let path = serialLog,
            let first = options.firstIndex(where: { ($0.device.targetType ?? "serial") == "serial" }),
            consoles[first].logFile == nil, Self.canLog(consoles[first].type)
        else { return consoles }
        consoles[first].logFile = path
        consoles[first].logAppend = true
        return consoles
    }

    /// Whether a console that was asked for stands for the first serial port.
    private var hasSerialConsole: Bool {
        request.consoles.options.contains { ($0.device.targetType ?? "serial") == "serial" }
    }

    func channels(_ displays: DisplayPlan) throws(Failure) -> [LibvirtXML.Channel] {
        if request.channels == .none { return [] }
        var channels: [LibvirtXML.Channel] = []
        for option in request.channels.options {
            let type = option.device.type ?? "unix"
            // Hosts list few of the kinds that they have; this one depends on how QEMU was built.
            if type == "spicevmc" {
                try check(type, is: "channel", of: "--channel", among: host.channelTypes.map(\.rawValue))
            }
            channels.append(option.channel)
        }
        func add(_ channel: LibvirtXML.Channel) {
            if !channels.contains(where: { $0.name == channel.name }) { channels.append(channel) }
        }
        if guest.drives(.virtioConsole) || guest.isWindows { add(.guestAgent) }
        if displays.hasSPICE { add(.spiceAgent) }
        return channels
    }
}

extension ChannelOption {
    fileprivate var channel: LibvirtXML.Channel {
        var device = device
        if device.targetType == nil { device.targetType = device.targetAddress == nil ? "virtio" : "guestfwd" }
        if device.targetName == nil, device.targetType == "virtio" {
            switch device.type {
            case "spicevmc", "qemu-vdagent": device.targetName = "com.redhat.spice.0"
            case "unix": device.targetName = "org.qemu.guest_agent.0"
            default: break
            }
        }
        return LibvirtXML.Channel(element: device.element("channel"))
    }
}
