import LibvirtXML
import Testing
import XMLTree

/// What libvirt prints comes back unharmed.
@Suite struct RoundTripTests {
    @Test func fixturesOfEveryKindAreThere() {
        #expect(Set(Fixture.all.map(\.kind)) == Set(DocumentKind.all.keys))
    }

    @Test(arguments: Fixture.all) func comesBackUnchanged(_ fixture: Fixture) throws {
        let kind = try #require(DocumentKind.all[fixture.kind])
        try kind.expectUnchanged(fixture.text)
    }

    @Test(arguments: Fixture.all) func saysTheSameInAnotherLayout(_ fixture: Fixture) throws {
        let root = try XMLElement(parsing: fixture.text)
        let indented = try root.serialized(.indented(by: 4))
        #expect(try XMLElement(parsing: indented).semanticallyEquals(root))
    }

    @Test func aDocumentOfAnotherKindIsRefused() throws {
        let text = try Fixture.text("network-nat")
        #expect(throws: LibvirtXMLError.unexpectedRoot(expected: "domain", found: "network")) {
            try Domain(parsing: text)
        }
    }

    @Test func aMalformedDocumentIsRefused() throws {
        let error = #expect(throws: LibvirtXMLError.self) { try Domain(parsing: "<domain><name></domain>") }
        guard case .malformed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
