extension HostJudge {
    var security: [HostFinding] { [driver, displays, standardListen, plainTCP].compactMap(\.self) }

    private var driver: HostFinding? {
        let (id, title) = ("security.driver", "Guests kept apart")
        guard let libvirt = look.libvirt else { return nil }
        if let model = libvirt.securityModels.first(where: { $0 == "selinux" || $0 == "apparmor" }) {
            if model == "selinux", look.text("selinux") == "0" {
                return finding(
                    id, .security, title, .warning, "SELinux only warns (permissive)", remedy: ["setenforce 1"])
            }
            return finding(id, .security, title, .ok, model == "selinux" ? "SELinux" : "AppArmor")
        }
        let kernel = look.text("apparmor") == "Y" ? "AppArmor" : look.text("selinux") != nil ? "SELinux" : nil
        guard let kernel else {
            return finding(
                id, .security, title, .warning,
                "neither SELinux nor AppArmor is on: a guest that breaks out of QEMU reaches the others' disks")
        }
        return finding(
            id, .security, title, .warning, "\(kernel) is on, and libvirt does not use it",
            advice: look.setting("security_driver").map { "/etc/libvirt/qemu.conf says security_driver = \"\($0)\"." }
                ?? "See the daemon's log; AppArmor needs apparmor-utils and libvirt's profiles.")
    }

    private var displays: HostFinding? {
        let (id, title) = ("security.displays", "Displays without a password")
        guard let open = look.libvirt?.openDisplays else { return nil }
        if open.isEmpty { return finding(id, .security, title, .ok) }
        if look.setting("vnc_sasl") == "1" || look.has("conf.vncpassword", "yes") {
            return finding(id, .security, title, .ok, "qemu.conf asks for one")
        }
        let told = open.prefix(10).map { "\($0.machine) (\($0.kind) on \($0.address))" }
        return note(
            finding(
                id, .security, title, .failure,
                "others can see and steer \(told.joined(separator: ", "))\(open.count > 10 ? ", and \(open.count - 10) more" : "")",
                advice:
                    "Let them listen on 127.0.0.1: Roost reaches them through its login. In each machine: <graphics … listen='127.0.0.1'>, then off and on."
            ),
            open.prefix(10).map { "roost edit \($0.reference)" }, nil)
    }

    /// Where machines that say nothing of it listen.
    private var standardListen: HostFinding? {
        let open = ["vnc_listen", "spice_listen"].filter { name in
            look.setting(name).map { !["127.0.0.1", "::1", "localhost"].contains($0) } ?? false
        }
        guard !open.isEmpty, look.setting("vnc_sasl") != "1", !look.has("conf.vncpassword", "yes") else { return nil }
        return finding(
            "security.listen", .security, "Where displays listen", .warning,
            open.map { "\($0) = \(look.setting($0) ?? "")" }.joined(separator: ", ")
                + " in /etc/libvirt/qemu.conf, without a password",
            advice: "Set it to 127.0.0.1, or give machines passwords.")
    }

    private var plainTCP: HostFinding? {
        guard look.daemonSetting("listen_tcp") == "1", look.daemonSetting("auth_tcp") == "none" else { return nil }
        return finding(
            "security.tcp", .security, "libvirt on the network", .failure,
            "libvirtd.conf opens it to everybody: listen_tcp = 1 and auth_tcp = \"none\"",
            advice: "Anybody who reaches the port is root on this host. Take listen_tcp out; ssh needs none.")
    }
}
