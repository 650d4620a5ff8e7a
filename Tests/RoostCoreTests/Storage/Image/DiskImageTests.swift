import Testing

@testable import RoostCore

@Suite struct DiskImageTests {
    @Test func knowsTheFormatsOfVolumes() throws {
        #expect(try image([1, 2, 3]).format == .raw)
        #expect(try image(qcow2()).format == .qcow2)
        #expect(try image(qcow2(snapshots: 2)).hasSnapshots)
        var iso = [UInt8](repeating: 0, count: 40_000)
        iso.replaceSubrange(32769..<32774, with: Array("CD001".utf8))
        let found = try image(iso)
        #expect(found.format == .iso)
        #expect(found.size == 40_000)
    }

    /// Such an image would read a file of the host for whoever made it.
    @Test func refusesImagesThatReadOtherFiles() {
        #expect(refusal(qcow2(backing: 128))?.contains("stands on another file") == true)
        #expect(refusal(qcow2(incompatible: 4))?.contains("keeps its data in another file") == true)
    }

    @Test(
        arguments: [
            ([], "is empty"), ([0x1F, 0x8B, 8, 0], "compressed with gzip"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"),
            (Array("KDMV".utf8) + [1, 0, 0, 0], "VMDK"), (Array("# Disk DescriptorFile".utf8), "VMDK"),
            (Array("vhdxfile".utf8), "VHDX"), (Array("conectix".utf8), "VHD"), (Array("QED\0".utf8), "QED"),
            ([UInt8](repeating: 0, count: 64) + [0x7F, 0x10, 0xDA, 0xBE], "VDI"),
            (Array("QFI".utf8) + [0xFB, 0, 0, 0, 9], "header"),
            (Array("QFI".utf8) + [0xFB], "header"),
        ] as [([UInt8], String)])
    func refusesWhatNoMachineCouldUse(_ bytes: [UInt8], _ word: String) {
        #expect(refusal(bytes)?.contains(word) == true)
    }

    @Test func refusesWhatIsNoRegularFile() {
        for (path, kind) in [("/no/such/file", FailureKind.notFound), ("/dev/null", .usage), ("/tmp", .usage)] {
            let error = #expect(throws: Failure.self) { try DiskImage(path: path, task: "Cannot upload") }
            #expect(error?.kind == kind)
        }
    }

    private func image(_ bytes: [UInt8]) throws -> DiskImage {
        let file = try TemporaryFile(bytes)
        return try withExtendedLifetime(file) { try DiskImage(path: file.path, task: "Cannot upload") }
    }

    private func refusal(_ bytes: [UInt8]) -> String? {
        do {
            _ = try image(bytes)
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func qcow2(backing: UInt8 = 0, snapshots: UInt8 = 0, incompatible: UInt8 = 0) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: 512)
        head.replaceSubrange(0..<8, with: Array("QFI".utf8) + [0xFB, 0, 0, 0, 3])
        head[15] = backing
        head[23] = 16
        head[29] = 1
        head[63] = snapshots
        head[79] = incompatible
        return head
    }
}
