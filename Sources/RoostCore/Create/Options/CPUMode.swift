/// How the guest's CPU comes about.
public enum CPUMode: String, Sendable, CaseIterable {
    /// The named model nearest to the host's, with its features; the guest can move to a similar host.
    case hostModel = "host-model"
    /// The host's CPU itself.
    case hostPassthrough = "host-passthrough"
    /// Every feature that the hypervisor can give.
    case maximum
    /// Whatever the hypervisor gives without being asked.
    case hypervisorDefault = "hypervisor-default"
    /// The model named by `CPUOption.model`.
    case custom
}
