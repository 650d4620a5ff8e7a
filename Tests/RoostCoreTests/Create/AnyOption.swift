@testable import RoostCore

/// An option's table with its type hidden, so that one test can run over all of them.
struct AnyOption: Sendable {
    struct Suboption: Sendable {
        var names: [String]
        var placeholder: String
        var known: [String]
        var help: String
    }

    var option: String
    var suboptions: [Suboption]
    var words: [String]
    /// Reads and writes back.
    var rendered: @Sendable (String) throws(RequestError) -> String
    /// Whether two texts mean the same.
    var areEqual: @Sendable (String, String) throws(RequestError) -> Bool

    init<Option: MachineOption>(_ type: Option.Type) {
        option = Option.table.option
        suboptions = Option.table.suboptions.map {
            Suboption(names: $0.names, placeholder: $0.placeholder, known: $0.known, help: $0.help)
        }
        words = Option.table.bareWords?.listed.map(\.word) ?? []
        rendered = { (text) throws(RequestError) in
            try Option(parsing: text, in: CreateLine.context).rendered(showingSecrets: true)
        }
        areEqual = { (first, second) throws(RequestError) in
            try Option(parsing: first, in: CreateLine.context) == Option(parsing: second, in: CreateLine.context)
        }
    }

    static let all: [AnyOption] = [
        AnyOption(DiskOption.self), AnyOption(NetworkOption.self), AnyOption(GraphicsOption.self),
        AnyOption(CPUOption.self), AnyOption(BootOption.self), AnyOption(VCPUsOption.self),
        AnyOption(MemoryOption.self), AnyOption(OSOption.self), AnyOption(ControllerOption.self),
        AnyOption(SerialOption.self), AnyOption(ConsoleOption.self), AnyOption(ChannelOption.self),
        AnyOption(TPMOption.self), AnyOption(RNGOption.self), AnyOption(UnattendedOption.self),
    ]

    static func named(_ option: String) -> AnyOption? { all.first { $0.option == option } }
}
