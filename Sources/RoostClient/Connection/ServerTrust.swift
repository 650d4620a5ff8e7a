/// Why a server's certificate is believed.
public enum ServerTrust: Hashable, Sendable {
    /// An authority that this computer knows has signed it.
    case system
    /// It is this certificate, as PEM, whatever names stand in it: somebody has compared its fingerprint.
    case pinned(String)
    /// One of these authorities, as PEM, has signed it.
    case authority(String)
}
