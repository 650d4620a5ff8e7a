import Testing
import XMLTree

@Suite struct XMLDocumentTests {
    @Test(arguments: [Fixtures.domain, Fixtures.awkward])
    func anUnchangedDocumentIsWrittenAsItCame(_ text: String) throws {
        #expect(try XMLDocument(parsing: text).serialized() == text)
    }

    @Test func whatXMLDoesNotTellApartIsNormalised() throws {
        let document = try XMLDocument(parsing: "\u{FEFF}<a  b = '1'\r\n c=\"x&#x20;'\" >\r&#65;<b></b>\r\n</a >")
        #expect(try document.serialized() == "<a b='1' c=\"x '\">\nA<b/>\n</a>")
    }

    @Test func theTreeHoldsWhatWasWritten() throws {
        let root = try XMLElement(
            parsing:
                "<q:a xmlns:q='u' z='1' xmlns='v' b='&lt;&amp;&#10;'>t&gt;<!-- c --><![CDATA[<x>]]><?p d d?><e/></q:a>")
        #expect(root.name == "q:a")
        #expect(root.attributes.map(\.name) == ["xmlns:q", "z", "xmlns", "b"])
        #expect(root["b"] == "<&\n")
        #expect(
            root.children == [
                .text("t>"), .comment(" c "), .cdata("<x>"), .processingInstruction(target: "p", data: "d d"),
                .element(XMLElement("e")),
            ])
        #expect(root.text == "t><x>")
    }

    @Test func whatStandsBesideTheRootIsKept() throws {
        let document = try XMLDocument(
            parsing:
                "<?xml version = '1.0' encoding='ISO-8859-1' standalone='yes' ?>\n<!--<a>--><?p?> <a>é</a>\n<!-- z --><?q <?r?>\n\n"
        )
        #expect(document.declaration == XMLDeclaration(standalone: true, quote: .single))
        #expect(
            document.prolog == [
                .text("\n"), .comment("<a>"), .processingInstruction(target: "p", data: ""), .text(" "),
            ])
        #expect(document.root.text == "é")
        #expect(
            document.epilog == [
                .text("\n"), .comment(" z "), .processingInstruction(target: "q", data: "<?r"), .text("\n\n"),
            ])
        #expect(
            try document.serialized()
                == "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<!--<a>--><?p?> <a>é</a>\n<!-- z --><?q <?r?>\n\n"
        )
    }

    @Test func aByteArrayIsParsedToo() throws {
        #expect(try XMLDocument(parsing: Array("<a>ü</a>".utf8)).root.text == "ü")
    }

    @Test func indentingTouchesNoText() throws {
        let root = try XMLElement(
            parsing: "<a><b>  t </b>\n\n<c><d/><!--x--></c><m>one <i><j/></i></m><p xml:space='preserve'> <q/></p></a>")
        #expect(
            try root.serialized(.indented(by: 2)) == """
                <a>
                  <b>  t </b>
                  <c>
                    <d/>
                    <!--x-->
                  </c>
                  <m>one <i><j/></i></m>
                  <p xml:space='preserve'> <q/></p>
                </a>
                """)
    }
}
