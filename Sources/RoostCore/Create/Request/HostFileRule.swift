import LibvirtXML
import XMLTree

/// Which files of a host a request may name that comes from somebody who may make machines there, but not read the host's own
/// files: volumes of its pools, and no others. Whoever can give a machine any file as its disk can read that file.
///
/// It looks at the text of the options, at what was understood of them, and at the definition that came of it, so that a
/// mistake in one of them opens nothing.
public struct HostFileRule: Sendable {
    /// The pools by their directories.
    private let directories: [String: String]
    let pools: Set<String>
    /// The directory of the image store.
    let images: String?

    /// Random numbers are nobody's secret.
    private static let randomness: Set<String> = ["/dev/urandom", "/dev/random"]
    /// Ends of a character device that neither name a file nor open a port.
    private static let plainTypes: Set<String> = ["pty", "null", "vc", "unix", "spicevmc", "spiceport", "qemu-vdagent"]

    /// - Parameter pools: of the host. One that is gone when it stops was made in passing, and says nothing about what may
    ///   be used.
    public init(pools: [PoolSummary]) {
        let lasting = pools.filter { $0.active && $0.persistent }
        let places = lasting.compactMap { pool in pool.path.map { (Self.withoutSlash($0), pool.name) } }
        directories = Dictionary(places, uniquingKeysWith: { first, _ in first })
        self.pools = Set(lasting.map(\.name))
        images = places.first { $0.1 == Host.imagePoolName }?.0
    }

    private static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Looks at what was written. Nothing is asked of the host, so that an answer tells nothing about its files.
    /// - Throws: ``Failure`` of kind permission.
    public func check(_ arguments: CreateArguments) throws(Failure) {
        let options: [(String, [String?])] = [
            ("--cdrom", [arguments.cdrom]), ("--boot", [arguments.boot]), ("--disk", arguments.disks),
            ("--network", arguments.networks), ("--graphics", arguments.graphics),
            ("--controller", arguments.controllers), ("--channel", arguments.channels),
            ("--console", arguments.consoles), ("--serial", arguments.serials), ("--tpm", arguments.tpms),
            ("--rng", arguments.rngs), ("--cpu", [arguments.cpu]), ("--memory", [arguments.memory]),
            ("--vcpus", [arguments.vcpus]), ("--machine", [arguments.machine]), ("--image", [arguments.cloud.image]),
        ]
        for (option, texts) in options {
            for text in texts.compactMap(\.self) where text.contains("/") { try check(text, option) }
        }
    }

    /// Every piece of the text with a slash in it must be a volume.
    private func check(_ text: String, _ option: String) throws(Failure) {
        // Whatever quoting hides is not looked for.
        guard !text.contains(where: { "'\"\\".contains($0) }) else { throw refusal(option, nil) }
        for piece in text.split(whereSeparator: { ",=".contains($0) }) where piece.contains("/") {
            guard isVolume(String(piece)) else { throw refusal(option, String(piece)) }
        }
    }

    private func isVolume(_ text: String) -> Bool {
        if Self.randomness.contains(text) { return true }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, !name.isEmpty, !parts.contains(".."), !parts.contains(".") else { return false }
        let place = parts.dropLast().joined(separator: "/")
        return text.hasPrefix("/") ? directories[place] != nil : parts.count == 2 && pools.contains(place)
    }

    /// The pool in whose directory the file lies.
    func pool(of path: String) -> String? {
        guard path.hasPrefix("/"), isVolume(path) else { return nil }
        return path.lastIndex(of: "/").flatMap { directories[String(path[..<$0])] }
    }

    /// Looks at what was understood.
    /// - Throws: ``Failure`` of kind permission.
    public func check(_ request: MachineRequest) throws(Failure) {
        try checkReach(request)
        for disk in request.disks.options {
            if case .network = disk.source { throw refusal("--disk", nil) }
        }
        if let boot = request.boot,
            [boot.loader, boot.nvram, boot.nvramTemplate, boot.dtb].contains(where: { $0 != nil })
        {
            throw refusal("--boot", nil)
        }
        let devices =
            request.serials.options.map { ("--serial", $0.device) }
            + request.consoles.options.map { ("--console", $0.device) }
            + request.channels.options.map { ("--channel", $0.device) }
        for (option, device) in devices {
            let isPlain = device.type.map(Self.plainTypes.contains) ?? true
            guard isPlain, device.path == nil, device.logFile == nil else { throw refusal(option, device.path) }
        }
    }

    /// Looks at what came of it, and at the first bytes of the volumes in it that are there already: what a guest has written
    /// into its disk could send another machine to any file of the host.
    /// - Returns: the machine with all that was seen written into its definition, so that it is not looked for again at a time
    ///   when a guest has written something else.
    /// - Throws: ``Failure`` of kind permission.
    public func checked(_ prepared: PreparedMachine, on host: Host) async throws(Failure) -> PreparedMachine {
        let paths = try files(of: prepared)
        let volumes = prepared.plan.volumes.map(\.volume)
        let disks = prepared.disks
        for image in volumes.compactMap(\.copy?.image) {
            guard let place = image.place else { throw refusal("--image", image.name) }
            _ = try await layers(place, stated: image.format, on: host)
        }
        let pinned = try await pinned(disks, new: volumes, on: host)
        // A kernel and its like are read as they are, and need not be volumes that libvirt knows of.
        let known = Set(disks.compactMap(\.place) + volumes.map(\.place))
        for path in paths where !known.contains(.path(path)) && !Self.randomness.contains(path) && isVolume(path) {
            do throws(Failure) {
                _ = try await layers(.path(path), stated: nil, on: host)
            } catch {
                guard error.kind == .notFound else { throw error }
            }
        }
        var prepared = prepared
        try prepared.setDisks(pinned)
        return prepared
    }

    /// Disks with all that was seen of their images written into them.
    /// - Parameter volumes: those that are yet to be made.
    func pinned(
        _ disks: [LibvirtXML.Disk], new volumes: [NewVolume], on host: Host
    ) async throws(Failure) -> [LibvirtXML.Disk] {
        try checkStore(disks, new: volumes)
        var pinned: [LibvirtXML.Disk] = []
        for disk in disks {
            guard disk.source != nil else {
                pinned.append(disk)
                continue
            }
            guard let place = disk.place else { throw refusal("--disk", nil) }
            guard let volume = volumes.first(where: { $0.place == place }) else {
                let layers = try await layers(place, stated: disk.format?.rawValue ?? "raw", on: host)
                pinned.append(disk.pinned(to: layers))
                continue
            }
            guard let backing = volume.backing else {
                pinned.append(disk)
                continue
            }
            let below = try await layers(.path(backing.path), stated: backing.format, on: host)
            // Images of the store stay as they are, and so does what stands on them.
            let own = ImageLayer(path: volume.path, format: volume.format)
            pinned.append(isStored(backing.path) ? disk : disk.pinned(to: [own] + below))
        }
        return pinned
    }

    /// Looks at a device for a machine that is there already.
    /// - Parameter newDisks: the paths that are made for it.
    func checkFiles(of device: XMLElement, newDisks: [String]) throws(Failure) {
        let foreign = Self.paths(in: device).first { path in
            !isVolume(path) && !newDisks.contains(path) && !Self.randomness.contains(path)
        }
        if let foreign { throw refusal("The device", foreign) }
    }

    /// All files that the definition names, except for its own log.
    private func files(of prepared: PreparedMachine) throws(Failure) -> [String] {
        let definition: XMLElement
        do {
            definition = try XMLElement(parsing: prepared.xml)
        } catch {
            throw Failure(.general, "Cannot create \(prepared.name)", why: "\(error)")
        }
        let uuid = definition.first("uuid")?.text ?? ""
        let paths = ["os", "devices"].compactMap { definition.first($0) }.flatMap(Self.paths).filter { path in
            uuid.isEmpty || !path.hasSuffix("/" + SerialLogFile.name(uuid))
        }
        // A pool that is not there yet is made with the machine.
        let newPool = prepared.plan.pool.map { Self.withoutSlash($0.path) + "/" }
        let foreign = paths.first { path in
            !isVolume(path) && !prepared.newDisks.contains(path) && newPool.map(path.hasPrefix) != true
        }
        if let foreign { throw refusal("The definition", foreign) }
        return paths
    }

    /// All that looks like a file, except for the emulator, which no option names.
    private static func paths(in element: XMLElement) -> [String] {
        guard element.name != "emulator" else { return [] }
        let own = element.attributes.map(\.value) + (element.elements.isEmpty ? [element.text] : [])
        return own.filter { $0.hasPrefix("/") } + element.elements.flatMap(paths)
    }

    func refusal(_ option: String, _ path: String?) -> Failure {
        Failure(
            .permission, "\(option) names something outside the host's pools",
            why: path.map { "\(ValueProblem.quote($0)) is no volume of a pool that runs" },
            remedy: "Put it into a pool and name it vol=POOL/VOLUME or by its path there, or ask an administrator.")
    }
}

extension ImageFacts {
    /// Where it lies, by its path if it has one.
    fileprivate var place: StoragePlace? {
        path.map(StoragePlace.path) ?? volume.map { .volume(pool: $0.pool, name: $0.name) }
    }
}
