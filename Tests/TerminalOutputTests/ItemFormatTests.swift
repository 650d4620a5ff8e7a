import TerminalOutput
import Testing

@Suite struct ItemFormatTests {
    private struct Item: Encodable {
        var name = "a\n\u{1b}"
        var parts: [Int]? = [1, 2]
        var none: [Int] = []
        var inner = ["k": true]
    }

    @Test func anItemIsOneLineOrOneDocument() throws {
        let json = try OutputFormat.json.renderItem(Item()) { "line" }
        #expect(json == #"{"name":"a\n\u001b","parts":[1,2],"none":[],"inner":{"k":true}}"# + "\n")
        #expect(try OutputFormat.table.renderItem(Item()) { "line" } == "line\n")
        #expect(try OutputFormat.yaml.renderItem(Item()) { "line" }.hasPrefix("---\nname: "))
    }
}
