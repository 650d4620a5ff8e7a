import FoundationEssentials
import Glibc

/// Finds attribute and element values in XML text by plain search. `strstr` keeps this quick in debug builds too.
enum TextScan {
    /// Nil when the file defines nothing.
    static func databaseFile(path: String, text: Data) -> DatabaseFile? {
        let terminated = text + [0]
        // Invariant: the pointer is used only inside this closure, and the text ends in the zero that `strstr` needs.
        return unsafe terminated.withUnsafeBytes { buffer in
            guard let start = unsafe buffer.assumingMemoryBound(to: CChar.self).baseAddress,
                let id = unsafe values(in: start, after: " id=\"", until: "\"", limit: 1).first
            else { return nil }
            var references = unsafe Set(values(in: start, after: "=\"http", until: "\"").map { "http" + $0 })
            references.remove(id)
            return unsafe DatabaseFile(
                path: path, id: id, references: references,
                shortIDs: values(in: start, after: "<short-id>", until: "</"),
                name: values(in: start, after: "<name>", until: "</", limit: 1).first)
        }
    }

    private static func values(
        in text: UnsafePointer<CChar>, after start: String, until end: String, limit: Int = .max
    ) -> [String] {
        var found: [String] = []
        var rest = unsafe text
        while found.count < limit, let hit = unsafe strstr(rest, start) {
            let from = unsafe hit + start.utf8.count
            guard let to = unsafe strstr(from, end) else { break }
            let value = unsafe UnsafeRawBufferPointer(start: from, count: to - from)
            unsafe found.append(String(decoding: value, as: UTF8.self))
            unsafe rest = UnsafePointer(to + end.utf8.count)
        }
        return found
    }
}
