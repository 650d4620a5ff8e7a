import Testing

@testable import RoostCore

@Suite struct RemoteLookTests {
    private static let answer = """
        roost-look-begin
        user=alice
        groups=alice libvirt kvm
        daemon=libvirtd
        systemd=yes
        helper=yes
        nc=quit
        socket=open libvirt /run/libvirt/libvirt-sock
        socket=closed root /run/libvirt/odd name=x
        roost-look-end
        """

    @Test(
        arguments: ["", "Welcome!\nroost-look-begi\n", "no newline before it ", "\r\n\r\n"],
        ["", "\nbye\n", "\nsocket=open x /y"])
    func noiseAroundTheAnswerIsPassedOver(_ before: String, _ after: String) throws {
        let look = try #require(RemoteLook(answer: before + Self.answer + after))
        #expect(look.user == "alice" && look.groups == ["alice", "libvirt", "kvm"] && look.daemons == ["libvirtd"])
        #expect(look.hasSystemd && look.hasHelper && look.hasNetcat && look.netcatNeedsQuit)
        #expect(
            look.sockets == [
                RemoteSocket(path: "/run/libvirt/libvirt-sock", isOpen: true, group: "libvirt"),
                RemoteSocket(path: "/run/libvirt/odd name=x", isOpen: false, group: "root"),
            ])
        #expect(look.layout == "monolithic")
    }

    @Test func aHalfAnswerIsNone() {
        #expect(RemoteLook(answer: "") == nil)
        #expect(RemoteLook(answer: "This account is currently not available.\n") == nil)
        #expect(RemoteLook(answer: Self.answer.replacing("roost-look-end", with: "")) == nil)
        #expect(RemoteLook(answer: Self.answer.replacing("user=alice", with: "")) == nil)
    }

    @Test func aHostileAnswerNamesNoOddSockets() throws {
        let sockets =
            (0..<1000).map { "socket=open g /run/\($0)" } + ["socket=open g relative", "socket=open g /$HOME/x"]
        for lines in [sockets, sockets.reversed()] {
            let look = try #require(
                RemoteLook(answer: "roost-look-begin\nuser=u\n\(lines.joined(separator: "\n"))\nroost-look-end\n"))
            #expect(look.sockets.count == 16)
            #expect(look.sockets.allSatisfy { $0.path.hasPrefix("/run/") })
        }
    }

    @Test func theSocketIsChosenAsLibvirtWould() throws {
        func candidates(_ uri: String, _ names: [String]) throws -> [String] {
            var look = try #require(RemoteLook(answer: Self.answer))
            look.sockets = names.map { RemoteSocket(path: "/run/libvirt/\($0)", isOpen: true, group: "g") }
            return try #require(try SSHRoute(HostURI(uri))).service.candidates(look).map { String($0.name) }
        }
        let both = ["libvirt-sock", "virtqemud-sock"]
        #expect(try candidates("qemu+ssh://far/system", both) == both)
        #expect(try candidates("qemu+ssh://far/system", ["virtqemud-sock"]) == ["virtqemud-sock"])
        #expect(try candidates("qemu+ssh://far/system?mode=direct", both) == ["virtqemud-sock"])
        #expect(try candidates("qemu+ssh://far/system?mode=legacy", both) == ["libvirt-sock"])
        #expect(
            try candidates("lxc+ssh://far/system", ["libvirt-sock", "virtlxcd-sock"]) == [
                "libvirt-sock", "virtlxcd-sock",
            ])
        #expect(try candidates("qemu+ssh://far/system?socket=/run/libvirt/x", ["x", "libvirt-sock"]) == ["x"])
    }

    @Test func eachServiceOfAHostHasItsOwnSocket() throws {
        let uris = [
            "qemu+ssh://far/system", "qemu+ssh://far/session", "test+ssh://far/default",
            "qemu+ssh://far/system?mode=direct",
            "qemu+ssh://far/system?socket=/a", "qemu+ssh://far/system?socket=/b", "a-very-long-driver+ssh://far/system",
        ]
        let names = try uris.map { try #require(try SSHRoute(HostURI($0))).service.socketName }
        #expect(Set(names).count == uris.count)
        #expect(names.allSatisfy { $0.utf8.count <= 21 && !$0.contains("/") })
    }

    @Test func theCarriersCommandIsQuoted() {
        let script = Carrier.netcat(socket: "/run/it's $(x)", needsQuit: true).script(["-S", "/a b/ctl"])
        #expect(
            script == """
                #!/bin/sh
                set -- ssh -S '/a b/ctl' -T -- roost 'nc -q 0 -U '\\''/run/it'\\''\\'\\'''\\''s $(x)'\\'''
                setsid -w true 2>/dev/null && exec setsid -w "$@"
                exec "$@"

                """, "\(script)")
    }

    @Test func aForwardIsWrittenAsSSHReadsIt() throws {
        let socket = try PortForward(local: .socket("/run/a:b%/x"), remote: .socket("/home/ü/s"))
        #expect(socket.specification == #"/run/a\:b%%/x:/home/ü/s"#)
        let port = try PortForward(localPort: 5900, remote: .port(80, of: "fd00::1"))
        #expect(port.specification == "127.0.0.1:5900:[fd00::1]:80")
        for end in [
            PortForward.End.port(0, of: "a"), .port(1, of: ""), .port(1, of: "-x"), .port(1, of: "a b"),
            .port(1, of: "a/b"),
            .socket("relative"), .socket("/a\nb"), .socket("/$HOME"),
        ] {
            #expect(throws: Failure.self) { try PortForward(localPort: 1, remote: end) }
        }
    }
}
