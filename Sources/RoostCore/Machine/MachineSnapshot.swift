#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A snapshot of a machine.
public struct MachineSnapshot: Hashable, Sendable, Codable {
    public var name: String
    public var created: Date?
    /// What the machine was doing then, in libvirt's word.
    public var state: String?
    public var description: String?
    /// The snapshot it was made upon.
    public var parent: String?
    /// Whether the machine's present state stems from it.
    public var current: Bool
}
