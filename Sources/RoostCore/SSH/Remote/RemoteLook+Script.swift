extension RemoteLook {
    /// The script that looks, for any POSIX shell. It comes on the standard input of `sh`, so nothing of it is ever quoted
    /// for a command line.
    static func script(for service: RemoteService) -> String {
        let sockets =
            switch service.place {
            case .system: Self.systemSockets
            case .session: Self.sessionSockets
            case .socket(let path): "try \(ShellWord.quoted(path))"
            }
        return """
            \(general)
            driver=\(ShellWord.quoted(service.driver))
            \(sockets)
            printf '%s\\n' \(end)

            """
    }

    private static let general = """
        PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/usr/bin:/bin
        export PATH
        printf '\\n%s\\n' \(begin)
        printf 'user=%s\\n' "$(id -un)"
        printf 'groups=%s\\n' "$(id -Gn)"
        has() { command -v "$1" >/dev/null 2>&1; }
        for name in libvirtd virtqemud; do
            if has "$name"; then printf 'daemon=%s\\n' "$name"; fi
        done
        if [ -d /run/systemd/system ]; then printf 'systemd=yes\\n'; fi
        if has virt-ssh-helper; then printf 'helper=yes\\n'; fi
        if has nc; then
            usage=$(nc -h 2>&1 </dev/null)
            case $usage in *-U*)
                case $usage in *-q*) printf 'nc=quit\\n' ;; *) printf 'nc=yes\\n' ;; esac ;;
            esac
        fi
        try() {
            if [ ! -S "$1" ]; then return 1; fi
            open=closed
            if [ -r "$1" ] && [ -w "$1" ]; then open=open; fi
            set -- "$1" $(ls -ld "$1")
            printf 'socket=%s %s %s\\n' "$open" "$5" "$1"
        }
        """

    private static let systemSockets = """
        for folder in /run/libvirt /var/run/libvirt; do
            found=
            for name in libvirt-sock "virt${driver}d-sock"; do
                if try "$folder/$name"; then found=yes; fi
            done
            if [ "$found" ]; then break; fi
        done
        """

    /// A daemon that is asked for and not there is started, as libvirt's own client does on its own computer; one that runs
    /// already says so and changes nothing. It ends by itself two minutes after its last client. Root has none: it
    /// would be the system's.
    private static let sessionSockets = """
        folder=${XDG_RUNTIME_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}}/libvirt
        daemon=
        if [ -S "$folder/virtqemud-sock" ]; then daemon=virtqemud
        elif [ -S "$folder/libvirt-sock" ] || has libvirtd; then daemon=libvirtd
        elif has virtqemud; then daemon=virtqemud
        fi
        if [ "$daemon" ] && [ "$(id -u)" != 0 ]; then "$daemon" -d --timeout=120 </dev/null >/dev/null 2>&1; fi
        for name in libvirt-sock "virt${driver}d-sock"; do try "$folder/$name"; done
        """
}
