import Testing

@testable import RoostCore

@Suite struct OptionReadingTests {
    @Test(arguments: ReadingCases.all)
    func readsWhatPeopleWrite(_ example: OptionCase) throws {
        let option = try #require(AnyOption.named(example.option))
        #expect(try option.rendered(example.text) == example.expected)
    }

    @Test(arguments: ReadingCases.all)
    func writesTextThatMeansTheSame(_ example: OptionCase) throws {
        let option = try #require(AnyOption.named(example.option))
        #expect(try option.areEqual(example.text, option.rendered(example.text)))
    }

    @Test(arguments: DeviceErrorCases.all + MachineErrorCases.all)
    func saysWhatIsWrong(_ example: OptionCase) throws {
        let option = try #require(AnyOption.named(example.option))
        let error = #expect(throws: RequestError.self) { try option.rendered(example.text) }
        #expect(error?.description == example.expected)
    }

    @Test func refusesControlCharacters() {
        for scalar in ["\n", "\t", "\u{0}", "\u{1b}", "\u{7f}", "\u{85}", "\u{ffff}"] {
            let error = #expect(throws: RequestError.self) {
                try DiskOption(parsing: "/a\(scalar),size=1", in: CreateLine.context)
            }
            #expect(error?.what == "the value holds a control character")
        }
    }

    @Test func refusesEndlessText() {
        #expect(throws: RequestError.self) {
            try DiskOption(parsing: String(repeating: "a", count: 70_000), in: CreateLine.context)
        }
    }

    @Test func neverRepeatsAPassword() throws {
        let error = #expect(throws: RequestError.self) {
            try GraphicsOption(parsing: "vnc,password=correct-horse", in: CreateLine.context)
        }
        #expect(error?.description.contains("correct") == false)
        let option = try GraphicsOption(parsing: "vnc,password=hidden", in: CreateLine.context)
        #expect(option.rendered() == "type=vnc")
        #expect(option.rendered(showingSecrets: true) == "type=vnc,password=hidden")
    }

    @Test func understandsSources() throws {
        func source(_ text: String) throws -> DiskSource {
            try DiskOption(parsing: text, in: CreateLine.context).source
        }
        #expect(try source("/a,size=1") == .path("/a"))
        #expect(try source("size=1") == .newVolume(pool: nil))
        #expect(try source("pool=fast,size=1") == .newVolume(pool: "fast"))
        #expect(try source("backing_store=/b") == .newVolume(pool: nil))
        #expect(try source("vol=fast/a,size=1") == .volume(pool: "fast", name: "a"))
        #expect(try source("device=cdrom") == .empty)
        guard case .network(let server) = try source("source.protocol=nbd,source.host0.name=h,source.host0.port=9")
        else {
            Issue.record("not a network disk")
            return
        }
        #expect(server.hosts.map(\.name) == ["h"])
        #expect(server.hosts.map(\.port) == [9])
    }

    @Test func understandsConnections() throws {
        func connection(_ text: String) throws -> NetworkConnection {
            try NetworkOption(parsing: text, in: CreateLine.context).connection
        }
        #expect(try connection("default") == .automatic)
        #expect(try connection("network=lab,portgroup=x") == .network("lab", portgroup: "x"))
        #expect(try connection("bridge=br0") == .bridge("br0"))
        #expect(try connection("type=bridge,source=br0") == .bridge("br0"))
        #expect(try connection("type=direct,source=eth0,source.mode=vepa") == .direct(device: "eth0", mode: "vepa"))
        #expect(try connection("user") == .user)
        #expect(try connection("ethernet") == .ethernet)
    }

    @Test func countsMemoryAndCPUsAsVirtInstallDoes() throws {
        let memory = try MemoryOption(parsing: "2048,maxmemory=4096", in: CreateLine.context)
        #expect(memory.current == 2 << 30)
        #expect(memory.maximum == 4 << 30)
        let newer = try MemoryOption(parsing: "memory=4G,currentMemory=1G", in: CreateLine.context)
        #expect(newer.current == 1 << 30)
        #expect(newer.maximum == 4 << 30)
        let vcpus = try VCPUsOption(parsing: "2,maxvcpus=8", in: CreateLine.context)
        #expect(vcpus.count == 2)
        #expect(vcpus.maximumCount == 8)
        let fromTopology = try VCPUsOption(parsing: "sockets=2,cores=3", in: CreateLine.context)
        #expect(fromTopology.count == 6)
    }

    @Test func fillsTopologies() throws {
        func filled(_ text: String, _ count: Int) throws -> [Int?]? {
            let topology = try VCPUsOption(parsing: text, in: CreateLine.context).topology.filled(for: count)
            return topology.map { [$0.sockets, $0.dies, $0.cores, $0.threads] }
        }
        #expect(try filled("8", 8) == [1, 1, 8, 1])
        #expect(try filled("sockets=2", 8) == [2, 1, 4, 1])
        #expect(try filled("cores=2", 8) == [4, 1, 2, 1])
        #expect(try filled("sockets=1,cores=4", 8) == [1, 1, 4, 2])
        #expect(try filled("sockets=3", 8) == nil)
        #expect(try filled("sockets=1,dies=1,cores=4,threads=1", 8) == nil)
    }
}
