import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Machines that `roost create` makes, seen running.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct CreateTests {
    private static let iso = "/usr/lib/grub-rescue/grub-rescue-cdrom.iso"

    @Test(.labLimit)
    func byImport() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("import")
            let disk = try await lab.overlay(name)
            let made = try await lab.succeeding(
                "create", name, "--import", "--disk", disk, "--memory", "384", "--tag", "test", "--format", "json")
            #expect(made.output.contains("\"state\" : \"running\"") || made.output.contains("\"state\": \"running\""))
            #expect(made.errors.contains("No operating system is named"))
            try await lab.succeeding("wait", name, "--for", "agent", "--timeout", "300")
            #expect(try await lab.succeeding("list", "--tag", "test", "-q", lab.prefix + "*").output == name + "\n")
        }
    }

    /// A CD-ROM is booted, although the empty disk stands before it: far more of it is read than firmware looks at.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: iso)), .labLimit)
    func byISO() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("iso")
            try await lab.succeeding(
                "create", "--name", name, "--cdrom", Self.iso, "--disk", "size=1", "--memory", "256",
                "--graphics", "none", "--noautoconsole")
            let domain = try await lab.connection.domain(named: name)
            try await lab.eventually("the CD-ROM is read") {
                let statistics = try await lab.connection.statistics(of: [domain], .block)
                let disc = statistics.first?.blocks.first { $0.name == "sda" }
                return (disc?.readBytes ?? 0) > 512 << 10
            }
        }
    }

    private static let installer = "/usr/lib/debian-installer/images/12/amd64/text/debian-installer/amd64"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: installer)), .labLimit)
    func byKernel() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("kernel")
            let log = lab.file("\(name).log")
            try await lab.succeeding(
                "create", name, "--memory", "512", "--disk", "none", "--graphics", "none",
                "--serial", "file,path=\(log)", "--boot",
                "kernel=\(Self.installer)/linux,initrd=\(Self.installer)/initrd.gz,kernel_args=\"console=ttyS0\"")
            try await lab.eventually("the kernel speaks") {
                (try? String(contentsOfFile: log, encoding: .utf8))?.contains("Linux version") == true
            }
        }
    }

    /// What was asked for is there in full, and the database's name of an unknown release leads to its neighbour.
    @Test(.labLimit)
    func aDryRunMakesNothing() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("dry")
            let before = try await lab.inventory()
            let made = try await lab.succeeding(
                "create", name, "--cdrom", Self.iso, "--memory", "512", "--vcpus", "2", "--os-variant", "debian99",
                "--disk", "\(lab.directory)/new/\(name).qcow2,size=3", "--network", "network=default,model=virtio",
                "--graphics", "vnc,listen=0.0.0.0,port=5999", "--dry-run")
            #expect(made.output.contains("<name>\(name)</name>") && made.output.contains("port='5999'"))
            #expect(made.errors.contains("nearest"))
            #expect(try await lab.inventory() == before)
        }
    }

    /// Which directory is without a pool before is so after, and the disk stays.
    @Test(.labLimit)
    func aDiskInANewDirectory() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("directory")
            let before = try await lab.inventory()
            let disk = "\(lab.directory)/new/\(name).qcow2"
            try await lab.succeeding(
                "create", name, "--cdrom", Self.iso, "--disk", "\(disk),size=1", "--memory", "128", "--no-start")
            #expect(FileManager.default.fileExists(atPath: disk))
            #expect(try await lab.inventory().pools == before.pools)
        }
    }

    /// A machine that goes off has ended its installation; `--wait` may stand without minutes.
    @Test(.labLimit)
    func waitingForTheInstallation() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("wait")
            let events = try await lab.connection.domainEvents()
            let line = ["create", name, "--cdrom", Self.iso, "--disk", "none", "--memory", "128", "--wait"]
            async let waited = lab.roost(line)
            for await case .event(let event) in events where event.domain.name == name {
                if case .lifecycle(.started, _) = event.change { break }
            }
            try await lab.connection.domain(named: name).destroy()
            let result = try await waited
            #expect(result.succeeded && result.errors.contains("\(name) is off"), "\(result)")
        }
    }

    /// The calls that an import costs, whatever the number of machines.
    @Test(.labLimit)
    func fewRoundTrips() async throws {
        try await Lab.run { lab in
            let name = lab.newMachine("calls")
            let disk = try await lab.overlay(name)
            let host = try await Host.connect(to: .system)
            var arguments = CreateArguments()
            arguments.name = name
            arguments.isImport = true
            arguments.disks = [disk]
            arguments.memory = "128"
            let request = try MachineRequest(arguments, in: RequestContext(workingDirectory: nil))
            let before = host.connection.statistics.calls
            let prepared = try await host.prepare(request)
            _ = try await host.create(prepared).value
            let calls = host.connection.statistics.calls.filter { $0.value != before[$0.key] }
            #expect(
                calls == [
                    "virConnectGetCapabilities": 1, "virConnectBaselineCPU": 1, "virConnectGetDomainCapabilities": 1,
                    "virConnectListAllNetworks": 1, "virConnectGetAllDomainStats": 1, "virDomainDefineXMLFlags": 1,
                    "virDomainCreateWithFlags": 1,
                ], "\(calls)")
            await host.close()
        }
    }
}
