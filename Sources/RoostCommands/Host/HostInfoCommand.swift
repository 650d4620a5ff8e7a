import ArgumentParser
import RoostCore
import TerminalOutput

struct HostInfoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Show the host: versions, processor, memory, acceleration, free space.")

    @OptionGroup var output: OutputOptions
    @OptionGroup var host: HostOptions

    func run() async throws {
        let info = try await host.connect().info()
        try Report.answer(info, output, names: [info.hostname]) { view(of: info).render(styling: Report.styling) }
    }

    private func view(of info: HostInfo) -> KeyValueView {
        let processor = info.processor
        var view = KeyValueView()
        view.add("Host", info.hostname)
        view.add("URI", info.uri)
        view.add("Hypervisor", [info.hypervisor, info.hypervisorVersion].compactMap(\.self).joined(separator: " "))
        view.add("libvirt", info.libvirtVersion + (info.daemon.map { " (\($0))" } ?? ""))
        view.add(
            "Processor",
            [processor.architecture, processor.vendor, processor.model].compactMap(\.self).joined(separator: " "))
        view.add(
            "Processors",
            "\(processor.count) (sockets \(processor.sockets), cores \(processor.cores), threads \(processor.threads))")
        view.add("Memory", .bytes(info.memory))
        if let free = info.freeMemory { view.add("Free memory", .bytes(free)) }
        view.add(
            "Acceleration",
            Cell(
                info.accelerated ? "KVM" : "none: \(info.emulationReason ?? "machines are emulated")",
                style: info.accelerated ? .green : .yellow))
        view.add("Machines", "\(info.machines.running) of \(info.machines.total) running")
        view.add("Networks", "\(info.networks.running) of \(info.networks.total) running")
        view.add(
            "Pools",
            info.pools.map { pool in
                Cell("\(pool.name): \(pool.active ? "\(ByteCount(pool.available).formatted) free" : "inactive")")
            })
        return view
    }
}
