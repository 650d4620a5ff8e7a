import ArgumentParser
import RoostCore
import TerminalOutput

struct PoolShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a storage pool.")

    @Argument(help: "The pool's name or UUID.", completion: .pools)
    var pool: String

    @Flag(help: "Print libvirt's own description.")
    var xml = false

    @OptionGroup var output: OutputOptions
    @OptionGroup var hosts: FleetOptions

    func run() async throws {
        let pool = try await hosts.site().pool(pool)
        if xml { return try Report.document(try await pool.xml()) }
        let details = try await pool.details()
        try Report.answer(details, output, names: [pool.name]) { view(of: details).render(styling: Report.styling) }
    }

    private func view(of details: PoolDetails) -> KeyValueView {
        let row = details.pool
        var view = KeyValueView()
        view.add("Name", row.name)
        view.add("UUID", row.uuid)
        view.add("Type", row.type)
        view.add("State", .activity(row.active))
        view.add("Autostart", .yesNo(row.autostart))
        view.add("Persistent", .yesNo(row.persistent))
        view.add("Path", row.path)
        view.add("Mode", details.mode)
        view.add("Sources", details.sources.map { Cell($0) })
        if row.active {
            view.add("Capacity", .bytes(row.capacity))
            view.add("Used", .bytes(row.allocation))
            view.add("Free", .bytes(row.available))
        }
        view.add("Volumes", details.volumes.map { "\($0)" })
        view.add("Unfinished uploads", details.unfinishedUploads.map { Cell($0, style: .yellow) })
        return view
    }
}
