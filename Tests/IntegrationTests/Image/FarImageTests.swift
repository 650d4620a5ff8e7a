import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Images of a host far away, on hosts of `scripts/lab`.
@Suite(.enabled(if: LabHosts.isEnabled, LabHosts.whyDisabled)) struct FarImageTests {
    /// Root may write into the pool: the host fetches by itself. An operator may not, and only libvirt gives the name.
    @Test(.labLimit, arguments: ["root", "operator"])
    func anImageIsThereByteForByte(_ user: String) async throws {
        try await LabSlots.others.occupied {
            try await LabHosts.owned { hosts in
                try await LabClient.run { client in
                    let host = hosts[0]
                    let address = try host.address
                    // This computer's end of the lab's bridge.
                    let here = address.split(separator: ".").dropLast().joined(separator: ".") + ".1"
                    let disk = TestDisk(length: 1_500_000)
                    let logins = try host.logins
                    try await ImageServer.run(on: here) { server in
                        server["/disk"] = .init(disk.bytes)
                        let place = ["--host", "\(user)@\(host.name)"]
                        let pulled = try await Program.roost.run(
                            ["image", "pull", "\(server.address)/disk", "--checksum", disk.sha256] + place,
                            environment: client.environment)
                        #expect(pulled.succeeded, "\(pulled)")
                        #expect(server.requests.map(\.peer) == [user == "root" ? address : here])
                        let file = "\(client.directory)/local.qcow2"
                        try Data(disk.bytes).write(to: URL(filePath: file))
                        let imported = try await Program.roost.run(
                            ["image", "import", file] + place, environment: client.environment)
                        #expect(imported.succeeded, "\(imported)")
                        for name in ["disk", "local"] {
                            let path = "/var/lib/libvirt/roost-images/\(name)@\(disk.version).qcow2"
                            #expect(try await host.succeeding("sha256sum", path).hasPrefix(disk.sha256))
                        }
                        let deleted = try await Program.roost.run(
                            ["image", "delete", "disk", "local", "--yes"] + place, environment: client.environment)
                        #expect(deleted.succeeded, "\(deleted)")
                        #expect(try await host.succeeding("ls", "-A", "/var/lib/libvirt/roost-images") == "")
                    }
                    #expect(try host.logins - logins == 1)
                }
            }
        }
    }
}
