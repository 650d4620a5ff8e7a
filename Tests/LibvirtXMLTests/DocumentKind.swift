import LibvirtXML
import Testing
import XMLTree

/// A kind of document that libvirt prints, with its view's type erased.
struct DocumentKind: Sendable {
    /// The document's text after parsing and writing, and the number of values read from it.
    private let roundTrip: @Sendable (String) throws -> (text: String, values: Int)

    /// By the first word of a fixture's name.
    static let all: [String: DocumentKind] = [
        "domain": DocumentKind(Domain.self), "network": DocumentKind(Network.self),
        "pool": DocumentKind(StoragePool.self), "volume": DocumentKind(Volume.self),
        "snapshot": DocumentKind(DomainSnapshot.self), "capabilities": DocumentKind(Capabilities.self),
        "domcapabilities": DocumentKind(DomainCapabilities.self),
    ]

    private init<View: DocumentView>(_: View.Type) {
        roundTrip = { text in
            let view = try View(parsing: text)
            return (try view.xml(), view.readEverything())
        }
    }

    /// Parses and writes a document, reads all of it through its view, and expects the same bytes, save for what XMLTree
    /// says that it does not keep: the spelling of references and of empty elements.
    func expectUnchanged(_ text: String) throws {
        let (written, values) = try roundTrip(text)
        #expect(values > 10)
        #expect(written == Self.canonical(text))
        #expect(try XMLElement(parsing: written).semanticallyEquals(XMLElement(parsing: text)))
    }

    private static func canonical(_ text: String) -> String {
        let body = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return String(body)
            .replacing("&quot;", with: "\"")
            .replacing(/<(\w+)><\/\1>/) { "<\($0.output.1)/>" } + "\n"
    }
}
