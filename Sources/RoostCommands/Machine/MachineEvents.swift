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
            One line an event; with --format json one JSON object a line. Ctrl-C ends it, with code 0.

            A lost host is told as 'disconnected' and connected to again; after 'reconnected' comes what has changed \
            meanwhile. The same follows 'resynchronise', which says that events came faster than they were taken.
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

    @OptionGroup var hosts: FleetOptions

    func validate() throws {
        guard count ?? 1 > 0 else { throw ValidationError("--count takes a number from 1 on.") }
        guard duration.map({ $0 > 0 && $0 <= 31_536_000 }) ?? true else {
            throw ValidationError("--for takes seconds, up to a year.")
        }
    }

    func run() async throws {
        let (site, machines) = (try await hosts.site(), machine)
        let printer = EventPrinter(format: format, count: count)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await Self.follow(site, machines, printer) }
                if let duration { group.addTask { try await Task.sleep(for: .seconds(duration)) } }
                try await group.next()
                group.cancelAll()
            }
        } catch is CancellationError {
            // All that were asked for, or Ctrl-C: the ordinary end of following.
        }
    }

    private static func follow(_ site: any Site, _ machines: [String], _ printer: EventPrinter) async throws {
        try await site.followEvents(machines) { failure in
            Report.warning(failure.description, hint: failure.remedy)
        } ready: { place in
            Report.notice("Waiting for events\(place.map { " of \($0)" } ?? ""); Ctrl-C ends")
        } _: { event, place in
            try await printer.print(event, of: place)
        }
    }

    static func line(_ event: HostEvent, of host: String? = nil) -> String {
        let words =
            [event.time.formatted(.iso8601), host, event.subject.rawValue, event.name, event.event].compactMap(\.self)
            + (event.detail.map { ["(\($0))"] } ?? [])
        return words.map(HostileText.sanitised).joined(separator: "  ")
    }

    /// Prints the events of all hosts, one at a time, and counts down to the last.
    private actor EventPrinter {
        private let format: OutputFormat
        private var left: Int?

        init(format: OutputFormat, count: Int?) {
            self.format = format
            left = count
        }

        /// - Parameter host: nil where only one is followed.
        /// - Throws: `CancellationError` after the last.
        func print(_ event: HostEvent, of host: String?) throws {
            if let left, left <= 0 { throw CancellationError() }
            let text =
                if let host {
                    try format.renderItem(FleetRow(host: host, content: .success(event))) {
                        MachineEvents.line(event, of: host)
                    }
                } else {
                    try format.renderItem(event) { MachineEvents.line(event) }
                }
            try Report.answer(text)
            guard let left else { return }
            self.left = left - 1
            if left <= 1 { throw CancellationError() }
        }
    }
}
