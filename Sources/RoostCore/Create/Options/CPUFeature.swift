/// A CPU feature that a machine asks for or hides.
public struct CPUFeature: Sendable, Equatable {
    /// libvirt's word: force, require, optional, disable, forbid.
    public var policy: String
    public var name: String

    public init(policy: String, name: String) {
        self.policy = policy
        self.name = name
    }
}

extension ValueKind where Value == CPUFeature {
    static func feature(policy: String) -> Self {
        ValueKind(
            placeholder: "FEATURE",
            parse: { (text, context) throws(ValueProblem) in
                CPUFeature(policy: policy, name: try ValueKind<String>.word().parse(text, context))
            }, render: \.name)
    }
}
