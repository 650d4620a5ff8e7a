import RoostCore

/// What is sent for a clone.
struct CloneOrder: Encodable, Sendable {
    let name: String
    let copy: CloneCopy
    var start: Bool?
}
