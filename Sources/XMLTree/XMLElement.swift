/// An element: a name, attributes and children, in order, with nothing lost.
///
/// A value: copies are independent. Equality compares name, attributes and children in order; for "says the same" use
/// ``semanticallyEquals(_:ignoringComments:)``. Names are not checked here but when written, so that building a tree
/// never fails; see ``XMLWriteError``.
///
/// Hashing, comparing and freeing go down the tree one call a level. A parsed tree is at most ``XMLLimits/maximumDepth``
/// deep, which fits a small thread's stack; code that nests by hand without end has no such bound.
public struct XMLElement: Hashable, Sendable {
    /// The qualified name as written, such as `qemu:commandline`.
    public var name: String
    /// The attributes in order, namespace declarations among them.
    public var attributes: [XMLAttribute]
    /// Everything inside, the whitespace between elements too.
    public var children: [XMLNode]

    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], children: [XMLNode] = []) {
        self.name = name
        self.attributes = attributes.map { XMLAttribute($0.key, $0.value) }
        self.children = children
    }

    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String) {
        self.init(name, attributes, children: text.isEmpty ? [] : [.text(text)])
    }

    /// An element that contains the given elements and nothing else.
    public init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], elements: [XMLElement]) {
        self.init(name, attributes, children: elements.map(XMLNode.element))
    }

    /// The value of an attribute. Setting keeps the place of an existing one and adds a new one last; nil removes.
    public subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let index = attributes.firstIndex { $0.name == attribute }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(XMLAttribute(attribute, value))
            case (nil, nil): break
            }
        }
    }

    /// The child elements in order.
    public var elements: [XMLElement] { children.compactMap(\.element) }

    /// The child elements of one qualified name, in order.
    public func elements(named name: String) -> [XMLElement] {
        children.compactMap { $0.element?.name == name ? $0.element : nil }
    }

    /// The first child element of a qualified name.
    public func first(_ name: String) -> XMLElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    /// The text and CDATA directly inside, joined.
    ///
    /// Setting puts one text where the first was (last, when there was none) and removes the others, so that reading gives
    /// back what was set; elements, comments and processing instructions stay.
    public var text: String {
        get {
            children.reduce(into: "") { joined, node in
                switch node {
                case .text(let text), .cdata(let text): joined += text
                case .element, .comment, .processingInstruction: break
                }
            }
        }
        set {
            let first = children.firstIndex(where: Self.isText)
            let place = first ?? children.count
            children.removeAll(where: Self.isText)
            if !newValue.isEmpty { children.insert(.text(newValue), at: place) }
        }
    }

    private static func isText(_ node: XMLNode) -> Bool {
        switch node {
        case .text, .cdata: true
        case .element, .comment, .processingInstruction: false
        }
    }
}
