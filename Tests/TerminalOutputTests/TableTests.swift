import Testing

@testable import TerminalOutput

@Suite struct TableTests {
    private let plain = Styling(isEnabled: false)

    private var machines: Table {
        var table = Table(columns: [
            Column("name", minimum: 8, priority: 3), Column("state", minimum: 9, priority: 2),
            Column("memory", alignment: .right, minimum: 7, priority: 1), Column("notes"),
        ])
        table.append(["web", Cell("● running", style: .green), "4 GiB", "the shop's front door, do not stop it by day"])
        table.append(["数据库", Cell("○ shut off", style: .dim), "512 MiB", ""])
        table.append(["a-machine-with-a-rather-long-name", "● running", "1.5 GiB", "👩‍👩‍👧 family"])
        table.append(["short"])
        return table
    }

    @Test func atFullWidth() {
        #expect(
            machines.render(width: 200, styling: plain) == """
                NAME                               STATE        MEMORY  NOTES
                web                                ● running     4 GiB  the shop's front door, do not stop it by day
                数据库                             ○ shut off  512 MiB
                a-machine-with-a-rather-long-name  ● running   1.5 GiB  👩‍👩‍👧 family
                short

                """)
        #expect(machines.render(width: nil, styling: plain) == machines.render(width: 200, styling: plain))
    }

    @Test func at80TheLeastImportantColumnGivesWay() {
        #expect(
            machines.render(width: 80, styling: plain) == """
                NAME                               STATE        MEMORY  NOTES
                web                                ● running     4 GiB  the shop's front door, …
                数据库                             ○ shut off  512 MiB
                a-machine-with-a-rather-long-name  ● running   1.5 GiB  👩‍👩‍👧 family
                short

                """)
    }

    @Test func at40TheNameIsCutLast() {
        #expect(
            machines.render(width: 40, styling: plain) == """
                NAME          STATE       MEMORY  NOTES
                web           ● running    4 GiB  the s…
                数据库        ○ shut o…  512 MiB
                a-machine-w…  ● running  1.5 GiB  👩‍👩‍👧 fa…
                short

                """)
    }

    @Test(arguments: [1, 2, 7, 10, 16, 25, 40, 61, 80])
    func noLineIsWiderThanTheTerminal(width: Int) {
        let smallest = 4 + 3 * 2
        for line in machines.render(width: width, styling: plain).split(separator: "\n") {
            #expect(DisplayWidth.of(String(line)) <= max(width, smallest))
            #expect(line.last != " ")
        }
    }

    @Test func headingsAreDimAndStylesSurroundTheTextOnly() {
        var table = Table(columns: [Column("a"), Column("b")])
        table.append([Cell("x", style: .green), "y"])
        #expect(
            table.render(width: 80, styling: Styling(isEnabled: true))
                == "\u{1b}[2mA\u{1b}[0m  \u{1b}[2mB\u{1b}[0m\n\u{1b}[32mx\u{1b}[0m  y\n")
    }

    @Test func hostileCellsCannotDriveTheTerminal() {
        var table = Table(columns: [Column("name"), Column("state")])
        table.append(["\u{1b}]0;owned\u{7}\u{1b}[2Jx\nevil  running", "\u{202e}gnp.exe\u{9b}31m\u{200b}"])
        let text = table.render(width: nil, styling: Styling(isEnabled: false))
        #expect(text.split(separator: "\n").count == 2)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !HostileText.isHostile($0) })
        #expect(text.contains(#"\x1b]0;owned\x07\x1b[2Jx\nevil  running  \u202egnp.exe\x9b31m\u200b"#))
    }

    @Test func emptyTableHasHeadings() {
        let table = Table(columns: [Column("name"), Column("state")])
        #expect(table.render(width: 80, styling: plain) == "NAME  STATE\n")
        #expect(Table(columns: []).render(width: 80, styling: plain).isEmpty)
    }

    @Test func manyRowsAndOneEnormousCell() {
        var table = Table(columns: [Column("name"), Column("state")])
        for index in 0..<10_000 { table.append([Cell("machine-\(index)"), "running"]) }
        table.append([Cell(String(repeating: "x", count: 1_000_000)), "running"])
        let lines = table.render(width: 80, styling: plain).split(separator: "\n")
        #expect(lines.count == 10_002)
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
    }

    @Test(arguments: [
        ("abc", 3), ("", 0), ("数据", 4), ("é", 1), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤\u{fe0f}", 2), ("❤", 1),
        ("한", 2), ("\u{1112}\u{1161}\u{11ab}", 2), ("ｆ", 2), ("●", 1), ("👍🏽", 2), ("क्ष", 2),
    ])
    func widths(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("数据库", 6, "数据库"),
        ("abce\u{301}xyz", 4, "abc…"), ("abce\u{301}", 4, "abce\u{301}"), ("数据库", 5, "数据…"), ("数据库", 4, "数…"),
        ("数据库", 1, "…"), ("e\u{301}e\u{301}", 2, "e\u{301}e\u{301}"),
    ])
    func truncation(text: String, columns: Int, expected: String) {
        #expect(DisplayWidth.truncated(text, to: columns) == expected)
    }
}
