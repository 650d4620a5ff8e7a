/// The way along one path of an image, step by step and link by link, as the guest's own kernel would go.
struct GuestWalk {
    /// The way so far, without links: "/usr/lib".
    private var done: [Substring] = []
    private var rest: [Substring]
    private var links = 0
    private(set) var isOver = false
    /// What is at its end; nil while it is not there.
    private(set) var result: GuestEntry?

    private static let mostLinks = 40
    private static let longest = 4096

    init(_ path: String) { rest = Self.names(path) }

    /// What has to be known for the next steps; most likely nothing of it is a link.
    var questions: [String] {
        guard !isOver else { return [] }
        var path = Self.text(done)
        var questions = ["/"]
        for name in rest {
            guard name != ".." else { break }
            path += (path == "/" ? "" : "/") + name
            questions.append(path)
        }
        return questions
    }

    /// Goes on as far as what is known allows.
    mutating func advance(_ known: [String: GuestEntry?]) {
        while !isOver {
            guard let name = rest.first else {
                isOver = true
                result = known[Self.text(done)] ?? nil
                if result == nil, done.isEmpty { result = Self.top }
                return
            }
            if name == ".." {
                rest.removeFirst()
                if !done.isEmpty { done.removeLast() }
                continue
            }
            guard let answer = known[Self.text(done + [name])] else { return }
            guard let entry = answer, Self.text(done + rest).utf8.count < Self.longest else { return end() }
            rest.removeFirst()
            guard entry.kind == .link, let target = entry.target else {
                guard rest.isEmpty || entry.kind == .directory else { return end() }
                done.append(name)
                continue
            }
            links += 1
            guard links <= Self.mostLinks, !target.isEmpty else { return end() }
            if target.hasPrefix("/") { done = [] }
            rest = Self.names(target) + rest
        }
    }

    private mutating func end() { isOver = true }

    private static let top = GuestEntry(
        name: "/", kind: .directory, mode: "0755", owner: 0, group: 0, size: 0, modified: nil, target: nil)

    private static func names(_ path: String) -> [Substring] { path.split(separator: "/").filter { $0 != "." } }
    private static func text(_ names: [Substring]) -> String { "/" + names.joined(separator: "/") }
}
