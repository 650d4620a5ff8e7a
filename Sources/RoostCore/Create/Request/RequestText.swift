/// Reads the options of `create` that are plain text.
enum RequestText {
    static func name(_ arguments: CreateArguments) throws(RequestError) -> String {
        if let option = arguments.name, let argument = arguments.positionalName, option != argument {
            throw RequestError(
                option: "--name", what: "the machine is named both '\(option)' and '\(argument)'",
                remedy: "Keep one of them.")
        }
        guard let name = arguments.name ?? arguments.positionalName else {
            throw RequestError(option: "--name", what: "the machine has no name", remedy: "Add --name NAME.")
        }
        try MachineName.check(name)
        return name
    }

    static func word(_ text: String?, option: String, example: String) throws(RequestError) -> String? {
        guard let text else { return nil }
        guard !text.isEmpty else {
            throw RequestError(
                option: option, what: "the value is empty", remedy: "Write \(option) \(example), or leave it out.")
        }
        do throws(ValueProblem) {
            return try ValueKind<String>.word().parse(text, RequestContext(workingDirectory: nil))
        } catch {
            throw RequestError(option: option, error)
        }
    }

    /// libvirt knows one spelling of an architecture; people and distributions use several.
    static func arch(_ text: String?) throws(RequestError) -> String? {
        let spellings = [
            "amd64": "x86_64", "x86-64": "x86_64", "x64": "x86_64", "arm64": "aarch64", "i386": "i686", "x86": "i686",
            "armhf": "armv7l", "ppc64el": "ppc64le",
        ]
        return try word(text, option: "--arch", example: "x86_64").map { spellings[$0] ?? $0 }
    }

    static func tags(_ texts: [String]) throws(RequestError) -> [MachineTag] {
        var tags: [MachineTag] = []
        for text in texts {
            let tag = try MachineTag(text)
            if !tags.contains(tag) { tags.append(tag) }
        }
        return tags
    }

    static func title(_ text: String?) throws(RequestError) -> String? {
        guard let text else { return nil }
        guard !text.isEmpty, text.utf8.count <= 4096, text.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw RequestError(
                option: "--title", what: "a title is one line of text, without control characters",
                remedy: "Put longer text into --description.")
        }
        return text
    }

    static func description(_ text: String?) throws(RequestError) -> String? {
        guard let text else { return nil }
        let isClean = text.unicodeScalars.allSatisfy { OptionText.isPrintable($0) || $0 == "\n" || $0 == "\t" }
        guard !text.isEmpty, text.utf8.count <= OptionText.maximumBytes, isClean else {
            throw RequestError(
                option: "--description", what: "a description is text of at most 64 KiB, without control characters",
                remedy: "Remove what is not text.")
        }
        return text
    }
}
