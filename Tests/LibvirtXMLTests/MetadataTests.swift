import LibvirtXML
import Testing
import XMLTree

@Suite struct MetadataTests {
    private let own = "urn:example:roost"

    @Test func isFoundByNamespace() throws {
        let domain = try Domain(parsing: Fixture.text("domain-wide"))
        #expect(domain.metadata(namespace: own)?.first("roost:tag")?.text == "web")
        #expect(domain.metadata(namespace: "http://libosinfo.org/xmlns/libvirt/domain/1.0") != nil)
        #expect(domain.metadata(namespace: "urn:example:other") == nil)
    }

    @Test func isReplacedWithoutTouchingOthers() throws {
        var domain = try Domain(parsing: Fixture.text("domain-wide"))
        let before = domain
        domain.setMetadata(XMLElement("r:machine", ["xmlns:r": own]), namespace: own)
        #expect(domain.metadata(namespace: own)?.name == "r:machine")
        #expect(domain.element.first("metadata")?.elements.count == 2)
        #expect(
            domain.element.first("metadata")?.elements.last == before.element.first("metadata")?.elements.last)
        domain.setMetadata(nil, namespace: own)
        #expect(domain.metadata(namespace: own) == nil)
        #expect(domain.element.first("metadata")?.elements.count == 1)
    }

    @Test func isAddedAndRemovedWithoutATrace() throws {
        let text = "<domain>\n  <name>a</name>\n</domain>\n"
        var domain = try Domain(parsing: text)
        domain.setMetadata(XMLElement("r:machine", ["xmlns:r": own]), namespace: own)
        #expect(
            try domain.xml()
                == "<domain>\n  <name>a</name>\n  <metadata>\n    <r:machine xmlns:r='\(own)'/>\n  </metadata>\n</domain>\n"
        )
        domain.setMetadata(nil, namespace: own)
        #expect(try domain.xml() == text)
    }

    @Test func aPrefixDeclaredFurtherOutCounts() throws {
        let domain = try Domain(
            parsing: "<domain xmlns:r='\(own)'><metadata><r:machine/><x xmlns='\(own)2'/></metadata></domain>")
        #expect(domain.metadata(namespace: own)?.name == "r:machine")
        #expect(domain.metadata(namespace: own + "2")?.name == "x")
    }

    /// Two programs may use one prefix for different namespaces.
    @Test func theSamePrefixOfAnotherNamespaceIsLeftAlone() throws {
        var domain = try Domain(
            parsing: "<domain><metadata><r:m xmlns:r='urn:a'/><r:m xmlns:r='\(own)'/></metadata></domain>")
        domain.setMetadata(XMLElement("r:m", ["xmlns:r": own, "new": "1"]), namespace: own)
        #expect(
            try domain.xml()
                == "<domain><metadata><r:m xmlns:r='urn:a'/><r:m xmlns:r='\(own)' new='1'/></metadata></domain>\n")
    }
}
