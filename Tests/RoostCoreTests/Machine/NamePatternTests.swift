import RoostCore
import Testing

@Suite struct NamePatternTests {
    struct Item: Equatable {
        var name: String
        var uuid: String
        var id: Int?
    }

    let items = [
        Item(name: "web1", uuid: "11111111-0000-0000-0000-000000000000", id: 7),
        Item(name: "web2", uuid: "22222222-0000-0000-0000-000000000000", id: nil),
        Item(name: "7", uuid: "33333333-0000-0000-0000-000000000000", id: 1),
        Item(name: "db*", uuid: "44444444-0000-0000-0000-000000000000", id: nil),
        Item(name: "dbx", uuid: "55555555-0000-0000-0000-000000000000", id: nil),
    ]

    func select(_ texts: String...) -> [String] {
        NamePattern.select(texts, from: items, name: \.name, uuid: \.uuid, id: \.id).found.map(\.name)
    }

    func missing(_ texts: String...) -> [Failure] {
        NamePattern.select(texts, from: items, name: \.name, uuid: \.uuid, id: \.id).missing
    }

    @Test func anExactNameGoesBeforeANumberAndAPattern() {
        #expect(select("7") == ["7"])
        #expect(select("db*") == ["db*"])
        #expect(select("1") == ["7"])
    }

    @Test func patternsTakeAllThatMatchOnceInOrder() {
        #expect(select("web2", "web*") == ["web2", "web1"])
        #expect(select("web[12]", "?eb1") == ["web1", "web2"])
    }

    @Test func aUUIDIsTakenInEitherCase() {
        #expect(select("55555555-0000-0000-0000-000000000000") == ["dbx"])
    }

    @Test func aMissingNameSaysWhatWasPerhapsMeant() {
        #expect(
            missing("wbe1", "web1", "x*") == [
                Failure(.notFound, "There is no machine 'wbe1'", remedy: "Did you mean 'web1'?"),
                Failure(.notFound, "No machine matches 'x*'"),
            ])
    }
}
