import RoostCore

/// What came of work of which some may have failed while the rest was done: the operation counts as failed, and its result
/// tells of each.
protocol OperationResult {
    var failure: Failure? { get }
}
