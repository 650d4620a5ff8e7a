/// A clone that is decided and not yet made.
public protocol SiteClone: Sendable {
    /// What it comes to, for a person's eyes.
    var shown: MachineClone { get }
    func make(start: Bool) -> Operation<ClonedMachine>
}
