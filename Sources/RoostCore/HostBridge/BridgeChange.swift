/// A change of a host's bridge that is followed from here to its good or bad end.
struct BridgeChange: Sendable {
    let host: Host
    let shell: HostShell
    let bridge: String
    let task: String
    let apply: String
    let revert: String
    let timeout: Int
    let gateways: [String]
    let isDeletion: Bool
    let progress: @Sendable (BridgeProgress) -> Void

    private static let patience = Duration.seconds(20)
    /// How long a host is waited for that is to take it back.
    private static let abandonPatience = Duration.seconds(25)

    func run(_ confirmation: BridgeConfirmation) async throws(Failure) {
        let start = BridgeRun.startScript(
            bridge: bridge, apply: apply, revert: revert, timeout: timeout, isDeletion: isDeletion)
        let began = ContinuousClock.now
        let answer: HostShellAnswer?
        do throws(Failure) {
            answer = try await shell.run(start, asRoot: true, within: Self.patience)
        } catch {
            // The link may have gone with the change; a connection that never was changes nothing.
            guard error.kind == .timeout || error == shell.linkEnded else {
                if error.kind == .interrupted { await abandonQuietly() }
                throw error.whileDoing(task)
            }
            answer = nil
        }
        if let answer, !answer.succeeded {
            throw Failure(.state, task, why: answer.lastError ?? "the host could not begin with it")
        }
        progress(.started(seconds: timeout))
        let end = began + .seconds(timeout)
        do throws(Failure) {
            try await follow(until: end, confirmation)
        } catch {
            guard error.kind == .interrupted else { throw error }
            throw await abandoned(until: end)
        }
    }

    /// Tries new connections until one has confirmed it, or the host has taken it back.
    private func follow(
        until end: ContinuousClock.Instant, _ confirmation: BridgeConfirmation
    ) async throws(Failure) {
        let isAutomatic = confirmation == .automatic
        if isAutomatic { progress(.trying) }
        while ContinuousClock.now < end {
            let script = isAutomatic ? BridgeRun.confirmScript(bridge) : BridgeRun.stateScript(bridge)
            if let answer = try await ask(script, needsRouters: confirmation != .followed) {
                let (state, log) = BridgeRun.state(answer)
                switch state {
                case .done?: return
                case .reverted?, .failed?, .abandoned?, .killed?: throw reverted(state, log)
                case .waiting? where !isAutomatic:
                    progress(.waiting(seconds: seconds(until: end)))
                    if confirmation == .manual { return }
                default: break
                }
            } else if confirmation == .followed {
                progress(.silent(seconds: seconds(until: end)))
            }
            try await pause()
        }
        progress(.lookingForOld)
        // What was taken back answers as before, by and by.
        let last = ContinuousClock.now + .seconds(45)
        while ContinuousClock.now < last {
            if let answer = try await ask(BridgeRun.stateScript(bridge)) {
                let (state, log) = BridgeRun.state(answer)
                switch state {
                case .reverted?, .failed?, .abandoned?, .killed?: throw reverted(state, log)
                // Confirmed in the last moment.
                case .done?: return
                default: break
                }
            }
            try await pause()
        }
        throw Failure(
            .unreachable, task,
            why: "no new connection came about, and the host does not answer after it took the change back",
            remedy: "Look at its screen: \(BridgeRun.running)/\(bridge) says what was done there.")
    }

    private func seconds(until end: ContinuousClock.Instant) -> Int {
        max(0, Int((end - .now).components.seconds))
    }

    /// Over a connection of its own; on this computer its routers are asked whether they are there.
    /// - Returns: nil where the host is not reached.
    private func ask(_ script: String, needsRouters: Bool = true) async throws(Failure) -> HostShellAnswer? {
        do throws(Failure) {
            guard shell.isHere else {
                return try await shell.runAnew(script, asRoot: true, within: .seconds(12))
            }
            guard needsRouters else { return try await shell.run(script, asRoot: true, within: .seconds(12)) }
            let state = try await shell.run(BridgeRun.stateScript(bridge), asRoot: true, within: .seconds(12))
            guard BridgeRun.state(state).state == .waiting else { return state }
            let answers = try await shell.run(BridgeRun.reachScript(gateways), asRoot: true, within: .seconds(30))
            guard answers.succeeded else { return nil }
            return try await shell.run(script, asRoot: true, within: .seconds(12))
        } catch {
            guard error.kind == .interrupted else { return nil }
            throw error
        }
    }

    private func pause() async throws(Failure) {
        do { try await Task.sleep(for: .seconds(1)) } catch { throw Failure(.interrupted, "Stopped") }
    }

    private func reverted(_ state: BridgeRun.State?, _ log: String?) -> Failure {
        switch state {
        case .failed?:
            Failure(.general, task, why: "\(log ?? "a step failed"); the host has taken all of it back")
        case .abandoned?:
            Failure(.interrupted, "Stopped", why: "the host has taken all of it back")
        case .killed?: killed
        default:
            Failure(
                .unreachable, task,
                why:
                    "no new connection to \(host.name) came about within \(timeout) s; the host has taken all of it back, and answers "
                    + "as before",
                remedy: "See what became of it there: \(shell.prefix)cat \(BridgeRun.running)/\(bridge)/log")
        }
    }

    private var killed: Failure { .killedBridgeRun(bridge, of: host, task) }

    /// The host is told to take it back; where it does not hear that, it does so when the time is over.
    private func abandoned(until end: ContinuousClock.Instant) async -> Failure {
        progress(.abandoning)
        let state = await Task { [self] () -> BridgeRun.State? in
            guard await abandonQuietly() else { return nil }
            let last = ContinuousClock.now + Self.abandonPatience
            while ContinuousClock.now < last {
                if let answer = await anyhow(BridgeRun.stateScript(bridge)), let state = BridgeRun.state(answer).state,
                    state.isOver
                {
                    return state
                }
                // A sleep of a task of its own is not cancelled.
                try? await Task.sleep(for: .seconds(1))
            }
            return nil
        }.value
        switch state {
        case .done?: return Failure(.interrupted, "Stopped too late", why: "it was confirmed already")
        case .killed?: return killed
        case _?: return Failure(.interrupted, "Stopped", why: "the host has taken all of it back")
        case nil:
            let seconds = seconds(until: end)
            return Failure(
                .interrupted, "Stopped",
                why:
                    "the host could not be told; it takes all of it back by itself\(seconds > 0 ? " in \(seconds) s" : "")"
            )
        }
    }

    /// - Returns: whether the host has heard it.
    @discardableResult
    private func abandonQuietly() async -> Bool {
        await Task { [self] in await anyhow(BridgeRun.abandonScript(bridge)) != nil }.value
    }

    /// By whichever way still leads there: the login that stands, or a new one.
    private func anyhow(_ script: String) async -> HostShellAnswer? {
        if let answer = try? await shell.run(script, asRoot: true, within: .seconds(4)) { return answer }
        return shell.isHere ? nil : try? await shell.runAnew(script, asRoot: true, within: .seconds(8))
    }
}
