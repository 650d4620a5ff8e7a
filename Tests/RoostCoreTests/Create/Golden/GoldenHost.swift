import FoundationEssentials
import LibvirtXML
import OSInfo

@testable import RoostCore

/// A recorded host that blueprints are made on; no libvirt is needed.
enum GoldenHost: String, Sendable, CaseIterable {
    /// An x86 server with KVM.
    case kvm
    /// An x86 machine whose /dev/kvm opens and whose processor cannot virtualize.
    case emulation
    /// The same server as `kvm`, seen by a user without rights.
    case session
    /// An Arm server with KVM.
    case arm

    var capabilities: Capabilities {
        get throws {
            try Capabilities(
                parsing: GoldenFiles.fact(self == .arm ? "capabilities-aarch64.xml" : "capabilities-x86_64.xml"))
        }
    }

    var cpuFeatures: Set<String>? {
        switch self {
        case .kvm, .session: ["svm", "sse4.2"]
        case .emulation: ["sse4.2"]
        case .arm: nil
        }
    }

    /// - Parameter osName: a name of `Facts/os-NAME.json`.
    func facts(for request: MachineRequest, osName: String?) throws -> HostFacts {
        let system = try osName.map { name in
            try JSONDecoder().decode(
                OSInfo.OperatingSystem.self, from: Data(GoldenFiles.fact("os-\(name).json").utf8))
        }
        let capabilities = try capabilities
        let platform = try MachinePlatform(
            request, capabilities: capabilities, hostCPUFeatures: cpuFeatures, operatingSystem: system)
        let machine = platform.isOldPC ? "pc" : platform.machine.hasPrefix("virt") ? "virt" : "q35"
        let name = "domcapabilities-\(platform.architecture)-\(machine)-\(platform.domainType).xml"
        return HostFacts(
            capabilities: capabilities, platform: platform,
            domainCapabilities: try DomainCapabilities(parsing: GoldenFiles.fact(name)), isSession: self == .session,
            operatingSystem: system, machineNames: ["taken"], pools: pools, storage: Self.storage,
            networks: self == .session ? [] : ["default", "lab"], image: image(request.cloud),
            user: request.cloud.map { $0.user ?? "debian" },
            logDirectory: self == .session ? "/home/ada/.cache/libvirt/qemu/log" : "/var/log/libvirt/qemu")
    }

    private func image(_ cloud: CloudRequest?) -> ImageFacts? {
        guard let cloud, let reference = try? ImageReference(parsing: cloud.image),
            let place = ImageLook.place(reference), let facts = Self.storage[place] else { return nil }
        var volume: ImageFacts.VolumeName?
        if case .volume(let pool, let name) = place { volume = .init(pool: pool, name: name) }
        return ImageFacts(
            name: cloud.image, kind: facts.kind, path: facts.path, volume: volume, format: facts.format ?? "raw",
            capacity: facts.capacity ?? 0)
    }

    private var pools: [PoolFacts] {
        guard self != .session else {
            let path = "/home/ada/.local/share/libvirt/images"
            return [PoolFacts("default", kind: .directory, path: path)]
        }
        return [
            PoolFacts(
                "default", kind: .directory, path: "/var/lib/libvirt/images",
                volumes: ["debian13.qcow2", "old.qcow2", "again.qcow2", "again-1.qcow2"]),
            PoolFacts("vg", kind: .block, path: "/dev/vg", volumes: ["root"]),
            PoolFacts("ceph", kind: .remote, path: nil, volumes: ["image"]),
        ]
    }

    private static let storage: [StoragePlace: StorageFacts] = {
        func file(_ path: String, _ format: String, _ gibibytes: UInt64, users: [String] = []) -> StorageFacts {
            StorageFacts(.file, path: path, format: format, capacity: gibibytes << 30, users: users)
        }
        let files = [
            file("/var/lib/libvirt/images/debian13.qcow2", "qcow2", 100),
            file("/images/debian.qcow2", "qcow2", 3), file("/images/base.qcow2", "qcow2", 10),
            file("/images/data.raw", "raw", 50), file("/images/disk.vmdk", "vmdk", 8),
            file("/images/busy.qcow2", "qcow2", 5, users: ["db1"]), file("/images/debian.iso", "iso", 4),
            file("/images/seed.iso", "iso", 1), file("/images/win.iso", "iso", 6),
            file("/images/drivers.img", "raw", 1),
            file("/var/lib/libvirt/images/debian-13.3.0-amd64-DVD-1.iso", "iso", 4),
        ]
        var storage: [StoragePlace: StorageFacts] = [:]
        for file in files { storage[.path(file.path ?? "")] = file }
        storage[.path("/dev/sdb")] = StorageFacts(.block, path: "/dev/sdb", format: "raw", capacity: 500 << 30)
        storage[.volume(pool: "default", name: "old.qcow2")] = file("/var/lib/libvirt/images/old.qcow2", "qcow2", 20)
        storage[.volume(pool: "vg", name: "root")] = StorageFacts(
            .block, path: "/dev/vg/root", format: "raw", capacity: 20 << 30)
        storage[.volume(pool: "ceph", name: "image")] = StorageFacts(
            .remote, path: nil, format: "raw", capacity: 20 << 30)
        return storage
    }()
}
