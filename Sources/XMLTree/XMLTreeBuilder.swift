/// Builds a tree from a parser's events, within limits.
struct XMLTreeBuilder {
    private let limits: XMLLimits
    private let quotes: [XMLQuote]
    private var usedQuotes = 0
    private var open: [XMLElement] = []
    private var pendingText: [UInt8] = []
    private var nodes = 0

    /// The limit that was crossed, if one was.
    private(set) var excess: (reason: XMLParseError.Reason, message: String)?
    /// Comments and processing instructions before the root, and after it.
    private(set) var before: [XMLNode] = []
    private(set) var after: [XMLNode] = []
    private(set) var root: XMLElement?

    init(limits: XMLLimits, quotes: [XMLQuote]) {
        self.limits = limits
        self.quotes = quotes
    }

    mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
        flushText()
        guard open.count < limits.maximumDepth else {
            excess = (.tooDeep, "elements are nested deeper than \(limits.maximumDepth) levels")
            return
        }
        count(1 + attributes.count)
        var element = XMLElement(name)
        element.attributes.reserveCapacity(attributes.count)
        for attribute in attributes {
            let quote = usedQuotes < quotes.count ? quotes[usedQuotes] : .single
            usedQuotes += 1
            element.attributes.append(XMLAttribute(attribute.name, attribute.value, quote: quote))
        }
        open.append(element)
    }

    mutating func end() {
        flushText()
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
    }

    mutating func text(_ bytes: some Sequence<UInt8>) {
        pendingText.append(contentsOf: bytes)
    }

    /// A comment, a CDATA section or a processing instruction.
    mutating func add(_ node: XMLNode) {
        flushText()
        count(1)
        if !open.isEmpty {
            open[open.count - 1].children.append(node)
        } else if root == nil {
            before.append(node)
        } else {
            after.append(node)
        }
    }

    private mutating func flushText() {
        guard !pendingText.isEmpty, !open.isEmpty else { return }
        count(1)
        open[open.count - 1].children.append(.text(String(decoding: pendingText, as: UTF8.self)))
        pendingText.removeAll(keepingCapacity: true)
    }

    private mutating func count(_ more: Int) {
        nodes += more
        guard nodes > limits.maximumNodes else { return }
        excess = (.tooManyNodes, "there are more than \(limits.maximumNodes) nodes")
    }
}
