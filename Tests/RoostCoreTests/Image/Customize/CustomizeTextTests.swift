import Testing

@testable import RoostCore

@Suite struct CustomizeTextTests {
    private let program = CustomizeProgram(task: "Cannot customize x")

    @Test func whatTheImagesProgramSaidIsTold() {
        let failure = program.failure(
            "virt-customize",
            "E: no network\r\n\nvirt-customize: error: apt: command exited with an error\n\nIf reporting bugs, run -v -x\n"
        )
        #expect(failure.why == "apt: command exited with an error: E: no network")
        #expect(failure.remedy == CustomizeProgram.untouched)
    }

    @Test func anApplianceThatCannotBeMadeHasItsRemedy() {
        let failure = program.failure(
            "virt-customize",
            "virt-customize: error: libguestfs error: /usr/bin/supermin exited with error status 1.\nTo see full error messages\n"
        )
        #expect(failure.kind == .unsupported && failure.remedy?.contains("/boot") == true)
    }

    @Test func growingIsNotToldByItsScript() {
        let failure = program.failure(
            "virt-sysprep", "neither\nvirt-sysprep: error: \(CustomizeCommand.growing): command exited with an error\n")
        #expect(failure.kind == .unsupported && failure.why == "its root file system cannot be grown: neither")
    }

    @Test func aProgramThatSaysNothingHasFailed() {
        #expect(program.failure("qemu-img", "").why == "qemu-img failed")
        #expect(program.failure("qemu-img", "qemu-img: no room\n").why == "qemu-img: no room")
    }

    @Test func theIdentityIsClearedLast() {
        var edits = ImageCustomization()
        edits.commands = ["-x", "true"]
        let words = CustomizeCommand(edits, path: "/l", format: "qcow2", clearsIdentity: true).arguments
        #expect(words.prefix(4) == ["--format", "qcow2", "-a", "/l"])
        #expect(words.suffix(4) == ["--truncate", "/etc/machine-id", "--no-logfile", "--selinux-relabel"])
        let kept = CustomizeCommand(edits, path: "/l", format: "qcow2", clearsIdentity: false).arguments
        #expect(!kept.contains("--truncate"))
    }
}
