import Testing

@testable import RoostCore

@Suite struct HostsTextTests {
    private static let handmade = """
        # My hosts. Keep in order of age!
        hosts:
          # the old one
          alpha:            # in the cellar
            address: alice@10.0.0.5:2222   # second port
            # do not shorten
            timeout: 30

          'beta':
            uri: "qemu+tls://beta.example/system"
          gamma: {address: gamma, session: true}
        # end

        """

    private func read(_ text: String) throws -> HostsText { try HostsText(text, path: "hosts.yaml") }

    private func entry(_ name: String, _ place: String = "new.example") throws -> HostEntry {
        try HostEntry(name: name, place: HostEntry.place(place))
    }

    @Test func whatAPersonWritesIsRead() throws {
        let entries = try read(Self.handmade).entries
        #expect(entries.map(\.name) == ["alpha", "beta", "gamma"])
        #expect(
            entries.map(\.uri.text) == [
                "qemu+ssh://alice@10.0.0.5:2222/system", "qemu+tls://beta.example/system", "qemu+ssh://gamma/session",
            ])
        #expect(entries.map(\.limit) == [.seconds(30), .seconds(15), .seconds(15)])
    }

    @Test(arguments: ["", "\n", "# nothing yet\n", "---\n", "hosts:\n", "hosts: {}\n", "hosts: ~", "null"])
    func aFileWithoutHostsIsEmptyAndTakesOne(_ text: String) throws {
        #expect(try read(text).entries.isEmpty)
        let added = try read(text).setting(entry("new"), path: "hosts.yaml")
        #expect(added.text.entries.map(\.name) == ["new"])
        #expect(!text.contains("#") || added.text.text.contains("# nothing yet"))
    }

    @Test func addingChangesNothingElse() throws {
        let added = try read(Self.handmade).setting(entry("delta"), path: "")
        #expect(!added.isRewritten)
        let expected = Self.handmade.replacing(
            "# end", with: "  delta:\n    address: new.example\n# end")
        #expect(added.text.text == expected)
    }

    @Test func removingTakesTheHostsOwnLinesOnly() throws {
        let removed = try read(Self.handmade).removing(0, path: "")
        #expect(!removed.isRewritten)
        #expect(removed.text.entries.map(\.name) == ["beta", "gamma"])
        for comment in ["# My hosts.", "# the old one", "# end"] { #expect(removed.text.text.contains(comment)) }
        #expect(!removed.text.text.contains("alice"))
        let all = try removed.text.removing(0, path: "").text.removing(0, path: "")
        #expect(all.text.entries.isEmpty && !all.isRewritten && all.text.text.hasSuffix("# end\n"))
    }

    @Test(arguments: [("alpha", 0), ("beta", 1), ("gamma", 2)])
    func renamingChangesTheNameOnly(_ name: String, _ index: Int) throws {
        let renamed = try read(Self.handmade).renaming(index, to: "omega", path: "")
        #expect(!renamed.isRewritten)
        #expect(renamed.text.entries[index].name == "omega")
        let back = Self.handmade.replacing("'beta'", with: "beta")
        #expect(
            renamed.text.text.replacing("omega", with: name).replacing("'beta'", with: "beta") == back)
    }

    @Test func replacingKeepsThePlaceAndTheNotes() throws {
        let replaced = try read(Self.handmade).setting(entry("alpha"), path: "")
        #expect(replaced.text.entries.map(\.name) == ["alpha", "beta", "gamma"])
        #expect(replaced.text.entries[0].uri.text == "qemu+ssh://new.example/system")
        #expect(replaced.text.text.contains("# do not shorten") && replaced.text.text.contains("# the old one"))
    }

    @Test(arguments: [
        "hosts: {alpha: {address: a}}\n", "{hosts: {alpha: {address: a}}}", "hosts:\n  ? alpha\n  : address: a\n",
    ])
    func aLayoutThatCannotBeEditedIsWrittenAnewAndSaysSo(_ text: String) throws {
        let added = try read(text).setting(entry("beta"), path: "")
        #expect(added.text.entries.map(\.name) == ["alpha", "beta"])
        #expect(added.isRewritten)
    }

    @Test func windowsLineEndsStay() throws {
        let text = "hosts:\r\n  alpha:\r\n    address: a\r\n"
        let added = try read(text).setting(entry("beta"), path: "")
        #expect(added.text.text == text + "  beta:\r\n    address: new.example\r\n")
    }

    @Test(arguments: ["no", "null", "10", "1e3", "0x1F", "12.5", "on", "a.b-c_d"])
    func namesThatYAMLTakesForSomethingElseSurvive(_ name: String) throws {
        let added = try read("hosts:\n").setting(entry(name, "test://\\\"x:"), path: "")
        #expect(added.text.entries.map(\.name) == [name])
        #expect(added.text.entries.map(\.uri.text) == ["test://\\\"x:"])
        #expect(!added.isRewritten)
    }

    @Test(arguments: ["no", "10", "1e3", "12.5", "on", "2001-01-01"])
    func aWordWithoutQuotesIsAText(_ word: String) throws {
        let entries = try read("hosts:\n  \(word):\n    address: \(word)\n").entries
        #expect(entries.map(\.name) == [word] && entries.map(\.address) == [word])
    }

    @Test(arguments: [
        ("host:\n", 1, "did you mean 'hosts'"),
        ("hosts:\n  a:\n    adress: x\n", 3, "did you mean 'address'"),
        ("hosts:\n  a:\n    address: x\n  a:\n    address: y\n", 2, "twice"),
        ("hosts:\n  a:\n    address: x\n    address: y\n", 3, "twice"),
        ("hosts:\n  -x:\n    address: x\n", 2, "begins with '-'"),
        ("hosts:\n  system:\n    address: x\n", 2, "daemon of this computer"),
        ("hosts:\n  a/b:\n    address: x\n", 2, "other characters"),
        ("hosts:\n  a:\n    address: x\n    uri: test:///x\n", 2, "both"),
        ("hosts:\n  a:\n", 2, "neither"), ("hosts:\n  a: {}\n", 2, "neither"), ("hosts:\n  a: x\n", 2, "neither"),
        ("hosts:\n  a:\n    address:\n", 3, "missing"),
        ("hosts:\n  a:\n    address: [x]\n", 3, "single value"),
        ("hosts:\n  a:\n    address: -oProxyCommand=x\n", 3, "not an address"),
        ("hosts:\n  a:\n    address: \"a b\"\n", 3, "not an address"),
        ("hosts:\n  a:\n    uri: system\n", 3, "not a libvirt URI"),
        ("hosts:\n  a:\n    uri: test:///x\n    session: true\n", 4, "goes with 'address'"),
        ("hosts:\n  a:\n    address: x\n    session: yes\n", 4, "true or false"),
        ("hosts:\n  a:\n    address: x\n    timeout: \"5\"\n", 4, "seconds"),
        ("hosts:\n  a:\n    address: x\n    timeout: 0\n", 4, "seconds"),
        ("hosts:\n  a:\n    address: x\n    timeout: 9999999999999999999999\n", 4, "seconds"),
        ("- a\n", 1, "begin with 'hosts:'"), ("hosts: [a]\n", 1, "names of hosts"),
        ("hosts:\n  a: &x\n    address: x\n  b: *x\n", 2, "anchors"),
        ("hosts:\n  a:\n    address: !!python/object:os.system x\n", 3, "tag"),
        ("hosts: !foo\n  a:\n    address: x\n", 1, "tag"),
        ("hosts:\n  <<: {a: {address: x}}\n", 2, "cannot be called"),
        ("hosts:\n\ta: x\n", 2, "cannot start any token"),
        ("hosts:\n  a:\n    address: x\u{0}y\n", 3, "zero byte"),
        ("hosts:\n  a:\n    address: x\u{7}y\n", 3, "control characters"),
        ("hosts:\n---\nhosts:\n", 2, "another document"),
    ])
    func whatIsWrongIsNamedWithItsLine(_ text: String, _ line: Int, _ reason: String) {
        let failure = #expect(throws: Failure.self) { try read(text) }
        #expect(failure?.kind == .usage)
        #expect(failure?.why?.contains("hosts.yaml, line \(line):") == true, "\(failure.map { "\($0)" } ?? "")")
        #expect(failure?.why?.contains(reason) == true, "\(failure.map { "\($0)" } ?? "")")
    }

    @Test func aSmallFileThatWouldGrowIsRefused() {
        var bomb = "x0: &x0 [a, a]\n"
        for level in 1...40 { bomb += "x\(level): &x\(level) [*x\(level - 1), *x\(level - 1)]\n" }
        // As a key it would even be hashed.
        bomb += "? *x40\n: 1\n"
        #expect(throws: Failure.self) { try read(bomb) }
        #expect(throws: Failure.self) { try read("hosts: " + String(repeating: "[", count: 100_000)) }
        #expect(throws: Failure.self) { try read("hosts: " + String(repeating: "{a: ", count: 5_000)) }
        #expect(throws: Failure.self) { try read(String(repeating: "#", count: StrictYAMLLimits.size + 1)) }
    }
}
