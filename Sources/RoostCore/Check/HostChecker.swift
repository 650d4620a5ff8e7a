/// Looks at a host and says how fit it is for machines. libvirt need not be there.
public struct HostChecker: Sendable {
    let target: HostTarget
    let shell: HostShell
    /// Names of other hosts, which it should know.
    private let peers: [String]

    /// A busy host that starts QEMU to ask for its version takes a while.
    private static let patience = Duration.seconds(60)
    private static let mostPeers = 50

    /// - Parameter hosts: the hosts file; the others in it are peers.
    /// - Throws: ``Failure`` of kind unsupported for a host that is reached neither here nor by ssh.
    public init(_ target: HostTarget, hosts: HostsFile = HostLocator.system.hosts) throws(Failure) {
        self.target = target
        shell = try HostShell(target)
        // A hosts file that is wrong is told by whoever needs it.
        let others = ((try? hosts.entries()) ?? []).filter { $0.uri != target.uri }
        var seen: Set<String> = []
        peers = others.compactMap { entry in
            guard case .address(let destination, _) = entry.place, AddressBlock.number(destination.host) == nil,
                !destination.host.contains(":")
            else { return nil }
            return destination.host
        }.filter { seen.insert($0).inserted }.prefix(Self.mostPeers).map(\.self)
    }

    /// Everything that the judgement goes by: one script, and libvirt's calls where it answers.
    /// - Throws: ``Failure`` of kind unreachable, permission or interrupted.
    func look() async throws(Failure) -> HostLook {
        try await shell.connect()
        var look = try await ask(asRoot: false)
        // Who is in none of these would only be reported to the host's owner for trying.
        if !look.isRoot,
            !Set(look.text("groups")?.split(separator: " ") ?? []).isDisjoint(with: ["sudo", "wheel", "admin"]),
            let more = try await asRoot()
        {
            look = more
        }
        do throws(Failure) {
            let host = try await HostLocator.system.open(target, .refused)
            look.libvirt = try await host.libvirtFacts()
            await host.close()
        } catch {
            if error.kind == .interrupted { throw error }
            look.libvirtProblem = error.why ?? error.what
            look.isLibvirtClosed = error.kind == .permission
        }
        return look
    }

    /// - Throws: ``Failure`` where the host cannot be looked at.
    public func check() async throws(Failure) -> HostCheckReport {
        judge(try await look()).report
    }

    /// Looks, and says what makes the computer a host for machines.
    public func setupPlan() async throws(Failure) -> HostSetupPlan {
        try HostSetupPlanner(judge: judge(try await look())).plan()
    }

    func judge(_ look: HostLook) -> HostJudge {
        // Nobody calls this computer by its URI.
        let name = shell.isHere ? target.givenName ?? look.text("hostname") ?? target.name : target.name
        return HostJudge(look: look, host: name, isHere: shell.isHere)
    }

    private func asRoot() async throws(Failure) -> HostLook? {
        do throws(Failure) {
            return try await ask(asRoot: true)
        } catch {
            guard error.kind == .permission else { throw error }
            return nil
        }
    }

    private func ask(asRoot: Bool) async throws(Failure) -> HostLook {
        let before = UnixTime.now
        let answer = try await shell.run(SurveyScript.text(peers: peers), asRoot: asRoot, within: Self.patience)
        let after = UnixTime.now
        guard var look = HostLook(answer: answer.output) else {
            throw Failure(
                .general, "Cannot look at \(shell.name)",
                why: answer.lastError ?? "its shell has not come to the end of the script",
                remedy: "It takes a POSIX shell with awk, grep and sed.")
        }
        if !shell.isHere, let theirs = look.text("now").flatMap({ Int($0) }) {
            look.clockOffset = theirs < before ? theirs - before : theirs > after ? theirs - after : 0
        }
        return look
    }
}

extension Host {
    /// Looks at this host and says how fit it is for machines; see ``HostChecker``.
    public func check() async throws(Failure) -> HostCheckReport {
        try await HostChecker(HostTarget(name: name, uri: uri)).check()
    }

    /// Makes a change that a check of this host proposes; see ``HostChanger``.
    public func make(_ change: HostChange) async throws(Failure) {
        // It stands on somebody's computer, and is none.
        guard uri.driver != "test" else {
            throw Failure(.unsupported, "Cannot change \(name)", why: "it is played by libvirt's test driver")
        }
        try await HostChanger(HostTarget(name: name, uri: uri)).make(change)
    }
}
