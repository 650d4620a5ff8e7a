import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

struct HostCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a host: processor, kernel, daemons, networks, firewall, storage, security.",
        discussion: """
            Each finding has what was seen and, where something is wrong, commands to copy. It works without libvirt too, here \
            and over ssh; nothing is installed on the host, and nothing is changed without --fix. Some things only root may \
            see: where you are not root, sudo is used if it asks no password.

            --fix does what is safe, after showing it and asking, then checks again. The exit code is \
            \(FailureKind.unfit.exitCode) while there is a failure.
            """)

    @Argument(help: "Its name or address; this computer without one.", completion: .hosts)
    var name: String?

    @Flag(help: "Mend what can be mended safely, after showing it and asking.")
    var fix = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let checker = try await checkup()
        var report = try await checker.check()
        if fix, !report.fixes.isEmpty {
            // With another format there is one answer, which is how it is in the end.
            if output.format == .table, !output.quiet { try show(report) }
            let mending = try await checker.mending(after: report)
            try HostChangeDialog(consent: consent, question: "Make these changes on \(report.host)?")
                .ask(mending.changes)
            do {
                try await mending.make(HostChangeDialog.begun)
            } catch let failures as PartialFailure {
                // What was mended is to be seen all the same.
                try show(try await checker.check())
                throw failures
            }
            report = try await checker.check()
        } else if fix {
            Report.notice("There is nothing that --fix could do on \(report.host)")
        }
        try show(report)
        if let failure = report.failure { throw failure }
    }

    private func checkup() async throws -> any SiteCheckup {
        guard let server = try await host.server.connection() else {
            return try HostChecker(try HostTarget(named: name, host))
        }
        return try await ServerSite(server, hosts: [name].compactMap(\.self) + host.host).checkup()
    }

    private func show(_ report: HostCheckReport) throws {
        let names = report.findings.filter { ![.ok, .note].contains($0.state) }.map(\.id)
        try Report.answer(report, output, names: names) {
            FindingsView(report: report, width: StreamOutput.standardOutput.columns, styling: Report.styling).text
        }
    }
}
