/// `--cpu`: what CPU the guest sees.
public struct CPUOption: MachineOption {
    /// nil leaves the choice to Roost.
    public var mode: CPUMode?
    /// A model that libvirt knows, when `mode` is custom.
    public var model: String?
    /// One for each feature, the last one written; grouped by policy, in the order of `policies`.
    public var features: [CPUFeature] = []
    public var topology = CPUTopology()
    public var migratable: Bool?
    public var check: String?
    public var match: String?
    public var fallback: String?
    public var vendor: String?
    public var vendorID: String?
    public var cacheMode: String?
    public var cacheLevel: Int?
    /// Whether a named model gets the host's protections against speculative-execution attacks.
    public var isSecure: Bool?

    /// The leading word, a mode or a model; `complete` tells them apart.
    var writtenModel: String? {
        get { pendingModel ?? model }
        set { pendingModel = newValue }
    }
    private var pendingModel: String?

    public init() {}

    public static let table = OptionTable<CPUOption>(
        "--cpu", "The CPU that the guest sees.",
        examples: [
            "host-model", "host-passthrough,-svm", "EPYC,+x2apic,disable=vmx",
            "host-model,topology.sockets=1,topology.cores=4",
        ],
        positional: ["model"],
        bareWords: BareWords(
            listed: [("+FEATURE", "Give the guest a feature."), ("-FEATURE", "Hide a feature.")],
            accept: { option, word in
                let policy = word.hasPrefix("+") ? "force" : word.hasPrefix("-") ? "disable" : nil
                guard let policy, word.utf8.count > 1 else { return false }
                option.features.append(CPUFeature(policy: policy, name: String(word.dropFirst())))
                return true
            }, render: { _ in [] })
    ) {
        Suboption(
            "model", .word("host-model", "host-passthrough", "maximum", "MODEL"),
            "Mode, or a model that libvirt knows.", \.writtenModel)
        Suboption("mode", .choice, "How the CPU comes about.", \.mode)
        Suboption(
            "force", .feature(policy: "force"), "Give a feature, whether the host has it or not.", policy: "force")
        Suboption(
            "require", .feature(policy: "require"), "Give a feature; do not start where it is missing.",
            policy: "require")
        Suboption("optional", .feature(policy: "optional"), "Give a feature where the host has it.", policy: "optional")
        Suboption("disable", .feature(policy: "disable"), "Hide a feature.", policy: "disable")
        Suboption(
            "forbid", .feature(policy: "forbid"), "Do not start where the host has the feature.", policy: "forbid")
        CPUTopology.suboptions(prefix: "topology.").map { $0.lifted(to: \.topology) }
        Suboption("migratable", .flag(yes: "on", no: "off"), "Hide features that prevent live migration.", \.migratable)
        Suboption("check", .choice("none", "partial", "full"), "How exactly the CPU is compared at start.", \.check)
        Suboption("match", .choice("minimum", "exact", "strict"), "How a model is compared with the host.", \.match)
        Suboption(
            "model.fallback fallback", .choice("allow", "forbid"), "Whether a near model may replace an unknown one.",
            \.fallback)
        Suboption("model.vendor_id", .text("VENDOR"), "Vendor that the guest reads: 12 characters.", \.vendorID)
        Suboption("vendor", .word("AMD", "Intel"), "Vendor that the host must have.", \.vendor)
        Suboption(
            "cache.mode", .choice("emulate", "passthrough", "disable"), "What the guest learns about caches.",
            \.cacheMode)
        Suboption("cache.level", .number(1...3), "Level of an emulated cache.", \.cacheLevel)
        Suboption("secure", .flag(yes: "on", no: "off"), "Protections of the host for a named model.", \.isSecure)
    }

    static let policies = ["force", "require", "optional", "disable", "forbid"]

    public mutating func complete() throws(RequestError) {
        try settleModel()
        let last = features.indices.filter { index in
            !features[(index + 1)...].contains { $0.name == features[index].name }
        }
        let kept = last.map { features[$0] }
        features = Self.policies.flatMap { policy in kept.filter { $0.policy == policy } }
        for feature in features {
            do throws(ValueProblem) {
                _ = try ValueKind<String>.word().parse(feature.name, RequestContext(workingDirectory: nil))
            } catch {
                throw Self.error(nil, error.what, remedy: "Write +FEATURE or -FEATURE, without a value.")
            }
        }
        if migratable != nil, let mode, mode != .hostPassthrough, mode != .maximum {
            throw Self.error(
                "migratable", "belongs to host-passthrough and maximum",
                remedy: "Remove it: \(mode.rawValue) can always migrate.")
        }
        if let vendorID, vendorID.utf8.count != 12 || vendorID.contains(",") {
            throw Self.error(
                "model.vendor_id", "\(ValueProblem.quote(vendorID)) is not a vendor",
                remedy: "It has exactly 12 characters, and no comma.")
        }
        if mode != .custom {
            let modelOnly: [(String, Bool)] = [("vendor", vendor != nil), ("secure", isSecure != nil)]
            if let given = modelOnly.first(where: \.1)?.0 {
                throw Self.error(given, "belongs to a named model", remedy: "Name a model first, or remove it.")
            }
        }
        if cacheLevel != nil, cacheMode != "emulate" {
            throw Self.error("cache.level", "needs cache.mode=emulate", remedy: "Add cache.mode=emulate.")
        }
    }

    private mutating func settleModel() throws(RequestError) {
        let written = pendingModel
        pendingModel = nil
        guard let written else {
            if mode == .custom, model == nil {
                throw Self.error(
                    "mode", "custom needs a model", remedy: "Add model=MODEL; 'virsh cpu-models x86_64' lists them.")
            }
            return
        }
        let named: CPUMode? =
            written == "host" ? .hostModel : written == "none" ? .hypervisorDefault : CPUMode(rawValue: written)
        if let named, named != .custom {
            guard mode == nil || mode == named else {
                throw Self.error("mode", "contradicts \(written)", remedy: "Keep one of them.")
            }
            mode = named
            return
        }
        if let nearest = Spelling.nearest(to: written, among: CPUMode.allCases.map(\.rawValue)), written.hasPrefix("h")
        {
            throw Self.error(
                "model", "\(ValueProblem.quote(written)) is not a mode; did you mean '\(nearest)'?",
                remedy: "Write \(nearest), or a model's name.")
        }
        guard mode == nil || mode == .custom else {
            throw Self.error("mode", "\(mode?.rawValue ?? "") takes no model", remedy: "Keep the mode or the model.")
        }
        (mode, model) = (.custom, written)
    }
}

extension Suboption where Target == CPUOption {
    /// A feature list of one policy, kept in `features` with the others so that their order survives.
    fileprivate init(_ name: String, _ kind: ValueKind<CPUFeature>, _ help: String, policy: String) {
        self.init(name, kind, help, appendingTo: \.features, where: { $0.policy == policy })
    }
}
