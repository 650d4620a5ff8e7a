/// Why a tree cannot be written: what would come out would not be well-formed XML 1.0.
public enum XMLWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Not a name of an element, an attribute or a processing instruction.
    case invalidName(String)
    /// A character that XML 1.0 cannot hold, even as a reference. `element` is the name of the one that contains it, or
    /// empty outside the root.
    case forbiddenCharacter(codePoint: UInt32, element: String)
    /// The same attribute twice.
    case duplicateAttribute(String, element: String)
    /// A comment with `--` inside or `-` at its end.
    case invalidComment
    /// A processing instruction with `?>` inside.
    case invalidProcessingInstruction(target: String)
    /// An element, non-blank text or CDATA beside the root.
    case contentOutsideRoot
    /// A declaration with a version or encoding name that is none.
    case invalidDeclaration
    /// Nested deeper than ``XMLLimits/greatestDepth``.
    case tooDeep

    public var description: String {
        switch self {
        case .invalidName(let name): "“\(name)” is not a name in XML"
        case .forbiddenCharacter(let point, let element):
            "XML cannot hold the character U+\(String(point, radix: 16, uppercase: true)) (inside “\(element)”)"
        case .duplicateAttribute(let name, let element): "“\(element)” has the attribute “\(name)” twice"
        case .invalidComment: "a comment must not contain “--” nor end in “-”"
        case .invalidProcessingInstruction(let target): "the processing instruction “\(target)” contains “?>”"
        case .contentOutsideRoot: "only comments and processing instructions may stand beside the root element"
        case .invalidDeclaration: "the XML declaration names an impossible version or encoding"
        case .tooDeep: "elements are nested deeper than \(XMLLimits.greatestDepth) levels"
        }
    }
}
