import Testing
import XMLTree

@Suite struct XMLWriterTests {
    @Test func whatMustBeEscapedIs() throws {
        let value = "a<b>&\"'\n\t\r]]>"
        var root = XMLElement("a", ["k": value], children: [.text(value), .comment(" - "), .cdata(value)])
        root.attributes.append(XMLAttribute("l", value, quote: .double))
        let text = try root.serialized()
        #expect(
            text
                == "<a k='a&lt;b&gt;&amp;&quot;&apos;&#10;&#9;&#13;]]&gt;' l=\"a&lt;b&gt;&amp;&quot;'&#10;&#9;&#13;]]&gt;\">"
                + "a&lt;b&gt;&amp;\"'\n\t&#13;]]&gt;<!-- - --><![CDATA[a<b>&\"'\n\t]]>&#13;<![CDATA[]]]]><![CDATA[>]]></a>"
        )
        let back = try XMLElement(parsing: text)
        #expect(back["k"] == value && back["l"] == value && back.text == value + value)
    }

    static let refused: [(XMLElement, XMLWriteError)] = [
        (XMLElement(""), .invalidName("")),
        (XMLElement("a b"), .invalidName("a b")),
        (XMLElement("a><b"), .invalidName("a><b")),
        (XMLElement("a", ["1": ""]), .invalidName("1")),
        (XMLElement("a", ["b='' c": ""]), .invalidName("b='' c")),
        (XMLElement("a", ["b": "1", "b": "2"]), .duplicateAttribute("b", element: "a")),
        (XMLElement("a", text: "\u{0}"), .forbiddenCharacter(codePoint: 0, element: "a")),
        (XMLElement("a", ["b": "\u{1B}"]), .forbiddenCharacter(codePoint: 0x1B, element: "a")),
        (XMLElement("a", text: "\u{FFFF}"), .forbiddenCharacter(codePoint: 0xFFFF, element: "a")),
        (XMLElement("a", children: [.cdata("\u{8}")]), .forbiddenCharacter(codePoint: 8, element: "a")),
        (XMLElement("a", children: [.comment("a--b")]), .invalidComment),
        (XMLElement("a", children: [.comment("a-")]), .invalidComment),
        (XMLElement("a", children: [.comment("\r\n")]), .forbiddenCharacter(codePoint: 13, element: "a")),
        (
            XMLElement("a", children: [.processingInstruction(target: "p", data: "?>")]),
            .invalidProcessingInstruction(target: "p")
        ),
        (XMLElement("a", children: [.processingInstruction(target: "XML", data: "")]), .invalidName("XML")),
    ]

    @Test(arguments: refused) func whatIsNotXMLIsNotWritten(_ element: XMLElement, _ error: XMLWriteError) {
        #expect(throws: error) { try XMLElement("outer", elements: [element]).serialized() }
    }

    @Test func nothingButCommentsStandsBesideTheRoot() {
        for node in [XMLNode.element(XMLElement("b")), .text("x"), .cdata("")] {
            #expect(throws: XMLWriteError.contentOutsideRoot) {
                try XMLDocument(root: XMLElement("a"), epilog: [node]).serialized()
            }
        }
    }

    @Test func aDeclarationIsChecked() throws {
        let good = XMLDocument(
            declaration: XMLDeclaration(standalone: false), prolog: [.text("\n")], root: XMLElement("a"))
        #expect(try good.serialized() == "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<a/>\n")
        for version in ["", "1", "1.", "2.0", "1.0'?>"] {
            let document = XMLDocument(declaration: XMLDeclaration(version: version), root: XMLElement("a"))
            #expect(throws: XMLWriteError.invalidDeclaration) { try document.serialized() }
        }
    }

    @Test func depthIsBounded() {
        var element = XMLElement("a")
        for _ in 0..<XMLLimits.greatestDepth { element = XMLElement("a", elements: [element]) }
        #expect(throws: XMLWriteError.tooDeep) { try element.serialized() }
        #expect(throws: Never.self) { try element.first("a")?.serialized() }
    }
}
