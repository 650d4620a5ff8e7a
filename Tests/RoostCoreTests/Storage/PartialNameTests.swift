import Testing

@testable import RoostCore

@Suite struct PartialNameTests {
    @Test func recognisesWhatItNames() throws {
        for name in ["disk.qcow2", "a", ".hidden", "x.roost-partial-y", "ä"] {
            let partial = PartialName(for: name)
            #expect(partial.text.utf8.count == name.utf8.count + PartialName.overhead)
            #expect(PartialName(of: partial.text)?.final == name)
        }
        #expect(PartialName(for: "a").text != PartialName(for: "a").text)
    }

    @Test(arguments: [
        "", "disk.qcow2", "..roost-partial-0123456789abcdef", "disk.roost-partial-0123456789abcdef",
        ".disk.roost-partial-0123456789abcdeg", ".disk.roost-partial-0123456789abcde",
        ".roost-partial-0123456789abcdef",
    ])
    func takesNoOtherNameForOne(_ text: String) {
        #expect(PartialName(of: text) == nil)
    }
}
