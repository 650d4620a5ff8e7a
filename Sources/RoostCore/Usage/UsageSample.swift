/// What the running machines of a host have used up to a moment. Two of them make rates.
public struct UsageSample: Sendable {
    let time: ContinuousClock.Instant
    let machines: [MachineCounters]
}
