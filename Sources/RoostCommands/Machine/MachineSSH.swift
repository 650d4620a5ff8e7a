import ArgumentParser
import RoostCore

struct MachineSSH: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ssh", abstract: "Log in to a machine's guest by ssh, wherever its host is.",
        discussion: """
            Finds the guest's address and becomes ssh, so that your keys, agent and ~/.ssh/config, the terminal and the \
            exit code are ssh's own. A guest of a remote host is reached through Roost's login there. ssh keeps the \
            guest's key under the machine's UUID, whatever its address.

            The user and the guest's keys are known of machines that were made from an image: ssh asks nothing, and takes no \
            other key. Where the keys have changed for a good reason, --learn-key takes those that the guest agent tells, and \
            --forget-key has ssh ask again.

            One word after -- is a line for the guest's shell; several arrive as a program and its arguments, just as \
            they are:

              roost ssh debian@web1
              roost ssh web1 -- 'uptime; df -h | tail -n 3'
              tar c . | roost ssh web1 -- tar x -C /srv
            """)

    @Argument(
        help: ArgumentHelp(
            "Name or UUID, with the guest's user in front where it is not yours.", valueName: "[user@]machine"),
        completion: .guests)
    var machine: String

    @Argument(
        parsing: .postTerminator,
        help: ArgumentHelp("After --: what to run there in place of a login shell.", valueName: "command"))
    var command: [String] = []

    @Option(
        name: [.customShort("l"), .long],
        help: ArgumentHelp("The guest's user; the machine's name may then hold an @.", valueName: "user"))
    var user: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("The port of the guest's SSH server.", valueName: "port"))
    var port: UInt16?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The private key to use.", valueName: "file"), completion: .file())
    var identity: String?

    @Flag(name: .shortAndLong, help: "Give the command a terminal, as top and editors need.")
    var tty = false

    @Flag(help: "Take the guest's present keys, as its agent tells them.")
    var learnKey = false

    @Flag(help: "Forget the guest's keys.")
    var forgetKey = false

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        guard !learnKey || !forgetKey else { throw ValidationError("Give --learn-key or --forget-key, not both.") }
        guard port != 0 else { throw ValidationError("--port takes a number from 1 to 65535.") }
    }

    func run() async throws {
        let target = try GuestTarget(machine, user: user)
        let machine = try await hosts.fleet.one(target.machine, of: Machine.self)
        if learnKey { try await machine.learnHostKeys() }
        if forgetKey { return try await machine.forgetHostKeys() }
        let login = GuestLogin(
            to: machine, user: target.user, port: port, identity: identity, wantsTerminal: tty, command: command)
        let arguments = try await machine.sshArguments(login)
        try Task.checkCancellation()
        try ProgramReplacement.become("ssh", arguments, install: "openssh-client")
    }
}
