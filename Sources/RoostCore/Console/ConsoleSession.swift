internal import Libvirt
import Synchronization

/// Somebody at a machine's serial console, for as long as they like: it stays when the guest reboots, and comes back when the
/// machine is stopped and started again or its host was lost.
public final class ConsoleSession: Sendable {
    public let machine: Machine
    private let device: String?
    private let state = Mutex(State())

    private struct State {
        var stream: DuplexStream?
        /// Nobody follows any more: what is opened now is closed at once.
        var isOver = false
    }

    /// How often, and how many times, the end of a stream is looked into: QEMU closes its console a moment before libvirt
    /// notes that the machine has stopped, and there is no event for a console that somebody else took.
    private static let look = Duration.milliseconds(50)
    private static let looksBeforeRetry = 20
    private static let looks = 100

    init(machine: Machine, device: String?) {
        self.machine = machine
        self.device = device
    }

    /// Stays at the console until the machine is gone, the task is cancelled, or `deliver` throws. To be called once.
    /// - Parameter force: take the console away from whom has it open.
    /// - Throws: ``Failure``: of kind state when the machine is off, or when somebody else has the console open or takes it
    ///   away later; of kind permission when the host was lost and lets nobody in any more; and what `deliver` throws.
    public func follow(
        force: Bool = false, _ deliver: @escaping @Sendable (ConsoleEvent) async throws -> Void
    ) async throws {
        try await withTaskCancellationHandler {
            try await Reconnecting.standard.run(from: machine.host) { notice in
                state.withLock { $0.stream = nil }
                if case .lost(let failure) = notice { try await deliver(.disconnected(failure)) }
            } _: { host in
                try await follow(on: host, isFirst: host === machine.host, force: force, deliver)
            }
        } onCancel: {
            // On the host it ends at once, also where whoever is delivered to takes nothing.
            state.withLock { state in
                state.isOver = true
                return state.stream
            }?.abandon()
        }
    }

    private func follow(
        on host: Host, isFirst: Bool, force: Bool, _ deliver: @escaping @Sendable (ConsoleEvent) async throws -> Void
    ) async throws {
        let events = try await doing(task) { () throws(LibvirtError) in
            try await host.connection.domainEvents([.lifecycle])
        }
        var lifecycle = events.makeAsyncIterator()
        // After a loss the host may still take this session's own old stream for somebody else.
        guard
            var run = isFirst
                ? try await openFirst(force: force) : try await reopen(on: host, after: nil, &lifecycle, deliver)
        else { return try await deliver(.gone) }
        while true {
            try await deliver(.attached)
            try await passOn(deliver)
            guard let next = try await reopen(on: host, after: run, &lifecycle, deliver) else {
                return try await deliver(.gone)
            }
            run = next
        }
    }

    /// Sends what was typed. While the machine is off it goes nowhere, as with a real cable.
    ///
    /// Waits while the guest does not read.
    public func send(_ bytes: [UInt8]) async throws(Failure) {
        guard let stream = state.withLock({ $0.stream }) else { return }
        do {
            try await stream.write(bytes)
        } catch {
            // The stream ended under the writer: `follow` finds out why, and says so.
            if stream === state.withLock({ $0.stream }), error.code != .invalidStream { throw Failure(task, error) }
        }
    }

    private var task: String { "Cannot open the console of \(machine.label)" }

    /// Passes the stream's bytes on until it ends.
    private func passOn(_ deliver: (ConsoleEvent) async throws -> Void) async throws {
        guard let open = state.withLock({ $0.stream }) else { return }
        var iterator = open.chunks.makeAsyncIterator()
        while true {
            let chunk: StreamChunk?
            do throws(LibvirtError) {
                chunk = try await iterator.next()
            } catch {
                // Most often the machine has just ended, or the host is lost; what follows finds out.
                chunk = nil
            }
            try Task.checkCancellation()
            guard let chunk else {
                state.withLock { $0.stream = nil }
                // libvirt keeps the pty's name as busy until then, and the next run may be given a pty of the same name.
                return await open.close()
            }
            if chunk.lost > 0 { try await deliver(.lost(chunk.lost)) }
            if !chunk.bytes.isEmpty { try await deliver(.output(chunk.bytes)) }
        }
    }

    private func openFirst(force: Bool) async throws(Failure) -> Run {
        let (run, domain) = try await look(on: machine.host)
        guard run.number != nil, let domain else {
            throw Failure(
                .state, task, why: "\(machine.label) is off", remedy: "roost start \(machine.reference)")
        }
        do {
            try await open(domain, force: force)
        } catch {
            if error.isBusy {
                throw Failure(
                    .state, task, why: "somebody else has it open",
                    remedy: "roost console \(machine.reference) --force takes it over.")
            }
            throw Failure(task, error)
        }
        return run
    }

    /// Opens the console of the machine's next run, or of this one when it was only the stream that ended.
    /// - Parameter run: nil after the host was lost. The console is then taken over: the host may still take this session's
    ///   own old stream for somebody else's.
    /// - Returns: nil when the machine does not exist any more.
    private func reopen(
        on host: Host, after run: Run?, _ lifecycle: inout EventSequence<DomainEvent>.Iterator,
        _ deliver: (ConsoleEvent) async throws -> Void
    ) async throws -> Run? {
        var (looks, busy) = (0, 0)
        while looks < Self.looks {
            let (now, domain) = try await look(on: host)
            guard let domain else { return nil }
            if now.number == nil {
                try await deliver(.stopped)
                try await waitForChange(on: host, &lifecycle)
                looks = 0
                continue
            }
            if now != run || looks >= Self.looksBeforeRetry {
                do {
                    try await open(domain, force: run == nil)
                    return now
                } catch {
                    // The host may take a moment to note that this session's own last stream is closed.
                    if error.isBusy { busy += 1 }
                    if busy > Self.looksBeforeRetry { throw takenOver }
                }
            }
            looks += 1
            try await Task.sleep(for: Self.look)
        }
        throw Failure(.state, "Lost the console of \(machine.label)", why: "the host closed it")
    }

    private var takenOver: Failure {
        Failure(
            .state, "Lost the console of \(machine.label)", why: "somebody else has taken it over",
            remedy: "roost console \(machine.reference) --force takes it back.")
    }

    /// Waits while the machine is off. The buffer may still hold events from before, so an event only says that a look is
    /// worth its call.
    private func waitForChange(
        on host: Host, _ lifecycle: inout EventSequence<DomainEvent>.Iterator
    ) async throws {
        while let element = await lifecycle.next() {
            try Task.checkCancellation()
            if case .event(let event) = element, event.domain.uuid != machine.domain.uuid { continue }
            if try await look(on: host).run != .off { return }
        }
        try Task.checkCancellation()
        throw Failure.lost(machine.host.name, "Lost the console of \(machine.label)")
    }

    private func open(_ domain: Domain, force: Bool) async throws(LibvirtError) {
        let opened = try await domain.openConsole(device: device, flags: force ? .force : [])
        let isOver = state.withLock { state in
            state.stream = opened
            return state.isOver
        }
        if isOver { opened.abandon() }
    }

    /// One run of the machine, from its start to its stop, as libvirt numbers them.
    private enum Run: Equatable {
        case running(UInt32)
        case off
        case gone

        var number: UInt32? { if case .running(let number) = self { number } else { nil } }
    }

    /// The machine as it is on the host now; no domain when it does not exist any more.
    private func look(on host: Host) async throws(Failure) -> (run: Run, domain: Domain?) {
        do {
            let domain = try await host.connection.domain(uuid: machine.domain.uuid)
            return (domain.id.map(Run.running) ?? .off, domain)
        } catch {
            if error.code == .noDomain { return (.gone, nil) }
            throw Failure(task, error)
        }
    }
}

extension LibvirtError {
    /// What QEMU's driver answers when a console is open already.
    fileprivate var isBusy: Bool { code == .operationFailed }
}
