import Crypto
import NIOCore
import NIOPosix
import NIOSSL
public import RoostCore
import SwiftASN1
import Synchronization
import X509

/// The certificate that a server shows, before anybody believes it.
public struct ServerCertificate: Hashable, Sendable {
    /// As PEM.
    public let text: String
    /// Its SHA-256, as `roost serve` and browsers show it: `AB:CD:…`.
    public let fingerprint: String
    /// Whether it is signed by itself, as one that a server has made for itself.
    public let isSelfMade: Bool

    private init(_ certificate: NIOSSLCertificate) throws {
        let bytes = try certificate.toDERBytes()
        let read = try Certificate(derEncoded: bytes)
        fingerprint = Self.fingerprint(bytes)
        text = try read.serializeAsPEM().pemString + "\n"
        isSelfMade = read.issuer == read.subject
    }

    /// - Parameter text: PEM.
    /// - Returns: nil for what is none.
    public static func fingerprint(of text: String) -> String? {
        guard let bytes = try? NIOSSLCertificate.fromPEMBytes(Array(text.utf8)).first?.toDERBytes() else { return nil }
        return fingerprint(bytes)
    }

    private static func fingerprint(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
            .joined(separator: ":")
    }

    /// The same fingerprint, however it is written: `sha256:` in front, small letters, without colons.
    public static func isSame(_ one: String, _ other: String) -> Bool {
        func digits(_ text: String) -> String {
            let plain = text.uppercased()
            return String((plain.hasPrefix("SHA256:") ? plain.dropFirst(7) : plain[...]).filter { $0 != ":" })
        }
        return digits(one).utf8.count == 64 && digits(one) == digits(other)
    }

    /// Asks a server for it, and tells it nothing.
    /// - Throws: ``Failure`` of kind unreachable.
    public static func shown(by address: ServerURL) async throws(Failure) -> ServerCertificate {
        let task = "Cannot reach the server \(address)"
        let seen = Seen()
        do {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            let context = try NIOSSLContext(configuration: configuration)
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(10))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let handler = try NIOSSLClientHandler(
                            context: context, serverHostname: address.isNumeric ? nil : address.host,
                            customVerificationCallback: { certificates, promise in
                                seen.note(certificates.first)
                                // That is all that was wanted: nothing is said to whoever that is.
                                promise.succeed(.failed)
                            })
                        try channel.pipeline.syncOperations.addHandlers(handler, Quiet())
                    }
                }
                .connect(host: address.host, port: address.port).get()
            let giveUp = channel.eventLoop.scheduleTask(in: .seconds(10)) { channel.close(promise: nil) }
            // The future of a closed channel does not fail.
            try? await channel.closeFuture.get()
            giveUp.cancel()
        } catch {
            throw Failure(.unreachable, task, why: ServerFailures.reason(error))
        }
        guard let certificate = seen.certificate else {
            throw Failure(
                .unreachable, task, why: "it does not speak TLS",
                remedy: "Look whether the address and its port are right.")
        }
        do {
            return try ServerCertificate(certificate)
        } catch {
            throw Failure(.unreachable, task, why: "its certificate cannot be read")
        }
    }

    /// What was shown.
    private final class Seen: Sendable {
        private let content = Mutex<NIOSSLCertificate?>(nil)

        var certificate: NIOSSLCertificate? { content.withLock { $0 } }

        func note(_ certificate: NIOSSLCertificate?) { content.withLock { $0 = certificate } }
    }

    /// The handshake is meant to fail.
    private final class Quiet: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
