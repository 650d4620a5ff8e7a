import XMLTree

/// Which files of a host a request may name that comes from somebody who may make machines there, but not read the host's own
/// files: volumes of its pools, and no others. Whoever can give a machine any file as its disk can read that file.
///
/// It looks at the text of the options, at what was understood of them, and at the definition that came of it, so that a
/// mistake in one of them opens nothing.
public struct HostFileRule: Sendable {
    private let directories: Set<String>
    private let pools: Set<String>

    /// Random numbers are nobody's secret.
    private static let randomness: Set<String> = ["/dev/urandom", "/dev/random"]
    /// Ends of a character device that neither name a file nor open a port.
    private static let plainTypes: Set<String> = ["pty", "null", "vc", "unix", "spicevmc", "spiceport", "qemu-vdagent"]

    /// - Parameter pools: of the host. One that is gone when it stops was made in passing, and says nothing about what may
    ///   be used.
    public init(pools: [PoolSummary]) {
        let lasting = pools.filter { $0.active && $0.persistent }
        directories = Set(lasting.compactMap(\.path).map(Self.withoutSlash))
        self.pools = Set(lasting.map(\.name))
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
        return text.hasPrefix("/") ? directories.contains(place) : parts.count == 2 && pools.contains(place)
    }

    /// Looks at what was understood.
    /// - Throws: ``Failure`` of kind permission.
    public func check(_ request: MachineRequest) throws(Failure) {
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
    /// - Throws: ``Failure`` of kind permission.
    public func check(_ prepared: PreparedMachine, on host: Host) async throws(Failure) {
        for path in try files(of: prepared) where !prepared.newDisks.contains(path) {
            guard !Self.randomness.contains(path) else { continue }
            let volume: Volume
            do throws(Failure) {
                volume = try await host.volume(VolumeAddress(path))
            } catch {
                if error.kind == .notFound { continue }
                throw error
            }
            let length = UInt64(ImageHeader.wanted)
            let header = ImageHeader(
                try await volume.bytes(length, from: 0, for: "Cannot look at \(volume.address)"), length: .max)
            guard !header.hasDataFile, !header.hasBacking || header.backing.map({ isVolume($0.path) }) == true else {
                throw refusal("The disk \(volume.address)", header.backing?.path ?? header.dataFile)
            }
        }
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

    private func refusal(_ option: String, _ path: String?) -> Failure {
        Failure(
            .permission, "\(option) names something outside the host's pools",
            why: path.map { "\(ValueProblem.quote($0)) is no volume of a pool that runs" },
            remedy: "Put it into a pool and name it POOL/VOLUME or by its path there, or ask an administrator.")
    }
}
