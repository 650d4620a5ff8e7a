/// What came of doing the same to several machines.
public struct MachineResults<Value: Sendable>: Sendable {
    /// Of the machines where it worked, in the order in which they were named.
    public let values: [Value]
    /// What went wrong with the others.
    public let failure: PartialFailure?

    /// - Throws: ``failure``, where there is one.
    public func check() throws(PartialFailure) {
        if let failure { throw failure }
    }
}
