/// One value of a JSON document. A class, because containers handed out by an encoder fill in their place later.
final class JSONNode {
    enum Content {
        case null
        /// A number or a truth value, as it is written.
        case literal(String)
        case string(String)
        case array([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    var content: Content

    init(_ content: Content) { self.content = content }

    func append(_ node: JSONNode) {
        guard case .array(var nodes) = content else {
            content = .array([node])
            return
        }
        content = .null  // Leaves one reference to the storage, so that appending does not copy it.
        nodes.append(node)
        content = .array(nodes)
    }

    /// A key encoded twice keeps its place and takes the later value.
    func set(_ key: String, _ node: JSONNode) {
        guard case .object(var members) = content else {
            content = .object([(key, node)])
            return
        }
        content = .null
        if let index = members.firstIndex(where: { $0.key == key }) {
            members[index].value = node
        } else {
            members.append((key, node))
        }
        content = .object(members)
    }

    var count: Int {
        switch content {
        case .array(let nodes): nodes.count
        case .object(let members): members.count
        case .null, .literal, .string: 0
        }
    }

    func write(to text: inout String, indent: Int) {
        let inner = String(repeating: "  ", count: indent + 1)
        let outer = String(repeating: "  ", count: indent)
        switch content {
        case .null: text += "null"
        case .literal(let literal): text += literal
        case .string(let string): Self.quote(string, into: &text)
        case .array(let nodes) where nodes.isEmpty: text += "[]"
        case .array(let nodes):
            text += "["
            for (index, node) in nodes.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner
                node.write(to: &text, indent: indent + 1)
            }
            text += "\n" + outer + "]"
        case .object(let members) where members.isEmpty: text += "{}"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner
                Self.quote(member.key, into: &text)
                text += ": "
                member.value.write(to: &text, indent: indent + 1)
            }
            text += "\n" + outer + "}"
        }
    }

    /// The same on one line.
    func writeLine(to text: inout String) {
        switch content {
        case .array(let nodes):
            text += "["
            for (index, node) in nodes.enumerated() {
                if index > 0 { text += "," }
                node.writeLine(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.quote(member.key, into: &text)
                text += ":"
                member.value.writeLine(to: &text)
            }
            text += "}"
        default: write(to: &text, indent: 0)
        }
    }

    /// Everything that could drive a terminal is escaped, so that printing a document is as safe as reading it.
    private static func quote(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where HostileText.isHostile(scalar):
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
