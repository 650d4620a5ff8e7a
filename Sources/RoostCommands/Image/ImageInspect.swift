import ArgumentParser
import RoostCore
import TerminalOutput

struct ImageInspect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what an image or a machine's disks hold: file systems, system, kernels, virtio.",
        discussion: "It is only read, by programs in a sandbox; nothing of it is mounted by this computer's kernel.")

    @OptionGroup var target: ImageTarget
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let found = try await target.open().inspect()
        try Report.answer(found, output, names: found.parts.map(\.name)) { Self.text(found) }
    }

    private static func text(_ found: ImageInspection) -> String {
        var view = KeyValueView()
        for disk in found.disks {
            view.addSection("Disk \(disk.name)")
            view.add("Path", disk.path)
            view.add("Format", disk.format)
            view.add("Size", .bytes(disk.virtualSize))
            if let allocation = disk.allocation { view.add("Used", .bytes(allocation)) }
            view.add("Stands on", disk.backing.map { Cell($0) })
            view.add("Partitions", disk.partitionTable ?? "none")
        }
        var table = Table(columns: [
            Column("PART"), Column("SIZE", alignment: .right), Column("FILE SYSTEM"), Column("LABEL"),
            Column("MOUNTED AT"),
            Column("UUID"),
        ])
        for part in found.parts {
            table.append([
                Cell(part.name), .bytes(part.size), Cell(part.fileSystem ?? "-"), Cell(part.label ?? ""),
                Cell(part.problem ?? part.mountPoints.joined(separator: ", ")), Cell(part.uuid ?? ""),
            ])
        }
        let parts = "\n" + table.render(width: StreamOutput.standardOutput.columns, styling: Report.styling)
        return view.render(styling: Report.styling) + parts + system(found.system)
    }

    private static func system(_ system: InstalledSystem?) -> String {
        guard let system else { return "\nNo operating system was found.\n" }
        var view = KeyValueView()
        view.addSection("System")
        view.add("Name", system.name)
        view.add("OS variant", system.osinfo)
        view.add("Architecture", system.architecture)
        view.add("Host name", system.hostname)
        view.add("Packages", system.packages.map { packages($0) })
        view.add("Init", system.initSystem)
        view.add("Bootloader", system.bootloaders.isEmpty ? nil : system.bootloaders.joined(separator: ", "))
        view.add("Firmware", system.firmware.isEmpty ? nil : system.firmware.joined(separator: ", "))
        view.add("cloud-init", system.cloudInit ? "yes" : "no")
        view.add("Guest agent", system.guestAgent ? "yes" : "no")
        for kernel in system.kernels {
            view.addSection("Kernel \(kernel.version)")
            view.add("Initramfs", kernel.initramfs ?? "none")
            for driver in GuestKernel.drivers {
                view.add(driver, kernel.virtio[driver].map { word($0) })
            }
        }
        return "\n" + view.render(styling: Report.styling)
    }

    private static func packages(_ packages: InstalledSystem.Packages) -> String {
        guard let count = packages.count else {
            return "not counted (\(packages.manager)" + (packages.problem.map { ": \($0))" } ?? ")")
        }
        return "\(count) (\(packages.manager))"
    }

    private static func word(_ driver: GuestKernel.Driver) -> String {
        switch driver {
        case .builtIn: "built in"
        case .initramfs: "module, in the initramfs"
        case .module: "module"
        case .missing: "missing"
        }
    }
}
