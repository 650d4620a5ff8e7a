public import Libvirt

extension Failure {
    /// Turns libvirt's error into one that a person can act on.
    ///
    /// - Parameters:
    ///   - task: what was being done: "Cannot start web1".
    ///   - error: what libvirt answered.
    public init(_ task: String, _ error: LibvirtError) {
        if error.code == .cancelled {
            self.init(.interrupted, "\(task): stopped before it began")
            return
        }
        if let lost = Failure(task, ifLost: error) {
            self = lost
            return
        }
        let rule = FailureRule.all.first { $0.applies(to: error) }
        self.init(rule?.kind ?? .general, task, why: rule?.why ?? error.tidyMessage, remedy: rule?.remedy)
    }
}

extension Failure {
    /// How the reason begins where a host has libvirt, and nothing of it runs; where follows.
    static let noDaemon = "no libvirt daemon runs"

    /// A connection that broke, or whose peer was found dead; nil for any other error.
    private init?(_ task: String, ifLost error: LibvirtError) {
        let broke =
            error.domain == .rpc && [.internalError, .systemError, .rpc].contains(error.code)
            && !["ailed to connect", "Permission denied"].contains { error.message.contains($0) }
        guard broke || [.invalidConnection, .connectionClosed, .rpc].contains(error.code) else { return nil }
        self = .lost(error.place, task, detail: error.tidyMessage)
    }

    /// The connection to a host is gone.
    /// - Parameter host: what people call it; nil where that is not known.
    static func lost(_ host: String?, _ task: String, detail: String? = nil) -> Failure {
        let option = host.map { " --host \(ShellWord.quoted($0))" } ?? ""
        return Failure(
            .unreachable, task,
            why: "the connection to \(host ?? "the host") is lost" + (detail.map { " (\($0))" } ?? ""),
            remedy: "Try again. Whether it answers: roost host info\(option)")
    }
}

/// One row of the table that explains libvirt's errors.
private struct FailureRule {
    let codes: [LibvirtError.Code]
    /// What libvirt's message must hold, all of it, where the code alone says too little.
    var texts: [String] = []
    let kind: FailureKind
    /// Replaces libvirt's own words, where those would not help.
    var why: String?
    var remedy: String?

    func applies(to error: LibvirtError) -> Bool {
        (codes.isEmpty || codes.contains(error.code)) && texts.allSatisfy { error.message.contains($0) }
    }

    /// The first row that applies wins.
    static let all: [FailureRule] = [
        FailureRule(
            codes: [], texts: ["No space left on device"], kind: .resources,
            remedy: "Free some space, or choose another pool: roost pool list"),
        FailureRule(
            codes: [], texts: ["Cannot allocate memory"], kind: .resources,
            remedy: "Give the machine less memory, or stop another one: roost top"),
        FailureRule(
            codes: [], texts: ["cannot set up guest memory"], kind: .resources,
            remedy: "Give the machine less memory, or stop another one: roost top"),
        FailureRule(
            codes: [], texts: ["Failed to get \"write\" lock"], kind: .state,
            remedy: "Another machine or program uses the disk: stop it, or give this machine a disk of its own."),
        FailureRule(
            codes: [], texts: ["Failed to reserve port"], kind: .exists,
            why: "a port that the machine's display or console wants is taken",
            remedy: "Leave port= out, and a free one is taken, or give another."),
        FailureRule(
            codes: [], texts: ["Address already in use"], kind: .exists,
            why: "a port that the machine's display or console wants is taken",
            remedy: "Leave port= out, and a free one is taken, or give another."),
        FailureRule(
            codes: [.systemError], texts: ["Cannot access ", " file ", "No such file or directory"], kind: .notFound,
            remedy: "Put the file back, or take it out of the machine: roost edit"),
        FailureRule(
            codes: [.configurationUnsupported], texts: ["shared access for disk"], kind: .unsupported,
            why: "several machines can write to one disk only if it is raw",
            remedy: "Give the shared disk format=raw, or leave shareable out."),
        FailureRule(
            codes: [.operationFailed], texts: ["already exists with uuid"], kind: .exists,
            why: "the name is taken", remedy: "Choose another name."),
        FailureRule(
            codes: [.authenticationFailed, .authenticationUnavailable, .authenticationCancelled], kind: .permission,
            remedy: "Join the group that may use libvirt, then log in again: sudo usermod -aG libvirt \"$USER\""),
        FailureRule(
            codes: [.systemError, .noConnect], texts: ["libvirt-sock': Permission denied"], kind: .permission,
            remedy: "Join the group that may use libvirt, then log in again: sudo usermod -aG libvirt \"$USER\""),
        FailureRule(
            codes: [.internalError, .systemError, .operationFailed], texts: ["Permission denied"], kind: .permission,
            remedy:
                "The user that libvirt's daemon or QEMU runs as may not use that file or directory: check its owner and mode."
        ),
        FailureRule(
            codes: [.accessDenied, .operationDenied], kind: .permission,
            remedy: "This connection may only read, or the host's policy forbids it."),
        FailureRule(
            codes: [.systemError, .noConnect, .rpc, .internalError, .unknownHost, .noServer],
            texts: ["ailed to connect"],
            kind: .unreachable),
        FailureRule(codes: [.noConnect, .unknownHost], kind: .unreachable),
        FailureRule(
            codes: [
                .noDomain, .noNetwork, .noStoragePool, .noStorageVolume, .noSecret, .noInterface, .noNodeDevice,
                .noDomainSnapshot, .noDomainCheckpoint, .deviceMissing, .noNetworkFilter,
            ], kind: .notFound),
        FailureRule(
            codes: [.storageVolumeExists], kind: .exists, why: "the name of a volume is taken",
            remedy: "Choose another name."),
        FailureRule(codes: [.domainExists, .networkExists], kind: .exists),
        FailureRule(
            codes: [.operationInvalid, .invalidArgument], texts: ["no such screen"], kind: .notFound,
            why: "it has no screen of that number", remedy: "They count from 0, over all graphics cards."),
        FailureRule(
            codes: [.agentUnresponsive], kind: .state,
            remedy: "Install and start qemu-guest-agent in the guest, or do it without the agent."),
        FailureRule(
            codes: [.operationInvalid, .resourceBusy, .storagePoolBuilt, .blockCopyActive, .snapshotRevertRisky],
            kind: .state),
        FailureRule(codes: [.operationTimeout], kind: .timeout),
        FailureRule(codes: [.operationAborted], kind: .interrupted),
        FailureRule(
            codes: [
                .noSupport, .operationUnsupported, .argumentUnsupported, .configurationUnsupported, .cpuIncompatible,
            ], kind: .unsupported),
        FailureRule(
            codes: [.invalidArgument, .xmlError, .xmlDetail, .xmlInvalidSchema, .overflow, .invalidMAC, .invalidText],
            kind: .usage),
    ]
}

extension LibvirtError {
    /// libvirt's words without their standard prefixes, such as "internal error: ".
    var tidyMessage: String {
        var text = message
        for prefix in ["internal error: ", "operation failed: ", "Requested operation is not valid: ", "XML error: "] {
            if text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
        }
        // The account that the daemon tried a file as, in numbers.
        if let start = text.firstRange(of: " (as uid:")?.lowerBound,
            let end = text[start...].firstIndex(of: ")")
        {
            text.removeSubrange(start...end)
        }
        return text
    }
}
