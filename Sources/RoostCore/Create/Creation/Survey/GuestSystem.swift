import Dispatch
import OSInfo

/// Which operating system a machine is for, as far as it was named or can be seen.
struct GuestSystem: Sendable {
    var system: OSInfo.OperatingSystem?
    /// What the disc is that is installed from.
    var media: InstallMedia?
    /// What its author should know, a sentence each.
    var notices: [String] = []

    /// Looks the system up without holding up the caller's thread: the database is files, and much of it.
    /// - Parameters:
    ///   - medium: the first bytes of the CD-ROM that it is to be installed from, where they can be read.
    ///   - imageSystem: what an image is said to hold; a name that this computer does not know counts as none.
    /// - Throws: ``Failure`` for a name that means nothing, and when a system is required and none is found.
    static func find(
        for request: MachineRequest, medium: [UInt8]?, imageSystem: String? = nil
    ) async throws(Failure) -> GuestSystem {
        let found = await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .userInitiated).async {
                continuation.resume(returning: Result { () throws(Failure) in try look(request, medium, imageSystem) })
            }
        }
        return try found.get()
    }

    private static func look(
        _ request: MachineRequest, _ medium: [UInt8]?, _ imageSystem: String?
    ) throws(Failure) -> GuestSystem {
        var guest: GuestSystem
        if let name = request.os?.name ?? request.os?.id {
            guest = try named(name)
        } else {
            guest = GuestSystem()
            if request.os?.detects != false, let medium { guest = recognise(medium) }
            if request.os?.detects != false, let imageSystem { guest.system = try? named(imageSystem).system }
        }
        // Which system it is may be said; where its installer lies on the disc is still to be looked up.
        if request.unattended != nil, guest.media == nil, let medium { guest.media = recognise(medium).media }
        guard guest.system == nil else { return guest }
        if request.os?.isRequired == true {
            throw Failure(
                .usage, "--os-variant: no operating system was found, and one is required",
                remedy: "Name it; 'roost os list' shows what is known.")
        }
        if request.install == .importDisk || request.cloud != nil, request.os == nil {
            guest.notices.append(
                "No operating system is named: the machine gets the devices of a recent Linux. --os-variant NAME changes that."
            )
        }
        return guest
    }

    private static func recognise(_ medium: [UInt8]) -> GuestSystem {
        let found: InstallMedia?
        do {
            found = try OSDatabase.load().identify(head: medium)
        } catch {
            return GuestSystem(notices: ["The CD-ROM cannot be looked up: \(error)."])
        }
        guard let found else { return GuestSystem() }
        let title = found.volumeID.map { " \(ValueProblem.quote($0))" } ?? ""
        guard let system = found.operatingSystem else {
            return GuestSystem(
                media: found, notices: ["The CD-ROM\(title) is not known to the database of operating systems."])
        }
        return GuestSystem(
            system: system, media: found,
            notices: [
                found.isGuessed
                    ? "The CD-ROM\(title) is newer than the database of operating systems: the machine gets the devices that suit \(system.name)."
                    : "The CD-ROM holds \(system.name): the machine gets the devices that suit it."
            ])
    }

    private static func named(_ name: String) throws(Failure) -> GuestSystem {
        let match: OSMatch
        do {
            match = try OSDatabase.load().find(name)
        } catch {
            return GuestSystem(notices: ["--os-variant \(name) is not used: \(error)."])
        }
        switch match {
        case .exact(let system): return GuestSystem(system: system)
        case .nearest(let system, _, let reason): return GuestSystem(system: system, notices: ["\(reason)."])
        case .none(let suggestions):
            let nearest = suggestions.isEmpty ? "" : "Did you mean \(suggestions.joined(separator: ", "))? "
            throw Failure(
                .usage, "--os-variant: there is no operating system '\(name)'",
                remedy: "\(nearest)'roost os list' shows all.")
        }
    }
}
