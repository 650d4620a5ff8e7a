import NIOSSL
import RoostCore

extension ServerTrust {
    /// How connections to the server are protected.
    /// - Throws: ``Failure`` of kind usage for what is no certificate.
    func configuration() throws(Failure) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = ["http/1.1"]
        do {
            switch self {
            case .system: break
            case .pinned(let text):
                configuration.trustRoots = .certificates(
                    Array(try NIOSSLCertificate.fromPEMBytes(Array(text.utf8)).prefix(1)))
                // It is this one or none; the names in it add nothing.
                configuration.certificateVerification = .noHostnameVerification
            case .authority(let text):
                configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(text.utf8)))
            }
        } catch {
            throw Failure(.usage, "That is no certificate", why: "\(error)", remedy: "It must be PEM.")
        }
        return configuration
    }
}
