import Testing
import XMLTree

@Suite struct XMLNamespaceScopeTests {
    @Test func anElementIsFoundWhateverItsPrefix() throws {
        for text in [
            "<m><r:x xmlns:r='u'/></m>", "<m xmlns:r='u'><r:x/></m>", "<m><x xmlns='u'/></m>", "<m xmlns='u'><x/></m>",
        ] {
            #expect(try XMLElement(parsing: text).first("x", namespace: "u") != nil, "\(text)")
        }
        for text in ["<m><x/></m>", "<m><r:x/></m>", "<m xmlns='u'><x xmlns=''/></m>", "<m xmlns:r='v'><r:x/></m>"] {
            #expect(try XMLElement(parsing: text).first("x", namespace: "u") == nil, "\(text)")
        }
    }

    @Test func outerDeclarationsCount() throws {
        let root = try XMLElement(parsing: "<d xmlns:q='u'><metadata><q:x/></metadata></d>")
        let scope = XMLNamespaceScope().entering(root)
        let metadata = try #require(root.first("metadata"))
        #expect(metadata.first("x", namespace: "u") == nil)
        #expect(metadata.first("x", namespace: "u", in: scope)?.name == "q:x")
        #expect(scope.resolve(metadata).namespace == nil)
    }

    @Test func libvirtsOwnNamespaceIsFound() throws {
        let root = try XMLElement(parsing: Fixtures.awkward)
        #expect(root.first("commandline", namespace: "http://libvirt.org/schemas/domain/qemu/1.0") != nil)
        #expect(root.first("metadata")?.first("machine", namespace: "https://roost.example/1") != nil)
    }
}
