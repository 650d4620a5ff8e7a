import Libvirt

extension HostLogin {
    /// A connection to the host's libvirt, and what is known of its daemon.
    typealias Opened = (connection: Connection, service: LoginFacts.Service)

    /// Opens libvirt through the login, which is made where there is none. On a host that is logged in to already, and whose
    /// daemon is where it was, this starts no ssh at all.
    /// - Parameter limit: for all of it where nobody is asked, else for each step; 15 seconds for libvirt's answer and 30 for the
    ///   login where it is nil. A person is waited for without a limit.
    /// - Throws: ``Failure`` of kind unreachable, permission, unsupported or usage.
    func openLibvirt(_ questions: Questions, within limit: Duration?) async throws(Failure) -> Opened {
        let asks = asks(questions)
        let time = TimeBudget(limit, asks: asks)
        let wasConnected = folder.exists(folder.control)
        let known = knownService
        if let known, let opened = try await reopen(known, time) { return opened }
        let fresh = try await folder.locked(within: lockPatience(asks, time)) { () throws(Failure) -> Way in
            // Another command may have done it all while this one waited.
            if let now = knownService, now != known { return .known(now) }
            return try await look(asks, time, isAgain: wasConnected)
        }
        if case .known(let service) = fresh, let opened = try await reopen(service, time) { return opened }
        let way =
            if case .seen = fresh {
                fresh
            } else {
                try await folder.locked(within: lockPatience(asks, time)) { () throws(Failure) in
                    try await look(asks, time, isAgain: wasConnected)
                }
            }
        guard case .seen(let look) = way else { throw problem().silent }
        return try await open(look, time)
    }

    private enum Way {
        /// Somebody has found it before.
        case known(LoginFacts.Service)
        /// It has to be found, from what was seen on the host.
        case seen(RemoteLook)
    }

    private var knownService: LoginFacts.Service? { folder.readFacts()?.services[route.service.key] }

    /// Takes a way that was good before.
    /// - Returns: nil when it is not any more.
    /// - Throws: ``Failure`` when the daemon is there and does not answer.
    private func reopen(_ service: LoginFacts.Service, _ time: TimeBudget) async throws(Failure) -> Opened? {
        switch await open(service, time) {
        case .success(let connection): return (connection, service)
        case .failure(.libvirt): return nil
        case .failure(let error): throw try await explain(error)
        }
    }

    private func open(
        _ service: LoginFacts.Service, _ time: TimeBudget
    ) async -> Result<Connection, OpeningError> {
        let near = nearURI(isCarried: service.socket == nil)
        return await ConnectionOpenings.shared.open(near, place: name, within: time.left(Self.patience))
    }

    /// The URI that libvirt is given, of the near end of a way.
    /// - Parameter isCarried: whether a program carries the connection, and not a forwarded socket.
    func nearURI(isCarried: Bool) -> String {
        let wanted = route.service
        let way =
            isCarried
            ? "ext:///system?command=\(folder.command(wanted).percentEncoded)"
            : "unix:///system?socket=\(folder.socket(wanted).percentEncoded)"
        // The daemon is asked for by name: where the path says session, libvirt would start one here.
        return "\(wanted.driver)+\(way)&name=\(wanted.remoteURI.percentEncoded)"
    }

    /// Tries each socket that was seen, then a program that carries the connection.
    private func open(_ look: RemoteLook, _ time: TimeBudget) async throws(Failure) -> Opened {
        let problem = problem(look)
        let candidates = route.service.candidates(look)
        let open = candidates.filter(\.isOpen)
        guard !candidates.isEmpty else { throw problem.missing }
        guard !open.isEmpty else { throw problem.closed(candidates) }
        var last: OpeningError?
        let carriers = Carrier.choices(look, for: route.service, sockets: open)
        for (service, carrier) in open.map({ (look.service($0.path), nil) }) + carriers.map({ (look.service(nil), $0) })
        {
            try await folder.locked(within: Self.lockPatience) { () throws(Failure) in
                try await prepare(service, carrier, look)
            }
            switch await self.open(service, time) {
            case .success(let connection): return (connection, service)
            case .failure(let error):
                last = error
                guard error.isOfTransport else { break }
                continue
            }
            break
        }
        // What did not work is not to be tried first the next time.
        try await folder.locked(within: Self.lockPatience) { () throws(Failure) in try remember(nil, look) }
        throw last.map(problem.failure) ?? problem.missing
    }

    /// Where no answer came, it may be ssh that does not react, and not the daemon.
    private func explain(_ error: OpeningError) async throws(Failure) -> Failure {
        if case .timedOut = error, try await master.isSilent() { return problem().frozen }
        return problem().failure(error)
    }

    /// To be called with the lock.
    private func look(_ asks: Bool, _ time: TimeBudget, isAgain: Bool) async throws(Failure) -> Way {
        try await ensureMaster(asks, time, isAgain: isAgain)
        let answer = try await master.run(
            script: RemoteLook.script(for: route.service), within: time.left(Self.patience))
        guard let answer else { throw problem().silent }
        guard let look = RemoteLook(answer: answer.output) else {
            // Without the master it was the link that ended, not the command.
            throw try await master.isAlive() ? problem().noCommand(answer) : problem().silent
        }
        return .seen(look)
    }

    /// Makes the near end of a way. To be called with the lock.
    private func prepare(
        _ service: LoginFacts.Service, _ carrier: Carrier?, _ look: RemoteLook
    ) async throws(Failure) {
        if let carrier {
            try folder.write(carrier.script(master.arguments), to: folder.command(route.service))
        } else if let socket = service.socket {
            let path = folder.socket(route.service)
            // ssh takes a forward that it has for done, even where its file is gone.
            if let old = knownService?.socket {
                _ = try await master.cancel(try PortForward(local: .socket(path), remote: .socket(old)))
            }
            folder.remove(path)
            let answer = try await master.forward(try PortForward(local: .socket(path), remote: .socket(socket)))
            guard let answer, answer.succeeded else { throw problem(look).noForward(answer) }
        }
        try remember(service, look)
    }

    private func remember(_ service: LoginFacts.Service?, _ look: RemoteLook) throws(Failure) {
        var facts = folder.readFacts() ?? LoginFacts(user: look.user)
        facts.services[route.service.key] = service
        try folder.write(facts)
    }

    private func problem(_ look: RemoteLook? = nil) -> RemoteProblem { RemoteProblem(login: self, look: look) }
}
