import RoostCore
import Synchronization
import TerminalOutput

/// A console on the terminal that roost was started from: raw, until the escape keys are typed.
struct ConsoleTerminal {
    let session: any SiteConsole
    let escape: EscapeKeys

    /// Pieces of input, each up to 4 KiB, that wait for a guest that does not read. Leaving must work even then, so the
    /// keyboard is always read.
    private static let waiting = 256

    func run(force: Bool) async throws {
        let screen = Screen(name: session.name, leave: escape.description)
        defer { screen.close() }
        let (keys, typed) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(Self.waiting))
        var work = FirstOutcome()
        work.add { [session] in try await session.follow(force: force, screen.show) }
        work.add { [session] in
            for await bytes in keys { try await session.send(bytes) }
        }
        work.add { [escape] in
            await screen.opened()
            var search = EscapeSearch(escape)
            while let bytes = await InputBytes.standardInput.next() {
                let (send, leaves) = search.take(bytes)
                if !send.isEmpty, case .dropped = typed.yield(send) { screen.sayUnread() }
                if leaves { return }
            }
        }
        try await withTaskCancellationHandler {
            try await work.wait()
        } onCancel: {
            screen.close()
        }
    }

    /// What is shown of the session.
    private final class Screen: Sendable {
        private let name: String
        private let leave: String
        private let closed = Atomic<Bool>(false)
        private let isOpen = Atomic<Bool>(false)
        private let wasUnread = Atomic<Bool>(false)
        private let open: AsyncStream<Void>
        private let nowOpen: AsyncStream<Void>.Continuation
        private let messages = Messages(
            output: RawModeOutput(StreamOutput.standardError), styling: Report.errorStyling)

        init(name: String, leave: String) {
            self.name = name
            self.leave = leave
            (open, nowOpen) = AsyncStream.makeStream()
        }

        /// Waits until the console was joined: keys typed before belong to the shell's line, not to the guest.
        func opened() async {
            for await _ in open { return }
        }

        func show(_ event: ConsoleEvent) throws {
            guard !closed.load(ordering: .acquiring) else { return }
            switch event {
            case .attached:
                if !isOpen.exchange(true, ordering: .acquiringAndReleasing) {
                    try TerminalMode.change(to: .raw, farewell: farewell)
                    nowOpen.yield()
                }
                messages.notice("Connected to \(name); \(leave) leaves")
            case .output(let bytes):
                try StreamOutput.standardOutput.write(bytes: bytes)
                try StreamOutput.standardOutput.flush()
                wasUnread.store(false, ordering: .relaxed)
            case .lost(let count): messages.warning("\(count) bytes came too fast and are not shown")
            case .stopped: messages.notice("\(name) is off; waiting for it to start again, \(leave) leaves")
            case .disconnected(let failure):
                messages.warning(
                    "Lost the host of \(name): \(failure.why ?? failure.what)",
                    hint: "Connecting again; \(leave) leaves")
            case .gone: messages.notice("\(name) is gone")
            }
        }

        /// Once, until the guest prints something again.
        func sayUnread() {
            guard !wasUnread.exchange(true, ordering: .relaxed) else { return }
            messages.warning("\(name) does not read what is typed; it is thrown away")
        }

        func close() {
            let isFirst = !closed.exchange(true, ordering: .acquiringAndReleasing)
            TerminalMode.restore()
            guard isFirst, isOpen.load(ordering: .acquiring) else { return }
            // The guest may have left the cursor in the middle of a line.
            try? StreamOutput.standardError.write("\n")
            try? StreamOutput.standardError.flush()
        }

        private var farewell: String { StreamOutput.standardOutput.isTerminal ? TerminalMode.resetScreen : "" }
    }
}
