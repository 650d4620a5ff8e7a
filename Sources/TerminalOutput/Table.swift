/// Rows under headings, fitted to the terminal.
public struct Table: Sendable {
    public let columns: [Column]
    public private(set) var rows: [[Cell]] = []
    /// Texts that take the rest of their row, by its index.
    private var notes: [Int: Cell] = [:]

    private static let gap = 2

    public init(columns: [Column]) { self.columns = columns }

    /// Missing cells at the end are empty; cells beyond the last column are not shown.
    public mutating func append(_ row: [Cell]) { rows.append(row) }

    /// A row whose last text takes all the room after its cells, in place of the other columns; it makes none of them wider.
    public mutating func append(_ row: [Cell], note: Cell) {
        notes[rows.count] = note
        rows.append(row)
    }

    /// The table as text, one line a row, the headings first; every line ends in a newline.
    /// - Parameter width: the terminal's width in columns, or nil to cut nothing, as for a file or a pipe.
    public func render(width: Int?, styling: Styling) -> String {
        guard !columns.isEmpty else { return "" }
        let measured = rows.map { row in row.prefix(columns.count).map { DisplayWidth.of($0.text) } }
        let widths = columnWidths(measured, limit: width)
        let headings = columns.map { Cell($0.title, style: .dim) }
        var text = ""
        text.reserveCapacity((rows.count + 1) * (widths.reduce(0, +) + Self.gap * columns.count))
        appendLine(headings, headings.map { DisplayWidth.of($0.text) }, widths, styling, to: &text)
        for (index, (row, measures)) in zip(rows, measured).enumerated() {
            appendLine(row, measures, widths, styling, to: &text)
            if let note = notes[index] { append(note, after: row, measures, widths, width, styling, to: &text) }
        }
        return text
    }

    private func columnWidths(_ measured: [[Int]], limit: Int?) -> [Int] {
        var widths = columns.map { DisplayWidth.of($0.title) }
        for row in measured {
            for (index, width) in row.enumerated() where width > widths[index] { widths[index] = width }
        }
        guard let limit else { return widths }
        let room = max(columns.count, limit - Self.gap * (columns.count - 1))
        // First every column gives way down to its minimum, then down to a single character.
        shrink(&widths, to: room) { min($0.minimum, room) }
        shrink(&widths, to: room) { _ in 1 }
        return widths
    }

    /// Cuts the widest column of the lowest priority, again and again.
    private func shrink(_ widths: inout [Int], to room: Int, floor: (Column) -> Int) {
        for index in widths.indices { widths[index] = min(widths[index], max(room, floor(columns[index]))) }
        for priority in Set(columns.map(\.priority)).sorted() {
            let group = columns.indices.filter { columns[$0].priority == priority }
            while widths.reduce(0, +) > room {
                let cuttable = group.filter { widths[$0] > floor(columns[$0]) }
                // Of equally wide columns the last is cut, for the first is usually the name.
                guard let widest = cuttable.max(by: { (widths[$0], $0) < (widths[$1], $1) }) else { break }
                widths[widest] -= 1
            }
        }
    }

    private func append(
        _ note: Cell, after row: [Cell], _ measures: [Int], _ widths: [Int], _ limit: Int?, _ styling: Styling,
        to text: inout String
    ) {
        text.removeLast()
        let used = widths.prefix(row.count).reduce(0) { $0 + $1 + Self.gap }
        let written = zip(widths, measures).enumerated().reduce(0) { sum, pair in
            let (width, measure) = pair.element
            return sum + (pair.offset + 1 < measures.count ? width + Self.gap : min(width, measure))
        }
        let room = limit.map { max(1, $0 - used) }
        let shown = room.map { DisplayWidth.fitted(note.text, to: $0).0 } ?? note.text
        text += String(repeating: " ", count: max(0, used - written)) + styling.apply(note.style, to: shown) + "\n"
    }

    private func appendLine(
        _ cells: [Cell], _ measures: [Int], _ widths: [Int], _ styling: Styling, to text: inout String
    ) {
        // Padding waits until something follows it, so that no line ends in spaces.
        var padding = 0
        for (index, width) in widths.enumerated() {
            if index > 0 { padding += Self.gap }
            guard index < cells.count, index < measures.count else {
                padding += width
                continue
            }
            var shown = cells[index].text
            var measure = measures[index]
            if measure > width {
                (shown, measure) = DisplayWidth.fitted(shown, to: width)
            }
            let fill = max(0, width - measure)
            if columns[index].alignment == .right { padding += fill }
            if measure > 0 {
                text += String(repeating: " ", count: padding)
                text += styling.apply(cells[index].style, to: shown)
                padding = 0
            }
            if columns[index].alignment == .left { padding += fill }
        }
        text += "\n"
    }
}
