extension Fleet {
    /// Runs `body` for every host that is meant, each from the moment when it answers, until the task is cancelled or `body`
    /// throws something else than a ``Failure``.
    ///
    /// One of several that is silent holds up no other: it is told of, and tried again until it answers.
    /// - Parameters:
    ///   - names: of what is meant; those with a host in front go to that host only.
    ///   - silent: told of each of several hosts that does not answer, or fails later.
    ///   - body: gets the host, its share of the names, and whether there are several.
    /// - Throws: ``Failure`` of the last host that failed, when no other is left; what else `body` throws.
    public func follow(
        _ names: [String], silent: @escaping @Sendable (Failure) -> Void,
        _ body: @escaping @Sendable (Host, [String], _ isSeveral: Bool) async throws -> Void
    ) async throws {
        let plan = try plan(names)
        guard plan.isSeveral else {
            return try await body(try await open(plan.members[0]).get(), plan.names[plan.members[0]] ?? [], false)
        }
        try await withThrowingTaskGroup(of: Step.self) { group in
            for member in plan.members {
                group.addTask { try await self.follow(member, plan, silent, body) }
            }
            var left = plan.members.count
            while let step = try await group.next() {
                let failure: Failure
                switch step {
                case .ended:
                    left -= 1
                    continue
                case .failed(let reason): failure = reason
                case .asks(let member):
                    // One after the other: two questions on one terminal would mix.
                    switch await attempt({ () throws(Failure) in try await reach(member, .allowed, true) }) {
                    case .success(let host):
                        group.addTask { try await Self.run(host.amongOthers(), plan.names[member] ?? [], body) }
                        continue
                    case .failure(let reason): failure = reason
                    }
                }
                left -= 1
                if left == 0 { throw failure }
                silent(failure)
            }
        }
    }

    /// How far it has come with one of several hosts.
    private enum Step: Sendable {
        case ended
        case failed(Failure)
        /// It lets nobody in without an answer.
        case asks(FleetMember)
    }

    private func follow(
        _ member: FleetMember, _ plan: NamePlan<FleetMember>, _ silent: @Sendable (Failure) -> Void,
        _ body: @escaping @Sendable (Host, [String], Bool) async throws -> Void
    ) async throws -> Step {
        var backoff = Backoff()
        var wasTold = false
        while true {
            let result = await attempt { () throws(Failure) in
                try await within(member.limit + Self.grace, else: member.late) { () throws(Failure) in
                    try await self.reach(member, .refused, true)
                }
            }
            switch result {
            case .success(let host): return try await Self.run(host.amongOthers(), plan.names[member] ?? [], body)
            case .failure(let failure):
                try Task.checkCancellation()
                if canAsk, member.mightLetIn(after: failure) { return .asks(member) }
                guard failure.kind == .unreachable || failure.kind == .timeout else { return .failed(failure) }
                if !wasTold { silent(failure) }
                wasTold = true
                try await Task.sleep(for: backoff.pause())
            }
        }
    }

    private static func run(
        _ host: Host, _ names: [String], _ body: @Sendable (Host, [String], Bool) async throws -> Void
    ) async throws -> Step {
        do {
            try await body(host, names, true)
            return .ended
        } catch let failure as Failure {
            return .failed(failure)
        }
    }
}
