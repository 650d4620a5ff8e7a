/// How far the change of a bridge is, in the words of an operation of the server. The page knows them too.
package enum BridgeStep: String, Sendable {
    case changing = "changing the host’s network"
    case waiting = "waiting to be confirmed"
    case silent = "no new connection to the host; it takes the change back by itself"
    case abandoning = "telling the host to take it back"
    case looking = "not confirmed: looking for the host as it was"

    /// Seconds that have gone, of those in which it must be confirmed.
    package func progress(left: Int, of total: Int) -> OperationProgress {
        OperationProgress(
            step: rawValue, done: UInt64(max(0, total - left)), total: UInt64(max(0, total)), unit: .steps)
    }

    package static func progress(_ progress: BridgeProgress, of total: Int) -> OperationProgress {
        switch progress {
        case .started(let seconds): changing.progress(left: seconds, of: total)
        case .trying: changing.progress(left: total, of: total)
        case .waiting(let seconds): waiting.progress(left: seconds, of: total)
        case .silent(let seconds): silent.progress(left: seconds, of: total)
        case .abandoning: OperationProgress(step: abandoning.rawValue)
        case .lookingForOld: OperationProgress(step: looking.rawValue)
        }
    }

    /// What the words of an operation say; nil for others.
    package static func reading(_ progress: OperationProgress) -> BridgeProgress? {
        let total = progress.total ?? 0
        let left = Int(clamping: total - min(progress.done, total))
        switch BridgeStep(rawValue: progress.step) {
        case .changing: return .started(seconds: left)
        case .waiting: return .waiting(seconds: left)
        case .silent: return .silent(seconds: left)
        case .abandoning: return .abandoning
        case .looking: return .lookingForOld
        case nil: return nil
        }
    }
}
