import Libvirt

/// Explains why the libvirt of a host that was logged in to cannot be used.
struct RemoteProblem: Sendable {
    let login: HostLogin
    /// nil where nothing was seen of the host yet.
    let look: RemoteLook?

    private var task: String { "Cannot connect to \(login.name)" }
    private var service: RemoteService { login.route.service }

    /// The host does not react though it is logged in to.
    var silent: Failure {
        Failure(
            .unreachable, task, why: "the host does not answer",
            remedy: "Check that it is on, and try again; a new login: \(disconnect)")
    }

    /// The near ssh is stopped, or hangs.
    var frozen: Failure {
        Failure(
            .unreachable, task, why: "the ssh that is logged in to it does not react", remedy: "End it: \(disconnect)")
    }

    /// There is no socket.
    var missing: Failure {
        if case .socket(let path) = service.place {
            return Failure(
                .unreachable, task, why: "there is no socket \(path) on it", remedy: "Correct socket= of the URI.")
        }
        if service.place == .session, user == "root" {
            return Failure(
                .unsupported, task, why: "root has no session of its own there",
                remedy: "Use the system's daemon: a URI that ends in /system, or no session: true in the hosts file.")
        }
        guard let daemon = look?.daemons.first else {
            return Failure(
                .unreachable, task, why: "libvirt's daemon is not installed there",
                remedy: "\(ssh) sudo apt-get install libvirt-daemon-system qemu-system"
                    + "  (Fedora, RHEL: \(ssh) sudo dnf install libvirt qemu-kvm)")
        }
        if service.place == .session {
            return Failure(
                .unreachable, task, why: "the session daemon of \(user) does not start",
                remedy: "See why: \(ssh) \(daemon) --timeout=1")
        }
        return Failure(.unreachable, task, why: "\(Failure.noDaemon) there", remedy: start(daemon, isRunning: false))
    }

    /// The sockets are there, but not for this user.
    func closed(_ sockets: [RemoteSocket]) -> Failure {
        let socket = sockets.first
        return Failure(
            .permission, task,
            why:
                "\(user) may not open \(socket?.path ?? "its socket") there, which is for the group \(socket?.group ?? "libvirt")",
            remedy: joining(socket?.group))
    }

    /// It was reached, or not.
    func failure(_ error: OpeningError) -> Failure {
        switch error {
        case .cancelled: return Failure(.interrupted, "\(task): stopped")
        case .timedOut(let limit):
            return Failure(
                .unreachable, task, why: "its libvirt daemon has not answered within \(limit.inSeconds)",
                remedy: look?.daemons.first.map { start($0, isRunning: true) }
                    ?? "See whether the host and the daemon are well: \(ssh) systemctl status libvirtd")
        case .libvirt(let error):
            if error.domain == .dbus || error.code.isOfAuthentication {
                return Failure(
                    .permission, task, why: "the host's polkit does not let \(user) use libvirt", remedy: joining(nil))
            }
            let general = Failure(connectingTo: login.uri, error)
            guard self.error(isOfTransport: error) else {
                return Failure(general.kind, task, why: general.why, remedy: general.remedy)
            }
            return Failure(
                .unreachable, task,
                why: "its libvirt daemon does not answer (\(error.tidyMessage))",
                remedy: look?.daemons.first.map { start($0, isRunning: true) })
        }
    }

    /// It runs no command for this user.
    func noCommand(_ answer: SSHProgram.Answer) -> Failure {
        let line = answer.errors.split(whereSeparator: \.isNewline).last.map(String.init)
        return Failure(
            .unsupported, task,
            why: "it lets \(login.destination) in but runs no command" + (line.map { " (\($0))" } ?? ""),
            remedy: "See what it says: \(ssh) id")
    }

    /// The near end cannot be made.
    func noForward(_ answer: SSHProgram.Answer?) -> Failure {
        let line = answer?.errors.split(whereSeparator: \.isNewline).last.map(String.init)
        return Failure(
            .unreachable, task, why: "ssh does not forward its socket" + (line.map { " (\($0))" } ?? ""),
            remedy: "Log in anew: \(disconnect)")
    }

    private func error(isOfTransport error: LibvirtError) -> Bool { OpeningError.libvirt(error).isOfTransport }

    private var user: String { look?.user ?? login.destination.user ?? "this user" }

    private var disconnect: String { "roost host disconnect \(ShellWord.quoted(login.name))" }

    private func joining(_ group: String?) -> String {
        // To be root's is no group to be put into.
        guard group != "root" || look == nil else {
            return "Log in as root, or give the socket a group (unix_sock_group) in /etc/libvirt/libvirtd.conf there."
        }
        let group = ShellWord.quoted(group ?? "libvirt")
        return
            "\(ssh) sudo usermod -aG \(group) \(ShellWord.quoted(user)), then \(disconnect): groups count from the next login."
    }

    private func start(_ daemon: String, isRunning: Bool) -> String {
        if look?.hasSystemd == true {
            return isRunning
                ? "\(ssh) sudo systemctl restart \(daemon)" : "\(ssh) sudo systemctl enable --now \(daemon).socket"
        }
        return "\(ssh) 'sudo virtlogd -d; sudo \(daemon) -d'"
    }

    /// A command for the person: it reads the same configuration as the login did.
    private var ssh: String { login.destination.command }
}

extension Duration {
    /// "15 s".
    var inSeconds: String {
        let (seconds, rest) = components
        let rounded = Double(seconds) + (Double(rest) / 1e18 * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int64(rounded)) s" : "\(rounded) s"
    }
}

extension LibvirtError.Code {
    fileprivate var isOfAuthentication: Bool {
        [.authenticationFailed, .authenticationUnavailable, .authenticationCancelled].contains(self)
    }
}
