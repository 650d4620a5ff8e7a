import Foundation
import Testing

@testable import RoostServer

struct CommonJSBundleTests {
    @Test func everythingThatIsRequiredIsInIt() throws {
        let module = try bundle([
            "public/a.js": #"var b = require("../b"); exports.Thing = b.value + require("./c").value;"#,
            "b.js": #"exports.value = 1; require("./public/a");"#, "public/c.js": "exports.value = 2; // end",
            "other.js": "exports.unused = 1;",
        ]).module(exporting: "Thing")
        for part in ["public/a.js", "b.js", "public/c.js"] { #expect(module.contains("\"\(part)\": function")) }
        #expect(!module.contains("unused"))
        #expect(module.contains("export const Thing = "))
    }

    @Test(arguments: ["../../etc/passwd", "fs", "/etc/passwd"])
    func nothingElseIsReadForIt(_ wanted: String) throws {
        let bundle = try bundle(["public/a.js": "require(\"\(wanted)\");"])
        #expect(throws: Problem.self) { try bundle.module(exporting: "Thing") }
    }

    private func bundle(_ files: [String: String]) throws -> CommonJSBundle {
        let directory = FileManager.default.temporaryDirectory.appending(path: "t-con-\(UUID().uuidString)")
        for (name, text) in files {
            let file = directory.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return CommonJSBundle(directory: directory.path(), entry: "public/a.js")
    }
}
