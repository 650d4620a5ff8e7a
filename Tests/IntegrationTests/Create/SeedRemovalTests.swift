import LibvirtXML
import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Anybody who may change a definition can write a path into its metadata as that of the seed.
@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct SeedRemovalTests {
    @Test(.labLimit) func onlyTheMachinesOwnSeedIsDeleted() async throws {
        try await Lab.run { lab in
            _ = lab.newMachine("none")
            let host = try await Host.connect(to: try HostURI(Lab.uri))
            let files = try ["own", "shared", "foreign"].map { name in
                let file = lab.file("\(lab.prefix)\(name)-seed.iso")
                try Data(count: 4096).write(to: URL(filePath: file))
                return file
            }
            _ = try await lab.machine("other", disks: [Lab.cdrom(files[1])])
            for (file, drive, stays) in [
                (files[0], files[0], false), (files[1], files[1], true), (files[2], files[0], true),
            ] {
                if !Lab.exists(drive) { try Data(count: 4096).write(to: URL(filePath: drive)) }
                let name = try await lab.machine("one", disks: [Lab.cdrom(drive)])
                let machine = try await host.machine(name)
                try await machine.changeMetadata { $0.seed = file }
                try await machine.removeSeed(file)
                let left = try await machine.description(.nextStart)
                #expect(MachineMetadata(of: left).seed == nil)
                #expect(left.devices.disks.isEmpty == (file == drive), "\(file)")
                #expect(Lab.exists(file) == stays, "\(file)")
                try await Lab.remove(name, from: lab.connection)
            }
        }
    }
}
