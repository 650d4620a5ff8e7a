import RoostCore
import Subprocess
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a person does with a host far away, on hosts of `scripts/lab`.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct FarHostTests {
    @Test(.labLimit)
    func oneLoginServesEverything() async throws {
        try await LabSlots.others.occupied {
            try await Self.withHost { host, client in
                let (logins, before) = (try host.logins, try host.processes)
                try await client.succeeding("host", "add", "far", host.name)
                let empty = try await client.succeeding("list", "--host", "far", "--format", "json")
                #expect(empty.output == "[]\n", "\(empty)")

                let image = try await TestImage.shared.path
                let disk = "\(Lab.imageDirectory)/t-far.qcow2"
                try await host.succeeding("qemu-img", "create", "-q", "-f", "qcow2", "-b", image, "-F", "qcow2", disk)
                try await client.succeeding(
                    "create", "t-far", "--import", "--disk", disk, "--memory", "384", "--noautoconsole", "--host", "far"
                )
                #expect(try await client.succeeding("show", "far/t-far").output.contains("running"))
                let terminal = try PseudoTerminal()
                _ = try await terminal.run(
                    try .roost, ["console", "far/t-far"], environment: client.environment
                ) { _ in
                    try await terminal.read(until: "Linux version")
                    terminal.type("\u{1d}")
                }
                let picture = "\(client.directory)/screen.png"
                try await client.succeeding("screenshot", "far/t-far", picture)
                #expect(FileManager.default.contents(atPath: picture)?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)

                let file = "\(client.directory)/data"
                try await Self.makeFile(file, megabytes: 200)
                try await client.succeeding("vol", "upload", file, "default/t-data", "--host", "far")
                try await client.succeeding("vol", "download", "far/default/t-data", "\(file).back")
                let same = try await Program.named("cmp").run([file, "\(file).back"])
                #expect(same.succeeded, "\(same)")

                for words in [
                    ["suspend", "far/t-far"], ["resume", "far/t-far"], ["autostart", "far/t-far"],
                    ["autostart", "--disable", "far/t-far"], ["net", "list", "--host", "far"],
                    ["pool", "show", "far/default"], ["vol", "list", "--host", "far"], ["host", "show", "far"],
                    ["top", "--once", "--interval", "0.2", "--host", "far"], ["destroy", "far/t-far"],
                    ["delete", "far/t-far", "--yes"], ["vol", "delete", "far/default/t-data", "--yes"],
                ] {
                    let result = try await Program.roost.run(words, environment: client.environment)
                    #expect(result.succeeded, "\(words): \(result)")
                }
                #expect(try host.logins - logins == 1)

                try await client.succeeding("host", "disconnect", "far")
                // The test's time limit ends it.
                while try !Set(host.processes).isSubset(of: before) { try await Task.sleep(for: .milliseconds(50)) }
            }
        }
    }

    @Test(.labLimit)
    func eventsGoOnOverALostLinkAndTellWhatWasMissed() async throws {
        try await Self.withHost { host, client in
            try await client.succeeding("host", "add", "far", host.name)
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(
                try .roost, ["events", "--host", "far"], environment: client.environment
            ) { send in
                try await terminal.read(until: "Waiting for events")
                try await host.succeeding("sh", "-c", Self.definition("t-before"))
                try await terminal.read(until: "t-before  defined")
                try await host.killSSHD()
                try await terminal.read(until: "disconnected")
                try await host.succeeding("sh", "-c", Self.definition("t-missed"))
                try await host.succeeding("virsh", "start", "t-missed")
                try await host.succeeding("virsh", "undefine", "t-before")
                try await host.startSSHD()
                let told = try await terminal.read(until: "t-missed  started")
                #expect(told.contains("reconnected"), "\(told)")
                #expect(told.contains("t-before  undefined") && told.contains("t-missed  defined"), "\(told)")
                try await host.succeeding("virsh", "destroy", "t-missed")
                try await terminal.read(until: "t-missed  stopped  (destroyed)")
                try send(.interrupt)
            }
            #expect(code == 0)
            try await host.succeeding("virsh", "undefine", "t-missed")
        }
    }

    @Test(.labLimit)
    func aConsoleComesBackAfterALostLink() async throws {
        try await Self.withHost { host, client in
            try await client.succeeding("host", "add", "far", host.name)
            try await host.succeeding("sh", "-c", Self.definition("t-cons"))
            try await host.succeeding("virsh", "start", "t-cons")
            let terminal = try PseudoTerminal()
            let code = try await terminal.run(
                try .roost, ["console", "far/t-cons"], environment: client.environment
            ) { _ in
                try await terminal.read(until: "Connected to")
                try await host.killSSHD()
                try await terminal.read(until: "Lost the host of")
                try await host.startSSHD()
                try await terminal.read(until: "Connected to")
                terminal.type("\u{1d}")
            }
            #expect(code == 0)
            try await host.succeeding("virsh", "destroy", "t-cons")
            try await host.succeeding("virsh", "undefine", "t-cons")
        }
    }

    /// The cable is taken out: no packet tells anybody.
    @Test(.labLimit)
    func aCutLinkEndsAnUploadAndAList() async throws {
        try await Self.withHost { host, client in
            try await client.succeeding("host", "add", "far", host.name)
            let file = "\(client.directory)/data"
            try await Self.makeFile(file, megabytes: 600)
            async let upload = client.roost("vol", "upload", file, "far/default/t-cut")
            while try !FileManager.default.contentsOfDirectory(atPath: host.images).contains(where: {
                $0.contains("roost-partial")
            }) {
                try await Task.sleep(for: .milliseconds(5))
            }
            try await host.cut()
            let list = try await client.roost("list", "--host", "far")
            #expect(list.failed(.unreachable) && list.errors.contains("Cannot log in to \(host.name)"), "\(list)")
            let result = try await upload
            #expect(result.failed(.unreachable), "\(result)")
            #expect(result.errors.contains("the connection to far is lost"), "\(result)")
            try await host.mend()
            let volumes = try await client.succeeding("vol", "list", "--host", "far", "--quiet")
            #expect(!volumes.output.contains("default/t-cut"), "\(volumes)")
            let left = volumes.output.split(separator: "\n").map { "far/\($0)" }
            for volume in left { try await client.succeeding("vol", "delete", volume, "--yes") }
            #expect(left.count == 1)
        }
    }

    @Test(.labLimit)
    func aFleetWithACutAndAFrozenHostIsListed() async throws {
        try await LabHosts.owned(3) { hosts in
            try await LabClient.run { client in
                for host in hosts {
                    try await client.succeeding("host", "add", host.name, host.name, "--timeout", "10")
                    try await host.succeeding("sh", "-c", Self.definition("t-same"))
                }
                let ambiguous = try await client.roost("start", "--all-hosts", "t-same")
                #expect(ambiguous.failed(.usage), "\(ambiguous)")
                #expect(ambiguous.errors.contains("\(hosts[0].name)/t-same"), "\(ambiguous)")
                try await client.succeeding("start", "\(hosts[2].name)/t-same")
                try await hosts[0].cut()
                try await hosts[1].freeze()
                let result = try await client.roost("list", "--all-hosts", "--format", "json")
                let rows = try JSONDecoder().decode([Row].self, from: Data(result.output.utf8))
                #expect(rows.map(\.host) == hosts.map(\.name), "\(result)")
                #expect(rows.map(\.name) == [nil, nil, "t-same"] && rows[2].state == "running", "\(result)")
                #expect(rows[0].error?.code == "unreachable" && rows[1].error?.code == "unreachable", "\(result)")
                #expect(result.failed(.partial), "\(result)")
                try await hosts[0].mend()
                try await hosts[1].thaw()
                try await client.succeeding("destroy", "\(hosts[2].name)/t-same")
                try await client.succeeding("delete", "--all-hosts", "t-same*", "--yes")
            }
        }
    }

    /// Followed from the moment when it answers; the other one at once.
    @Test(.labLimit)
    func aHostThatIsSilentAtFirstHoldsUpNoEvents() async throws {
        try await LabHosts.owned(2) { hosts in
            try await LabClient.run { client in
                for host in hosts {
                    try await client.succeeding("host", "add", host.name, host.name, "--timeout", "10")
                }
                try await hosts[0].freeze()
                let terminal = try PseudoTerminal()
                let code = try await terminal.run(
                    try .roost, ["events", "--all-hosts"], environment: client.environment
                ) { send in
                    try await terminal.read(until: "Waiting for events of \(hosts[1].name)")
                    try await hosts[1].succeeding("sh", "-c", Self.definition("t-quick"))
                    try await terminal.read(until: "t-quick  defined")
                    try await hosts[0].thaw()
                    try await terminal.read(until: "Waiting for events of \(hosts[0].name)")
                    try await hosts[0].succeeding("sh", "-c", Self.definition("t-late"))
                    try await terminal.read(until: "t-late  defined")
                    try send(.interrupt)
                }
                #expect(code == 0)
                try await hosts[0].succeeding("virsh", "undefine", "t-late")
                try await hosts[1].succeeding("virsh", "undefine", "t-quick")
            }
        }
    }

    private struct Row: Decodable {
        struct Reason: Decodable { let code: String }

        let host: String
        let name: String?
        let state: String?
        let error: Reason?
    }

    static func withHost(_ body: (LabHost, LabClient) async throws -> Void) async throws {
        try await LabHosts.owned { hosts in
            try await LabClient.run { client in try await body(hosts[0], client) }
        }
    }

    /// A shell's command that defines a machine without a disk, with a serial port.
    static func definition(_ name: String) -> String {
        """
        echo "<domain type='qemu'><name>\(name)</name><memory unit='MiB'>64</memory><os><type>hvm</type></os>\
        <devices><serial type='pty'/></devices></domain>" | virsh define /dev/stdin
        """
    }

    private static func makeFile(_ path: String, megabytes: Int) async throws {
        let made = try await Program.named("dd").run([
            "if=/dev/urandom", "of=\(path)", "bs=1M", "count=\(megabytes)", "status=none",
        ])
        guard made.succeeded else { throw LabError(what: "\(made)") }
    }
}
