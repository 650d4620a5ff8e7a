extension HostJudge {
    var services: [HostFinding] {
        guard let daemon = look.text("daemon") else { return [] }
        return [running(daemon), autostart(daemon), logging, clock].compactMap(\.self)
    }

    private var isModular: Bool {
        look.has("daemon", "virtqemud") && !look.has("daemon", "libvirtd") || look.unit("virtqemud.socket").isEnabled
    }
    /// Of systemd, where each of libvirt's tasks has a daemon of its own.
    static let modularUnits = ["virtqemud.socket", "virtnetworkd.socket", "virtstoraged.socket", "virtnodedevd.socket"]

    private var units: [String] { isModular ? Self.modularUnits : ["libvirtd.service"] }

    private func running(_ daemon: String) -> HostFinding {
        let (id, title) = ("services.libvirt", "The libvirt daemon")
        let layout = isModular ? "modular (virtqemud)" : "monolithic (libvirtd)"
        if look.libvirt != nil { return finding(id, .services, title, .ok, layout) }
        if look.isLibvirtClosed {
            return finding(
                id, .services, title, .unknown,
                "\(look.text("user") ?? "this user") may not ask it, so nothing is known of machines",
                advice: "See your groups below.")
        }
        let isThere = !look.lines("socket").isEmpty
        let fix = starting(
            units, title: "Start the libvirt daemon" + (look.hasSystemd ? ", now and at every start" : ""))
        if !isThere || look.libvirtProblem?.hasPrefix(Failure.noDaemon) == true {
            return finding(id, .services, title, .failure, "it does not run", remedy: fix.commands, fix: fix)
        }
        return finding(
            id, .services, title, .failure, "it does not answer: \(look.libvirtProblem ?? "no reason is known")",
            remedy: look.hasSystemd ? ["systemctl restart \(isModular ? "virtqemud" : daemon)"] : fix.commands,
            fix: look.lines("process").contains(daemon) ? nil : fix)
    }

    private func autostart(_ daemon: String) -> HostFinding? {
        let (id, title) = ("services.autostart", "Starting together with the host")
        guard look.hasSystemd else {
            return finding(
                id, .services, title, .note, "no systemd runs here: something else has to start \(daemon)",
                remedy: Self.directStart.map { String($0.split(separator: "|").last ?? "").trimmingSpaces })
        }
        let wanted = isModular ? units : ["libvirtd.service", "libvirtd.socket"]
        let enabled = wanted.filter { look.unit($0).isEnabled }
        let isGood = isModular ? enabled.count == wanted.count : !enabled.isEmpty
        guard !isGood else { return finding(id, .services, title, .ok, enabled.joined(separator: ", ")) }
        let fix = starting(units, title: "Have libvirt start with the host")
        return finding(
            id, .services, title, .warning,
            "\(wanted.filter { !enabled.contains($0) }.joined(separator: ", ")) is not enabled: after a restart no machine starts",
            remedy: fix.commands, fix: fix)
    }

    private var logging: HostFinding? {
        guard look.libvirt != nil else { return nil }
        let runs = look.has("process", "virtlogd") || look.unit("virtlogd.socket").isActive
        let fix =
            look.hasSystemd
            ? HostChange(title: "Start virtlogd", commands: ["systemctl enable --now virtlogd.socket"])
            : HostChange(title: "Start virtlogd", commands: ["virtlogd -d"])
        return runs
            ? finding("services.virtlogd", .services, "Logs of machines (virtlogd)", .ok)
            : finding(
                "services.virtlogd", .services, "Logs of machines (virtlogd)", .failure,
                "virtlogd does not run: machines with logs do not start", remedy: fix.commands, fix: fix)
    }

    private var clock: HostFinding {
        let (id, title) = ("services.time", "The clock")
        if let offset = look.clockOffset, abs(offset) > 5 {
            return finding(
                id, .services, title, .warning, "it differs from this computer's by \(abs(offset)) s",
                advice: "Guests take their time from it, and migration and certificates suffer.",
                remedy: look.hasSystemd ? timeService.commands : [],
                fix: look.hasSystemd ? timeService : nil)
        }
        let services = ["chronyd", "ntpd", "systemd-timesyn"].filter { look.has("process", $0) }
        if look.text("clock.synchronized") == "yes" || look.text("clock.synchronized") == "true" {
            return finding(id, .services, title, .ok, "synchronized")
        }
        if let service = services.first {
            let name = service == "systemd-timesyn" ? "systemd-timesyncd" : service
            return finding(
                id, .services, title, look.hasSystemd ? .note : .ok,
                look.hasSystemd ? "\(name) runs, and has not synchronized it yet" : "\(name) runs")
        }
        let isContainer = look.text("container").map { $0 != "none" } ?? false
        return finding(
            id, .services, title, isContainer ? .note : .warning,
            "nothing sets it: no chronyd, ntpd or systemd-timesyncd runs",
            remedy: look.hasSystemd ? timeService.commands : [],
            fix: look.hasSystemd && !isContainer ? timeService : nil)
    }

    private var timeService: HostChange {
        let package = distribution.package("systemd-timesyncd")
        let unit = package == "chrony" ? "chronyd.service" : "systemd-timesyncd.service"
        let name = look.unit(unit).isLoaded ? [] : distribution.install([package])
        return HostChange(
            title: "Set the clock by the network (\(package))", commands: name + ["systemctl enable --now \(unit)"])
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
