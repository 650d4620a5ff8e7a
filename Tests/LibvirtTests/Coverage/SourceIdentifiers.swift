import Foundation

/// The identifiers that Swift sources use, leaving out what stands in comments and in string literals.
enum SourceIdentifiers {
    /// The identifiers of every Swift file under `directory`.
    static func used(under directory: URL) throws -> Set<String> {
        guard let files = FileManager.default.enumerator(at: directory, includingPropertiesForKeys: nil) else {
            throw CocoaError(.fileReadNoSuchFile)
        }
        var identifiers: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            identifiers.formUnion(used(in: try String(contentsOf: file, encoding: .utf8)))
        }
        return identifiers
    }

    /// The identifiers of one source text.
    ///
    /// A C function's name outside comments and strings can only be a call or a reference to the function, so an
    /// identifier found here is a use. What is interpolated into a string counts as string, hence not as a use.
    static func used(in source: String) -> Set<String> {
        var scanner = Scanner(bytes: Array(source.utf8))
        return scanner.identifiers()
    }

    private struct Scanner {
        let bytes: [UInt8]
        var position = 0

        mutating func identifiers() -> Set<String> {
            var found: Set<String> = []
            while position < bytes.count {
                if starts(with: "/", "/") {
                    skip { $0 != UInt8(ascii: "\n") }
                } else if starts(with: "/", "*") {
                    skipBlockComment()
                } else if bytes[position] == UInt8(ascii: "\"") {
                    skipString()
                } else if Self.isIdentifier(bytes[position]) {
                    let start = position
                    skip(while: Self.isIdentifier)
                    found.insert(String(decoding: bytes[start..<position], as: UTF8.self))
                } else {
                    position += 1
                }
            }
            return found
        }

        private static func isIdentifier(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                true
            default: false
            }
        }

        private func starts(with first: UnicodeScalar, _ second: UnicodeScalar) -> Bool {
            position + 1 < bytes.count && bytes[position] == UInt8(ascii: first)
                && bytes[position + 1] == UInt8(ascii: second)
        }

        private mutating func skip(while condition: (UInt8) -> Bool) {
            while position < bytes.count, condition(bytes[position]) { position += 1 }
        }

        private mutating func skipBlockComment() {
            var depth = 0
            repeat {
                if starts(with: "/", "*") {
                    depth += 1
                    position += 2
                } else if starts(with: "*", "/") {
                    depth -= 1
                    position += 2
                } else {
                    position += 1
                }
            } while depth > 0 && position < bytes.count
        }

        private mutating func skipString() {
            let quote = Array((bytes[position...].starts(with: "\"\"\"".utf8) ? "\"\"\"" : "\"").utf8)
            position += quote.count
            while position < bytes.count {
                if bytes[position] == UInt8(ascii: "\\") {
                    position += 2
                } else if bytes[position...].starts(with: quote) {
                    position += quote.count
                    return
                } else {
                    position += 1
                }
            }
        }
    }
}
