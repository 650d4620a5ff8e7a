import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// Defines a Debian guest on a disk of its own and leaves it off: agent channel, serial console with root logged in,
    /// a card in the network `default`, VNC on loopback. It boots to its agent by emulation within half a minute.
    ///
    /// - Parameters:
    ///   - name: what follows the prefix.
    ///   - memory: in MiB.
    /// - Returns: the machine's name.
    func guest(_ name: String = "guest", memory: Int = 384) async throws -> String {
        let name = prefix + name
        let disk = try await overlay(name)
        atEnd("the machine \(name)") { [connection] in try await Self.remove(name, from: connection) }
        _ = try await connection.defineDomain(xml: Self.domainXML(name, memory: memory, disk: disk))
        return name
    }

    /// Defines a machine without any disk and leaves it off. It runs at once, boots nothing and reacts to nothing.
    func bareMachine(_ name: String = "bare") async throws -> String {
        let name = prefix + name
        atEnd("the machine \(name)") { [connection] in try await Self.remove(name, from: connection) }
        _ = try await connection.defineDomain(
            xml: """
                <domain type='qemu'>
                  <name>\(name)</name>
                  <memory unit='MiB'>64</memory>
                  <vcpu>1</vcpu>
                  <os><type arch='x86_64' machine='q35'>hvm</type></os>
                  <features><acpi/></features>
                  <devices><serial type='pty'/></devices>
                </domain>
                """)
        return name
    }

    /// Makes a disk over the test image, which it does not change.
    /// - Returns: its path.
    func overlay(_ name: String) async throws -> String {
        let path = "\(Self.imageDirectory)/\(name).qcow2"
        atEnd("the disk \(path)") {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
        let image = try await TestImage.shared.path
        let made = try await Program.named("qemu-img").run(
            ["create", "-q", "-f", "qcow2", "-b", image, "-F", "qcow2", path])
        guard made.succeeded else { throw LabError(what: "qemu-img create \(path): \(made)") }
        return path
    }

    /// Removes a machine with all that libvirt keeps of it, running or not. One that is not there is as good.
    static func remove(_ name: String, from connection: Connection) async throws {
        do {
            let domain = try await connection.domain(named: name)
            defer { removeSerialLog(of: domain.uuid.description) }
            if try await domain.isActive() { try await domain.destroy() }
            if try await domain.isPersistent() {
                try await domain.undefine([.managedSave, .snapshotsMetadata, .checkpointsMetadata, .nvram])
            }
        } catch {
            guard error.code == .noDomain else { throw error }
        }
    }

    private static func removeSerialLog(of uuid: String) {
        for suffix in ["", ".0", ".1", ".2"] {
            // Most machines have none.
            try? FileManager.default.removeItem(atPath: "\(serialLog(of: uuid))\(suffix)")
        }
    }

    /// Where libvirt keeps what a machine that Roost made says to its serial port.
    static func serialLog(of uuid: String) -> String { "/var/log/libvirt/qemu/\(uuid)-serial0.log" }

    static func domainXML(_ name: String, memory: Int, disk: String) -> String {
        """
        <domain type='qemu'>
          <name>\(name)</name>
          <memory unit='MiB'>\(memory)</memory>
          <vcpu>2</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/><apic/></features>
          <devices>
            <disk type='file' device='disk'>
              <driver name='qemu' type='qcow2' discard='unmap'/>
              <source file='\(disk)'/>
              <target dev='vda' bus='virtio'/>
            </disk>
            <interface type='network'><source network='default'/><model type='virtio'/></interface>
            <serial type='pty'/>
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <graphics type='vnc' listen='127.0.0.1' autoport='yes' passwd='secret12'/>
            <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
          </devices>
        </domain>
        """
    }
}
