import Foundation
import RoostCore
import Testing

@testable import RoostServer

struct EntityTagTests {
    @Test func theSameContentHasTheSameTagHoweverOftenItIsWritten() throws {
        let json = #"{"what":"disk vda","path":"/a","size":1,"goesWithDefinition":false,"isGone":false}"#
        let item = try JSONDecoder().decode(MachineDeletion.Item.self, from: Data(json.utf8))
        let tags = try (0..<100).map { _ in EntityTag(of: try ServerJSON.encode([item])) }
        #expect(Set(tags).count == 1)
        var other = item
        other.path = "/b"
        #expect(try EntityTag(of: ServerJSON.encode([other])) != tags[0])
    }
}
