/// What runs the scripts of forwards on a host: its ``HostShell``, or in tests something that stands in for it.
struct ScriptRunner: Sendable {
    typealias Body =
        @Sendable (_ script: String, _ asRoot: Bool, _ limit: Duration) async throws(Failure) -> HostShellAnswer

    /// How a person runs one command there, to stand before the command.
    let prefix: String
    private let body: Body

    init(prefix: String, body: @escaping Body) {
        self.prefix = prefix
        self.body = body
    }

    init(_ shell: HostShell) {
        self.init(prefix: shell.prefix) { script, asRoot, limit throws(Failure) in
            try await shell.run(script, asRoot: asRoot, within: limit)
        }
    }

    func run(_ script: String, asRoot: Bool = false, within limit: Duration) async throws(Failure) -> HostShellAnswer {
        try await body(script, asRoot, limit)
    }
}
