/// What `show` prints: sections of labels and values, the values aligned.
public struct KeyValueView: Sendable {
    private enum Entry {
        case section(String)
        case pair(String, [Cell])
    }

    private var entries: [Entry] = []

    public init() {}

    /// Starts a section; what follows belongs to it and is indented.
    public mutating func addSection(_ title: String) { entries.append(.section(HostileText.sanitised(title))) }

    /// One label with its value, or with several below each other; without any it is left out.
    public mutating func add(_ label: String, _ values: Cell...) { add(label, values) }

    public mutating func add(_ label: String, _ values: [Cell]) {
        if !values.isEmpty { entries.append(.pair(HostileText.sanitised(label), values)) }
    }

    /// For a value that may be absent.
    public mutating func add(_ label: String, _ value: String?) {
        if let value { add(label, Cell(value)) }
    }

    /// The view as text; every line ends in a newline. Long values are never cut.
    public func render(styling: Styling) -> String {
        var isInSection = false
        var column = 0
        for entry in entries {
            switch entry {
            case .section: isInSection = true
            case .pair(let label, _): column = max(column, DisplayWidth.of(label) + 1 + (isInSection ? 2 : 0))
            }
        }
        column += 2
        var text = ""
        isInSection = false
        for entry in entries {
            switch entry {
            case .section(let title):
                text += (text.isEmpty ? "" : "\n") + styling.apply(.bold, to: title) + "\n"
                isInSection = true
            case .pair(let label, let values):
                var head = (isInSection ? "  " : "") + label + ":"
                for value in values {
                    let fill = String(repeating: " ", count: max(0, column - DisplayWidth.of(head)))
                    text += styling.apply(.dim, to: head) + fill + styling.apply(value.style, to: value.text) + "\n"
                    head = ""
                }
            }
        }
        return text
    }
}
