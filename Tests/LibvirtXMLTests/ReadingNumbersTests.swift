import LibvirtXML
import Testing

/// Numbers, sizes and words as libvirt spells them, and what is none.
@Suite struct ReadingNumbersTests {
    @Test(
        arguments: [
            ("<memory>1024</memory>", 1 << 20), ("<memory unit='b'>7</memory>", 7),
            ("<memory unit='bytes'>7</memory>", 7),
            ("<memory unit='KB'>2</memory>", 2000), ("<memory unit='k'>2</memory>", 2048),
            ("<memory unit='MiB'> 2 </memory>", 2 << 20), ("<memory unit='G'>2</memory>", 2 << 30),
            ("<memory unit='TB'>2</memory>", 2_000_000_000_000), ("<memory unit='EiB'>15</memory>", 15 << 60),
            ("<memory unit='EiB'>16</memory>", nil), ("<memory unit='parsec'>1</memory>", nil),
            ("<memory unit=''>1</memory>", nil), ("<memory>-1</memory>", nil),
            ("<memory>99999999999999999999</memory>", nil),
            ("<memory>a lot</memory>", nil), ("<memory/>", nil), ("", nil),
        ] as [(String, UInt64?)])
    func sizes(xml: String, bytes: UInt64?) throws {
        #expect(try Domain(parsing: "<domain>\(xml)</domain>").memory == bytes)
    }

    @Test(arguments: [("12", 12), ("0x0c", 12), (" 12\n", 12), ("", nil), ("0x", nil), ("-1", nil), ("1.5", nil)])
    func numbers(text: String, number: UInt?) throws {
        #expect(try Domain(parsing: "<domain><iothreads>\(text)</iothreads></domain>").iothreads == number)
    }

    @Test func wordsThatAreNewerThanThisSurvive() throws {
        var domain = try Domain(parsing: "<domain type='quantum'/>")
        #expect(domain.type == "quantum")
        domain.type = "entangled"
        #expect(try domain.xml() == "<domain type='entangled'/>\n")
    }

    @Test func aWordThatIsNeitherYesNorNoIsNotRead() throws {
        var domain = try Domain(parsing: "<domain><os><bootmenu enable='perhaps'/></os></domain>")
        #expect(domain.os.bootMenu == nil)
        domain.os.bootMenu = true
        #expect(try domain.xml() == "<domain><os><bootmenu enable='yes'/></os></domain>\n")
    }
}
