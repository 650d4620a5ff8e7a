import ArgumentParser
import RoostClient
import RoostCore
import TerminalOutput

struct HostInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show the host: versions, processor, memory, acceleration, free space.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let info = try await host.site().hostInfo()
        try Report.answer(info, output, names: [info.hostname]) {
            var view = KeyValueView()
            info.add(to: &view)
            return view.render(styling: Report.styling)
        }
    }
}

extension HostInfo {
    /// For people.
    func add(to view: inout KeyValueView) {
        view.add("Host", hostname)
        view.add("URI", uri)
        view.add("Hypervisor", [hypervisor, hypervisorVersion].compactMap(\.self).joined(separator: " "))
        view.add("libvirt", libvirtVersion + (daemon.map { " (\($0))" } ?? ""))
        view.add(
            "Processor",
            [processor.architecture, processor.vendor, processor.model].compactMap(\.self).joined(separator: " "))
        view.add(
            "Processors",
            "\(processor.count) (sockets \(processor.sockets), cores \(processor.cores), threads \(processor.threads))")
        view.add("Memory", .bytes(memory))
        if let free = freeMemory { view.add("Free memory", .bytes(free)) }
        view.add(
            "Acceleration",
            Cell(
                accelerated ? "KVM" : "none: \(emulationReason ?? "machines are emulated")",
                style: accelerated ? .green : .yellow))
        view.add("Machines", "\(machines.running) of \(machines.total) running")
        view.add("Networks", "\(networks.running) of \(networks.total) running")
        view.add(
            "Pools",
            pools.map { pool in
                Cell("\(pool.name): \(pool.active ? "\(ByteCount(pool.available).formatted) free" : "inactive")")
            })
    }
}
