import Libvirt
import LibvirtXML

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What tells the guest of a clone that it is another one: a seed for cloud-init, with an instance of its own. Then the guest
/// makes itself new SSH host keys, and takes the clone's name and a machine-id of its own.
struct CloneSeed: Sendable {
    let host: Host
    /// The clone's.
    let name: String
    /// Beside which the seed lies.
    let disk: CloneDisk
    let task: String
    /// How cloud-init tells the clone from its source.
    let instance = UUID().uuidString.lowercased()

    var path: String { "\(disk.path.prefix(upTo: disk.path.lastIndex(of: "/") ?? disk.path.startIndex))/\(file)" }
    private var file: String { "\(name)-seed.iso" }

    /// The users are on the disk already. The machine-id names the guest to DHCP servers, so the network is asked again.
    private static let userData = """
        #cloud-config
        users: []
        ssh_deletekeys: true
        preserve_hostname: false
        bootcmd:
          - [cloud-init-per, instance, roost-machine-id, sh, -c, "rm -f /etc/machine-id /var/lib/dbus/machine-id; \
        systemd-machine-id-setup; systemctl try-restart systemd-networkd"]

        """

    /// Makes the medium and fills it.
    func make(_ undo: inout UndoStack) async throws(Failure) {
        var meta = YAMLText()
        meta.add("instance-id", .text("iid-\(instance)"))
        meta.add("local-hostname", .text(GuestHostname.made(from: name)))
        let image = SeedDisc(files: [
            ("meta-data", Array(meta.document().utf8)), ("user-data", Array(Self.userData.utf8)),
        ]).image()
        let size = UInt64(image.count)
        let text = try LibvirtXML.Volume(name: file, capacity: size, format: .raw, allocation: size).text(for: task)
        let (place, file, connection) = (disk.place, file, host.connection)
        try await doing(task) { () throws(LibvirtError) in
            try await place.with(on: connection) { (pool) throws(LibvirtError) in
                _ = try await pool.createVolume(xml: text)
            }
        }
        undo.push("the seed \(path)") {
            try await place.with(on: connection) { (pool) throws(LibvirtError) in
                try await CloneDisk.Place.volume(named: file, in: pool).delete()
            }
        }
        try await doing(task) { () throws(LibvirtError) in
            try await place.with(on: connection) { (pool) throws(LibvirtError) in
                let volume = try await CloneDisk.Place.volume(named: file, in: pool)
                do {
                    _ = try await volume.upload(from: BytesSource(image), holes: .zeroes)
                } catch {
                    throw error as? LibvirtError ?? LibvirtError(code: .operationFailed, message: "\(error)")
                }
            }
        }
    }

    /// Puts it into the clone.
    func insert(into domain: inout LibvirtXML.Domain) {
        domain.addSeedDrive(path)
        var metadata = MachineMetadata(of: domain)
        metadata.instance = instance
        metadata.seed = path
        metadata.write(to: &domain)
    }
}
