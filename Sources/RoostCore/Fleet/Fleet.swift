#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The hosts that one command speaks to: the one that is meant without a word, one that is named, or several. A host in front
/// of a name, as in `HOST/NAME`, joins them.
public final class Fleet: Sendable {
    /// What `--host` was given, each time.
    let named: [String]
    /// Whether all of the hosts file are meant.
    let all: Bool
    let locator: HostLocator
    /// Whether ssh has somebody to ask.
    let canAsk: Bool
    /// Told what the person should know about the choice of a host.
    private let notice: @Sendable (String) -> Void
    private let opened = OpenHosts()

    /// How many hosts are asked at the same time.
    static let breadth = 32

    /// On top of a host's time, which is for its answer: a connection that is late says best itself what it waits for.
    static let grace = Duration.milliseconds(200)

    /// - Parameters:
    ///   - hosts: each a name of the hosts file or whatever ``HostLocator`` knows; none means the host that is meant without
    ///     a word.
    ///   - all: all of the hosts file.
    ///   - canAsk: whether ssh has somebody to ask; nil looks for a terminal.
    ///   - notice: told what the person should know about the choice of a host.
    public init(
        hosts: [String] = [], all: Bool = false, locator: HostLocator = .system, canAsk: Bool? = nil,
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        named = hosts
        self.all = all
        self.locator = locator
        self.canAsk = canAsk ?? Terminal.canAsk { ProcessInfo.processInfo.environment[$0] }
        self.notice = notice
    }

    /// The hosts that the options choose, each once: those of `--all-hosts` in the order of the file, then the others.
    func chosen() throws(Failure) -> [FleetMember] {
        var targets: [HostTarget] = all ? try locator.allTargets() : []
        for text in named {
            let target = try locator.target(text)
            if !targets.contains(target) { targets.append(target) }
        }
        if !all, targets.count > 1 { targets = try inFileOrder(targets) }
        return targets.isEmpty ? [.standard] : targets.map(FleetMember.named)
    }

    /// Hosts of the file come as they stand there; the others after them, as they were named.
    private func inFileOrder(_ targets: [HostTarget]) throws(Failure) -> [HostTarget] {
        // Who names URIs only has no need of the file, which may be wrong.
        guard targets.contains(where: { HostName.isPossible($0.name) }) else { return targets }
        let order = try locator.hosts.entries().map(\.name)
        return targets.enumerated().map { (order.firstIndex(of: $1.name) ?? order.count + $0, $1) }
            .sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Connects, or gives the connection that stands.
    func open(_ member: FleetMember, _ questions: Questions = .allowed) async -> Result<Host, Failure> {
        await opened.host(member) { [locator, notice] () throws(Failure) in
            switch member {
            case .standard:
                let located = try await locator.locate(option: nil, questions)
                if let text = located.notice { notice(text) }
                return located.host
            case .named(let target): return try await locator.open(target, questions)
            }
        }
    }

    /// The one host that is meant.
    /// - Throws: ``Failure`` of kind usage when several are.
    public func host() async throws(Failure) -> Host {
        let members = try chosen()
        guard members.count == 1 else { throw Self.oneOnly(members.count) }
        return try await open(members[0]).get()
    }

    /// Reads a name that may have a host in front.
    public func split(_ text: String, _ form: HostedName.Form) -> HostedName {
        // Without a hosts file, or with one that is wrong, no host is known by name; whoever needs one is told so.
        let known = form == .image ? (try? locator.hosts.entries().map(\.name)) ?? [] : []
        return HostedName(text, form, chosen: named + known)
    }

    /// The one host where something of that name is to be made: the one in front of it, else the one that is meant.
    /// - Throws: ``Failure`` of kind usage when several are chosen.
    public func host(for name: HostedName) async throws(Failure) -> Host {
        guard let prefix = name.host else { return try await host() }
        return try await open(.named(try locator.target(prefix))).get().amongOthers()
    }

    private static func oneOnly(_ count: Int) -> Failure {
        Failure(.usage, "This goes to one host", why: "\(count) are chosen", remedy: "Name one with --host.")
    }

    /// The same for each member, at the same time, each within its time.
    ///
    /// One that is late is left alone: its call cannot be interrupted, and ends with the program.
    ///
    /// Questions of several hosts must not mix on the terminal: at first nobody may ask; then those that need an answer get
    /// their turn, one after the other, where there is somebody to answer.
    func gather<Value: Sendable>(
        _ members: [FleetMember], keepingOpen: Bool, taking time: Duration = .zero,
        _ questions: Questions = .allowed,
        _ body: @escaping @Sendable (FleetMember, Host) async throws(Failure) -> Value
    ) async -> [HostAnswer<Value>] {
        if members.count == 1 {
            let host = await open(members[0], questions)
            let result = await attempt { () throws(Failure) in try await body(members[0], try host.get()) }
            return [HostAnswer(host: (try? host.get().name) ?? members[0].name, result: result)]
        }
        var answers = await Self.sideBySide(members) { [self] member in
            HostAnswer(
                host: member.name,
                result: await attempt { () throws(Failure) in
                    try await within(member.limit + time + Self.grace, else: member.late) { () throws(Failure) in
                        let host = try await self.reach(member, .refused, keepingOpen)
                        return try await body(member, host.amongOthers())
                    }
                })
        }
        guard canAsk, questions == .allowed else { return answers }
        for (index, member) in members.enumerated() where answers[index].needsAnswer(member) {
            let result = await attempt { () throws(Failure) in
                let host = try await reach(member, .allowed, keepingOpen)
                return try await within(member.limit + time + Self.grace, else: member.late) { () throws(Failure) in
                    try await body(member, host.amongOthers())
                }
            }
            answers[index] = HostAnswer(host: member.name, result: result)
            // Who stops at one question is not asked the next.
            if case .failure(let failure) = result, failure.kind == .interrupted { break }
        }
        return answers
    }

    /// A connection that nobody needs later is given up when its answer has come: a hundred open ones take much memory.
    func reach(
        _ member: FleetMember, _ questions: Questions, _ keepingOpen: Bool
    ) async throws(Failure) -> Host {
        guard !keepingOpen, case .named(let target) = member else { return try await open(member, questions).get() }
        return try await locator.open(target, questions)
    }

    private static func sideBySide<Value: Sendable>(
        _ members: [FleetMember], _ body: @escaping @Sendable (FleetMember) async -> HostAnswer<Value>
    ) async -> [HostAnswer<Value>] {
        await withTaskGroup(of: (Int, HostAnswer<Value>).self) { group in
            var answers = [HostAnswer<Value>?](repeating: nil, count: members.count)
            var next = 0
            func add() {
                guard next < members.count else { return }
                let index = next
                next += 1
                group.addTask { (index, await body(members[index])) }
            }
            for _ in 0..<breadth { add() }
            for await (index, answer) in group {
                answers[index] = answer
                add()
            }
            return answers.compactMap(\.self)
        }
    }
}

extension HostAnswer {
    /// Whether the host has not let us in, but might when ssh may ask for a password or about its key.
    fileprivate func needsAnswer(_ member: FleetMember) -> Bool {
        guard case .failure(let failure) = result else { return false }
        return member.mightLetIn(after: failure)
    }
}
