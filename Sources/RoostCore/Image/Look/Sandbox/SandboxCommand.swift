/// The command line of the sandbox.
///
/// Namespaces of its own for users, files, processes, network, IPC and names: what runs inside sees the system's programs and the
/// folder with the socket, nothing else, and reaches nobody. It is root of its own namespace only, so that it may mount by FUSE
/// there; the host's kernel sees an ordinary account without a capability.
struct SandboxCommand {
    let program: String
    let arguments: [String]

    /// What is said first. Only then is the sandbox tied to Roost's life: nothing may be asked of it before.
    static let ready = "ready"

    init(_ folder: SandboxFolder) {
        var words: [String] = []
        if let account = folder.account {
            words += ["setpriv", "--reuid", "\(account)", "--regid", "\(account)", "--clear-groups", "--"]
        }
        words += ["bwrap", "--unshare-all", "--uid", "0", "--gid", "0", "--cap-add", "CAP_SYS_ADMIN"]
        words += ["--die-with-parent", "--new-session", "--clearenv", "--hostname", "sandbox"]
        words += ["--setenv", "PATH", "/usr/bin:/usr/sbin", "--setenv", "LC_ALL", "C"]
        words += ["--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/sbin", "/sbin"]
        words += ["--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"]
        words += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--symlink", "/proc/mounts", "/etc/mtab"]
        words += ["--proc", "/proc", "--dev", "/dev", "--dev-bind", "/dev/fuse", "/dev/fuse", "--tmpfs", "/run"]
        words += ["--bind", folder.path, "/images", "--chdir", "/run", "sh", "-c", "echo \(Self.ready); exec sh"]
        program = words[0]
        arguments = Array(words.dropFirst())
    }
}
