/// Keeps one host connected and the picture of it fresh, for as long as its task is not cancelled. Whatever goes wrong is
/// noted as the host's state, and tried again after a longer and longer pause.
struct HostSupervisor: Sendable {
    let target: LiveTarget
    let pace: LivePace
    let live: LiveHosts

    /// A connection that held for so long was a good one: the next loss begins with a short pause again.
    private static let steady = Duration.seconds(30)
    /// For one attempt, which has shorter limits of its own for each of its steps.
    private static let longest = Duration.seconds(120)

    func run() async {
        var backoff = pace.backoff
        while !Task.isCancelled {
            let began = ContinuousClock.now
            do {
                try await connectAndWatch()
            } catch let failure as Failure {
                guard !Task.isCancelled else { return }
                await live.lost(target.name, failure)
            } catch {
                // Only a cancelled task gets here.
                return
            }
            if .now - began > Self.steady { backoff.reset() }
            guard (try? await Task.sleep(for: backoff.pause())) != nil else { return }
        }
    }

    private func connectAndWatch() async throws {
        let late = Failure(.timeout, "Cannot connect to \(target.name)", why: "nothing has come of it")
        let host = try await within(Self.longest, else: late) { [connect = target.connect] () throws(Failure) in
            try await connect()
        }
        do {
            try await HostWatch(host: host, name: target.name, pace: pace, live: live).run()
        } catch {
            // Its last calls may hang for a while: nobody waits for them.
            Task { await host.close() }
            throw error
        }
    }
}
