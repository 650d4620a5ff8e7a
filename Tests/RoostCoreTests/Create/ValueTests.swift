import Testing

@testable import RoostCore

@Suite struct ValueTests {
    @Test(
        arguments: [
            ("100", UInt64(100) << 30), ("0.5", 512 << 20), ("1.5T", 1536 << 30), ("512M", 512 << 20),
            ("512MiB", 512 << 20),
            // A tenth of a GiB is no whole number of bytes; the disk gets the next whole sector.
            ("0.1", 107_374_592), ("0.000000001", 512), ("7.999999999E", 9_223_372_035_701_854_720),
        ] as [(String, UInt64)])
    func readsDiskSizes(_ text: String, _ bytes: UInt64) throws {
        #expect(try DiskOption(parsing: "size=\(text)", in: CreateLine.context).size == bytes)
        let again = try DiskOption(parsing: "size=\(ByteSize.render(bytes))", in: CreateLine.context)
        #expect(again.size == bytes)
    }

    @Test(arguments: [
        "8E", "8589934592", "99999999999999999999999", "1.", ".", "1.2.3", "1Q", "٣", "+1", "1GB", "1 G", "0.0",
    ])
    func refusesSizes(_ text: String) {
        #expect(throws: RequestError.self) { try DiskOption(parsing: "size=\(text)", in: CreateLine.context) }
    }

    @Test(arguments: ["web1", "web 1", "机器", "a.b_c-d", "машина", "é", "a+b", "0", "list"])
    func acceptsNames(_ name: String) throws {
        try MachineName.check(name)
    }

    @Test(arguments: [
        "", ".", "..", "a/b", "-a", "a\nb", "a\u{1b}[31m", " a", "a ", String(repeating: "é", count: 101), "a\u{0}",
    ])
    func refusesNames(_ name: String) {
        #expect(throws: RequestError.self) { try MachineName.check(name) }
    }

    @Test(arguments: ["web", "env:test", "a.b_c-d", "0", String(repeating: "a", count: 64)])
    func acceptsTags(_ text: String) throws {
        #expect(try MachineTag(text).description == text)
    }

    @Test(arguments: ["", "Web", "-a", ".a", "a b", "é", "a,b", String(repeating: "a", count: 65)])
    func refusesTags(_ text: String) {
        #expect(throws: RequestError.self) { try MachineTag(text) }
    }

    @Test func readsUUIDs() throws {
        let expected = "c7a5fdb2-cdaf-9455-926a-d65c16db1809"
        #expect(try MachineUUID("C7A5FDB2-cdaf-9455-926a-d65c16db1809").description == expected)
        #expect(try MachineUUID("c7a5fdb2cdaf9455926ad65c16db1809").description == expected)
        for text in [
            "", "c7a5fdb2", "c7a5fdb2-cdaf-9455-926a-d65c16db180g", "00000000-0000-0000-0000-000000000000",
            "c7a5fdb2cdaf-9455-926a-d65c16db1809", "+7a5fdb2-cdaf-9455-926a-d65c16db1809",
        ] {
            #expect(throws: RequestError.self) { try MachineUUID(text) }
        }
    }

    @Test(arguments: [
        ("/a/b", "/a/b"), ("a", "/home/user/a"), ("./a", "/home/user/a"), ("../a", "/home/a"), ("../../../../a", "/a"),
        ("//a///b/.//c/", "/a/b/c"), ("a/../b", "/home/user/a/../b"), ("/a/../b", "/a/../b"), (".", "/home/user"),
        ("..", "/home"), ("a:b", "/home/user/a:b"), ("~user", "/home/user/~user"), (" a", "/home/user/ a"),
    ])
    func resolvesPaths(_ text: String, _ path: String) throws {
        #expect(try RequestPath.resolve(text, in: CreateLine.context) == path)
    }

    @Test(arguments: ["a", "./a", "../a", "."])
    func refusesRelativePathsOfAnotherHost(_ text: String) {
        let error = #expect(throws: ValueProblem.self) {
            try RequestPath.resolve(text, in: RequestContext(workingDirectory: nil))
        }
        #expect(error?.remedy == "Give the absolute path there.")
    }

    @Test(arguments: [
        "https://x/a", "HTTP://x", "nbd+unix://x", "~", "~/a", "", "/a\u{7}", "/" + String(repeating: "a", count: 4095),
    ])
    func refusesPaths(_ text: String) {
        #expect(throws: ValueProblem.self) { try RequestPath.resolve(text, in: CreateLine.context) }
    }

    @Test(arguments: [
        "0.0.0.0", "127.0.0.1", "::", "::1", "fe80::1%eth0", "2001:db8:0:0:0:0:0:1", "::ffff:1.2.3.4", "host",
        "a.b-c.example",
    ])
    func acceptsAddresses(_ text: String) {
        #expect(HostAddress.isValid(text))
    }

    @Test(arguments: [
        "", "1.2.3", "256.1.1.1", "1.2.3.4.5", "01.2.3.4", ":", ":::", "1::2::3", "::12345", "2001:db8", "fe80::1%",
        "-a", "a..b", "a b", "::1.2.3", "1:2:3:4:5:6:7:8:9", "a/b",
    ])
    func refusesAddresses(_ text: String) {
        #expect(!HostAddress.isValid(text))
    }

    @Test func knowsLocalListeners() {
        for local in [
            GraphicsListen.none, .socket, .address("127.0.0.1"), .address("127.9.9.9"), .address("::1"),
            .address("localhost"),
        ] {
            #expect(local.isLocal)
        }
        for open in ["0.0.0.0", "::", "192.0.2.1", "example.org"] { #expect(!GraphicsListen.address(open).isLocal) }
    }

    @Test func findsTheNearestWord() {
        #expect(Spelling.nearest(to: "sise", among: ["size", "serial"]) == "size")
        #expect(Spelling.nearest(to: "SIZE", among: ["size"]) == "size")
        #expect(Spelling.nearest(to: "ufei", among: ["uefi", "fd"]) == "uefi")
        #expect(Spelling.nearest(to: "colour", among: ["size", "serial"]) == nil)
        #expect(Spelling.nearest(to: "", among: ["a"]) == nil)
        #expect(Spelling.nearest(to: String(repeating: "x", count: 100_000), among: ["a"]) == nil)
    }
}
