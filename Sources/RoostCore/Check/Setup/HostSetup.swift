/// Makes a computer a host for machines.
public struct HostSetup: Sendable {
    private let checker: HostChecker
    private let target: HostTarget

    /// - Throws: ``Failure`` of kind unsupported for a host that is reached neither here nor by ssh.
    public init(_ target: HostTarget) throws(Failure) {
        self.target = target
        checker = try HostChecker(target)
    }

    /// Looks, and says what is to be done.
    public func plan() async throws(Failure) -> HostSetupPlan {
        try HostSetupPlanner(judge: checker.judge(try await checker.look())).plan()
    }

    /// Makes the changes, one after the other. What fails stops it; what was done stays, and the next run goes on from there.
    /// - Parameter begins: told of each change before it is made.
    public func carryOut(
        _ plan: HostSetupPlan, begins: @Sendable (HostChange) -> Void
    ) async throws(Failure) {
        let changer = try HostChanger(target)
        for change in plan.changes {
            begins(change)
            try await changer.make(change)
        }
    }
}
