import Testing

@testable import RoostCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct ImageRecordTests {
    @Test func itComesBackAsItWasWritten() throws {
        var record = try ImageRecord(
            named: "debian-12", origin: .pulled, source: "https://m/d.qcow2", os: "debian12", architecture: "x86_64",
            user: "debian")
        record.checksum = ImageChecksum(.sha512, digest: String(repeating: "0f", count: 64))
        let read = try #require(ImageRecord(try record.bytes(), of: "debian-12"))
        // Seconds are all that is kept of the time.
        #expect(abs(read.added.timeIntervalSince(record.added)) < 1.1)
        record.added = read.added
        #expect(read == record)
        #expect(ImageRecord(try record.bytes(), of: "debian-13") == nil)
    }

    /// Whoever may write into the pool may have written it, and what it says goes to ssh and into documents.
    @Test(arguments: [
        "", "{}", "[]", "nonsense", #"{"name":"a","origin":"pulled"}"#,
        #"{"name":"a","origin":"stolen","added":"2026-01-01T00:00:00Z"}"#,
        #"{"name":"a","origin":"pulled","added":"yesterday"}"#,
        #"{"name":"a","origin":"pulled","added":"2026-01-01T00:00:00Z","user":"-oProxyCommand=x"}"#,
        #"{"name":"a","origin":"pulled","added":"2026-01-01T00:00:00Z","user":"a b"}"#,
        #"{"name":"a","origin":"pulled","added":"2026-01-01T00:00:00Z","os":"../x"}"#,
        #"{"name":"a","origin":"pulled","added":"2026-01-01T00:00:00Z","checksum":"md5:1"}"#,
    ])
    func aBadOneIsAsIfThereWereNone(_ text: String) { #expect(ImageRecord(Array(text.utf8), of: "a") == nil) }
}
