#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Host {
    /// The login through which its guests are reached; nil where they are on this computer.
    /// - Throws: ``Failure`` of kind unsupported for a host that is reached in another way.
    func loginToGuests(for task: String) throws(Failure) -> HostLogin? {
        if uri.isLocal { return nil }
        guard let login = try HostLogin(to: uri, name: name) else {
            throw Failure(
                .unsupported, task, why: "\(name) is not reached by an ssh login of Roost's, which would lead there",
                remedy: "Name the host by its ssh address: --host qemu+ssh://USER@ADDRESS/system")
        }
        return login
    }
}

extension Machine {
    /// The command line of the person's own ssh that logs in to the guest, through the host's login where it is elsewhere.
    /// - Returns: what follows the word `ssh`.
    /// - Throws: ``Failure`` of kind state when it is off or has no address, of kind unsupported when nobody gets in.
    public func sshArguments(_ login: GuestLogin) async throws(Failure) -> [String] {
        let way = try host.loginToGuests(for: "Cannot log in to \(label)")
        async let known = attempt { () throws(Failure) in try await knownGuest(login) }
        let address = try await addressForSSH(port: login.likelyPort)
        let (metadata, guest) = try await known.get()
        var login = login
        if login.user == nil { login.user = metadata.user }
        login.knownKeys = try guest?.write { ProcessInfo.processInfo.environment[$0] }
        return login.arguments(address: address, proxyCommand: way?.proxyCommand)
    }
}

extension HostLogin {
    /// A command for the person's own ssh that has a display's port on this computer.
    /// - Returns: nil for a display with neither a plain port nor a socket.
    public func tunnelCommand(to display: MachineDisplay) -> String? {
        let address = display.localAddress.contains(":") ? "[\(display.localAddress)]" : display.localAddress
        guard let target = display.socket.map({ "5900:\($0)" }) ?? display.port.map({ "\($0):\(address):\($0)" }) else {
            return nil
        }
        let port = destination.port.map { ["-p", String($0)] } ?? []
        let account = (destination.user.map { "\($0)@" } ?? "") + destination.host
        return (["ssh", "-N", "-L", target] + port + [account]).map(ShellWord.quoted).joined(separator: " ")
    }
}
