import Crypto
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle

@testable import RoostServer

/// What a server shows to whom connects.
enum ShownCertificate {
    /// - Parameter body: is given what connects anew and tells the fingerprint.
    static func serving(
        _ transport: Transport, _ body: @escaping @Sendable (@Sendable () async throws -> String) async throws -> Void
    ) async throws {
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var log = Logger(label: "test")
        log.logLevel = .critical
        let application = Application(
            router: Router(), server: try transport.protect(.http1()),
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { found.yield($0.localAddress?.port ?? 0) }, logger: log)
        let group = ServiceGroup(services: [application], logger: log)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            try await body { try await fingerprint(port) }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    private static func fingerprint(_ port: Int) async throws -> String {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .noHostnameVerification
        let context = try NIOSSLContext(configuration: configuration)
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let shown = loop.makePromise(of: String.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(
                        context: context, serverHostname: nil,
                        customVerificationCallback: { chain, verified in
                            let bytes = (try? chain.first?.toDERBytes()) ?? []
                            shown.succeed(
                                SHA256.hash(data: Data(bytes))
                                    .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
                                    .joined(separator: ":"))
                            verified.succeed(.certificateVerified)
                        })
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        let text = try await shown.futureResult.get()
        try await channel.close()
        return text
    }
}
