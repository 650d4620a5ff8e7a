import ArgumentParser
import RoostCore
import TerminalOutput

struct HostSetupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Make a computer a host: packages, daemons, groups, network and pool.",
        discussion: """
            Looks at the computer, here or over ssh, shows the exact commands for its distribution, and asks before it \
            changes anything. What is there stays as it is, so a second run finds nothing to do. Debian, Ubuntu (apt), RHEL, \
            AlmaLinux, Rocky, Fedora (dnf), CentOS 7 (yum), openSUSE (zypper) and Arch (pacman) are known. Root is needed: \
            log in as root, or as a user whom sudo asks no password.
            """)

    @Argument(help: "Its name or address; this computer without one.", completion: .hosts)
    var name: String?

    @Flag(help: "Show what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var consent: ConsentOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let target = try HostTarget(named: name, host)
        let checker = try HostChecker(target)
        let plan = try await checker.setupPlan()
        if dryRun || output.format != .table || output.quiet {
            try Report.answer(plan, output, names: plan.changes.map(\.title)) { Self.text(plan) }
            if dryRun || plan.isDone { return }
        } else if plan.isDone {
            return Report.notice("\(plan.host) is set up: there is nothing to do")
        } else {
            Report.notice("\(plan.host): \(plan.system)")
            for line in plan.present { Report.notice("is there already: \(line)") }
        }
        try HostChangeDialog(consent: consent, question: "Set up \(plan.host) so?").ask(plan.changes)
        let changer = try HostChanger(target)
        for change in plan.changes {
            HostChangeDialog.begun(change)
            try await changer.make(change)
        }
        Report.notice("Done")
        // What could not be planned before the packages were there.
        let rest = try await checker.setupPlan()
        if !rest.isDone {
            for line in HostChangeDialog.lines(rest.changes) { Report.notice(line) }
            Report.warning(
                "\(plan.host) is not set up wholly", hint: "roost host setup \(ShellWord.quoted(target.name))")
            return
        }
        Report.notice("\(plan.host) is set up; see how fit it is: roost host check \(ShellWord.quoted(target.name))")
    }

    private static func text(_ plan: HostSetupPlan) -> String {
        let lines =
            ["\(plan.host): \(plan.system)"]
            + (plan.isDone ? ["There is nothing to do."] : HostChangeDialog.lines(plan.changes))
            + plan.present.map { "is there already: \($0)" }
        return lines.map { HostileText.sanitised($0) + "\n" }.joined()
    }
}
