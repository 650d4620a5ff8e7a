extension CreateArguments {
    /// The options as a document, which ``init(options:)`` reads on another computer, and the content of the files of this
    /// one that they name.
    /// - Throws: ``Failure`` of kind usage for what cannot go there, and for a file that cannot be read.
    package func document() async throws(Failure) -> (options: [String: CreateOptionValue], FirstBootContent) {
        guard unattended == nil else {
            throw Failure(.usage, "--unattended goes to hosts directly", remedy: "Leave --server away.")
        }
        var options: [String: CreateOptionValue] = [:]
        for (option, place) in Self.places where option != "osinfo" {
            switch place {
            case .text(let path): options[option] = self[keyPath: path].map { .text($0) }
            case .list(let path): options[option] = self[keyPath: path].isEmpty ? nil : .list(self[keyPath: path])
            case .flag(let path, let meaning): options[option] = self[keyPath: path] == meaning ? .flag(true) : nil
            }
        }
        if let positionalName {
            guard name == nil || name == positionalName else {
                throw Failure(.usage, "The machine has two names", why: "'\(positionalName)' and '\(name ?? "")'")
            }
            options["name"] = .text(positionalName)
        }
        return (options, try await FirstBootContent(cloud))
    }
}
