import NIOCore
import NIOPosix
import Synchronization

/// Gives images to the sandbox over a socket: a small server of QEMU's network block protocol that only reads.
///
/// Local files and volumes of far hosts go the same way. The sandbox needs no right to any file, and opens none by name.
final class NBDServer: Sendable {
    private typealias Client = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    private let exports: [NBDExport]
    private let problem = Mutex<(any Error)?>(nil)

    /// Each disk of a machine and each image of its chain is read over a connection of its own; QEMU opens each once.
    private static let mostClients = 256

    init(exports: [NBDExport]) { self.exports = exports }

    /// The first read that failed where the image lies.
    var firstProblem: (any Error)? { problem.withLock { $0 } }

    /// Serves while `body` runs.
    /// - Parameter path: of the socket that is made.
    func serving<Value: Sendable>(at path: String, _ body: () async throws -> Value) async throws -> Value {
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(unixDomainSocketPath: path) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try Client(wrappingChannelSynchronously: channel)
                }
            }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await self.accept(server) }
            defer { group.cancelAll() }
            return try await body()
        }
    }

    private func accept(_ server: NIOAsyncChannel<Client, Never>) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            try await server.executeThenClose { clients in
                var count = 0
                for try await client in clients {
                    count += 1
                    guard count <= Self.mostClients else { break }
                    group.addTask { await self.serve(client) }
                }
            }
        }
    }

    private func serve(_ client: Client) async {
        // A client that breaks off, or the rules, has lost its connection, which is all that it is told.
        try? await client.executeThenClose { input, output in
            var session = NBDSession(input: input, output: output, exports: exports) { error in
                self.problem.withLock { $0 = $0 ?? error }
            }
            try await session.run()
        }
    }
}
