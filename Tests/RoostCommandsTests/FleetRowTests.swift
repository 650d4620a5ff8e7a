import ArgumentParser
import TerminalOutput
import Testing

@testable import RoostCommands
@testable import RoostCore

@Suite struct FleetRowTests {
    private struct Row: Encodable, Sendable {
        var name: String
        var host = "a"
    }

    private static let rows = [
        FleetRow(host: "a", content: .success(Row(name: "web1"))),
        FleetRow(
            host: "mute",
            content: .failure(Failure(.unreachable, "No answer from mute", why: "it sleeps", remedy: "Wake it."))),
    ]

    @Test func theHostComesFirstAndOnce() throws {
        let text = try OutputFormat.json.render(Self.rows) { "" }
        #expect(
            text == """
                [
                  {
                    "host": "a",
                    "name": "web1"
                  },
                  {
                    "host": "mute",
                    "error": {
                      "what": "No answer from mute",
                      "why": "it sleeps",
                      "remedy": "Wake it.",
                      "code": "unreachable"
                    }
                  }
                ]

                """)
    }

    @Test func yamlHasTheSameKeys() throws {
        let text = try OutputFormat.yaml.render(Self.rows) { "" }
        #expect(text.hasPrefix("- host: a\n  name: web1\n- host: mute\n  error:\n"))
    }

    @Test func aTableShowsTheReasonInPlaceOfTheRow() {
        let table = Report.fleetTable(Self.rows, columns: [Column("name"), Column("state")]) {
            [Cell($0.name), Cell("running")]
        }
        #expect(
            table.render(width: nil, styling: Styling(isEnabled: false))
                == "HOST  NAME  STATE\na     web1  running\nmute  it sleeps\n")
        let narrow = table.render(width: 14, styling: Styling(isEnabled: false)).split(separator: "\n")
        #expect(narrow.allSatisfy { $0.count <= 14 })
    }

    @Test func aRowOfHostsTellsItsState() throws {
        let entry = try HostEntry(name: "alpha", place: HostEntry.place("alice@10.0.0.5"), timeout: 3)
        let summary = HostSummary(entry, connected: false)
        #expect(
            try OutputFormat.json.render(HostState(summary)) { "" } == """
                {
                  "name": "alpha",
                  "address": "alice@10.0.0.5",
                  "uri": "qemu+ssh://alice@10.0.0.5/system",
                  "timeout": 3,
                  "connected": false
                }

                """)
        let failed = HostState(summary, .failure(Failure(.permission, "Cannot", why: "no key")))
        let text = try OutputFormat.json.render(failed) { "" }
        #expect(text.contains("\"state\": \"permission\"") && text.contains("\"why\": \"no key\""))
        #expect(
            HostListCommand.table([failed]).render(width: nil, styling: Styling(isEnabled: false)).contains("no key"))
    }

    @Test func whatMakesSomethingTakesOneHost() async throws {
        let options = try HostOptions.parse(["--host", "test:///default", "--host", "test:///x.xml"])
        let failure = await #expect(throws: Failure.self) { try await options.connect() }
        #expect(failure?.kind == .usage)
        #expect(throws: (any Error).self) { try Roost.parseAsRoot(["create", "x", "--all-hosts"]) }
    }

    @Test(arguments: [
        ["list"], ["net", "list"], ["pool", "list"], ["volume", "list"], ["top"], ["host", "list"], ["start", "x"],
        ["show", "x"], ["events"], ["volume", "info", "x"], ["net", "start", "x"], ["pool", "show", "x"],
    ])
    func whatListsOrActsTakesSeveralHosts(_ command: [String]) throws {
        _ = try Roost.parseAsRoot(command + ["--host", "a", "--host", "b"])
        _ = try Roost.parseAsRoot(command + ["--all-hosts"])
    }
}
