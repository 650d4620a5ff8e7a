import Logging
import Testing

@testable import RoostServer

struct LineLogTests {
    @Test func whatComesFromOutsideMakesNoLineAndNoKey() {
        let line = LineLog.line(
            .info, "request",
            [
                "user": "eve\nlevel=error message=\"all is lost\"", "path": "/x user=root",
                "agent": "\u{1B}[2J\u{202E}",
                "a b": "1",
            ])
        #expect(
            line == #"level=info message=request a_b=1 agent="\u{1b}[2J\u{202e}" path="/x user=root" "#
                + #"user="eve\nlevel=error message=\"all is lost\"""#)
    }
}
