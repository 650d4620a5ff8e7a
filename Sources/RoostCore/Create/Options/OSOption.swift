/// `--os-variant`, `--osinfo`: which operating system the machine is for.
public struct OSOption: MachineOption {
    /// A short name of the osinfo database, such as `debian12`.
    public var name: String?
    /// A full identifier of the osinfo database, such as `http://debian.org/debian/12`.
    public var id: String?
    /// Whether the install medium is looked at.
    public var detects: Bool?
    /// Whether it is an error that no system is given or detected.
    public var isRequired: Bool?

    public init() {}

    /// Whether `text` asks for the list of known systems instead of naming one.
    public static func isListRequest(_ text: String) -> Bool { text == "list" }

    public static let table = OptionTable<OSOption>(
        "--os-variant", "The operating system, so that the machine gets the devices that suit it.",
        examples: [
            "debian12", "detect=on,require=on", "detect=on,name=debian12", "id=http://debian.org/debian/12", "list",
        ],
        positional: ["name"]
    ) {
        Suboption("name short-id", .word("debian12", "win11"), "Short name; 'roost os list' shows them.", \.name)
        Suboption("id", .text("http://debian.org/debian/12"), "Full identifier.", \.id)
        Suboption("detect", .flag(yes: "on", no: "off"), "Look at the install medium.", \.detects)
        Suboption("require", .flag(yes: "on", no: "off"), "Refuse when no system is given or detected.", \.isRequired)
    }

    public mutating func complete() throws(RequestError) {
        switch name {
        case "auto": (name, detects) = (nil, detects ?? true)
        case "none": (name, detects, isRequired) = (nil, detects ?? false, isRequired ?? false)
        default: break
        }
        if name != nil, id != nil {
            throw Self.error("id", "is given together with name", remedy: "Keep one of them.")
        }
        if let id, !id.hasPrefix("http://"), !id.hasPrefix("https://") {
            throw Self.error(
                "id", "\(ValueProblem.quote(id)) is not a full identifier", remedy: "Write name=\(id) for a short name."
            )
        }
    }
}
