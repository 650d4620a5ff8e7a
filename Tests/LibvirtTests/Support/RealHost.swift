import Libvirt
import Testing

/// The machine's own libvirt, for what libvirt's test driver lacks.
enum RealHost {
    /// Skips a test, with the reason on the test's output, where `qemu:///system` does not answer.
    static var trait: some TestTrait & SuiteTrait {
        .enabled("qemu:///system does not answer") {
            do {
                await (try Connection.open(uri: "qemu:///system")).close()
                return true
            } catch {
                print("skipped, qemu:///system does not answer: \(error)")
                return false
            }
        }
    }

    /// Calls `body` with a connection of its own.
    static func connect() async throws -> Connection {
        try await Connection.open(uri: "qemu:///system")
    }

    /// A name that no other test and no person uses.
    static func name(_ what: String) -> String {
        "roost-test-\(what)-\(UInt32.random(in: 0 ... .max))"
    }

    /// Calls `body` with a running pool over a new directory, and removes both afterwards.
    static func withPool(
        _ body: (_ connection: Connection, _ pool: StoragePool, _ files: TemporaryDirectory) async throws -> Void
    ) async throws {
        let (connection, images, files) = (try await connect(), try TemporaryDirectory(), try TemporaryDirectory())
        let pool = try await connection.createStoragePool(
            xml: """
                <pool type='dir'><name>\(name("pool"))</name><target><path>\(images.path)</path></target></pool>
                """)
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(connection, pool, files))
        } catch {
            result = .failure(error)
        }
        for volume in try await pool.volumes() { try await volume.delete() }
        try await pool.destroy()
        await connection.close()
        try result.get()
    }

    /// Makes an empty raw volume.
    static func volume(_ name: String = "disk", in pool: StoragePool, capacity: Int64 = 0) async throws -> StorageVolume
    {
        try await pool.createVolume(
            xml: """
                <volume><name>\(name)</name><capacity>\(capacity)</capacity><allocation>0</allocation>
                  <target><format type='raw'/></target></volume>
                """)
    }
}
