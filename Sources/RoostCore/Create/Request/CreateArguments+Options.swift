extension CreateArguments {
    enum Place {
        case text(WritableKeyPath<CreateArguments, String?>)
        case list(WritableKeyPath<CreateArguments, [String]>)
        case flag(WritableKeyPath<CreateArguments, Bool>, Bool)
    }

    static var places: [String: Place] {
        [
            "name": .text(\.name), "memory": .text(\.memory), "vcpus": .text(\.vcpus), "os-variant": .text(\.osVariant),
            "osinfo": .text(\.osVariant), "cdrom": .text(\.cdrom), "import": .flag(\.isImport, true),
            "boot": .text(\.boot), "cpu": .text(\.cpu), "machine": .text(\.machine), "arch": .text(\.arch),
            "virt-type": .text(\.virtType), "disk": .list(\.disks), "network": .list(\.networks),
            "graphics": .list(\.graphics), "controller": .list(\.controllers), "channel": .list(\.channels),
            "console": .list(\.consoles), "serial": .list(\.serials), "tpm": .list(\.tpms), "rng": .list(\.rngs),
            "tag": .list(\.tags), "title": .text(\.title), "description": .text(\.description), "uuid": .text(\.uuid),
            "autostart": .flag(\.autostart, true), "noautoconsole": .flag(\.noAutoconsole, true),
            "no-start": .flag(\.start, false), "no-wait": .flag(\.noWait, true), "image": .text(\.cloud.image),
            "copy": .text(\.cloud.copy), "user": .text(\.cloud.user), "hostname": .text(\.cloud.hostname),
            "ip": .text(\.cloud.address), "gateway": .text(\.cloud.gateway), "dns": .list(\.cloud.nameServers),
            "package": .list(\.cloud.packages), "run": .list(\.cloud.commands),
        ]
    }

    /// Options of the command line that name files of the computer where it is typed.
    private static let fileOptions = ["ssh-key", "password-file", "user-data", "network-config", "unattended"]

    private static let most = 64

    /// Takes options that came as a document, each under its name on the command line without the dashes. None of them can
    /// name a file of the computer that this runs on: such options are refused.
    /// - Throws: ``Failure`` of kind usage for an unknown option, for one that is refused, and for a value of the wrong form.
    public init(options: [String: CreateOptionValue]) throws(Failure) {
        self.init()
        let places = Self.places
        for (name, value) in options.sorted(by: { $0.key < $1.key }) {
            guard let place = places[name] else { throw Self.unknown(name, places.keys.sorted()) }
            switch (place, value) {
            case (.text(let path), .text(let text)): self[keyPath: path] = text
            case (.list(let path), .text), (.list(let path), .list):
                guard value.texts.count <= Self.most else {
                    throw Failure(.usage, "--\(name) is given more than \(Self.most) times")
                }
                self[keyPath: path] = value.texts
            case (.flag(let path, let meaning), .flag(let isGiven)):
                self[keyPath: path] = isGiven ? meaning : !meaning
            case (.text, _): throw Failure(.usage, "--\(name) takes one value")
            case (.list, _): throw Failure(.usage, "--\(name) takes a value, or a list of values")
            case (.flag, _): throw Failure(.usage, "--\(name) takes no value", remedy: "Write true.")
            }
        }
    }

    private static func unknown(_ name: String, _ known: [String]) -> Failure {
        if fileOptions.contains(name) {
            return Failure(
                .usage, "--\(name) cannot be used here", why: "it names a file of the computer that the server runs on",
                remedy: name == "unattended"
                    ? "Use the command line: roost create --unattended"
                    : "Send the content itself: sshKeys, password, userData, networkConfig.")
        }
        let near = Spelling.nearest(to: name, among: known)
        return Failure(
            .usage, "There is no option \(ValueProblem.quote(name))", remedy: near.map { "Did you mean '\($0)'?" })
    }
}
