import Libvirt
import LibvirtXML

/// Follows a machine's first boot until it can be logged in to, and finishes it: the guest's SSH keys are noted, and the seed,
/// which can hold secrets, is removed.
///
/// Whatever the guest offers tells how far it is: the agent, where there is one that may read files; else the serial log.
/// cloud-init's result is read from its file rather than asked of its program, which takes seconds of an emulated guest.
struct FirstBoot: Sendable {
    let machine: Machine
    let record: FirstBootRecord

    /// DHCP leases and a growing log have no event.
    private static let interval = Duration.seconds(1)

    private struct Progress {
        var log: SerialLogReader?
        var isCloudInitDone: Bool
        var hasAgent = false
        /// Whether the agent may not read files.
        var isAgentMute = false
    }

    /// - Returns: the addresses at which SSH answers; none for a machine that lets nobody in.
    func finished() async throws -> [MachineAddress] {
        let metadata = try await machine.metadata()
        var progress = Progress(isCloudInitDone: metadata.seed == nil)
        guard let log = try? await machine.serialLog(), metadata.seed != nil else {
            return try await follow(&progress, metadata)
        }
        record.restartLog()
        return try await log.holding { () throws in
            progress.log = SerialLogReader(log: log)
            return try await follow(&progress, metadata)
        }
    }

    private func follow(_ progress: inout Progress, _ metadata: MachineMetadata) async throws -> [MachineAddress] {
        var now = progress
        let found = try await machine.watching([.lifecycle, .agent], every: Self.interval) { wakeup in
            if try await machine.isStopped(wakeup) { throw stopped(metadata) }
            return try await look(&now, metadata, wakeup)
        }
        progress = now
        return found
    }

    private func look(
        _ progress: inout Progress, _ metadata: MachineMetadata, _ wakeup: Wakeup
    ) async throws -> [MachineAddress]? {
        // A host that cannot read it, such as one that gives no right to, leaves the agent.
        _ = try? await progress.log?.readNew { record.take($0) }
        if wakeup.isFirst { record.forgetPanic() }
        if let panic = record.log.panic { throw panicked(panic) }
        let description = try await machine.description()
        progress.hasAgent = description.agentIsConnected == true
        if progress.hasAgent { record.reach(.agent) }
        if !progress.isCloudInitDone {
            guard let result = try await cloudInitResult(&progress) else { return nil }
            record.reach(.cloudInit)
            progress.isCloudInitDone = true
            try await finish(metadata, hasAgent: progress.hasAgent)
            guard result.errors.isEmpty else { throw failed(result.errors) }
        }
        return try await answering()
    }

    private func cloudInitResult(_ progress: inout Progress) async throws -> CloudInitResult? {
        if progress.hasAgent, !progress.isAgentMute {
            do throws(LibvirtError) {
                let file = GuestFile(domain: machine.domain)
                if let bytes = try await file.read(CloudInitResult.path) { return CloudInitResult(parsing: bytes) }
                if try await file.read(CloudInitResult.disabledPath) != nil { throw LibvirtError.cloudInitDisabled }
                return nil
            } catch {
                if error == .cloudInitDisabled { throw disabled }
                // One that does not answer right now may do so later; the log counts in any case.
                progress.isAgentMute = error.code != .agentUnresponsive
            }
        }
        return record.log.reached.contains(.cloudInit) ? CloudInitResult(errors: record.log.problems) : nil
    }

    /// Notes what the guest's SSH server shows, and removes the seed.
    private func finish(_ metadata: MachineMetadata, hasAgent: Bool) async throws {
        var keys = hasAgent ? await machine.hostKeysFromAgent() : []
        if keys.isEmpty { keys = record.log.hostKeys }
        if !keys.isEmpty { try await machine.changeMetadata { $0.hostKeys = keys } }
        if let seed = metadata.seed { try await machine.removeSeed(seed) }
    }

    private func answering() async throws -> [MachineAddress]? {
        let addresses: [MachineAddress]
        do throws(Failure) {
            addresses = try await machine.guestAddresses(for: "Cannot wait for \(machine.label)")
        } catch {
            // Nobody can reach it over the network, and that was known before.
            if error.kind == .unsupported { return [] }
            if error.kind == .state { return nil }
            throw error
        }
        let found = try await machine.answeringSSH(addresses)
        guard !found.isEmpty else { return nil }
        record.reach(.ssh)
        return found
    }

    private func stopped(_ metadata: MachineMetadata) -> Failure {
        record.tellEnd()
        return Failure(
            .state, "\(machine.label) went off before its first boot had ended",
            remedy: "Look at its log: roost console --log \(machine.reference); start it again: roost start "
                + machine.reference)
    }

    private func failed(_ errors: [String]) -> Failure {
        record.tellEnd()
        return Failure(
            .general, "The first boot of \(machine.label) went wrong", why: errors.joined(separator: "; "),
            remedy:
                "The machine runs: roost console --log \(machine.reference), and in it /var/log/cloud-init-output.log.")
    }

    private func panicked(_ why: String) -> Failure {
        record.tellEnd()
        return Failure(
            .general, "The kernel of \(machine.label) has given up", why: why,
            remedy: "Start it anew: roost reset \(machine.reference), roost wait \(machine.reference) --for ready")
    }

    private var disabled: Failure {
        record.tellEnd()
        return Failure(
            .unsupported, "cloud-init in \(machine.label) has not begun",
            why: "it found no seed that it can read, or is switched off in the image",
            remedy: "Take an image that is made for clouds: roost image list")
    }
}

extension LibvirtError {
    fileprivate static let cloudInitDisabled = LibvirtError(
        code: .operationUnsupported, message: "cloud-init is disabled")
}
