import Testing

@testable import Libvirt

/// A machine with nothing but its firmware, which writes to the serial port and asks for a key.
@Suite(RealHost.trait) struct ConsoleTests {
    private static func withMachine(
        _ body: (_ connection: Connection, _ domain: Domain) async throws -> Void
    ) async throws {
        let connection = try await RealHost.connect()
        let domain = try await connection.createDomain(
            xml: """
                <domain type='qemu'><name>\(RealHost.name("console"))</name><memory unit='MiB'>64</memory><vcpu>1</vcpu>
                  <os><type arch='x86_64' machine='pc'>hvm</type><bootmenu enable='yes' timeout='60000'/>
                    <bios useserial='yes'/></os>
                  <devices><serial type='pty'/><video><model type='vga'/></video><graphics type='vnc' autoport='yes'/></devices>
                </domain>
                """, flags: [.paused])
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(connection, domain))
        } catch {
            result = .failure(error)
        }
        // Some tests end it themselves; it is gone then.
        do throws(LibvirtError) {
            try await domain.destroy()
        } catch {
            #expect(error.code == .noDomain)
        }
        await connection.close()
        try result.get()
    }

    @Test func aMachineIsTalkedTo() async throws {
        try await Self.withMachine { connection, domain in
            let console = try await domain.openConsole()
            try await domain.resume()
            var chunks = console.chunks.makeAsyncIterator()
            try await Self.read(until: "boot menu", &chunks)
            try await console.write([0x1B])
            try await Self.read(until: "Select boot device", &chunks)

            try await domain.destroy()
            while try await chunks.next() != nil {}
            await console.close()
            let late = await #expect(throws: LibvirtError.self) { try await console.write([0x1B]) }
            #expect(late?.code == .invalidStream)
        }
    }

    @Test func aConsoleHasOneUser() async throws {
        try await Self.withMachine { connection, domain in
            let first = try await domain.openConsole()
            let refused = await #expect(throws: LibvirtError.self) { try await domain.openConsole(flags: [.safe]) }
            #expect(refused?.code == .operationFailed)
            await first.close()
            let second = try await domain.openConsole(flags: [.safe])
            let third = try await domain.openConsole(flags: [.force])
            // Who is thrown out hears of it.
            let thrownOut = await #expect(throws: LibvirtError.self) { for try await _ in second.chunks {} }
            #expect(thrownOut?.domain == .streams)
            await third.close()
        }
    }

    @Test func cancellationClosesTheStream() async throws {
        try await Self.withMachine { connection, domain in
            let console = try await domain.openConsole()
            let reader = Task { for try await _ in console.chunks {} }
            reader.cancel()
            try await reader.value
            await console.close()
            await (try domain.openConsole(flags: [.safe])).close()
        }
    }

    @Test func droppingTheStreamFreesIt() async throws {
        try await Self.withMachine { connection, domain in
            var console: DuplexStream? = try await domain.openConsole()
            let statistics = try #require(console).connection.statistics
            #expect(statistics.liveHandles > 0)
            console = nil
            await statistics.allThreadsEnded()
            #expect(statistics.liveHandles == 0)
            await (try domain.openConsole(flags: [.safe])).close()
        }
    }

    /// A machine that stands still reads nothing; its host stops to read from the stream's connection.
    @Test func aMachineThatDoesNotReadHoldsUpNothingElse() async throws {
        try await Self.withMachine { connection, domain in
            let console = try await domain.openConsole()
            var chunks = console.chunks.makeAsyncIterator()
            let typing = Task {
                for _ in 0..<1000 { try await console.write([UInt8](repeating: 65, count: 1000)) }
            }
            for _ in 0..<200 { _ = try await domain.isActive() }
            try await domain.destroy()
            // What was typed is lost with the machine, and libvirt may call that a failure of the stream.
            _ = await typing.result
            do throws(LibvirtError) {
                while try await chunks.next() != nil {}
            } catch {
                #expect(error.domain == .streams, "\(error)")
            }
            await console.close()
        }
    }

    @Test func closingTheConnectionEndsTheSequence() async throws {
        try await Self.withMachine { _, domain in
            let connection = try await RealHost.connect()
            let console = try await connection.domain(uuid: domain.uuid).openConsole()
            #expect(console.connection !== connection)
            async let rest: Void = {
                for try await _ in console.chunks {}
            }()
            await connection.close()
            try await rest
        }
    }

    @Test func aScreenshotIsAPicture() async throws {
        try await Self.withMachine { _, domain in
            let picture = try await domain.screenshot()
            #expect(["image/png", "image/x-portable-pixmap"].contains(picture.type))
            #expect(picture.bytes.count > 1000)
            let tooLarge = await #expect(throws: LibvirtError.self) { try await domain.screenshot(limit: 1000) }
            #expect(tooLarge?.code == .overflow)
        }
    }

    private static func read(until text: String, _ chunks: inout DuplexStream.Iterator) async throws {
        var seen = ""
        while !seen.contains(text) {
            let chunk = try #require(try await chunks.next(), "the stream ended after: \(seen)")
            #expect(chunk.lost == 0)
            seen += String(decoding: chunk.bytes, as: UTF8.self)
        }
    }
}
