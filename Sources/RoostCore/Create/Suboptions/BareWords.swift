/// Words that stand in an option without `=`, such as `hd` in `--boot hd,network` or `+vmx` in `--cpu host-model,+vmx`.
struct BareWords<Target: Sendable>: Sendable {
    /// The words as the help lists them.
    let listed: [(word: String, help: String)]
    /// Takes in a word and says whether it was one of these.
    let accept: @Sendable (inout Target, String) -> Bool
    let render: @Sendable (Target) -> [String]
}
