/// The ports of this computer that one command has opened, and what they go through.
actor OpenWays {
    private var relays: [PortRelay] = []
    private var tunnels: [Tunnel] = []

    /// Opens a port that leads to a guest.
    /// - Parameters:
    ///   - addresses: of the guest, the best first; at least one.
    ///   - refused: called with the reason for the first connection that is not taken, and again after one that was.
    /// - Returns: the relay, and the address that it leads to.
    func open(
        _ request: GuestForward, to addresses: [String], through login: HostLogin?,
        refused: @escaping @Sendable (String) -> Void
    ) async throws(Failure) -> (PortRelay, address: String) {
        if let login {
            // Which of them the host reaches is known to the host alone.
            let end = PortForward.End.port(request.remote, of: addresses[0])
            let relay = try await open(end, through: login, on: request.bind, port: request.local, refused: refused)
            return (relay, addresses[0])
        }
        let target = RelayTarget.guest(addresses.compactMap { GuestAddresses.socketAddress($0, port: request.remote) })
        let saying = SayingOnce(refused)
        let relay = try await PortRelay.open(on: request.bind, port: request.local, to: target) { outcome in
            switch outcome {
            case .answered: saying.forget()
            case .refused(let why): saying.say(why ?? "")
            }
        }
        relays.append(relay)
        return (relay, addresses[0])
    }

    /// Opens a port that leads through a login.
    func open(
        _ end: PortForward.End, through login: HostLogin, on bind: String = "127.0.0.1", port: UInt16 = 0,
        refused: @escaping @Sendable (String) -> Void
    ) async throws(Failure) -> PortRelay {
        let tunnel = try await Tunnel(through: login, to: end)
        tunnels.append(tunnel)
        let saying = SayingOnce(refused)
        let relay = try await PortRelay.open(on: bind, port: port, to: try tunnel.target()) { outcome in
            switch outcome {
            case .answered: saying.forget()
            case .refused(let why):
                if let why = why ?? tunnel.refusal { saying.say(why) }
            }
        }
        relays.append(relay)
        return relay
    }

    /// Closes all of them.
    func close() async {
        for relay in relays { await relay.close() }
        for tunnel in tunnels { await tunnel.close() }
        (relays, tunnels) = ([], [])
    }
}
