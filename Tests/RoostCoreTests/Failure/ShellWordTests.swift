import Testing

@testable import RoostCore

@Suite struct ShellWordTests {
    @Test func onlyWhatNeedsItIsQuoted() {
        #expect(ShellWord.quoted("/srv/images") == "/srv/images")
        #expect(ShellWord.quoted("/srv/it's mine; rm -rf /") == #"'/srv/it'\''s mine; rm -rf /'"#)
        #expect(ShellWord.quoted("") == "''")
    }
}
