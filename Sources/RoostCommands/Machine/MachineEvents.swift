import ArgumentParser
import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct MachineEvents: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Show what happens to machines, networks and pools, as it happens.",
        discussion: """
            One line an event; with --format json one JSON object a line. Ctrl-C ends it, with code 0. An event \
            'resynchronise' says that others were lost because they came too fast.
            """)

    @Option(
        help: ArgumentHelp(
            "Only this machine, or those of a pattern (repeatable). It need not exist yet.", valueName: "machine"),
        completion: .machines)
    var machine: [String] = []

    @Option(help: "End after so many events.")
    var count: Int?

    @Option(name: .customLong("for"), help: ArgumentHelp("End after so long.", valueName: "seconds"))
    var duration: Double?

    @Option(help: "How to print them: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: OutputFormat = .table

    @Flag(help: ArgumentHelp("Accepted as a habit: events are followed anyway.", visibility: .hidden))
    var follow = false

    @OptionGroup var host: HostOptions

    func validate() throws {
        guard count ?? 1 > 0 else { throw ValidationError("--count takes a number from 1 on.") }
        guard duration.map({ $0 > 0 && $0 <= 31_536_000 }) ?? true else {
            throw ValidationError("--for takes seconds, up to a year.")
        }
    }

    func run() async throws {
        let host = try await host.connect()
        let left = EventsLeft(count)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { [machine, format] in
                    try await host.followEvents(
                        machines: machine, ready: { Report.notice("Waiting for events; Ctrl-C ends") }
                    ) { event in
                        try Report.answer(try format.renderItem(event) { Self.line(event) })
                        if await left.isLast() { throw CancellationError() }
                    }
                }
                if let duration { group.addTask { try await Task.sleep(for: .seconds(duration)) } }
                try await group.next()
                group.cancelAll()
            }
        } catch is CancellationError {
            // All that were asked for, or Ctrl-C: the ordinary end of following.
        }
    }

    static func line(_ event: HostEvent) -> String {
        let words =
            [event.time.formatted(.iso8601), event.subject.rawValue, event.name, event.event].compactMap(\.self)
            + (event.detail.map { ["(\($0))"] } ?? [])
        return words.map(HostileText.sanitised).joined(separator: "  ")
    }

    /// Counts down to the last event.
    private actor EventsLeft {
        private var left: Int?

        init(_ count: Int?) { left = count }

        func isLast() -> Bool {
            guard let left else { return false }
            self.left = left - 1
            return left <= 1
        }
    }
}
