import FoundationEssentials
import TerminalOutput
import Testing

@Suite struct OutputFormatTests {
    private struct Machine: Encodable {
        var name = "we\"b\\\u{1b}\n数"
        var alive = true
        var memory: UInt64 = .max
        var load = 0.5
        var whole = 3.0
        var created = Date(timeIntervalSince1970: 1_700_000_000)
        var parent: String?
        var disks = [Disk(path: "/a"), Disk(path: "/b")]
        var tags: [String] = []
        var matrix = [[1], [2, 3]]
    }

    private struct Disk: Encodable {
        var path: String
    }

    @Test func jsonKeepsTheOrderOfDeclaration() throws {
        let text = try OutputFormat.json.render(Machine()) { "" }
        #expect(
            text == #"""
                {
                  "name": "we\"b\\\u001b\n数",
                  "alive": true,
                  "memory": 18446744073709551615,
                  "load": 0.5,
                  "whole": 3,
                  "created": "2023-11-14T22:13:20Z",
                  "disks": [
                    {
                      "path": "/a"
                    },
                    {
                      "path": "/b"
                    }
                  ],
                  "tags": [],
                  "matrix": [
                    [
                      1
                    ],
                    [
                      2,
                      3
                    ]
                  ]
                }

                """#)
    }

    @Test func jsonIsReadBackByAnotherParser() throws {
        struct Back: Decodable, Equatable {
            var name: String
            var memory: UInt64
        }
        let text = try OutputFormat.json.render([Machine()]) { "" }
        let back = try JSONDecoder().decode([Back].self, from: Data(text.utf8))
        #expect(back == [Back(name: Machine().name, memory: .max)])
    }

    @Test func yamlShowsTheSameValue() throws {
        let text = try OutputFormat.yaml.render([Disk(path: "/a"), Disk(path: "yes")]) { "" }
        #expect(text == "- path: /a\n- path: \"yes\"\n" || text == "- path: /a\n- path: 'yes'\n")
        let date = try OutputFormat.yaml.render(["at": Date(timeIntervalSince1970: 1_700_000_000)]) { "" }
        #expect(date == "at: 2023-11-14T22:13:20Z\n")
    }

    @Test func yamlWritesNumbersAsPeopleDo() throws {
        struct Usage: Encodable {
            var name = "1.5e+1"
            var cpu = 51.3
            var rates = [0.00002, 3]
            var created = Date(timeIntervalSince1970: 1_700_000_000)
            var whole: [String: Double] = ["a": 1e3]
        }
        let text = try OutputFormat.yaml.render(Usage()) { "" }
        #expect(
            text
                == "name: '1.5e+1'\ncpu: 51.3\nrates:\n- 2e-05\n- 3\ncreated: 2023-11-14T22:13:20Z\nwhole:\n  a: 1000\n"
        )
    }

    @Test func yamlCannotDriveTheTerminal() throws {
        let text = try OutputFormat.yaml.render(["name": "\u{1b}[2J\u{202e}\u{9b}x"]) { "" }
        #expect(!text.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" || $0 == "\u{9b}" })
    }

    @Test func tableIsMadeOnlyForTable() throws {
        #expect(try OutputFormat.table.render(Machine()) { "rows\n" } == "rows\n")
        for format in [OutputFormat.json, .yaml] {
            _ = try format.render(Machine()) {
                Issue.record("made a table for \(format)")
                return ""
            }
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func numbersThatJSONLacksAreErrors(value: Double) {
        #expect(throws: EncodingError.self) { try OutputFormat.json.render(["load": value]) { "" } }
    }

    @Test func endlessNestingIsAnError() {
        struct Endless: Encodable {
            enum Key: CodingKey { case again }
            func encode(to encoder: any Encoder) throws {
                var container = encoder.container(keyedBy: Key.self)
                try container.encode(Endless(), forKey: .again)
            }
        }
        #expect(throws: EncodingError.self) { try OutputFormat.json.render(Endless()) { "" } }
    }
}
