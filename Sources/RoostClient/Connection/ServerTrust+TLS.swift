import NIOCore
import NIOSSL
import RoostCore

extension ServerTrust {
    /// How connections to the server are protected. With a pinned certificate that says nothing of who the server is:
    /// ``check(_:)`` does, before anything is sent.
    /// - Throws: ``Failure`` of kind usage for what is no certificate.
    func configuration() throws(Failure) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        switch self {
        case .system: break
        case .pinned(let text):
            _ = try Self.certificates(text)
            configuration.certificateVerification = .none
        case .authority(let text): configuration.trustRoots = .certificates(try Self.certificates(text))
        }
        return configuration
    }

    private static func certificates(_ text: String) throws(Failure) -> [NIOSSLCertificate] {
        do {
            return try NIOSSLCertificate.fromPEMBytes(Array(text.utf8))
        } catch {
            throw Failure(.usage, "That is no certificate", why: "\(error)", remedy: "It must be PEM.")
        }
    }

    /// The one certificate that is believed; nil where an authority decides.
    private var pinned: NIOSSLCertificate? {
        guard case .pinned(let text) = self else { return nil }
        return try? Self.certificates(text).first
    }

    /// The server is not the one that was pinned.
    struct OtherCertificate: Error {}

    /// Fails for a channel whose other side has not shown, and proved, the pinned certificate.
    func check(_ channel: any Channel) -> EventLoopFuture<Void> {
        guard case .pinned = self else { return channel.eventLoop.makeSucceededVoidFuture() }
        let pinned = pinned
        return channel.nioSSL_peerCertificate().flatMapThrowing { shown in
            guard let shown, let pinned, try shown.toDERBytes() == pinned.toDERBytes() else {
                throw OtherCertificate()
            }
        }
    }

    /// The TLS of a connection that is made without the HTTP client.
    func handler(for server: ServerURL) throws -> NIOSSLClientHandler {
        let context = try NIOSSLContext(configuration: configuration())
        let name = server.isNumeric ? nil : server.host
        guard case .pinned = self else { return try NIOSSLClientHandler(context: context, serverHostname: name) }
        let pinned = pinned
        return try NIOSSLClientHandler(context: context, serverHostname: name) { certificates, promise in
            let isSame = (try? certificates.first?.toDERBytes() == pinned?.toDERBytes()) ?? false
            promise.succeed(isSame && pinned != nil ? .certificateVerified : .failed)
        }
    }
}
