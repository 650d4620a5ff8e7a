import Testing
import XMLTree

@Suite struct XMLPathTests {
    @Test func valuesAreFound() throws {
        let root = try XMLElement(parsing: Fixtures.domain)
        #expect(root.value(at: "@type") == "test")
        #expect(root.value(at: "os/type") == "hvm")
        #expect(root.value(at: "os/type/@arch") == "i686")
        #expect(root.value(at: "devices/disk/source/@file") == "/guest/diskimage1")
        #expect(root.value(at: "os/loader") == nil)
        #expect(root.value(at: "os/type/@none") == nil)
        #expect(root.element(at: "devices/interface")?.elements.count == 4)
    }

    @Test(arguments: ["", "/", "a/", "/a", "a//b", "@", "a/@", "@a/b", "a b", "a/@b/@c", "..", "a[1]"])
    func whatIsNoPathIsRefused(_ text: String) {
        #expect(XMLPath(text) == nil)
    }

    @Test(arguments: ["a", "@a", "a/b/@c", "qemu:commandline/qemu:arg/@value"]) func aPathIsDescribedAsWritten(
        _ text: String
    ) {
        #expect(XMLPath(text)?.description == text)
    }

    @Test func setValuesAreReadBack() throws {
        let paths: [XMLPath] = ["@id", "name", "os/type/@arch", "a/b/c", "a/b/@d"]
        for start in [Fixtures.domain, Fixtures.awkward, "<x/>"] {
            var root = try XMLElement(parsing: start)
            for path in paths {
                root.setValue("v<\(path)>", at: path)
                #expect(root.value(at: path) == "v<\(path)>")
            }
            #expect(try XMLElement(parsing: root.serialized()) == root)
            for path in paths {
                root.setValue(nil, at: path)
                #expect(root.value(at: path) == nil)
            }
            #expect(root.first("a") == nil)
        }
    }
}
