import CPAM
import Foundation

/// A service of PAM (a file of /etc/pam.d) by which accounts are checked. All calls hold up their thread: for modules that
/// ask a directory server, for many seconds.
public struct PAMService: Hashable, Sendable {
    public let name: String

    /// - Returns: nil for what cannot be the name of a service, such as a path.
    public init?(_ name: String) {
        let isPlain = !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy(Self.isPlain)
        guard isPlain else { return nil }
        self.name = name
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// The places where Linux-PAM looks for a service's file.
    public static let directories = ["/etc/pam.d", "/usr/lib/pam.d", "/usr/etc/pam.d"]

    /// Whether it has a file. Without one PAM takes the service `other`, which lets in nobody here and everybody there.
    public var isInstalled: Bool {
        Self.directories.contains { FileManager.default.fileExists(atPath: "\($0)/\(name)") }
    }

    /// Checks a password, and whether the account may be used now. Maps to `pam_authenticate` and `pam_acct_mgmt`, without
    /// PAM's pause after a wrong password.
    /// - Parameter address: where the person is, for modules that look at it and for the system's log.
    public func authenticate(user: String, password: String, address: String) -> PAMAnswer {
        guard !password.isEmpty, !password.utf8.contains(0) else { return .refused }
        return login(user: user, password: password, address: address)
    }

    /// Whether an account may be used now, without its password. Maps to `pam_acct_mgmt`.
    public func admits(user: String, address: String) -> PAMAnswer {
        login(user: user, password: nil, address: address)
    }

    private func login(user: String, password: String?, address: String) -> PAMAnswer {
        guard !user.isEmpty, !user.utf8.contains(0), !address.utf8.contains(0) else { return .refused }
        var name = [CChar](repeating: 0, count: 257)
        // Every string is a copy for the length of the call, and the buffer is larger than what is said of it.
        let status = unsafe roost_pam_login(self.name, user, password, address, &name, name.count - 1)
        guard status == PAM_SUCCESS else { return PAMAnswer(refusal: status) }
        return .accepted(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
}
