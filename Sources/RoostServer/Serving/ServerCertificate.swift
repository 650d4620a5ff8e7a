import Crypto
import Foundation
import NIOCore
import NIOSSL
import RoostCore

/// A certificate and its key, which fit each other.
struct ServerCertificate: Sendable {
    let configuration: TLSConfiguration
    /// The SHA-256, as browsers show it.
    let fingerprint: String
    /// What makes a connection show this one.
    let override: NIOSSLContextConfigurationOverride

    /// - Returns: nil where connections are not protected.
    /// - Throws: ``Failure`` when the certificate or its key cannot be read, or do not fit each other.
    init?(_ settings: ServerSettings, now: Date = Date()) throws(Failure) {
        switch settings.transport {
        case .plain: return nil
        case .selfMade:
            let pair = try SelfMadeCertificate.inDirectory(settings.stateDirectory, now: now)
            try self.init(certificate: pair.certificate, key: pair.key, source: settings.stateDirectory)
        case .files(let certificate, let key):
            do {
                try self.init(
                    certificate: String(contentsOfFile: certificate, encoding: .utf8),
                    key: String(contentsOfFile: key, encoding: .utf8), source: certificate)
            } catch let failure as Failure {
                throw failure
            } catch {
                throw Failure(.usage, "Cannot read the certificate or its key", why: error.localizedDescription)
            }
        }
    }

    private init(certificate: String, key: String, source: String) throws(Failure) {
        do {
            let chain = try NIOSSLCertificate.fromPEMBytes(Array(certificate.utf8))
            guard let first = chain.first else { throw NIOSSLError.failedToLoadCertificate }
            let key = try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            configuration.cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"
            configuration.applicationProtocols = ["http/1.1"]
            // Whoever is cut off (``ClientGuard``) is not waited for.
            configuration.shutdownTimeout = .seconds(1)
            // Finds out now whether the key fits, not at the first connection.
            _ = try NIOSSLContext(configuration: configuration)
            self.configuration = configuration
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = chain.map { .certificate($0) }
            override.privateKey = .privateKey(key)
            self.override = override
            fingerprint = SHA256.hash(data: Data(try first.toDERBytes()))
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined(separator: ":")
        } catch {
            throw Failure(
                .usage, "The certificate cannot be used", why: "\(source): \(error)",
                remedy: "It must be PEM, the server's certificate first, with a key that fits and has no passphrase.")
        }
    }
}
