import Libvirt

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Lab {
    /// Makes an empty disk in the folder of the pool `default`, without telling the pool.
    /// - Parameter backing: a qcow2 image for it to stand on.
    /// - Returns: its path.
    func disk(_ name: String, on backing: String? = nil, folder: String = Lab.imageDirectory) async throws -> String {
        let path = "\(folder)/\(prefix)\(name).qcow2"
        atEnd("the disk \(path)") {
            if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
        }
        let below = backing.map { ["-b", $0, "-F", "qcow2"] } ?? []
        let made = try await Program.named("qemu-img").run(
            ["create", "-q", "-f", "qcow2"] + below + [path] + (backing == nil ? ["1M"] : []))
        guard made.succeeded else { throw LabError(what: "qemu-img create \(path): \(made)") }
        return path
    }

    /// Defines a machine that boots nothing, with the disks that the XML gives it.
    /// - Parameter os: what stands in `<os>` beside the type.
    func machine(_ name: String, disks: [String], os: String = "", firmware: String = "") async throws -> String {
        let name = prefix + name
        atEnd("the machine \(name)") { [connection] in try await Self.remove(name, from: connection) }
        _ = try await connection.defineDomain(
            xml: """
                <domain type='qemu'>
                  <name>\(name)</name>
                  <memory unit='MiB'>64</memory>
                  <vcpu>1</vcpu>
                  <os\(firmware)><type arch='x86_64' machine='q35'>hvm</type>\(os)</os>
                  <features><acpi/></features>
                  <devices>\(disks.joined())</devices>
                </domain>
                """)
        return name
    }

    static func disk(
        _ path: String, _ target: String = "vda", format: String = "qcow2", rest: String = ""
    ) -> String {
        """
        <disk type='file' device='disk'><driver name='qemu' type='\(format)'/><source file='\(path)'/>
          <target dev='\(target)' bus='virtio'/>\(rest)</disk>
        """
    }

    static func cdrom(_ path: String) -> String {
        """
        <disk type='file' device='cdrom'><driver name='qemu' type='raw'/><source file='\(path)'/>
          <target dev='sda' bus='sata'/><readonly/></disk>
        """
    }

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    func isDefined(_ name: String) async throws -> Bool {
        try await connection.domains().contains { $0.name == name }
    }
}
