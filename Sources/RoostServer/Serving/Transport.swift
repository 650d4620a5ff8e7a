import Foundation
import HummingbirdCore
import HummingbirdTLS
import NIOCore
import NIOSSL
import RoostCore
import Synchronization

/// How connections are protected. The certificate can be renewed while the server runs: whoever connects afterwards gets the
/// new one.
struct Transport: Sendable {
    /// Nil for plain HTTP.
    let configuration: TLSConfiguration?
    private let settings: ServerSettings
    private let current: CurrentCertificate?

    /// The SHA-256 of the certificate, as browsers show it; nil for plain HTTP.
    var fingerprint: String? { current?.pair.fingerprint }

    /// - Throws: ``Failure`` when the certificate or its key cannot be read, or do not fit each other.
    init(_ settings: ServerSettings) throws(Failure) {
        self.settings = settings
        guard let pair = try ServerCertificate(settings) else {
            (configuration, current) = (nil, nil)
            return
        }
        let current = CurrentCertificate(pair)
        var configuration = pair.configuration
        configuration.sslContextCallback = { _, promise in promise.succeed(current.pair.override) }
        (self.configuration, self.current) = (configuration, current)
    }

    /// Looks whether there is another certificate by now: the files of the settings were replaced, or the server's own has to be
    /// made anew. What is wrong with it leaves the present one in place.
    /// - Returns: the new fingerprint; nil where all is as it was.
    /// - Throws: ``Failure`` as at the start.
    func renew(now: Date = Date()) throws(Failure) -> String? {
        guard let current, let pair = try ServerCertificate(settings, now: now),
            pair.fingerprint != current.pair.fingerprint
        else { return nil }
        current.replace(pair)
        return pair.fingerprint
    }

    func protect(_ server: HTTPServerBuilder) throws -> HTTPServerBuilder {
        guard let configuration else { return server }
        return try .tls(server, tlsConfiguration: configuration)
    }
}

/// The certificate that is shown at the moment.
private final class CurrentCertificate: Sendable {
    private let content: Mutex<ServerCertificate>

    init(_ pair: ServerCertificate) { content = Mutex(pair) }

    var pair: ServerCertificate { content.withLock { $0 } }

    func replace(_ pair: ServerCertificate) { content.withLock { $0 = pair } }
}
