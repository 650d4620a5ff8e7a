import TerminalOutput
import Testing

@testable import RoostCommands
@testable import RoostCore

@Suite struct TopScreenTests {
    private static let plain = Styling(isEnabled: false)

    private func usage(_ name: String, cpu: Double?) -> MachineUsage {
        MachineUsage(name: name, uuid: name, state: .running, vcpus: 2, cpuPercent: cpu, memoryUsed: 1 << 20)
    }

    @Test(arguments: [1, 2, 3, 4, 24, 2000])
    func aThousandMachinesFitAnyWindow(_ rows: Int) {
        let machines = (0..<1000).map { usage("web\($0)", cpu: Double($0)) }
        let screen = TopScreen(host: "kvm1", order: .cpu, machines: machines)
        for columns in [28, 80, 200] {
            let lines = screen.lines(columns: columns, rows: rows, styling: Self.plain)
            #expect(lines.count == min(rows, 1003))
            #expect(lines.allSatisfy { $0.count <= columns })
        }
        let lines = screen.lines(columns: 200, rows: rows, styling: Self.plain)
        #expect(lines[0].hasPrefix("kvm1: 1000 running"))
        if rows == 24 {
            #expect(lines[0].contains("21 shown"))
            #expect(lines[3].hasPrefix("web999"))
        }
    }

    @Test func whatIsNotKnownIsADash() {
        let cells = UsageTable.cells(usage("web1", cpu: nil)).map(\.text)
        #expect(cells == ["web1", "running", "-", "- of 2", "1 MiB", "-", "-", "-", "-", "-"])
    }

    @Test func aHostileNameCannotDriveTheTerminal() {
        let lines = TopScreen(host: "h\u{1b}[2J", order: .cpu, machines: [usage("a\n\u{1b}]0;x", cpu: 1)])
            .lines(columns: 100, rows: 10, styling: Self.plain)
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { !$0.unicodeScalars.contains("\u{1b}") })
    }

    @Test func beforeTheSecondMeasurementItSaysSo() {
        let lines = TopScreen(host: "kvm1", order: .cpu).lines(columns: 80, rows: 24, styling: Self.plain)
        #expect(lines == ["kvm1: measuring …", ""])
    }
}
