import FoundationEssentials
import Testing

@testable import RoostCore

/// Images by their paths, as `create --image` takes them.
@Suite struct ImageLookTests {
    private static func look(_ bytes: [UInt8], name: String = "a.qcow2") async throws -> ImageFacts {
        let world = try await TestWorld()
        let path = "\(world.directory)/\(name)"
        try Data(bytes).write(to: URL(filePath: path))
        // The test driver is no host of this computer's files, so its URI is not asked.
        let host = Host(name: "here", uri: .system, connection: world.host.connection)
        return try await ImageLook(host: host).image(path)
    }

    /// A header of version 2, whose backing file is named at its end.
    private static func qcow2(backing: String? = nil) -> [UInt8] {
        func big(_ number: UInt64, _ count: Int) -> [UInt8] {
            (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (UInt64($0) * 8)) }
        }
        let name = Array((backing ?? "").utf8)
        var bytes: [UInt8] = [0x51, 0x46, 0x49, 0xfb] + big(2, 4) + big(backing == nil ? 0 : 72, 8)
        bytes += big(UInt64(name.count), 4) + big(16, 4) + big(3 << 30, 8) + big(0, 4) + big(6, 4) + big(196608, 8)
        bytes += big(65536, 8) + big(1, 4) + big(0, 4) + big(0, 8) + name
        return bytes + [UInt8](repeating: 0, count: 262_144 - bytes.count)
    }

    @Test func anImageIsSeen() async throws {
        let image = try await Self.look(Self.qcow2())
        #expect(image.format == "qcow2" && image.capacity == 3 << 30 && image.kind == .file)
        #expect(image.os == nil && image.user == nil)
    }

    @Test func whatReadsOtherFilesIsRefused() async throws {
        await expectFailure(.usage) { _ = try await Self.look(Self.qcow2(backing: "/etc/shadow")) }
    }

    @Test func whatIsNoDiskIsRefused() async throws {
        var medium = [UInt8](repeating: 0, count: 1 << 16)
        medium.replaceSubrange(32768..<32774, with: [1] + Array("CD001".utf8))
        await expectFailure(.usage) { _ = try await Self.look(medium, name: "a.iso") }
        await expectFailure(.usage) { _ = try await Self.look([], name: "empty") }
    }

    @Test func aFileThatIsNotThere() async throws {
        let world = try await TestWorld()
        let host = Host(name: "here", uri: .system, connection: world.host.connection)
        await expectFailure(.notFound) { _ = try await ImageLook(host: host).image("/no/such/image") }
    }
}
