import Testing

@testable import RoostCore

@Suite struct HostPictureTests {
    private static func picture(_ machines: (String, MachineState, Int?)...) -> HostPicture {
        HostPicture(
            Dictionary(
                uniqueKeysWithValues: machines.map { name, state, run in
                    (
                        HostPicture.Key(subject: .machine, uuid: "uuid-of-\(name)"),
                        HostPicture.Facts(name: name, state: state, run: run)
                    )
                }))
    }

    private static func words(_ before: HostPicture, _ after: HostPicture) -> [String] {
        before.changes(to: after).map { "\($0.name ?? "") \($0.event)" }
    }

    @Test func nothingHappened() {
        let picture = Self.picture(("a", .running, 1), ("b", .off, nil))
        #expect(Self.words(picture, picture).isEmpty)
    }

    static let changes: [(MachineState, Int?, MachineState, Int?, [String])] = [
        (.off, nil, .running, 2, ["started"]), (.running, 1, .off, nil, ["stopped"]),
        (.running, 1, .running, 2, ["stopped", "started"]), (.running, nil, .running, 2, []),
        (.running, 1, .paused, 1, ["suspended"]), (.paused, 1, .running, 1, ["resumed"]),
        (.off, nil, .paused, 3, ["started", "suspended"]), (.running, 1, .crashed, nil, ["crashed"]),
        (.running, 1, .pmSuspended, 1, ["power-management-suspended"]), (.pmSuspended, 1, .running, 1, ["woke-up"]),
        (.running, 1, .paused, 4, ["stopped", "started", "suspended"]), (.crashed, nil, .off, nil, []),
        (.running, 1, .shuttingDown, 1, []),
    ]

    @Test(arguments: changes)
    func aChangeIsTold(_ old: MachineState, _ run: Int?, _ new: MachineState, _ later: Int?, _ words: [String]) {
        let told = Self.words(Self.picture(("a", old, run)), Self.picture(("a", new, later)))
        #expect(told == words.map { "a \($0)" })
    }

    @Test func comingAndGoing() {
        let told = Self.words(
            Self.picture(("gone", .off, nil), ("killed", .running, 1)),
            Self.picture(("made", .off, nil), ("begun", .running, 2)))
        #expect(
            told == [
                "begun defined", "begun started", "gone undefined", "killed stopped", "killed undefined",
                "made defined",
            ])
    }

    /// A picture that follows the events tells nothing anew.
    @Test func eventsKeepItUpToDate() {
        var picture = Self.picture(("a", .off, nil))
        func note(_ word: String, _ name: String, run: Int? = nil) {
            picture.note(.missed(word, subject: .machine, name: name, uuid: "uuid-of-\(name)"), run: run)
        }
        note("started", "a", run: 7)
        note("suspended", "a", run: 7)
        note("defined", "b")
        note("defined", "c")
        note("undefined", "c")
        note("tray-opened", "a", run: 7)
        #expect(picture == Self.picture(("a", .paused, 7), ("b", .off, nil)))
        note("undefined", "a", run: 7)
        #expect(
            picture == Self.picture(("a", .paused, 7), ("b", .off, nil)), "a running machine stays when it is undefined"
        )
        note("stopped", "a")
        #expect(picture == Self.picture(("a", .off, nil), ("b", .off, nil)))
    }
}
