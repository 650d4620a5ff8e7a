import XMLTree

/// One input against what XMLTree and LibvirtXML promise.
enum Check {
    case accepted
    case refused
    /// What was not kept, in a phrase.
    case violated(String)

    /// What is written may be longer than what was read, by escapes and indentation.
    private static let roomy = XMLLimits(maximumBytes: .max, maximumNodes: .max)

    static func run(_ input: [UInt8]) -> Check {
        guard let document = try? XMLDocument(parsing: input) else { return .refused }
        do {
            let text = try document.serialized()
            let again = try XMLDocument(parsing: text, limits: roomy)
            guard again == document else { return .violated("the text is read back as another tree") }
            guard try again.serialized().utf8.elementsEqual(text.utf8) else {
                return .violated("the tree is written differently the second time")
            }
            let indented = try XMLElement(parsing: document.root.serialized(.indented(by: 2)), limits: roomy)
            guard indented.semanticallyEquals(document.root, ignoringComments: false) else {
                return .violated("indenting changes the meaning")
            }
            guard TypedViews.read(document.root) > 0 else { return .violated("the typed views read nothing") }
        } catch {
            return .violated("an accepted document fails: \(error)")
        }
        return .accepted
    }
}
