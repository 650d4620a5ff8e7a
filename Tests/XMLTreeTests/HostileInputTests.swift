import Testing
import XMLTree

@Suite struct HostileInputTests {
    static let malformed: [String] = [
        "x", "<", "<a", "<a>", "<a></b>", "<a/><b/>", "<a/>trailing", "leading<a/>", "<a b/>", "<a b=c/>",
        "<a b='1' b='2'/>",
        "<a b='<'/>", "<a>&nbsp;</a>", "<a>&#0;</a>", "<a>&#x1F;</a>", "<a>&#xD800;</a>", "<a>&#1114112;</a>",
        "<a>&lt</a>",
        "<a>\u{1}</a>", "<a>\u{FFFE}</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a><![CDATA[</a>", "<a><!--</a>",
        "<a><?xml ?></a>",
        " <?xml version='1.0'?><a/>", "<?xml version='1.0'?>", "<?xml?><a/>", "<?xml version='9.0'?><a/>", "<1/>",
        "<a 1='x'/>",
        "<a>&a;</a>", "<a b='&a;'/>", "</a>", "<a/", "<a b='", "<!---->", "<a '><b c='1'/> '></b></a>", "&amp;",
    ]

    @Test(arguments: malformed) func malformedTextIsRefused(_ text: String) throws {
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: text) }
        #expect(error.reason == .malformed)
        #expect(error.line >= 1 && error.column >= 1)
        #expect(!error.message.isEmpty && error.message.count <= 200 && !error.message.contains(where: \.isNewline))
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<!DOCTYPE a PUBLIC 'p' 'http://localhost:1/x.dtd'><a/>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
        "<!DOCTYPE a [<!ATTLIST a b CDATA 'default'>]><a/>", "<!-- c --><!DOCTYPE a [",
    ]) func aDocumentTypeIsRefused(_ text: String) throws {
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: text) }
        #expect(error.reason == .doctype)
    }

    @Test func aBillionLaughsAreNotHeard() throws {
        var text = "<!DOCTYPE a [<!ENTITY e0 'ha'>"
        for level in 1...30 { text += "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>" }
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: text + "]><a>&e30;</a>") }
        #expect(error.reason == .doctype)
        // A mistake before the declaration must not open a way around the refusal.
        for broken in ["<?xml version='1.0' x?>", "<?xml version='9'?>", "\u{1}", "<?xml version='1.0'?><?1?>"] {
            #expect(throws: XMLParseError.self) { try XMLDocument(parsing: broken + text + "]><a b='&e30;'>&e30;</a>") }
        }
    }

    @Test(arguments: ["", " ", "\n\t\r\n", "\u{FEFF}", "\u{FEFF} "]) func nothingIsSaidToBeNothing(_ text: String)
        throws
    {
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: text) }
        #expect(error.reason == .empty)
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3],
            [0xFE, 0xFF],
        ] as [[UInt8]]) func bytesThatAreNotUTF8AreRefused(_ bytes: [UInt8]) throws
    {
        let error = try #require(throws: XMLParseError.self) {
            try XMLDocument(parsing: Array("<a>\n é".utf8) + bytes + Array("</a>".utf8))
        }
        #expect(error == XMLParseError(.invalidUTF8, "the bytes are not UTF-8", line: 2, column: 4))
    }

    @Test func aNULIsRefusedWithItsPlace() throws {
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: "<a>\n\n12\u{0}</a>") }
        #expect(error.reason == .nulCharacter && error.line == 3 && error.column == 3)
    }

    @Test func anErrorHasItsPlaceAndReason() throws {
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: "<a>\n  <b>\n  </c>\n</a>") }
        #expect(error.line == 3)
        #expect(error.description.hasPrefix("line 3, column ") && error.description.contains("mismatch"))
    }

    @Test func depthIsBounded() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(
            try XMLDocument(parsing: nested(200)).serialized().hasSuffix("<a/>" + String(repeating: "</a>", count: 199))
        )
        for depth in [201, 300, 100_000] {
            let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: nested(depth)) }
            #expect(error.reason == .tooDeep && error.column >= 201)
        }
        let greatest = XMLLimits(maximumDepth: .max)
        #expect(throws: Never.self) { try XMLDocument(parsing: nested(XMLLimits.greatestDepth), limits: greatest) }
        #expect(throws: XMLParseError.self) {
            try XMLDocument(parsing: nested(XMLLimits.greatestDepth + 1), limits: greatest)
        }
    }

    @Test func sizeAndNumberAreBounded() throws {
        func reason(_ text: String, _ limits: XMLLimits) -> XMLParseError.Reason? {
            do throws(XMLParseError) {
                _ = try XMLDocument(parsing: text, limits: limits)
                return nil
            } catch { return error.reason }
        }
        #expect(reason("<a/>", XMLLimits(maximumBytes: 4)) == nil)
        #expect(reason("<a/>\n", XMLLimits(maximumBytes: 4)) == .tooLarge)
        #expect(reason("<a b='1'>t<c/><!----></a>", XMLLimits(maximumNodes: 5)) == nil)
        #expect(reason("<a b='1'>t<c/><!----></a>", XMLLimits(maximumNodes: 4)) == .tooManyNodes)
        #expect(
            reason("<a>" + String(repeating: "<b/>", count: 50_000) + "</a>", XMLLimits(maximumNodes: 40_000))
                == .tooManyNodes)
        #expect(reason("<a b='>' c=\"'>\"/>", XMLLimits(maximumAttributes: 2)) == nil)
        #expect(reason("<a b='>' c=\"'>\" d=''/>", XMLLimits(maximumAttributes: 2)) == .tooManyAttributes)
    }

    /// Each of these costs libxml2 the square of its size if let through.
    @Test(arguments: [
        "<a ", "<a><b x='>' ", "<!-- <a> --><a><![CDATA[<a '>]]>'<?p <a \"?><b ", "<a '><b ", "<?1 <a ' ?><a ",
    ])
    func aFloodOfAttributesIsRefusedEarly(_ start: String) throws {
        let flood = (0..<60_000).map { "a\($0)='' " }.joined()
        let error = try #require(throws: XMLParseError.self) { try XMLDocument(parsing: start + flood + "/>") }
        #expect(error.reason == .tooManyAttributes || error.reason == .malformed)
    }

    @Test(arguments: ["<a>", "<a b='", "<a><!--", "<a><![CDATA[", "<a><?p ", "<", "<a "])
    func greatPiecesAreReadInOneSweep(
        _ start: String
    ) throws {
        let ends = [
            "<a>": "</a>", "<a b='": "'/>", "<a><!--": "--></a>", "<a><![CDATA[": "]]></a>", "<a><?p ": "?></a>",
        ]
        let body = String(repeating: "x]& ", count: 250_000).replacing(
            "&", with: start == "<a>" || start == "<a b='" ? "." : "&")
        guard let end = ends[start] else {
            #expect(throws: XMLParseError.self) { try XMLDocument(parsing: start + body) }
            return
        }
        #expect(try XMLDocument(parsing: start + body + end).serialized().utf8.count >= 1_000_000)
    }
}
