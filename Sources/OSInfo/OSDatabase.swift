import FoundationEssentials
import Synchronization

/// The osinfo database of operating systems: names, devices that a release drives, resources it wants, media.
///
/// Reading the whole of it takes libosinfo a quarter of a second, so a single release is found by the text of the
/// files and only the files it depends on are read. `all(matching:)` and `identify(iso:)` read everything, once.
/// Every method blocks on file input and may be called from any thread.
public final class OSDatabase: Sendable {
    private struct State {
        var index: DatabaseIndex?
        var whole: LibraryDatabase?
        var everything: [OperatingSystem]?
    }

    private let location: DatabaseLocation
    private let state = Mutex(State())

    private init(location: DatabaseLocation) { self.location = location }

    /// Finds the database; reads nothing yet.
    public static func load() throws(OSDatabaseError) -> OSDatabase {
        try load(environment: ProcessInfo.processInfo.environment)
    }

    static func load(environment: [String: String]) throws(OSDatabaseError) -> OSDatabase {
        let location = DatabaseLocation(environment: environment)
        guard location.isInstalled else { throw .notInstalled(directory: location.system) }
        return OSDatabase(location: location)
    }

    /// Looks a release up by short name, identifier or full name; a release newer than the database leads to the
    /// nearest one of the same distribution.
    public func find(_ name: String) throws(OSDatabaseError) -> OSMatch {
        try state.withLock { (state) throws(OSDatabaseError) -> OSMatch in
            if !location.hasOverrides {
                let index = state.index ?? DatabaseIndex(directory: location.system)
                state.index = index
                let quick = Self.match(name, among: index.releases) { Self.operatingSystem(id: $0, from: index) }
                if let quick { return quick }
            }
            let everything = try readEverything(&state)
            let known = everything.map {
                KnownRelease(id: $0.id, shortIDs: [$0.shortID] + $0.aliases, name: $0.name)
            }
            return Self.match(name, among: known) { id in everything.first { $0.id == id } } ?? .none(suggestions: [])
        }
    }

    /// All releases, by short name in natural order. A pattern with `*` or `?` must cover a whole short name or full
    /// name; any other is looked for inside them. Letter case does not matter.
    public func all(matching pattern: String? = nil) throws(OSDatabaseError) -> [OperatingSystem] {
        let everything = try state.withLock { (state) throws(OSDatabaseError) -> [OperatingSystem] in
            try readEverything(&state)
        }
        guard let pattern else { return everything }
        let wanted = NamePattern(pattern)
        return everything.filter { system in
            ([system.shortID, system.name, system.id] + system.aliases).contains { wanted.matches($0) }
        }
    }

    /// Reads the volume descriptors of a local ISO image and looks them up. Opens nothing but a regular file.
    public func identify(iso path: String) throws(OSDatabaseError) -> InstallMedia {
        let volume = try ISOVolume(path: path)
        return try state.withLock { (state) throws(OSDatabaseError) -> InstallMedia in
            try readWhole(&state).identify(volume)
        }
    }

    /// Writes the script that answers a release's installer from its initial RAM disk.
    /// - Parameters:
    ///   - id: of ``OperatingSystem/id``.
    ///   - profile: `jeos` for a small system, `desktop` for one with a desktop.
    /// - Returns: nil where the database has no such script.
    public func installScript(
        for id: String, profile: String, _ answers: InstallAnswers
    ) throws(OSDatabaseError) -> InstallScript? {
        try state.withLock { (state) throws(OSDatabaseError) -> InstallScript? in
            try readWhole(&state).installScript(for: id, profile: profile, answers)
        }
    }

    /// Looks up an image of which only the first bytes are at hand, as when it lies on another computer.
    ///
    /// A release newer than the database is recognised by its volume's name where that follows its distribution's custom,
    /// and leads to the nearest one, as ``find(_:)`` does.
    /// - Parameter head: the image's first bytes, at least 36 KiB.
    /// - Returns: nil for what is not an ISO 9660 image.
    public func identify(head: [UInt8]) throws(OSDatabaseError) -> InstallMedia? {
        guard let volume = ISOVolume(head: head) else { return nil }
        let media = try state.withLock { (state) throws(OSDatabaseError) -> InstallMedia in
            try readWhole(&state).identify(volume)
        }
        guard media.operatingSystem == nil else { return media }
        for name in MediaName.releases(volume) {
            switch try find(name) {
            case .exact(let system), .nearest(let system, _, _):
                return InstallMedia(
                    operatingSystem: system, architecture: media.architecture, volumeID: media.volumeID,
                    kernelPath: nil,
                    initrdPath: nil, isBootable: media.isBootable, isLive: media.isLive, isGuessed: true)
            case .none: continue
            }
        }
        return media
    }

    private static func match(
        _ name: String, among known: [KnownRelease], read: (String) -> OperatingSystem?
    ) -> OSMatch? {
        switch NameResolution.resolve(name, among: known) {
        case .exact(let id): read(id).map(OSMatch.exact)
        case .nearest(let id, let reason): read(id).map { .nearest($0, asked: name, reason: reason) }
        case .none(let suggestions): OSMatch.none(suggestions: suggestions)
        }
    }

    /// Nil when the text misled and libosinfo sees another thing in the files.
    private static func operatingSystem(id: String, from index: DatabaseIndex) -> OperatingSystem? {
        guard let directory = try? PartialDirectory(linking: index.closure(of: id), of: index.directory),
            let system = try? LibraryDatabase(directory: directory.path).operatingSystem(id: id),
            index.releases.first(where: { $0.id == id })?.shortIDs.contains(system.shortID) == true
        else { return nil }
        return system
    }

    private func readEverything(_ state: inout State) throws(OSDatabaseError) -> [OperatingSystem] {
        if let everything = state.everything { return everything }
        let everything = try readWhole(&state).operatingSystems
            .sorted { NaturalOrder.precedes($0.shortID, $1.shortID) }
        state.everything = everything
        return everything
    }

    private func readWhole(_ state: inout State) throws(OSDatabaseError) -> LibraryDatabase {
        if let whole = state.whole { return whole }
        // The default places bring libosinfo to read the PCI and USB name lists too, at twice the time.
        let whole = try LibraryDatabase(directory: location.hasOverrides ? nil : location.system)
        state.whole = whole
        return whole
    }
}
