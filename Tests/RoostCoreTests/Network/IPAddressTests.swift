import Testing

@testable import RoostCore

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("10.0.0.1", "10.0.0.1"), ("255.255.255.255", "255.255.255.255"), ("::", "::"), ("::1", "::1"),
        ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("FD00:0:0:1::", "fd00:0:0:1::"),
        ("::ffff:192.0.2.1", "::ffff:c000:201"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
        ("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8"),
    ])
    func anAddressIsReadAndWritten(_ text: String, _ written: String) {
        #expect(IPAddress(text)?.description == written)
    }

    @Test(arguments: [
        "", "1.2.3", "1.2.3.4.5", "256.1.1.1", "01.2.3.4", "1.2.3.+4", " 1.2.3.4", "1.2.3.4 ", "1.2.3.4\n", "1::2::3",
        ":1", "1:",
        ":::", "12345::", "::g", "fe80::1%eth0", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1.2.3", "1:2:3:4:5:6:7::8",
        "٣.2.3.4", "1.2.3.4/24",
    ])
    func whatIsNoneIsRefused(_ text: String) { #expect(IPAddress(text) == nil) }

    @Test func networksOverlapOrNot() throws {
        let network = try #require(IPNetwork("192.168.150.0/24"))
        #expect(
            network.last.description == "192.168.150.255" && network.usable.lowerBound.description == "192.168.150.1")
        #expect(network.overlaps(try #require(IPNetwork("192.168.0.0/16"))))
        #expect(network.overlaps(try #require(IPNetwork("192.168.150.128/25"))))
        #expect(!network.overlaps(try #require(IPNetwork("192.168.151.0/24"))))
        #expect(!network.overlaps(try #require(IPNetwork("::/0"))))
        #expect(
            IPNetwork("192.168.150.1/24") == nil && IPNetwork("10.0.0.0/33") == nil && IPNetwork("10.0.0.0/") == nil)
        #expect(IPNetwork("10.0.0.0/255.255.0.0")?.prefix == 16 && IPNetwork("10.0.0.0/255.0.255.0") == nil)
        #expect(IPNetwork("::/0")?.last.description == "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")
    }

    @Test func rangesAreReadInBothForms() {
        #expect(AddressRange("10.0.0.5-10.0.0.9")?.count == 5)
        #expect(AddressRange("10.0.0.5-9")?.last.description == "10.0.0.9")
        for text in ["", "10.0.0.5", "10.0.0.9-10.0.0.5", "10.0.0.5-256", "10.0.0.5--9", "a-b", "10.0.0.1-::1"] {
            #expect(AddressRange(text) == nil, "\(text)")
        }
    }
}
