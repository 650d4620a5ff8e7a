import Testing

@testable import RoostCommands

@Suite struct OptionalValuesTests {
    @Test(arguments: [
        (["create", "--wait"], ["create", "--wait=-1"]),
        (["create", "--wait", "30", "web1"], ["create", "--wait=30", "web1"]),
        (["create", "--wait", "-1"], ["create", "--wait=-1"]),
        (["create", "--wait", "web1"], ["create", "--wait=-1", "web1"]),
        (["create", "--wait", "--import"], ["create", "--wait=-1", "--import"]),
        (["create", "--wait=5"], ["create", "--wait=5"]),
        (["create", "--", "--wait"], ["create", "--", "--wait"]),
        (["wait", "web1", "--wait"], ["wait", "web1", "--wait"]),
    ])
    func joined(_ written: [String], _ read: [String]) {
        #expect(OptionalValues.joined(written) == read)
    }
}
