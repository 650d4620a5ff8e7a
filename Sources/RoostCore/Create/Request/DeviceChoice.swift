/// What a request says about one kind of device.
public enum DeviceChoice<Option: MachineOption>: Sendable, Equatable {
    /// Nothing: Roost gives the machine what suits it.
    case defaults
    /// Explicitly none.
    case none
    /// At least one.
    case given([Option])

    public var options: [Option] {
        if case .given(let options) = self { options } else { [] }
    }

    /// - Parameter texts: the values of the repeated option, as written.
    init(parsing texts: [String], in context: RequestContext) throws(RequestError) {
        guard !texts.contains("none") else {
            guard texts.count == 1 else {
                throw Option.error(nil, "none is given together with others", remedy: "Remove none, or the others.")
            }
            self = .none
            return
        }
        var options: [Option] = []
        for text in texts { options.append(try Option(parsing: text, in: context)) }
        self = options.isEmpty ? .defaults : .given(options)
    }
}
