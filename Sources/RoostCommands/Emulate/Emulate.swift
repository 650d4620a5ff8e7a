import ArgumentParser
import RoostCore
import TerminalOutput

struct Emulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emulate", abstract: "Run one program of another architecture, without a machine.",
        discussion: """
            QEMU's user mode translates the program and passes its calls on to this computer's kernel: files, network and \
            rights are your own. A program that needs libraries finds them in --root, or in those of Debian's cross packages.

              roost emulate --arch aarch64 -- ./busybox uname -m
              roost emulate --arch aarch64 --root /srv/arm64 -- /bin/ls -l /
            """)

    @Option(
        help: ArgumentHelp("aarch64, arm, riscv64, ppc64le, s390x, …; else what the program says.", valueName: "arch"))
    var arch: String?

    @Option(
        help: ArgumentHelp(
            "The root of a system of that architecture: its libraries, and perhaps the program.", valueName: "directory"
        ),
        completion: .directory)
    var root: String?

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("After --: the program and its arguments.", valueName: "program"))
    var command: [String] = []

    func run() async throws {
        let emulation = try Emulation(architecture: arch, root: root, command: command)
        if let notice = emulation.notice, StreamOutput.standardError.isTerminal { Report.notice(notice) }
        try ProgramReplacement.become(emulation.emulator, emulation.arguments, install: "qemu-user-static")
    }
}
