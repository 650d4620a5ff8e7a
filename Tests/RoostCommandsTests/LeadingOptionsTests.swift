import Testing

@testable import RoostCommands

@Suite struct LeadingOptionsTests {
    @Test(arguments: [
        (["--host", "system", "list"], ["list", "--host", "system"]),
        (["--host=system", "list", "-q"], ["list", "-q", "--host=system"]),
        (["--host", "a", "ssh", "x", "--", "ls", "--host"], ["ssh", "x", "--host", "a", "--", "ls", "--host"]),
        (["list", "--host", "a"], ["list", "--host", "a"]),
        (["--all-hosts", "list"], ["list", "--all-hosts"]),
        (["--host", "a", "--host=b", "list", "x"], ["list", "x", "--host", "a", "--host=b"]),
        (["--version"], ["--version"]),
        (["--host"], ["--host"]),
        ([], []),
    ])
    func leadingOptionsMoveBehindTheCommand(_ typed: [String], _ expected: [String]) {
        #expect(LeadingOptions.moved(typed) == expected)
    }
}
