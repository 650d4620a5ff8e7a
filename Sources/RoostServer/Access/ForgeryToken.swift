import Crypto
import Foundation

/// What a page must send with everything that changes something: proof that it could read an answer of this server, which
/// another site's page cannot. Derived from the session's secret, so that nothing has to be kept.
enum ForgeryToken {
    static let header = "X-Roost-CSRF"

    static func make(session secret: String) -> String {
        RandomText.encoded(code(secret))
    }

    /// Takes the same time for every wrong token of a length.
    static func isRight(_ token: String, session secret: String) -> Bool {
        let right = make(session: secret).utf8
        let given = token.utf8
        guard right.count == given.count else { return false }
        return zip(right, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func code(_ secret: String) -> HashedAuthenticationCode<SHA256> {
        HMAC.authenticationCode(for: Data("roost forgery token".utf8), using: SymmetricKey(data: Data(secret.utf8)))
    }
}
