/// What runs on the host by itself: makes the change, waits to be told that it is good, and else takes it back. It needs nobody
/// for that: the link that it was started by may be gone.
enum BridgeRun {
    /// What is going on, lost by a restart of the host.
    static let running = "/run/roost-bridge"
    /// Held while any bridge of the host is being changed: what two changes take back may be the same files. The kernel lets go
    /// of it when whoever has it ends, however that comes.
    static let lock = "/run/roost-bridge.lock"
    /// Held while a change is begun, until what does it has the other one.
    static let startLock = "/run/roost-bridge.start"
    /// How each bridge was made and is taken back.
    static let kept = "/var/lib/roost/bridges"

    /// What stands in the file `state`.
    enum State: String, Hashable, Sendable, Codable {
        case applying
        /// It is made, and waits to be confirmed.
        case waiting
        case reverting
        /// It was confirmed.
        case done
        /// It was taken back, for it was not confirmed in time.
        case reverted
        /// It was taken back, for a step failed.
        case failed
        /// Somebody wanted it to be taken back.
        case abandoned
        /// What did it was killed: it is neither confirmed nor taken back. No file says so.
        case killed

        /// Whether nothing more comes of it.
        var isOver: Bool { ![.applying, .waiting, .reverting].contains(self) }
    }

    /// The script that makes a bridge, for the host's `sh -e`.
    static func applyScript(_ plan: BridgePlan) -> String {
        let strays = plan.strays.map {
            "\(hasAddress($0, plan.bridge)) || ip addr add \(ShellWord.quoted($0)) dev \(plan.bridge) || true"
        }
        let files = plan.files.flatMap { write($0.path, $0.after, $0.mode) }
        return (plan.before + files + plan.apply + look(plan) + strays).joined(separator: "\n") + "\n"
    }

    /// A manager that says that all went well may not have done it, while the host is still reached by the card.
    private static func look(_ plan: BridgePlan) -> [String] {
        let master = "[ \"$(basename \"$(readlink /sys/class/net/\(plan.nic)/master)\")\" = \(plan.bridge) ]"
        let addresses = plan.addresses.filter { !plan.strays.contains($0) }
        let tests = [master] + addresses.map { hasAddress($0, plan.bridge) }
        let with = addresses.isEmpty ? "" : " with \(addresses.joined(separator: ", "))"
        let reason = ShellWord.quoted("\(plan.nic) has not become a port of \(plan.bridge)\(with)")
        // The kernel may listen for eight seconds first, for bridges that agree on who passes packets on.
        return waiting(20, until: tests.joined(separator: " && "), otherwise: "{ echo \(reason); exit 1; }")
    }

    static func hasAddress(_ address: String, _ device: String) -> String {
        "ip -o addr show dev \(device) 2>/dev/null | grep -qF -- \(ShellWord.quoted(" \(address) "))"
    }

    /// Gives a manager time for what it does in the background.
    static func waiting(_ seconds: Int, until condition: String, otherwise: String) -> [String] {
        [
            "n=0", "until \(condition); do", "    n=$((n + 1))", "    [ \"$n\" -le \(seconds) ] || \(otherwise)",
            "    sleep 1", "done",
        ]
    }

    /// The script that takes it back, each step even when an earlier one failed.
    static func revertScript(_ plan: BridgePlan) -> String {
        (plan.revertBefore + plan.files.flatMap { write($0.path, $0.before, $0.mode) } + plan.revert).joined(
            separator: "\n")
            + "\n"
    }

    private static func write(_ path: String, _ text: String?, _ mode: String) -> [String] {
        let file = ShellWord.quoted(path)
        guard let text else { return ["rm -f \(file)"] }
        // Beside it first: a file that is half there is worse than none.
        let new = ShellWord.quoted("\(path).roost-new")
        return [
            "mkdir -p \(ShellWord.quoted(path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }))",
            "(umask 077; printf '%s' \(ShellWord.quoted(text)) >\(new)) && chmod \(mode) \(new) && mv -f \(new) \(file)",
        ]
    }

    /// Starts a change on the host, cut off from whoever asks for it.
    /// - Parameters:
    ///   - apply: what is done.
    ///   - revert: what takes it back.
    ///   - isDeletion: of a bridge that was made before: the record of it goes when that is confirmed.
    static func startScript(bridge: String, apply: String, revert: String, timeout: Int, isDeletion: Bool) -> String {
        let record = "\(kept)/\(bridge)"
        let notes =
            isDeletion
            ? ""
            : """
            mkdir -p \(kept)
            rm -rf \(record)
            mkdir \(record)
            cp "$dir/apply.sh" "$dir/revert.sh" \(record)/
            """
        return """
            set -e
            umask 077
            dir=\(running)/\(bridge)
            mkdir -p \(running)
            command -v flock >/dev/null 2>&1 || { echo "there is no program flock (util-linux)" >&2; exit 1; }
            busy() { echo "a bridge of this host is being changed already" >&2; exit 1; }
            exec 8>\(startLock)
            flock -n 8 || busy
            exec 9>\(lock)
            # One that is just over, or is looked at, has it for a moment yet.
            flock -n 9 || { sleep 1; flock -n 9; } || busy
            exec 9>&-
            rm -rf "$dir"
            mkdir "$dir"
            printf '%s' \(ShellWord.quoted(apply)) >"$dir/apply.sh"
            printf '%s' \(ShellWord.quoted(revert)) >"$dir/revert.sh"
            printf '%s' \(ShellWord.quoted(runner(bridge: bridge, timeout: timeout, isDeletion: isDeletion))) >"$dir/run.sh"
            touch "$dir/begin"
            echo applying >"$dir/state"
            \(notes)
            if [ -d /run/systemd/system ] && command -v systemd-run >/dev/null 2>&1 &&
                systemd-run --quiet --property=KillMode=process --unit="roost-bridge-$$" /bin/sh "$dir/run.sh" >/dev/null 2>&1 8>&-; then
                :
            else
                setsid /bin/sh "$dir/run.sh" </dev/null >/dev/null 2>&1 8>&- &
            fi
            n=0
            while [ -e "$dir/begin" ] && [ "$n" -lt 100 ]; do
                n=$((n + 1))
                sleep 0.1 2>/dev/null || sleep 1
            done
            # Whoever renames it first decides whether it is done.
            if mv "$dir/begin" "$dir/late" 2>/dev/null; then
                rm -rf "$dir"\(isDeletion ? "" : " \(record)")
                echo "the host did not come to begin with it" >&2
                exit 1
            fi
            """
    }

    /// Counts seconds, for a clock may be set meanwhile. What the change leaves running, such as a DHCP client, goes on; a
    /// change that is not over when it is taken back ends with all that it has begun.
    private static func runner(bridge: String, timeout: Int, isDeletion: Bool) -> String {
        let record = "\(kept)/\(bridge)"
        return """
            #!/bin/sh
            trap '' HUP INT PIPE
            PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin:/usr/bin:/bin
            export PATH
            cd /
            dir=\(running)/\(bridge)
            tell() { echo "$1" >"$dir/state.new"; mv -f "$dir/state.new" "$dir/state"; }
            # The lock goes with this shell, after the last state is told. What it starts does not get it: some of that stays.
            over() { tell "$1"; exit 0; }
            exec 9>\(lock)
            flock 9
            mv "$dir/begin" "$dir/pid" && echo $$ >"$dir/pid" || exit 1
            why=reverted
            setsid sh -e "$dir/apply.sh" >"$dir/log" 2>&1 </dev/null 9>&- &
            work=$!
            made=no
            left=\(timeout)
            while [ "$left" -gt 0 ]; do
                if [ "$made" = no ] && ! kill -0 "$work" 2>/dev/null; then
                    if wait "$work"; then
                        made=yes
                        tell waiting
                    else
                        why=failed
                        break
                    fi
                fi
                if [ -e "$dir/rollback" ]; then
                    why=abandoned
                    break
                fi
                if [ "$made" = yes ] && [ -e "$dir/confirmed" ]; then
                    \(isDeletion ? "rm -rf \(record)" : "touch \(record)/kept")
                    over done
                fi
                sleep 1 9>&-
                left=$((left - 1))
            done
            # What comes after it is about taking it back.
            grep -v '^$' "$dir/log" | tail -n 1 >"$dir/reason"
            tell reverting
            if [ "$made" = no ]; then
                kill -s TERM -- "-$work" 2>/dev/null && sleep 2 9>&-
                kill -s KILL -- "-$work" 2>/dev/null
                wait "$work" 2>/dev/null
            fi
            sh "$dir/revert.sh" >>"$dir/log" 2>&1 </dev/null 9>&-
            \(isDeletion ? ":" : "rm -rf \(record)")
            over "$why"

            """
    }

    /// Succeeds when one of the routers answers. A link-local one is asked by the device that leads to it by now.
    static func reachScript(_ gateways: [String]) -> String {
        guard !gateways.isEmpty else { return "true" }
        let tries = gateways.map { "answers \(ShellWord.quoted($0)) && exit 0" }.joined(separator: "\n")
        return """
            answers() {
                device=$(ip -6 route show default | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1)
                case $1 in
                fe80:*) to=$1%$device ;;
                *) to=$1 ;;
                esac
                ping -c 1 -W 2 "$to" >/dev/null 2>&1 && return 0
                case $1 in
                *:*) ping6 -c 1 -W 2 "$to" >/dev/null 2>&1 && return 0 ;;
                *) device=$(ip -4 route get "$1" 2>/dev/null | sed -n 's/.* dev \\([^ ]*\\).*/\\1/p' | head -n 1) ;;
                esac
                # There may be no ping, and routers that leave it unanswered: all of them answer who they are.
                ip neigh replace "$1" dev "$device" use 2>/dev/null || return 1
                sleep 2
                ip neigh show "$1" dev "$device" | grep -q REACHABLE
            }
            \(tries)
            exit 1
            """
    }

    /// Says that the change is good, and waits until the host has taken note of that: the state comes last.
    /// - Parameter routers: one of them has to answer first, else nothing is said.
    static func confirmScript(_ bridge: String, routers: [String] = []) -> String {
        """
        dir=\(running)/\(bridge)
        case $(cat "$dir/state" 2>/dev/null) in
        waiting)
            (
        \(reachScript(routers))
            ) || {
                echo "state waiting"
                echo "log none of its routers answers"
                exit 0
            }
            touch "$dir/confirmed"
            ;;
        esac
        n=0
        while [ "$n" -lt 50 ] && [ "$(cat "$dir/state" 2>/dev/null)" = waiting ]; do
            n=$((n + 1))
            sleep 0.1 2>/dev/null || sleep 1
        done
        \(stateScript(bridge))
        """
    }

    static func abandonScript(_ bridge: String) -> String {
        "touch \(running)/\(bridge)/rollback\n\(stateScript(bridge))"
    }

    static func stateScript(_ bridge: String) -> String {
        """
        dir=\(running)/\(bridge)
        \(isFree)
        state=$(cat "$dir/state" 2>/dev/null)
        case $state in applying | waiting | reverting) [ -z "$free" ] || state=\(State.killed.rawValue) ;; esac
        printf 'state %s\\n' "$state"
        sed 's/^/log /' \(running)/\(bridge)/reason 2>/dev/null
        true
        """
    }

    /// Sets `free` where nothing changes a bridge of the host, and the one of `$dir` was begun with: asked before its state, which
    /// is told before the lock goes.
    static let isFree = """
        free=
        if [ ! -e "$dir/begin" ] && [ -e \(lock) ] && flock -n \(lock) true 2>/dev/null; then free=yes; fi
        """

    /// What a script of these answers.
    static func state(_ answer: HostShellAnswer) -> (state: State?, log: String?) {
        let lines = answer.output.split(whereSeparator: \.isNewline)
        let state = lines.last { $0.hasPrefix("state ") }.flatMap { State(rawValue: String($0.dropFirst(6))) }
        return (state, lines.last { $0.hasPrefix("log ") }.map { String($0.dropFirst(4)) })
    }
}
