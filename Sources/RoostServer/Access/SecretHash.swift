import Crypto
import Foundation

/// What is kept of a secret: its SHA-256. The secrets are random and long, so no salt and no slow hash are needed, and a
/// look-up by the hash tells nothing by its time.
struct SecretHash: Hashable, Sendable {
    let data: Data

    init(of secret: String) { data = Data(SHA256.hash(data: Data(secret.utf8))) }

    init(stored data: Data) { self.data = data }
}
