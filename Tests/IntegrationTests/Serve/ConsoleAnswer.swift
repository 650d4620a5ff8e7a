/// What a server answered, as curl shows it.
struct ConsoleAnswer: CustomStringConvertible {
    /// 0 where there was no answer.
    let status: Int
    let head: String
    let body: String
    let errors: String

    init(_ text: String, errors: String) {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        head = parts.first.map(String.init) ?? ""
        body = parts.count > 1 ? String(parts[1]) : ""
        status = head.firstMatch(of: /^HTTP\/[0-9.]+ (\d+)/).flatMap { Int($0.1) } ?? 0
        self.errors = errors
    }

    /// The content of a header.
    func header(_ name: String) -> String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }

    /// The text of a JSON member; enough for what these tests read.
    func text(_ name: String) -> String? {
        body.firstRange(of: "\"\(name)\":\"").map { String(body[$0.upperBound...].prefix { $0 != "\"" }) }
    }

    /// curl's arguments for one who is logged in.
    var session: [String] {
        let cookie = header("Set-Cookie")?.prefix { $0 != ";" } ?? ""
        return ["--header", "Cookie: \(cookie)", "--header", "X-Roost-CSRF: \(text("csrf") ?? "")"]
    }

    var description: String { "\(head)\n\(body)\n\(errors)" }
}
