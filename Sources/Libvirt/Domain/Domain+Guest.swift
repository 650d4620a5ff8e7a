internal import CLibvirt
import Glibc

// What the guest's agent does or tells. Throws `.agentUnresponsive` when the agent does not answer and
// `.argumentUnsupported` when the domain has no channel for one.

extension Domain {
    /// The guest's host name.
    ///
    /// Maps to `virDomainGetHostname`.
    public func guestHostname(from sources: HostnameSources = []) async throws(LibvirtError) -> String {
        try await callForString("virDomainGetHostname") { unsafe virDomainGetHostname($0, sources.rawValue) }
    }

    /// What the agent tells about users, operating system, time zone, host name, file systems, disks and interfaces.
    ///
    /// Maps to `virDomainGetGuestInfo`.
    public func guestInformation(_ types: GuestInformation = []) async throws(LibvirtError) -> TypedParameters {
        try await callForParameters("virDomainGetGuestInfo") {
            unsafe virDomainGetGuestInfo($0, types.rawValue, $1, $2, 0)
        }
    }

    /// Sends a command to QEMU's guest agent, in JSON.
    ///
    /// Maps to `virDomainQemuAgentCommand`.
    ///
    /// - Parameter timeout: in seconds; -2 waits for ever, -1 as long as libvirt thinks right, 0 does not wait.
    public func agentCommand(_ command: String, timeout: Int32 = -1) async throws(LibvirtError) -> String {
        try await blocking("virDomainQemuAgentCommand", texts: [command]) { domain throws(LibvirtError) in
            unsafe try takeString(virDomainQemuAgentCommand(domain, command, timeout, 0))
        }
    }

    /// Sets how long libvirt waits for the agent's answers.
    ///
    /// Maps to `virDomainAgentSetResponseTimeout`.
    ///
    /// - Parameter timeout: in seconds; -2 waits for ever, -1 as long as libvirt thinks right, 0 does not wait.
    public func setAgentTimeout(_ timeout: Int32) async throws(LibvirtError) {
        try await call("virDomainAgentSetResponseTimeout") {
            unsafe virDomainAgentSetResponseTimeout($0, timeout, 0)
        }
    }

    /// The guest's time.
    ///
    /// Maps to `virDomainGetTime`.
    ///
    /// - Returns: seconds since 1970 and the nanoseconds beyond them.
    public func time() async throws(LibvirtError) -> (seconds: Int64, nanoseconds: UInt32) {
        try await blocking("virDomainGetTime") { domain throws(LibvirtError) in
            var seconds: Int64 = 0
            var nanoseconds: UInt32 = 0
            unsafe try check(virDomainGetTime(domain, &seconds, &nanoseconds, 0))
            return (seconds, nanoseconds)
        }
    }

    /// Sets the guest's time.
    ///
    /// Maps to `virDomainSetTime`.
    ///
    /// - Parameter seconds: since 1970.
    public func setTime(seconds: Int64, nanoseconds: UInt32 = 0) async throws(LibvirtError) {
        try await call("virDomainSetTime") { unsafe virDomainSetTime($0, seconds, nanoseconds, 0) }
    }

    /// Sets the guest's time from its hardware clock.
    ///
    /// Maps to `virDomainSetTime`.
    public func synchroniseTime() async throws(LibvirtError) {
        try await call("virDomainSetTime") { unsafe virDomainSetTime($0, 0, 0, VIR_DOMAIN_TIME_SYNC.rawValue) }
    }

    /// Sets a password in the guest.
    ///
    /// Maps to `virDomainSetUserPassword`.
    ///
    /// - Parameter isEncrypted: the password is hashed as the guest's system stores it.
    public func setPassword(
        _ password: String, ofUser user: String, isEncrypted: Bool = false
    ) async throws(LibvirtError) {
        let flags = isEncrypted ? VIR_DOMAIN_PASSWORD_ENCRYPTED.rawValue : 0
        try await call("virDomainSetUserPassword", texts: [user, password]) {
            unsafe virDomainSetUserPassword($0, user, password, flags)
        }
    }

    /// The keys with which a user of the guest can log in over SSH.
    ///
    /// Maps to `virDomainAuthorizedSSHKeysGet`.
    public func authorizedSSHKeys(ofUser user: String) async throws(LibvirtError) -> [String] {
        try await callForStrings("virDomainAuthorizedSSHKeysGet", texts: [user]) {
            unsafe virDomainAuthorizedSSHKeysGet($0, user, $1, 0)
        }
    }

    /// Sets, adds or removes keys with which a user of the guest can log in over SSH.
    ///
    /// Maps to `virDomainAuthorizedSSHKeysSet`.
    public func setAuthorizedSSHKeys(
        _ keys: [String], ofUser user: String, change: AuthorizedKeysChange = []
    ) async throws(LibvirtError) {
        try await call("virDomainAuthorizedSSHKeysSet", texts: keys + [user]) { domain in
            unsafe withCStrings(keys) {
                unsafe virDomainAuthorizedSSHKeysSet(domain, user, $0, UInt32(keys.count), change.rawValue)
            }
        }
    }
}
