import Libvirt
import LibvirtXML

/// An image that may be changed: it is here, nobody writes to it, and nothing stands on it.
struct CustomizeTarget {
    let name: String
    /// Absolute.
    let path: String
    let format: String

    static func task(_ name: String) -> String { "Cannot customize \(name)" }

    /// A file of this computer.
    /// - Parameters:
    ///   - host: asked who uses it, beside the daemons of this computer.
    ///   - notice: told where nobody can say who uses it.
    static func file(
        _ path: String, asking host: Host?, notice: @Sendable (String) -> Void
    ) async throws(Failure) -> CustomizeTarget {
        let what = task(path)
        guard let absolute = LocalFiles.resolved(path) else {
            throw Failure(.notFound, what, why: "there is no file \(path)")
        }
        let daemons = await LocalDaemons.reach(with: host)
        var isAnswered = false
        for host in daemons.hosts {
            let users: StorageUsers
            do throws(Failure) {
                users = try await host.usersForDeletion()
            } catch {
                // A hypervisor without machines' disks or pools of its own.
                guard error.kind == .unsupported else { throw error.whileDoing(what) }
                continue
            }
            isAnswered = true
            // A path that could be no volume's is none.
            if let address = try? VolumeAddress(absolute),
                let volume = try await Host.unlessGone({ () throws(Failure) in try await host.volume(address) })
            {
                try await refuseStored(volume, what)
            }
            try refuse(
                users.uses(of: absolute), what, copying: "cp --sparse=always -- \(ShellWord.quoted(absolute)) NEW")
        }
        if let closed = daemons.closed.first {
            notice("Whether machines of \(closed) use \(path) is not known: it cannot be asked.")
        } else if !isAnswered {
            notice("Whether a machine uses \(path) is not known: no libvirt answers here.")
        }
        return try await target(path, at: absolute, host: nil)
    }

    /// A volume of this computer.
    static func volume(_ volume: Volume) async throws(Failure) -> CustomizeTarget {
        let path = try await check(volume)
        return try await target(volume.address, at: path, host: volume.host)
    }

    /// A copy that nobody else knows.
    static func copy(_ path: String, called name: String) async throws(Failure) -> CustomizeTarget {
        try await target(name, at: path, host: nil)
    }

    /// - Returns: its path on the host.
    /// - Throws: ``Failure`` of kind state for a stored image, and for one that is in use or that others stand on.
    @discardableResult
    static func check(_ volume: Volume) async throws(Failure) -> String {
        let task = task(volume.address)
        try await refuseStored(volume, task)
        let path = try await volume.view().path ?? volume.handle.key
        let users = try await volume.host.usersForDeletion()
        try refuse(users.uses(of: path), task, copying: clone(volume))
        return path
    }

    private static func clone(_ volume: Volume) -> String {
        "roost volume clone \(ShellWord.quoted(volume.address)) NEW"
    }

    /// The name of a stored image says which bytes are in it.
    private static func refuseStored(_ volume: Volume, _ task: String) async throws(Failure) {
        guard let known = ImageVolumeName(of: volume.name) else { return }
        // Other pools may hold images too: what is known of one lies beside it.
        if volume.pool.name != Host.imagePoolName {
            guard try await volume.pool.volume(named: known.record) != nil else { return }
        }
        throw Failure(
            .state, task, why: "it is the stored image \(known.name)@\(known.version), which never changes",
            remedy: "Customize a copy: \(clone(volume)); or have one made: roost image build --package NAME")
    }

    /// A machine that is off may have its own disk changed.
    /// - Parameter copy: a command that makes a copy.
    private static func refuse(_ uses: [StorageUse], _ task: String, copying copy: String) throws(Failure) {
        if let use = uses.first(where: { $0.role == .backing }) {
            throw Failure(
                .state, task, why: "\(use) needs it as it is: a change would break what stands on it",
                remedy: "Customize a copy: \(copy)")
        }
        if let use = uses.first(where: \.isActive) {
            throw Failure(
                .state, task, why: "the running machine \(use) uses it", remedy: "Shut it down first.")
        }
    }

    private static func target(_ name: String, at path: String, host: Host?) async throws(Failure) -> CustomizeTarget {
        let task = task(name)
        let image = try await ImageOpener(host: host, task: task).open(path)
        guard !LocalFiles.isWrittenByQEMU(path) else {
            throw Failure(.state, task, why: "a program has it open and writes to it", remedy: "End that first.")
        }
        guard LocalFiles.mayWrite(path) else {
            throw Failure(.permission, task, why: "\(path) may not be written to by you")
        }
        return CustomizeTarget(name: name, path: path, format: image.format)
    }
}
