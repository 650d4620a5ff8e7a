import Testing

@testable import RoostCore

@Suite struct GuestWalkTests {
    /// A tree as a dictionary: nil is a file, "/" a directory, else where a link leads.
    private func walk(_ path: String, _ tree: [String: String?]) -> String? {
        var walk = GuestWalk(path)
        var known: [String: GuestEntry?] = ["/": nil]
        for _ in 0..<60 where !walk.isOver {
            for question in walk.questions where known[question] == nil {
                guard let what = tree[question] else {
                    known[question] = .some(nil)
                    continue
                }
                let kind: GuestEntry.Kind = what == nil ? .file : what == "/" ? .directory : .link
                known[question] = GuestEntry(
                    name: question, kind: kind, mode: "0644", owner: 0, group: 0, size: 0, modified: nil,
                    target: kind == .link ? what : nil)
            }
            walk.advance(known)
        }
        #expect(walk.isOver)
        return walk.result?.name
    }

    @Test func linksAreFollowedAsTheGuestWould() {
        let tree: [String: String?] = [
            "/usr": "/", "/usr/bin": "/", "/usr/bin/dash": .some(nil), "/bin": "usr/bin", "/usr/bin/sh": "dash",
            "/etc": "/", "/etc/x": "/usr/bin/sh", "/etc/up": "../../../../usr/bin/dash",
        ]
        #expect(walk("/bin/sh", tree) == "/usr/bin/dash")
        #expect(walk("etc/x", tree) == "/usr/bin/dash")
        #expect(walk("/etc/up", tree) == "/usr/bin/dash")
        #expect(walk("/../../bin/../bin/sh", tree) == "/usr/bin/dash")
        #expect(walk("/", tree) == "/")
        #expect(walk("/nothing", tree) == nil)
        #expect(walk("/usr/bin/dash/more", tree) == nil)
    }

    @Test func loopsEnd() {
        #expect(walk("/a", ["/a": "b", "/b": "a"]) == nil)
        #expect(walk("/a/x", ["/a": "a/a"]) == nil)
        #expect(walk("/l", ["/l": "l/" + String(repeating: "y/", count: 3000)]) == nil)
    }

    @Test func entriesOfAnyNameAreRead() throws {
        let bytes = Array(
            "f\0644\00\01000\012\01700000000.5\0a\nb\u{1b}[2J\0\0l\0777\00\00\07\00\0ln\0/etc/shadow\0".utf8)
        let found = try #require(GuestEntry.list(bytes))
        #expect(found.count == 2)
        #expect(found[0].name == "a\nb\u{1b}[2J")
        #expect(found[0].mode == "0644")
        #expect(found[0].group == 1000)
        #expect(found[0].target == nil)
        #expect(found[1].target == "/etc/shadow")
        #expect(GuestEntry.list([]) == [])
        #expect(GuestEntry.list(Array("f\0644\0".utf8)) == nil)
        #expect(GuestEntry.list(bytes.dropLast(3)) == nil)
    }
}
