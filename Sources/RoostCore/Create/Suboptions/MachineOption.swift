/// An option of `create` that takes suboptions.
public protocol MachineOption: Sendable, Equatable {
    init()

    /// What the option accepts.
    static var table: OptionTable<Self> { get }

    /// Checks and completes what single suboptions cannot: values that exclude or need each other.
    mutating func complete() throws(RequestError)

    /// The same for an option that depends on its surroundings.
    mutating func complete(in context: RequestContext) throws(RequestError)
}

extension MachineOption {
    /// Reads an option's text.
    /// - Throws: `RequestError` for anything that is unknown, malformed or does not fit together.
    public init(parsing text: String, in context: RequestContext) throws(RequestError) {
        self = try Self.table.parse(text, in: context)
        try complete(in: context)
    }

    /// The option's text, for showing the command that makes the same machine.
    /// - Parameter showingSecrets: whether passwords are in it; without them the text does not mean quite the same.
    public func rendered(showingSecrets: Bool = false) -> String {
        Self.table.render(self, showingSecrets: showingSecrets)
    }

    public mutating func complete() throws(RequestError) {}

    public mutating func complete(in context: RequestContext) throws(RequestError) { try complete() }

    static func error(_ suboption: String? = nil, _ what: String, remedy: String) -> RequestError {
        RequestError(option: table.option, suboption: suboption, what: what, remedy: remedy)
    }
}
