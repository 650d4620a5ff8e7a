import Testing

@testable import RoostCommands
@testable import RoostCore

@Suite struct DeviceLinesTests {
    private func lines(
        _ isNow: Bool, _ isAtNextStart: Bool, why: String? = nil, active: Bool = true, saved: Bool = false
    ) -> [String] {
        MachineDeviceReport(
            machine: "web1", kind: .disk, device: "vdb", wasActive: active, hasSavedState: saved,
            effects: [.init(what: "attached", isNow: isNow, isAtNextStart: isAtNextStart, whyNotNow: why)],
            made: ["/b.qcow2"], deleted: [], notices: []
        ).lines
    }

    @Test func eachSaysWhatAppliesNowAndWhatLater() {
        #expect(lines(true, true)[0] == "web1: vdb attached, now and at every later start")
        #expect(lines(true, false)[0] == "web1: vdb attached, now only")
        #expect(lines(false, true, why: "no port")[0] == "web1: vdb attached, at the next start (not now: no port)")
        #expect(lines(false, true, active: false) == ["web1: vdb attached", "Made /b.qcow2"])
        #expect(lines(false, true, saved: true).last?.contains("roost start --fresh") == true)
    }
}
