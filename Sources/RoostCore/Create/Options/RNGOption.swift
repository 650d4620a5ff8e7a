/// `--rng`: a source of random numbers for the guest.
public struct RNGOption: MachineOption {
    /// random or builtin.
    public var backend: String?
    /// A device of the host, for the random backend.
    public var device: String?
    public var model: String?
    /// Bytes in each `ratePeriod`.
    public var rateBytes: Int?
    /// Milliseconds.
    public var ratePeriod: Int?
    public var driver = VirtioDriver()
    public var address = DeviceAddress()
    public var alias: String?

    public init() {}

    public static let table = OptionTable<RNGOption>(
        "--rng", "A source of random numbers, or 'none'.",
        examples: ["/dev/urandom", "builtin", "random,rate.bytes=1024,rate.period=1000", "none"],
        positional: ["type"]
    ) {
        Suboption("type backend.model", .text("random|builtin|/dev/urandom"), "Where the numbers come from.", \.backend)
        Suboption("device backend", .path, "Device of the host.", \.device)
        Suboption("model", .word("virtio"), "Model that the guest sees.", \.model)
        Suboption("rate.bytes rate_bytes", .number(1...Int.max), "Most bytes in a period.", \.rateBytes)
        Suboption(
            "rate.period rate_period", .number(1...Int.max), "Length of the period, in milliseconds.", \.ratePeriod)
        VirtioDriver.suboptions.map { $0.lifted(to: \.driver) }
        DeviceAddress.suboptions.map { $0.lifted(to: \.address) }
        Suboption("alias.name", .word("ua-NAME"), "Name of the device, starting with ua-.", \.alias)
    }

    public mutating func complete() throws(RequestError) {
        switch backend {
        case "random", "builtin": break
        case nil: backend = "random"
        case "egd":
            throw Self.error(
                "type", "an entropy daemon (egd) is not supported", remedy: "Use /dev/urandom, which is as good.")
        case .some(let text) where text.hasPrefix("/"):
            guard device == nil || device == text else {
                throw Self.error("device", "is given twice", remedy: "Keep one of them.")
            }
            (backend, device) = ("random", text)
        case .some(let text):
            throw Self.error(
                "type", "\(ValueProblem.quote(text)) is not a source of random numbers",
                remedy: "Use a device's path, builtin or none.")
        }
        if backend == "builtin", device != nil {
            throw Self.error("device", "belongs to random", remedy: "Remove it, or write random.")
        }
        if ratePeriod != nil, rateBytes == nil {
            throw Self.error("rate.period", "needs rate.bytes", remedy: "Add rate.bytes=N.")
        }
        if let alias { try checkAlias(alias) }
    }
}
