extension ImageRecord {
    /// A record of what a person has typed.
    /// - Throws: ``Failure`` of kind usage for a name, a user or a word that cannot be one.
    public init(
        named name: String, origin: Origin, source: String? = nil, os: String? = nil, architecture: String? = nil,
        user: String? = nil
    ) throws(Failure) {
        try ImageName.check(name)
        if let user, !Self.isLogin(user) {
            throw Failure(.usage, "\(ValueProblem.quote(user)) cannot be the name of a user")
        }
        for word in [os, architecture] where !Self.isWord(word) {
            throw Failure(
                .usage, "\(ValueProblem.quote(word ?? "")) is not a short id",
                remedy: "roost os list shows those of systems.")
        }
        self.init(name: name, origin: origin, source: source, os: os, architecture: architecture, user: user)
    }

    /// What an image is called that is made of a file.
    /// - Throws: ``Failure`` of kind usage when the file's name is of no use.
    public static func name(of file: String) throws(Failure) -> String {
        guard let name = ImageName.made(of: file) else {
            throw Failure(
                .usage, "No name for an image can be made of \(ValueProblem.quote(file))", remedy: "Say --name.")
        }
        return name
    }
}
