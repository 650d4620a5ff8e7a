import Foundation
import Logging

/// A log handler that writes one line of `key=value` an event to standard error, for people and for journald. What comes from
/// outside cannot make a line of its own, or another key.
struct LineLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = Self.line(event.level, event.message.description, metadata.merging(event.metadata ?? [:]) { $1 })
        line = "time=\(Date().formatted(.iso8601)) " + line + "\n"
        // Where nobody reads the log any more there is nobody to tell.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }

    static func line(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) -> String {
        let fields = metadata.sorted { $0.key < $1.key }.map { "\(safeKey($0.key))=\(quoted("\($0.value)"))" }
        return (["level=\(level)", "message=\(quoted(message))"] + fields).joined(separator: " ")
    }

    private static func safeKey(_ key: String) -> String {
        String(key.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_") ? $0 : "_" })
    }

    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty
            && text.utf8.allSatisfy {
                $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=")
                    && $0 != UInt8(ascii: "\\")
            }
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars.prefix(2000) {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            default:
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                    quoted += "\\u{\(String(scalar.value, radix: 16))}"
                default: quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
