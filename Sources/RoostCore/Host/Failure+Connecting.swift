import Libvirt

extension Failure {
    /// A connection that was not opened, for one of three reasons.
    init(connectingTo uri: HostURI, _ error: OpeningError) {
        switch error {
        case .libvirt(let error): self.init(connectingTo: uri, error)
        case .cancelled: self.init(.interrupted, "Cannot connect to \(uri): stopped")
        case .timedOut(let limit):
            self.init(
                .unreachable, "Cannot connect to \(uri)",
                why: "its libvirt daemon has not answered within \(limit.inSeconds)",
                remedy: uri.isLocal
                    ? "It may be frozen or very busy: see its log, or restart it."
                    : "Check that the host is on, and that the network leads to it.")
        }
    }

    /// A connection that could not be opened: of kind unreachable unless the host answered and did not let the user in.
    init(connectingTo uri: HostURI, _ error: LibvirtError) {
        let task = "Cannot connect to \(uri)"
        let general = Failure(task, error)
        guard general.kind != .interrupted else {
            self = general
            return
        }
        let message = error.message
        let transport = uri.transport
        if error.domain == .dbus {
            // The daemon asks polkit over D-Bus, and refuses everybody where it cannot.
            self.init(
                .permission, task, why: "without D-Bus the daemon cannot ask polkit whether you may",
                remedy: "Start D-Bus and polkit, then: \(Self.joiningTheGroup)")
        } else if error.code == .noConnect {
            self.init(
                .unreachable, task, why: "libvirt \(uri.isLocal ? "here" : "there") has no driver for '\(uri.driver)'",
                remedy: uri.driver == "qemu"
                    ? "sudo apt-get install libvirt-daemon-driver-qemu  (Fedora, RHEL: sudo dnf install libvirt-daemon-kvm)"
                    : "Give another host: qemu:///system, for example.")
        } else if transport == nil || transport == "unix", general.kind == .permission {
            self.init(
                .permission, task,
                why: error.code == .systemError ? "its socket is closed to you" : "polkit does not let you",
                remedy: "\(Self.joiningTheGroup), then log in again")
        } else if uri.isOverSSH, message.contains("Permission denied") {
            self.init(.permission, task, why: general.why, remedy: uri.remedy)
        } else if general.kind == .permission {
            self.init(
                .permission, task, why: general.why,
                remedy: "The daemon there has users or certificates of its own: ask its owner.")
        } else if message.contains("Unable to resolve address") || message.contains("Could not resolve hostname") {
            self.init(.unreachable, task, why: general.why, remedy: "Check the name of the host.")
        } else {
            self.init(.unreachable, task, why: general.why, remedy: uri.remedy)
        }
    }

    private static let joiningTheGroup = "sudo usermod -aG libvirt \"$USER\""
}

extension HostURI {
    /// Whether ssh carries it, be it Roost's login, one of libvirt's own, or a library's.
    var isOverSSH: Bool { transport.map { ["ssh", "libssh", "libssh2"].contains($0) } ?? false }

    /// The text for libvirt: its own ssh is told where it must not ask.
    func asking(_ mayAsk: Bool) -> HostURI {
        guard transport == "ssh", !mayAsk, let query, query["no_tty"] == nil else { return self }
        return adding("no_tty=1")
    }

    /// What helps when nobody answers at the other end of its transport; nil for this computer's own daemons.
    fileprivate var remedy: String? {
        switch transport {
        case "ssh", "libssh", "libssh2":
            "See whether ssh logs you in without a question: \(sshCommand ?? "ssh USER@HOST")"
        case "tls":
            "TLS needs certificates on both sides and a daemon that listens for it; ssh needs neither: \(overSSH)"
        case "tcp": "The daemon there has to listen for TCP; over ssh it need not: \(overSSH)"
        case "unix": "Check the path of the socket, and that a libvirt daemon listens there."
        case "ext": "Run the command of the URI by hand to see what it says."
        default: nil
        }
    }

    private var overSSH: String { "--host qemu+ssh://\(authority.isEmpty ? "USER@HOST" : host)/system" }

    private var host: String {
        guard let colon = authority.lastIndex(of: ":"), authority[colon...].dropFirst().allSatisfy(\.isNumber) else {
            return authority
        }
        return String(authority[..<colon])
    }

    /// nil where a name holds what a shell would not take as it is.
    private var sshCommand: String? {
        guard
            authority.utf8.allSatisfy({ byte in
                UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                    || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "@.:-_".utf8.contains(byte)
            }), !authority.isEmpty, !authority.hasPrefix("-")
        else { return nil }
        let port = authority.dropFirst(host.count + 1)
        return "ssh \(port.isEmpty ? "" : "-p \(port) ")\(host)"
    }
}
