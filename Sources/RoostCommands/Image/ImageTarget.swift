import ArgumentParser
import RoostCore

/// What is looked into, and how: a file of this computer, a volume, or a machine.
struct ImageTarget: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A file here, POOL/VOLUME, a machine, or the NAME of an image; of another host: HOST/POOL/VOLUME, HOST/NAME.",
            valueName: "image"), completion: .file())
    var image: String

    @Option(help: ArgumentHelp("Look into this part alone, as 'inspect' names it: vda1.", valueName: "part"))
    var part: String?

    @Flag(help: "Read it although a running machine writes to it: what is seen may be torn.")
    var whileRunning = false

    @Flag(help: "Follow an image to the one it stands on, wherever that lies.")
    var followBacking = false

    @OptionGroup var hosts: FleetOptions

    private var options: LookOptions { LookOptions(whileRunning: whileRunning, followsBacking: followBacking) }

    /// Opens it.
    func open() async throws -> LookInside {
        let inside = try await opened()
        if inside.isInUse {
            Report.warning(
                "A running machine writes to \(image): what is read may be torn, or not fit together.",
                hint: "For a sound view shut it down first.")
        }
        return inside
    }

    private func opened() async throws -> LookInside {
        let namesNoHost = hosts.host.isEmpty && !hosts.allHosts
        if namesNoHost, LocalFile.exists(image) {
            return try await .file(image, part: part, options)
        }
        if image.hasPrefix("./") || image.hasPrefix("../") {
            throw Failure(.notFound, "There is no file \(image)")
        }
        let fleet = try hosts.fleet
        if fleet.split(image, .volume).name.contains("/") {
            let volume: Volume
            do throws(Failure) {
                volume = try await fleet.volume(image, pool: nil)
            } catch {
                // HOST/NAME looks like POOL/VOLUME.
                guard error.kind == .notFound, !image.hasPrefix("/") else { throw error }
                let machine: Machine = try await Self.first(error) { () throws(Failure) in try await fleet.one(image) }
                return try await .machine(machine, part: part, options)
            }
            return try await .volume(volume, part: part, options)
        }
        let machine: Machine
        do throws(Failure) {
            machine = try await fleet.one(image)
        } catch {
            // An image of the host has a bare name too; machines go first.
            guard error.kind == .notFound || error.kind == .usage else { throw error }
            let found = try await Self.first(error) { () throws(Failure) in try await fleet.image(image) }
            return try await .volume(found.host.volume(VolumeAddress(found.image.path)), part: part, options)
        }
        return try await .machine(machine, part: part, options)
    }

    /// Looks for the other thing that a name may mean. Where that is not there either, the first failure is what is told.
    private static func first<Value>(
        _ failure: Failure, _ other: () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        do throws(Failure) {
            return try await other()
        } catch {
            throw [.notFound, .usage, .unsupported].contains(error.kind) ? failure : error
        }
    }
}
