import RoostCore
import TerminalOutput

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension MachineDetail {
    /// For people: sections of labels and values.
    var view: KeyValueView {
        var view = KeyValueView()
        addHead(to: &view)
        view.addSection("Resources")
        view.add("CPUs", vcpus == maximumVCPUs ? "\(vcpus)" : "\(vcpus), at most \(maximumVCPUs)")
        view.add("Memory", memoryText)
        view.add("Machine", [architecture, machineType].compactMap(\.self).joined(separator: ", "))
        view.add("Firmware", firmware)
        view.add("Acceleration", acceleration)
        view.addSection("Disks")
        for disk in disks { view.add(disk.target, disk.lines.map { Cell($0) }) }
        view.addSection("Network")
        for interface in interfaces { view.add(interface.mac ?? "card", interface.lines.map { Cell($0) }) }
        if !graphics.isEmpty {
            view.addSection("Screen")
            for screen in graphics { view.add(screen.type, screen.line) }
        }
        if !snapshots.isEmpty {
            view.addSection("Snapshots")
            for snapshot in snapshots { view.add(snapshot.name, snapshot.line) }
        }
        return view
    }

    private func addHead(to view: inout KeyValueView) {
        view.add("Name", name)
        view.add("Title", title)
        let state = Cell.state(state)
        view.add("State", Cell(state.text + (reason.map { " (\($0))" } ?? ""), style: state.style))
        view.add("UUID", uuid)
        view.add("Id", id.map(String.init))
        view.add("Host", host)
        view.add("System", os.map { $0.name ?? $0.id })
        view.add("Guest agent", agentConnected.map { $0 ? "connected" : "not connected" })
        view.add("Autostart", autostart ? "yes" : "no")
        if !persistent { view.add("Persistent", "no: it is gone when it stops") }
        if hasSavedState { view.add("Saved state", "yes: the next start goes on from there") }
        if !tags.isEmpty { view.add("Tags", tags.joined(separator: ", ")) }
        if let notes { view.add("Notes", notes.split(separator: "\n").map { Cell(String($0)) }) }
    }

    private var memoryText: String? {
        guard let memory = memory ?? maximumMemory else { return nil }
        let now = ByteCount(memory).formatted
        guard let maximumMemory, maximumMemory != memory else { return now }
        return "\(now), at most \(ByteCount(maximumMemory).formatted)"
    }
}

extension MachineDisk {
    /// Where it is, then its sizes, then what lies below.
    fileprivate var lines: [String] {
        let kind = [device == "disk" ? nil : device, bus, format, readOnly ? "read-only" : nil]
        var lines = ["\(source ?? "empty")  (\(kind.compactMap(\.self).joined(separator: ", ")))"]
        if let capacity {
            let stored = (allocation ?? physical).map { ", \(ByteCount($0).formatted) stored" } ?? ""
            lines.append(ByteCount(capacity).formatted + stored)
        }
        lines += (backing ?? []).map { "over \($0)" }
        return lines
    }
}

extension MachineInterface {
    /// What it is plugged into, then its addresses.
    fileprivate var lines: [String] {
        let place = [type, source].compactMap(\.self).joined(separator: " ")
        let kind = [model, device].compactMap(\.self).joined(separator: ", ")
        return [kind.isEmpty ? place : "\(place)  (\(kind))"]
            + addresses.map { address in
                "\(address.address)\(address.prefix.map { "/\($0)" } ?? "")  (\(address.source.rawValue))"
            }
    }
}

extension MachineGraphics {
    fileprivate var line: String {
        let place = socket ?? [listen, port.map(String.init)].compactMap(\.self).joined(separator: ":")
        let password = hasPassword.map { $0 ? "with a password" : "without a password" }
        return [place.isEmpty ? nil : place, password].compactMap(\.self).joined(separator: ", ")
    }
}

extension MachineSnapshot {
    fileprivate var line: String {
        let time = created.map { $0.formatted(.iso8601) }
        return [current ? "current" : nil, time, state, description].compactMap(\.self).joined(separator: ", ")
    }
}
