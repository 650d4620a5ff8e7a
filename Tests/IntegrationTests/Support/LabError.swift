/// The lab itself failed, not what is tested.
struct LabError: Error, CustomStringConvertible {
    let what: String

    var description: String { what }
}
