import Libvirt

/// Puts the forwards of machines into force on a host, as root, and takes them back.
struct ForwardRules: Sendable {
    let host: Host
    let shell: ScriptRunner
    /// Of the hook on that host: older libvirt has one file for all hooks.
    let path: String

    private static let patience = Duration.seconds(30)

    init(_ host: Host, shell: ScriptRunner, path: String) {
        self.host = host
        self.shell = shell
        self.path = path
    }

    /// - Throws: ``Failure`` of kind unsupported for a host where nobody can be root.
    init(_ host: Host, for task: String) async throws(Failure) {
        guard host.uri.path.hasPrefix("/system") else {
            throw Failure(
                .unsupported, task,
                why: "\(host.name) runs machines for one user, who may not change the host's firewall",
                remedy: "For yourself alone: roost forward MACHINE PORT")
        }
        let shell = ScriptRunner(try HostShell(host))
        let connection = host.connection
        let version = try await doing(task) { () throws(LibvirtError) in try await connection.daemonVersion() }
        self.init(
            host, shell: shell,
            path: version >= Version(6, 5)
                ? "\(ForwardHook.directory)/qemu.d/\(ForwardHook.name)" : "\(ForwardHook.directory)/qemu")
    }

    /// What a host says before anything is changed.
    struct Look: Hashable, Sendable {
        /// A program that changes the firewall: `iptables`, or `nft` where that is not there.
        var firewall: String?
        /// Addresses of the host.
        var addresses: Set<IPAddress> = []
        /// What programs of the host listen on already.
        var listeners: Set<Listener> = []
        /// Whether another program's file stands where the hook has to be.
        var isTaken = false

        func isHeld(_ port: PublishedPort) -> Bool {
            listeners.contains { listener in
                listener.transport == port.transport && listener.port == port.port
                    && (listener.address == nil || port.bind == nil || listener.address == port.bind)
            }
        }

        init(answer: String) {
            for line in answer.split(whereSeparator: \.isNewline) {
                let words = line.split(separator: " ").map(String.init)
                switch words.first {
                case "iptables"?, "nft"?: firewall = firewall ?? words.first
                case "taken": isTaken = true
                case "address" where words.count > 1:
                    if let (_, address) = IPNetwork.parse(words[1]) { addresses.insert(address) }
                // `tcp 0: 00000000:0016 00000000:0000 0A …` of /proc/net
                case let word? where words.count > 4:
                    guard let transport = PublishedPort.Transport(rawValue: word), transport == .udp || words[4] == "0A"
                    else { continue }
                    if let listener = Listener(transport, words[2]) { listeners.insert(listener) }
                default: break
                }
            }
        }
    }

    /// A port that a program of the host listens on, so that a forward would take its callers away.
    struct Listener: Hashable, Sendable {
        var transport: PublishedPort.Transport
        var port: UInt16
        /// Of IPv4; nil for all of them.
        var address: IPAddress?

        init(transport: PublishedPort.Transport, port: UInt16, address: IPAddress? = nil) {
            self.transport = transport
            self.port = port
            self.address = address
        }

        /// Reads `00000000:0016`, as /proc/net has it, in the byte order of small-endian processors.
        /// - Returns: nil for what others do not come in by over IPv4: the loopback, and addresses of IPv6.
        init?(_ transport: PublishedPort.Transport, _ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let port = UInt16(parts[1], radix: 16) else { return nil }
            self.init(transport: transport, port: port)
            let hex = parts[0]
            // All of IPv6 are mostly all of IPv4 as well.
            if hex.allSatisfy({ $0 == "0" }) { return }
            guard hex.utf8.count == 8 || hex.utf8.count == 32 && hex.uppercased().hasPrefix("0000000000000000FFFF0000"),
                let value = UInt32(hex.suffix(8), radix: 16)?.byteSwapped, value >> 24 != 127
            else { return nil }
            address = IPAddress(bits: UInt128(value), isIPv6: false)
        }
    }

    func look() async throws(Failure) -> Look {
        let answer = try await shell.run(
            """
            for p in iptables nft; do command -v $p >/dev/null 2>&1 && echo $p; done
            if [ -e \(ShellWord.quoted(path)) ] && ! grep -q 'roost net forward' \(ShellWord.quoted(path)); then echo taken; fi
            ip -o -4 addr show 2>/dev/null | sed 's/.* inet \\([^ ]*\\) .*/address \\1/'
            for t in tcp udp; do
                for f in /proc/net/$t /proc/net/${t}6; do [ -r "$f" ] && sed "1d;s/^ */$t /" "$f"; done
            done
            true
            """, within: Self.patience)
        return Look(answer: answer.output)
    }

    /// Puts the hook there, unless it is.
    /// - Returns: whether it was not there, so that the daemon, which looks at its start, does not know of it yet.
    func install(for task: String) async throws(Failure) -> Bool {
        let file = ShellWord.quoted(path)
        let answer = try await shell.run(
            """
            set -e
            file=\(file)
            if [ -e "$file" ] && ! grep -q 'roost net forward' "$file"; then
                echo "$file is somebody else's hook" >&2
                exit 1
            fi
            text=\(ShellWord.quoted(ForwardHook.text))
            if [ -e "$file" ]; then known=yes; else known=no; fi
            if [ "$(cat "$file" 2>/dev/null; echo x)" != "${text}x" ]; then
                mkdir -p "${file%/*}"
                umask 077
                printf '%s' "$text" >"$file.roost-new"
                chmod 755 "$file.roost-new"
                mv -f "$file.roost-new" "$file"
                if command -v restorecon >/dev/null 2>&1; then restorecon "$file" || true; fi
            fi
            echo "known=$known"
            """, asRoot: true, within: Self.patience)
        guard answer.succeeded else {
            throw Failure(.general, task, why: answer.lastError ?? "\(path) could not be written on \(host.name)")
        }
        return answer.output.contains("known=no")
    }

    /// Brings the rules in line with a machine's definition, as libvirt has the hook do.
    /// - Parameters:
    ///   - ports: how many the definition has.
    ///   - known: the UUIDs of all machines with forwards; rules of others go.
    func apply(
        _ definition: String, of uuid: String, ports: Int, known: [String], for task: String
    ) async throws(Failure) {
        let rules = try await run(definition, "reconnect", known, task)
        let taken = rules.split(whereSeparator: \.isNewline).count { $0.contains("roost-\(uuid)") }
        guard taken >= ports else {
            throw Failure(
                .general, task,
                why: "the host's firewall took \(taken == 0 ? "none" : "\(taken) of \(ports)") of the rules",
                remedy: "See what it says: \(shell.prefix)iptables -t nat -S, or nft list ruleset")
        }
    }

    /// Takes a machine's rules away.
    func drop(_ uuid: String, known: [String], for task: String) async throws(Failure) {
        _ = try await run("<domain>\n  <uuid>\(uuid)</uuid>\n</domain>\n", "roost-drop", known, task)
    }

    /// - Returns: the rules that there are then.
    private func run(
        _ definition: String, _ operation: String, _ known: [String], _ task: String
    ) async throws(Failure) -> String {
        let words = known.map(ShellWord.quoted).joined(separator: " ")
        let answer = try await shell.run(
            """
            text=\(ShellWord.quoted(ForwardHook.text))
            hook() { printf '%s' "$1" | sh -c "$text" roost-forward - "$2" - -; }
            hook \(ShellWord.quoted(definition)) \(operation)
            list() { \(ForwardHook.list); }
            for u in $(list | tr ' "' '\\n\\n' | sed -n 's/^roost-\\([0-9a-f-]\\{36\\}\\)$/\\1/p' | sort -u); do
                case ' \(words) ' in
                    *" $u "*) ;;
                    *) hook "<domain>
              <uuid>$u</uuid>
            </domain>
            " roost-drop ;;
                esac
            done
            list
            true
            """, asRoot: true, within: Self.patience)
        guard answer.succeeded else {
            throw Failure(.general, task, why: answer.lastError ?? "the host's firewall was not changed")
        }
        return answer.output
    }
}
