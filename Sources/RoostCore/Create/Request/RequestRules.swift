/// What the options of one request owe each other.
enum RequestRules {
    static func install(
        _ arguments: CreateArguments, boot: BootOption?, disks: DeviceChoice<DiskOption>,
        networks: DeviceChoice<NetworkOption>, in context: RequestContext
    ) throws(RequestError) -> InstallSource {
        if let image = arguments.cloud.image {
            try checkImage(arguments, boot: boot)
            return .image(image)
        }
        if let option = arguments.cloud.given {
            throw RequestError(
                option: option, what: "belongs to the first boot of an image",
                remedy: "Add --image NAME; 'roost image list' shows what there is.")
        }
        if let cdrom = arguments.cdrom {
            if arguments.isImport {
                throw RequestError(
                    option: "--import", what: "contradicts --cdrom: an imported disk needs no installation",
                    remedy: "Keep one of them; '--disk \(cdrom),device=cdrom' only attaches the image.")
            }
            if boot?.kernel != nil {
                throw RequestError(
                    option: "--cdrom", what: "contradicts --boot kernel=, which boots first",
                    remedy: "Write '--disk \(cdrom),device=cdrom' to attach the image.")
            }
            do throws(ValueProblem) {
                return .cdrom(path: try RequestPath.resolve(cdrom, in: context))
            } catch {
                throw RequestError(option: "--cdrom", error)
            }
        }
        if boot?.kernel != nil { return .kernel }
        let ordersDevices =
            networks.options.contains { $0.bootOrder != nil }
            || disks.options.contains { $0.device == .cdrom && $0.source != .empty }
        if !arguments.isImport, boot?.order.isEmpty == false || ordersDevices { return .bootOrder }
        guard arguments.isImport || boot != nil else { return .nothing }
        guard disks.options.contains(where: { $0.device == nil || $0.device == .disk || $0.device == .lun }) else {
            throw RequestError(
                option: arguments.isImport ? "--import" : "--boot", what: "there is no disk to boot",
                remedy: "Add --disk PATH of a disk that holds a system.")
        }
        return .importDisk
    }

    private static func checkImage(_ arguments: CreateArguments, boot: BootOption?) throws(RequestError) {
        let other =
            arguments.cdrom != nil
            ? "--cdrom" : arguments.isImport ? "--import" : boot?.kernel.map { _ in "--boot kernel=" }
        guard let other else { return }
        throw RequestError(
            option: "--image", what: "contradicts \(other): the machine boots the disk that is made from the image",
            remedy: "Keep one of them.")
    }

    /// The first disk is the one that is made from the image.
    static func disksFromImage(_ disks: DeviceChoice<DiskOption>) throws(RequestError) -> DeviceChoice<DiskOption> {
        var options = disks.options
        if disks == .defaults { options = [DiskOption()] }
        guard let first = options.firstIndex(where: { $0.device == nil || $0.device == .disk }) else {
            throw RequestError(
                option: "--image", what: "there is no disk that it could be copied to",
                remedy: "Leave --disk out, or add --disk size=GiB.")
        }
        guard options[first].backingStore == nil, options[first].server.protocol == nil else {
            throw RequestError(
                option: "--disk", what: "the first disk is made from the image, and has a source of its own",
                remedy: "Give the other disk after --disk size=GiB.")
        }
        options[first].isFromImage = true
        return .given(options)
    }

    static func check(_ request: MachineRequest) throws(RequestError) {
        try checkCPUs(request)
        try checkBootOrder(request)
        // As long as nothing else was known, the first could stand for the image.
        for disk in request.disks.options { try disk.checkHasSource() }
        try checkDisks(request.disks.options)
        try checkUnique(
            request.networks.options.compactMap { option in
                if case .fixed(let address) = option.mac { address.description } else { nil }
            }, option: "--network", suboption: "mac", remedy: "Give each interface its own, or leave it out.")
        try checkUnique(
            request.networks.options.compactMap(\.target), option: "--network", suboption: "target.dev",
            remedy: "Give each interface its own, or leave it out.")
        try checkUnique(
            request.graphics.options.flatMap { [$0.port, $0.tlsPort, $0.websocket] }.compactMap { choice in
                if case .fixed(let port) = choice { "\(port)" } else { nil }
            }, option: "--graphics", suboption: "port", remedy: "Give each display its own, or auto.")
        if request.tpm.options.count > 1 {
            throw RequestError(option: "--tpm", what: "a machine has one TPM at most", remedy: "Give --tpm once.")
        }
        try checkAliases(request)
        try checkUnattended(request)
        if request.wait == .ready, request.cloud == nil {
            throw RequestError(
                option: "--wait", what: "only the first boot of an image ends in 'ready'",
                remedy: "Give whole minutes, or --wait alone to wait for the end of an installation.")
        }
    }

    static func warnings(_ request: MachineRequest) -> [RequestWarning] {
        var warnings: [RequestWarning] = []
        if request.graphics.options.contains(where: { $0.password != nil }) {
            warnings.append(
                RequestWarning(
                    option: "--graphics",
                    what:
                        "A password on the command line can be read by other users of this computer and stays in the shell's history.",
                    remedy: "Leave it out to have one generated."))
        }
        if let memory = request.memory?.current, memory < 32 << 20 {
            let mebibytes = memory >> 20
            warnings.append(
                RequestWarning(
                    option: "--memory", what: "\(mebibytes) MiB is too little for nearly every system.",
                    remedy: "Write --memory \(mebibytes)G if GiB were meant."))
        }
        if request.install == .importDisk, let first = request.disks.options.first, case .newVolume = first.source,
            first.backingStore == nil
        {
            warnings.append(
                RequestWarning(
                    option: "--import", what: "The first disk is new and empty, so the machine has nothing to boot.",
                    remedy: "Give the path of a disk that holds a system."))
        }
        return warnings
    }

    private static func checkUnattended(_ request: MachineRequest) throws(RequestError) {
        guard request.unattended != nil else { return }
        func fail(_ what: String, _ remedy: String) -> RequestError {
            RequestError(option: "--unattended", what: what, remedy: remedy)
        }
        switch request.install {
        case .cdrom: break
        case .kernel where request.boot?.initrd != nil: break
        default:
            throw fail(
                "there is no installer to be answered",
                "Add --cdrom ISO, or --boot kernel=PATH,initrd=PATH of a network installer.")
        }
        guard request.start else { throw fail("contradicts --no-start", "Keep one of them.") }
        guard request.disks != .none else { throw fail("there is no disk to install to", "Add --disk size=GiB.") }
    }

    private static func checkCPUs(_ request: MachineRequest) throws(RequestError) {
        guard let topology = request.cpu?.topology, !topology.isEmpty else { return }
        guard request.vcpus?.topology.isEmpty != false else {
            throw RequestError(
                option: "--cpu", suboption: "topology", what: "the topology is given by --vcpus, too",
                remedy: "Keep one of them.")
        }
        if let count = request.vcpus?.maximumCount, topology.filled(for: count) == nil {
            throw RequestError(
                option: "--cpu", suboption: "topology",
                what: "\(count) CPUs do not fit a topology of \(topology.product)",
                remedy: "sockets × dies × cores × threads must be the number of CPUs, the maximum where one is given.")
        }
    }

    private static func checkBootOrder(_ request: MachineRequest) throws(RequestError) {
        let orders = request.disks.options.compactMap(\.bootOrder) + request.networks.options.compactMap(\.bootOrder)
        guard !orders.isEmpty else { return }
        if request.boot?.order.isEmpty == false {
            throw RequestError(
                option: "--boot", what: "an order of kinds of device contradicts boot.order= of single devices",
                remedy: "Keep one of them.")
        }
        if let twice = firstRepeated(orders) {
            throw RequestError(
                option: "--disk", suboption: "boot.order", what: "\(twice) is given to two devices",
                remedy: "Number the devices 1, 2, 3, …")
        }
    }

    private static func checkDisks(_ disks: [DiskOption]) throws(RequestError) {
        try checkUnique(
            disks.compactMap(\.target), option: "--disk", suboption: "target.dev",
            remedy: "Give each disk its own, or leave it out.")
        let written = disks.filter { $0.isReadOnly != true && $0.isShareable != true && $0.device != .cdrom }
        try checkUnique(
            written.compactMap { disk in
                switch disk.source {
                case .path(let path): path
                case .volume(let pool, let name): "\(pool)/\(name)"
                case .newVolume, .network, .empty: nil
                }
            }, option: "--disk", suboption: nil,
            remedy: "Attach it once: two writers destroy it. readonly=yes and shareable=yes allow it.")
    }

    private static func checkAliases(_ request: MachineRequest) throws(RequestError) {
        let characters =
            request.serials.options.map(\.device) + request.consoles.options.map(\.device)
            + request.channels.options.map(\.device)
        let aliases: [[String?]] = [
            request.disks.options.map(\.alias), request.networks.options.map(\.alias),
            request.controllers.options.map(\.alias), request.tpm.options.map(\.alias),
            request.rngs.options.map(\.alias),
            characters.map(\.alias),
        ]
        if let twice = firstRepeated(aliases.joined().compactMap(\.self)) {
            throw RequestError(
                option: "alias.name", what: "'\(twice)' is given to two devices",
                remedy: "Give each device its own, or leave it out.")
        }
    }

    private static func checkUnique(
        _ values: [String], option: String, suboption: String?, remedy: String
    ) throws(RequestError) {
        if let twice = firstRepeated(values) {
            throw RequestError(
                option: option, suboption: suboption, what: "\(ValueProblem.quote(twice)) is given twice",
                remedy: remedy)
        }
    }

    private static func firstRepeated<Value: Hashable>(_ values: [Value]) -> Value? {
        var seen: Set<Value> = []
        return values.first { !seen.insert($0).inserted }
    }
}
