/// A request for a machine that cannot be understood or does not fit together: which option, why, and what to do.
public struct RequestError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The option as a person writes it, such as `--disk`.
    public var option: String
    /// The suboption at fault, such as `size`; nil when the option as a whole is.
    public var suboption: String?
    public var what: String
    public var remedy: String

    public init(option: String, suboption: String? = nil, what: String, remedy: String) {
        self.option = option
        self.suboption = suboption
        self.what = what
        self.remedy = remedy
    }

    init(option: String, suboption: String? = nil, _ problem: ValueProblem) {
        self.init(option: option, suboption: suboption, what: problem.what, remedy: problem.remedy)
    }

    /// The option and the suboption, unless that is the option's own word again, as in `--memory memory=4G`.
    public var place: String {
        guard let suboption, option != "--\(suboption)" else { return option }
        return "\(option) \(suboption)"
    }

    /// Two lines: what failed and why, then the remedy.
    public var description: String { "\(place): \(what)\n\(remedy)" }
}
