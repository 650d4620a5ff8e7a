import Testing

@testable import RoostCore

@Suite struct InspectionTests {
    @Test func anOSReleaseIsRead() {
        let release = OSReleaseFile("# x\nNAME=\"A \\\"B\\\"\"\nID=debian\nVERSION_ID='12'\nEMPTY=\nbroken\n")
        #expect(release["NAME"] == "A \"B\"")
        #expect(release["ID"] == "debian")
        #expect(release["VERSION_ID"] == "12")
        #expect(release["EMPTY"] == nil)
    }

    @Test func theProcessorOfAProgramIsRead() {
        var elf: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0, count: 12) + [62, 0]
        #expect(MachineCode.architecture(elf) == "x86_64")
        elf[18] = 183
        #expect(MachineCode.architecture(elf) == "aarch64")
        #expect(MachineCode.architecture([0x7F]) == nil)
        #expect(MachineCode.architecture(Array("#!/bin/sh and more of it".utf8)) == nil)
    }

    @Test func newerKernelsComeFirst() {
        let versions = ["5.4.0-9-generic", "6.1.0-21-amd64", "5.4.0-10-generic", "6.1.0-9-amd64"]
        #expect(
            versions.sorted { KernelLook.isNewer($0, than: $1) }
                == ["6.1.0-21-amd64", "6.1.0-9-amd64", "5.4.0-10-generic", "5.4.0-9-generic"])
    }

    @Test func driversAreFoundInEveryPlace() {
        #expect(
            KernelLook.drivers("kernel/drivers/block/virtio_blk.ko.xz\nkernel/drivers/net/virtio_net.ko")
                == ["virtio_blk", "virtio_net"])
        let kernel = GuestKernel(
            version: "6", initramfs: nil, builtIn: ["virtio_pci"], modules: ["virtio_blk", "virtio_net"],
            early: ["virtio_blk"])
        #expect(
            kernel.virtio == [
                "virtio_pci": .builtIn, "virtio_blk": .initramfs, "virtio_net": .module, "virtio_scsi": .missing,
            ])
    }

    @Test func whatPacksAnInitramfsIsKnownByItsFirstBytes() {
        #expect(InitramfsLook.program([0x28, 0xB5, 0x2F, 0xFD, 0, 0]) == "zstd -dcq")
        #expect(InitramfsLook.program(Array("070701".utf8)) == "cat")
        #expect(InitramfsLook.program(Array("#!/bin".utf8)) == nil)
        #expect(InitramfsLook.program([]) == nil)
    }

    @Test func theEndOfASandboxIsRead() {
        #expect(SandboxEnd("ended 0\n")?.status == 0)
        #expect(SandboxEnd("ended 2\ntar: x\n")?.errors == "tar: x\n")
        #expect(SandboxEnd("bwrap: no") == nil)
        #expect(SandboxEnd("") == nil)
    }

    @Test func theSandboxSeesNothingOfTheHost() throws {
        let folder = try SandboxFolder(isRoot: false, task: "test")
        defer { folder.remove() }
        let words = SandboxCommand(folder).arguments
        #expect(words.contains("--unshare-all"))
        var bound: [String] = []
        for (index, word) in words.enumerated() where word.hasSuffix("bind") || word.hasSuffix("bind-try") {
            bound.append(words[index + 1])
        }
        #expect(bound == ["/usr", "/etc/ld.so.cache", "/dev/fuse", folder.path])
    }

    @Test func missingProgramsAreNamedWithTheirPackages() {
        do throws(Failure) {
            try SandboxProgram.require(SandboxProgram.allCases.filter { !$0.isThere }, task: "x")
        } catch {
            #expect(error.kind == .unsupported)
            #expect(error.remedy?.contains("apt-get install") == true)
            #expect(error.remedy?.contains("dnf install") == true)
        }
    }
}
