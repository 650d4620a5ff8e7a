import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct TextEditorTests {
    @Test(arguments: [
        ("vi", ["vi"]), ("  code   --wait ", ["code", "--wait"]), ("", []),
        ("\"/my editors/ed\" -x", ["/my editors/ed", "-x"]), ("a'b c'd", ["ab cd"]), ("a\\ b", ["a b"]),
        ("x '' y", ["x", "", "y"]), ("\"a\\\"b\\c\"", ["a\"b\\c"]), ("echo $HOME;rm *", ["echo", "$HOME;rm", "*"]),
    ])
    func wordsAreSplitLikeAShellDoesAndNothingElse(_ text: String, _ words: [String]) {
        #expect(ShellWords.split(text) == words)
    }

    @Test(arguments: ["'a", "a \"b", "a\\"])
    func openQuotesAreNoWords(_ text: String) {
        #expect(ShellWords.split(text) == nil)
    }

    @Test func visualGoesBeforeEditorBeforeVi() throws {
        func editor(_ environment: [String: String]) throws -> TextEditor { try TextEditor { environment[$0] } }
        #expect(try editor(["VISUAL": "a -x", "EDITOR": "b"]).program == "a")
        #expect(try editor(["VISUAL": "a -x", "EDITOR": "b"]).arguments == ["-x"])
        #expect(try editor(["VISUAL": " ", "EDITOR": "b"]).program == "b")
        #expect(try editor([:]).program == "vi")
        #expect(throws: Failure.self) { try editor(["EDITOR": "'b"]) }
    }

    @Test func theFileIsForItsOwnerOnlyAndGoes() throws {
        let file = try PrivateFile("secret", name: "web 1/../x")
        defer { file.remove() }
        let mode = { (path: String) in
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(file.directory) == 0o700)
        #expect(try mode(file.path) == 0o600)
        #expect(file.path == file.directory + "/machine.xml")
        #expect(try file.read() == "secret")
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: file.directory))
        #expect(throws: Failure.self) { try file.read() }
    }

    @Test func anEditorThatFailsOrIsMissingIsAFailure() async throws {
        await expectFailure(.notFound) {
            try await TextEditor { _ in "/nonexistent/editor" }.edit("/dev/null")
        }
        await expectFailure(.general) { try await TextEditor { _ in "false" }.edit("/dev/null") }
        try await TextEditor { _ in "true" }.edit("/dev/null")
        try await TextEditor { _ in "/bin/test -e" }.edit("/dev/null")
    }
}
