#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which libvirt daemon serves this computer: the monolithic libvirtd or the modular virtqemud, and whether any does.
struct DaemonSockets: Sendable {
    /// Directory of the system daemons' sockets.
    var directory = "/run/libvirt"
    /// Where distributions put the daemons.
    var programDirectories = ["/usr/sbin", "/usr/bin", "/usr/local/sbin"]

    /// The URI that reaches the daemon that really runs.
    ///
    /// libvirt's client is built for one of the two layouts by its distribution; the other one must be asked for.
    func reach(_ uri: HostURI) -> String {
        guard uri == .system, !exists("libvirt-sock"), exists("virtqemud-sock") else { return uri.text }
        return uri.text + "?mode=direct"
    }

    /// "monolithic" or "modular": which daemon answers for a local URI; nil where that is not to be told.
    func layout(of uri: HostURI) -> String? {
        guard uri.text.hasPrefix("qemu:"), uri.path == "/system" else { return nil }
        if exists("libvirt-sock") {
            // The modular layout has the old socket too, served by virtproxyd for clients that know no other.
            return exists("virtqemud-sock") ? "modular" : "monolithic"
        }
        return exists("virtqemud-sock") ? "modular" : nil
    }

    /// Gives a failed local connection its remedy: how to install, start, or be allowed to use the daemon.
    func explain(_ failure: Failure, uri: HostURI) -> Failure {
        guard uri.isLocal, uri.text.hasPrefix("qemu:"), failure.kind == .unreachable else { return failure }
        guard let daemon = installedDaemon else {
            return Failure(
                .unreachable, failure.what, why: "libvirt's daemon is not installed here",
                remedy:
                    "sudo apt-get install libvirt-daemon-system qemu-system  (Fedora, RHEL: sudo dnf install libvirt qemu-kvm)"
            )
        }
        if uri == .system, !exists("libvirt-sock"), !exists("virtqemud-sock") {
            return Failure(
                .unreachable, failure.what, why: "\(Failure.noDaemon) here",
                remedy: isManaged
                    ? "sudo systemctl enable --now \(daemon).socket"
                    : "sudo virtlogd -d && sudo \(daemon) -d")
        }
        // A socket that nobody answers is what a killed daemon leaves behind.
        guard uri == .system, failure.why?.contains("Connection refused") == true else { return failure }
        return Failure(
            .unreachable, failure.what, why: "its socket is there, but no daemon answers",
            remedy: isManaged
                ? "Restart the daemon: sudo systemctl restart \(daemon)" : "sudo virtlogd -d; sudo \(daemon) -d")
    }

    /// Whether systemd starts the daemons here.
    private var isManaged: Bool { FileManager.default.fileExists(atPath: "/run/systemd/system") }

    private var installedDaemon: String? {
        ["libvirtd", "virtqemud"].first { name in
            programDirectories.contains { FileManager.default.fileExists(atPath: "\($0)/\(name)") }
        }
    }

    private func exists(_ socket: String) -> Bool { FileManager.default.fileExists(atPath: "\(directory)/\(socket)") }
}
