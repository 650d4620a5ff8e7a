internal import Libvirt
internal import LibvirtXML

/// One volume of a host.
public struct Volume: Sendable {
    public let pool: Pool
    public let name: String
    /// libvirt's handle.
    let handle: Libvirt.StorageVolume

    init(pool: Pool, handle: Libvirt.StorageVolume) {
        self.pool = pool
        self.handle = handle
        name = handle.name
    }

    public var host: Host { pool.host }
    /// "POOL/NAME".
    public var address: String { "\(pool.label)/\(name)" }

    /// The description as libvirt prints it.
    public func xml() async throws(Failure) -> String {
        let handle = handle
        return try await doing("Cannot read the volume \(address)") { () throws(LibvirtError) in try await handle.xml()
        }
    }

    func view() async throws(Failure) -> LibvirtXML.Volume {
        let text = try await xml()
        do {
            return try LibvirtXML.Volume(parsing: text)
        } catch {
            throw Failure(.general, "Cannot read the volume \(address)", why: "\(error)")
        }
    }

    public func summary() async throws(Failure) -> VolumeSummary {
        VolumeSummary(try await view(), name: name, pool: pool.name, key: handle.key)
    }

    public func details() async throws(Failure) -> VolumeDetails {
        let view = try await view()
        let summary = VolumeSummary(view, name: name, pool: pool.name, key: handle.key)
        let users = try await host.storageUsers()
        return VolumeDetails(
            volume: summary, physical: view.physical, backingFormat: view.backingFormat?.rawValue,
            mode: view.permissions.mode.map { "0" + String($0, radix: 8) }, owner: view.permissions.owner,
            group: view.permissions.group, encrypted: view.encryption != nil, users: users.uses(of: summary.path))
    }

    /// - Parameter writersOnly: whether a machine that only reads it, as from a CD-ROM, is no hindrance.
    /// - Throws: ``Failure`` of kind state that names a running machine which uses the volume.
    func refuseRunningUsers(
        _ task: String, users: StorageUsers, path: String, writersOnly: Bool = false, remedy: (StorageUse) -> String
    ) throws(Failure) {
        let uses = users.uses(of: path).filter { $0.isActive && (!writersOnly || $0.role.mayWrite) }
        guard let use = uses.first else { return }
        throw Failure(.state, task, why: "the running machine \(use) uses it", remedy: remedy(use))
    }
}

extension VolumeSummary {
    init(_ view: LibvirtXML.Volume, name: String, pool: String, key: String) {
        self.init(
            name: name, pool: pool, path: view.path ?? key, format: view.format?.rawValue, capacity: view.capacity ?? 0,
            allocation: view.allocation ?? 0, backing: view.backingPath,
            unfinishedUploadOf: PartialName(of: name)?.final)
    }
}
