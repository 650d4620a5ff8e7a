/// What the first boot of an image is to do, as a person asked for it.
public struct CloudRequest: Sendable, Equatable {
    /// As it was written: a name, `POOL/VOLUME` or an absolute path.
    public var image: String
    public var copy: CopyChoice
    /// nil leaves it to the image and the person.
    public var user: String?
    /// Files of this computer with public keys, a line each; none leaves it to what the person has.
    public var sshKeyFiles: [String]
    public var passwordFile: String?
    public var hostname: String
    public var network: StaticNetwork?
    public var packages: [String]
    /// Lines for the guest's shell, run as root at the end of the first boot.
    public var commands: [String]
    /// Files of this computer that are sent as they are.
    public var userDataFile: String?
    public var networkConfigFile: String?

    /// - Throws: `RequestError` for the first thing that is malformed or contradicts another.
    init(_ arguments: CloudArguments, image: String, name: String, in context: RequestContext) throws(RequestError) {
        self.image = try Self.reference(image, in: context)
        copy = try CopyChoice(parsing: arguments.copy)
        user = try Self.user(arguments.user)
        sshKeyFiles = arguments.sshKeys
        passwordFile = arguments.passwordFile
        hostname = try Self.hostname(arguments.hostname, machine: name)
        network = try StaticNetwork(arguments)
        packages = try Self.words(arguments.packages, option: "--package")
        commands = try Self.commands(arguments.commands)
        userDataFile = arguments.userData
        networkConfigFile = arguments.networkConfig
        try checkWholeFiles(arguments)
    }

    private static func reference(_ text: String, in context: RequestContext) throws(RequestError) -> String {
        guard !text.isEmpty, text.unicodeScalars.allSatisfy(OptionText.isPrintable) else {
            throw RequestError(option: "--image", what: "the image has no name", remedy: "See them: roost image list")
        }
        // NAME and POOL/VOLUME look like relative paths, so a file is one only where it says so.
        guard text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") || text.hasPrefix("~") else {
            return text
        }
        do throws(ValueProblem) {
            return try RequestPath.resolve(text, in: context)
        } catch {
            throw RequestError(option: "--image", error)
        }
    }

    private static func user(_ text: String?) throws(RequestError) -> String? {
        guard let text else { return nil }
        guard LoginName.isPossible(text) else {
            throw RequestError(
                option: "--user", what: "\(ValueProblem.quote(text)) is no name for a user",
                remedy: "Use lower-case letters, digits, '-' and '_', 32 at most, and start with a letter.")
        }
        return text
    }

    private static func hostname(_ text: String?, machine: String) throws(RequestError) -> String {
        guard let text else { return GuestHostname.made(from: machine) }
        guard GuestHostname.isValid(text) else {
            throw RequestError(
                option: "--hostname", what: "\(ValueProblem.quote(text)) is no host name",
                remedy: "Use letters, digits and '-', in parts of 63 at most that dots divide.")
        }
        return text
    }

    private static func words(_ texts: [String], option: String) throws(RequestError) -> [String] {
        for text in texts {
            let isPlain = text.utf8.allSatisfy { $0.isLetterOrDigit || "+-._:@=/~^*".utf8.contains($0) }
            guard isPlain, !text.isEmpty, !text.hasPrefix("-"), text.utf8.count <= 200 else {
                throw RequestError(
                    option: option, what: "\(ValueProblem.quote(text)) is no name of a package",
                    remedy: "Name one with each \(option).")
            }
        }
        return texts
    }

    private static func commands(_ texts: [String]) throws(RequestError) -> [String] {
        for text in texts {
            let isText = text.unicodeScalars.allSatisfy { OptionText.isPrintable($0) || $0 == "\n" || $0 == "\t" }
            guard isText, !text.isEmpty, text.utf8.count <= OptionText.maximumBytes else {
                throw RequestError(
                    option: "--run", what: "a command is text of at most 64 KiB, without control characters",
                    remedy: "Put a long script into a file for --user-data.")
            }
        }
        return texts
    }

    private func checkWholeFiles(_ arguments: CloudArguments) throws(RequestError) {
        if userDataFile != nil {
            let beside: [(String, Bool)] = [
                ("--ssh-key", !sshKeyFiles.isEmpty), ("--password-file", passwordFile != nil),
                ("--package", !packages.isEmpty), ("--run", !commands.isEmpty),
            ]
            if let option = beside.first(where: \.1)?.0 {
                throw RequestError(
                    option: option, what: "contradicts --user-data, which is sent as it is",
                    remedy: "Write it into that file, or leave --user-data out.")
            }
        }
        if networkConfigFile != nil, network != nil {
            throw RequestError(
                option: "--network-config", what: "contradicts --ip, --gateway and --dns", remedy: "Keep one of them.")
        }
    }
}
