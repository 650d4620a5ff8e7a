import Testing

@testable import RoostCore

@Suite struct SSHDestinationTests {
    @Test func allFormsAreRead() throws {
        let known: [(String, String?, String, UInt16?)] = [
            ("far", nil, "far", nil), ("alice@10.0.0.5:2222", "alice", "10.0.0.5", 2222),
            ("alice@corp.example@far", "alice@corp.example", "far", nil), ("[fd00::1]:22", nil, "fd00::1", 22),
            ("me@[fe80::1%eth0]", "me", "fe80::1%eth0", nil), ("my_box-2.lan:65535", nil, "my_box-2.lan", 65535),
        ]
        for (text, user, host, port) in known {
            let destination = try SSHDestination(text)
            #expect(destination.user == user && destination.host == host && destination.port == port, "\(text)")
            #expect(destination.description == text)
            let uri = try destination.uri()
            #expect(try SSHDestination(authorityOf: uri) == destination, "\(uri)")
        }
    }

    @Test func theURIOfADestinationIsLibvirts() throws {
        #expect(try SSHDestination("a@far:22").uri().text == "qemu+ssh://a@far:22/system")
        #expect(try SSHDestination("[::1]").uri(driver: "test", path: "/default").text == "test+ssh://[::1]/default")
    }

    @Test(arguments: [
        "", "-oProxyCommand=reboot", "-l", "me@-far", "@far", "me@", "me@:22", "far:", "far:0", "far:65536", "far:+22",
        "far:-1", "far:2 2", "far:１", "a b", "far\n", "far\u{7}", "far;reboot", "$(reboot)", "`id`", "a'b", "a\"b",
        "a\\b",
        "far|x", "far&", "~far", "far/../x", "fd00::1", "[fd00::1", "[far]", "[::1]x", "[::1%]", "[::1% ]", "höst",
        "me me@far", "-me@far", "m'e@far", "me\u{0}@far", "*", "far,other", "[]", String(repeating: "a", count: 256),
        "ssh://far",
    ])
    func whatNoNameHoldsIsRefused(_ text: String) {
        let failure = #expect(throws: Failure.self) { try SSHDestination(text) }
        #expect(failure?.kind == .usage)
    }

    @Test(arguments: [
        "qemu+ssh:///system", "qemu+ssh://%2DoProxyCommand=x/system", "qemu+ssh://a%20b/system",
        "qemu+ssh://$(reboot)@far/system", "qemu+ssh://far%0A/system", "qemu+ssh://far%/system",
        "qemu+ssh://me%00@far/",
        "qemu+ssh://far:22x/system", "qemu+ssh://far%3A22/system", "qemu+ssh://%ff/system",
    ])
    func hostilePartsOfAURIAreRefused(_ text: String) throws {
        let uri = try HostURI(text)
        let failure = #expect(throws: Failure.self) { try SSHRoute(uri) }
        #expect(failure?.kind == .usage)
    }

    /// Whatever is let in is a plain word for a shell, no option, and comes back as it was.
    @Test func nothingThatIsLetInIsMoreThanAName() {
        var random = SystemRandomNumberGenerator()
        let pieces =
            Array("ab1.-_+@:[]% '\"\\$`;&|<>(){}*?!~#=/,\n\t\0\u{1b}é").map(String.init) + ["::", "22", "%2d", "far"]
        var accepted = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            guard let destination = try? SSHDestination(text) else { continue }
            accepted += 1
            for part in [destination.user, destination.host].compactMap(\.self) {
                #expect(part.first != "-" && !part.isEmpty, "\(text.debugDescription)")
                #expect(ShellWord.quoted(part) == part, "\(text.debugDescription)")
            }
            let again = try? SSHDestination(destination.description)
            #expect(again == destination, "\(text.debugDescription)")
        }
        #expect(accepted > 100)
    }

    @Test func onlyWhatRoostUnderstandsGoesItsOwnWay() throws {
        let own = try #require(
            try SSHRoute(HostURI("qemu+ssh://far/system?socket=/run/x%20y&mode=direct&keyfile=/k&no_tty=1")))
        #expect(own.keyFile == "/k" && own.isSilent)
        #expect(own.service.place == .socket("/run/x y") && own.service.mode == .direct)
        for text in [
            "qemu:///system", "qemu+tls://far/system", "qemu+libssh2://far/system", "qemu+ssh://far/system?no_verify=1",
            "qemu+ssh://far/system?mode=odd", "qemu+ssh://far/system?socket=relative", "qemu+ssh://far/system?a=%zz",
            "qemu+ssh://far/system?socket=/a&socket=/b",
        ] {
            #expect(try SSHRoute(HostURI(text)) == nil, "\(text)")
        }
        // A bad destination stays one, even where libvirt would make the connection.
        #expect(throws: Failure.self) { try SSHRoute(HostURI("qemu+ssh://a;b/system?no_verify=1")) }
    }

    @Test func aHostBehindSSHIsNeverTakenForThisComputer() throws {
        for text in [
            "qemu+ssh://far/system", "qemu+ssh:///system", "qemu+ext:///system?command=/x", "qemu+libssh:///s",
        ] {
            #expect(try !HostURI(text).isLocal, "\(text)")
        }
    }
}
