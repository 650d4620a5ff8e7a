import Libvirt
import RoostCore
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite(.enabled(if: Lab.isEnabled, Lab.whyDisabled)) struct DiskTests {
    @Test(.labLimit)
    func whatADiskTakesIsTheSameWhileItsMachineRuns() async throws {
        try await Lab.run { lab in
            let disk = try await lab.disk("sizes")
            let disc = "\(Lab.imageDirectory)/\(lab.prefix)disc.iso"
            lab.atEnd(disc) { try? FileManager.default.removeItem(atPath: disc) }
            try Data(repeating: 1, count: 2 << 20).write(to: URL(filePath: disc))
            let name = try await lab.machine("sizes", disks: [Lab.disk(disk), Lab.cdrom(disc)])
            let off = try await stored(by: name, lab)
            #expect(off.count == 2 && off.allSatisfy { $0 > 100 << 10 }, "\(off)")
            try await lab.succeeding("start", name)
            // QEMU adds a block to the image as it opens it, so the host is asked what is true now.
            let domain = try await lab.connection.domain(named: name)
            let now = [try await domain.blockInfo("vda").allocation, try await domain.blockInfo("sda").allocation]
            #expect(try await stored(by: name, lab) == now)
            #expect(now[1] == off[1])
        }
    }

    private func stored(by name: String, _ lab: Lab) async throws -> [UInt64] {
        let shown = try await lab.succeeding("show", name, "--format", "json")
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let detail = try decoder.decode(MachineDetail.self, from: Data(shown.output.utf8))
        return detail.disks.map { $0.allocation ?? 0 }
    }

    @Test(.labLimit)
    func aMissingDiskIsNamedWithoutNumbersOfAccounts() async throws {
        try await Lab.run { lab in
            let path = "\(Lab.imageDirectory)/\(lab.prefix)gone.qcow2"
            let name = try await lab.machine("gone", disks: [Lab.disk(path)])
            let start = try await lab.roost("start", name)
            #expect(start.failed(.notFound) && start.errors.contains(path) && !start.errors.contains("uid"), "\(start)")
            #expect(start.errors.contains("roost edit"), "\(start)")
        }
    }
}
