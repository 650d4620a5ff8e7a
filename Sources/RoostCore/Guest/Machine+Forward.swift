extension Machine {
    /// Opens ports of this computer that lead to ports of the guest, runs `body`, and closes them whatever comes.
    /// - Parameters:
    ///   - refused: called with a failure for a connection that the guest did not take; once until one was taken again.
    ///   - body: is given what was opened, in the order of the requests. It is cancelled when the login to the host ends.
    /// - Throws: ``Failure`` of kind exists, permission or usage for a port that cannot be listened on, of kind state or
    ///   unsupported when the guest cannot be reached, of kind unreachable when the login to its host ends.
    public func forwarding(
        _ requests: [GuestForward], refused: @escaping @Sendable (Failure) -> Void,
        _ body: @escaping @Sendable ([OpenForward]) async throws -> Void
    ) async throws {
        let task = "Cannot reach \(label)"
        let login = try host.loginToGuests(for: task)
        let addresses = try await guestAddresses(for: task).map(\.address)
        let ways = OpenWays()
        do {
            var open: [OpenForward] = []
            for request in requests {
                let end = "port \(request.remote) of \(label)"
                let (relay, address) = try await ways.open(request, to: addresses, through: login) { why in
                    refused(Failure(.general, "Nobody answers at \(end)", why: why))
                }
                open.append(
                    OpenForward(
                        bind: request.bind, port: Int(relay.port), machine: name, address: address,
                        remotePort: Int(request.remote)))
            }
            try await Self.run(body, with: open, while: login)
        } catch {
            await ways.close()
            throw error
        }
        await ways.close()
    }

    /// Runs `body` with a display as this computer reaches it, on a port of its own loopback, and closes that in the end.
    /// - Throws: ``Failure`` of kind unsupported for a display, or a host, that has no such way, of kind unreachable when the
    ///   login to the host ends.
    public func reaching(
        _ display: MachineDisplay, refused: @escaping @Sendable (Failure) -> Void,
        _ body: @escaping @Sendable (MachineDisplay) async throws -> Void
    ) async throws {
        let task = "Cannot show \(label)"
        guard let login = try host.loginToGuests(for: task) else { return try await body(display) }
        guard let end = display.end else {
            throw Failure(.unsupported, task, why: "its \(display.type) display has neither a port nor a socket")
        }
        let ways = OpenWays()
        do {
            let relay = try await ways.open(end, through: login) { why in
                refused(Failure(.general, "The display of \(label) does not answer", why: why))
            }
            try await Self.run(body, with: display.moved(to: relay.port), while: login)
        } catch {
            await ways.close()
            throw error
        }
        await ways.close()
    }

    /// Runs `body` with what this computer connects to for a display. Where a login is needed, that is a socket in its
    /// private folder, which is gone again in the end: no other user of this computer gets at the display by it.
    /// - Throws: as ``reaching(_:refused:_:)``.
    public func opening(
        _ display: MachineDisplay, _ body: @escaping @Sendable (PortForward.End) async throws -> Void
    ) async throws {
        let task = "Cannot show \(label)"
        guard let end = display.end else {
            throw Failure(.unsupported, task, why: "its \(display.type) display has neither a port nor a socket")
        }
        guard let login = try host.loginToGuests(for: task) else { return try await body(end) }
        let tunnel = try await Tunnel(through: login, to: end)
        do {
            try await Self.run(body, with: .socket(tunnel.path), while: login)
        } catch {
            let refusal = tunnel.refusal
            await tunnel.close()
            guard let refusal, let failure = error as? Failure, failure.why == nil else { throw error }
            throw Failure(failure.kind, failure.what, why: refusal, remedy: failure.remedy)
        }
        await tunnel.close()
    }

    private static func run<Value: Sendable>(
        _ body: @escaping @Sendable (Value) async throws -> Void, with value: Value, while login: HostLogin?
    ) async throws {
        guard let login else { return try await body(value) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await body(value) }
            group.addTask { try await Tunnel.waitForEnd(of: login) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

extension MachineDisplay {
    /// Where the host itself finds it: plain before encrypted, as the way there is encrypted anyway.
    var end: PortForward.End? {
        if let socket { return .socket(socket) }
        guard let port = (port ?? tlsPort).flatMap(UInt16.init(exactly:)) else { return nil }
        return .port(port, of: localAddress)
    }

    /// The same at a port of this computer.
    fileprivate func moved(to port: UInt16) -> MachineDisplay {
        let isPlain = socket != nil || self.port != nil
        return MachineDisplay(
            type: type, address: "127.0.0.1", port: isPlain ? Int(port) : nil, tlsPort: isPlain ? nil : Int(port),
            needsPassword: needsPassword)
    }
}
