import ArgumentParser
import RoostCore

struct PoolCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a storage pool and start it, now and with the host.",
        discussion: "A directory that is missing is made. When a step fails, nothing is left behind.")

    @Argument(help: "The pool's name.")
    var name: String

    @Option(help: "The directory on the host.", completion: .directory)
    var path: String?

    @Option(help: "The kind of pool; all but dir need --xml.")
    var type = "dir"

    @Option(
        help: "A file with libvirt's description of the pool, for kinds such as logical and netfs.", completion: .file()
    )
    var xml: String?

    @Flag(inversion: .prefixedNo, help: "Start it now.")
    var start = true

    @Flag(inversion: .prefixedNo, help: "Start it together with the host.")
    var autostart = true

    @OptionGroup var host: HostOptions

    func run() async throws {
        let fleet = try host.fleet
        let hosted = fleet.split(name, .item)
        let source = try source()
        let pool = try await fleet.host(for: hosted).createPool(
            PoolRequest(name: hosted.name, source: source, start: start, autostart: autostart))
        Report.notice("Created pool \(pool.label)\(start ? " and started it" : "")")
    }

    private func source() throws -> PoolRequest.Source {
        let task = "Cannot create pool \(name)"
        switch (path, xml) {
        case (_?, _?): throw Failure(.usage, task, why: "--path and --xml exclude each other")
        case (nil, let file?): return .xml(try TextFile.read(file, for: task))
        case (let path?, nil):
            guard type == "dir" else {
                throw Failure(
                    .usage, task, why: "a pool of type \(type) is more than a path",
                    remedy: "Describe it in a file: --xml FILE (https://libvirt.org/formatstorage.html)")
            }
            return .directory(path: path)
        case (nil, nil):
            throw Failure(
                .usage, task, why: "it has no place", remedy: "Say --path DIR, or --xml FILE for other kinds.")
        }
    }
}
