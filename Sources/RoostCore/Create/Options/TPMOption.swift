/// `--tpm`: a Trusted Platform Module.
public struct TPMOption: MachineOption {
    /// emulator or passthrough; nil leaves it to Roost.
    public var type: String?
    public var model: String?
    public var version: String?
    /// The host's TPM, for passthrough.
    public var path: String?
    /// Whether an emulated TPM keeps its secrets when the machine is moved or undefined.
    public var keepsState: Bool?
    public var address = DeviceAddress()
    public var alias: String?

    var writtenType: String? {
        get { pendingType ?? type ?? "default" }
        set { pendingType = newValue }
    }
    private var pendingType: String?

    public init() {}

    public static let table = OptionTable<TPMOption>(
        "--tpm", "A TPM, or 'none'.", examples: ["default", "emulator,version=2.0", "/dev/tpm0", "none"],
        positional: ["type"]
    ) {
        Suboption(
            "type backend.type", .text("emulator|passthrough|default|/dev/tpm0"), "Where it comes from.", \.writtenType)
        Suboption("model", .word("tpm-crb", "tpm-tis", "tpm-spapr"), "Model that the guest sees.", \.model)
        Suboption("version backend.version", .choice("2.0", "1.2"), "Version of an emulated TPM.", \.version)
        Suboption("path backend.device.path", .path, "The host's TPM.", \.path)
        Suboption("backend.persistent_state persistent_state", .flag, "Keep an emulated TPM's secrets.", \.keepsState)
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    public mutating func complete() throws(RequestError) {
        let written = pendingType
        pendingType = nil
        switch written {
        case nil: type = path != nil ? "passthrough" : type
        case "default": type = path != nil ? "passthrough" : nil
        case "emulator", "passthrough": type = written
        case .some(let text) where text.hasPrefix("/"):
            guard path == nil || path == text else {
                throw Self.error("path", "is given twice", remedy: "Keep one of them.")
            }
            (type, path) = ("passthrough", text)
        case .some(let text):
            throw Self.error(
                "type", "\(ValueProblem.quote(text)) is not a kind of TPM",
                remedy: "Use emulator, passthrough, default, none or the path of the host's TPM.")
        }
        if type == "emulator", path != nil {
            throw Self.error("path", "belongs to passthrough", remedy: "Remove it, or write passthrough.")
        }
        if type == "passthrough", version != nil || keepsState != nil {
            throw Self.error(
                version != nil ? "version" : "persistent_state", "belongs to emulator",
                remedy: "Remove it: the host's TPM is used as it is.")
        }
        if let alias { try checkAlias(alias) }
    }
}
