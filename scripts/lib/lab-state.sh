# shellcheck shell=bash disable=SC2034,SC2154
# Where the lab keeps what, and how its processes are found. Sourced, after common.sh.

readonly lab_most=50
readonly lab_name=${ROOST_LAB_NAME:-lab}
[[ $lab_name =~ ^[a-z0-9]{1,8}$ ]] || die "ROOST_LAB_NAME: up to 8 small letters and digits, not '$lab_name'"
if [ "$lab_name" = lab ]; then
    readonly lab_state=/run/roost-lab
else
    readonly lab_state=/run/roost-lab-$lab_name
fi
# Disks are too large for /run, which is memory on most computers.
readonly lab_storage_root=/var/lib/roost-lab
readonly lab_storage=$lab_storage_root/$lab_name
readonly lab_init=$here/lib/lab-host

make_lab_state() {
    mkdir -p "$lab_state/hosts" "$lab_state/bin"
    mkdir -p "$lab_storage"
    chmod 711 "$lab_storage_root" "$lab_storage"
}

# lock_lab: one `up` or `down` at a time. The lock is the state directory itself, so that `down` leaves no file behind;
# who waited for one that was removed meanwhile waits for the new one.
lock_lab() {
    while :; do
        (umask 077 && mkdir -p "$lab_state")
        exec 9<"$lab_state"
        flock 9
        [ "$(stat --dereference --format %i /proc/self/fd/9)" != "$(stat --format %i "$lab_state" 2>/dev/null)" ] || return 0
    done
}

# lab_processes: the ids of the first processes of this lab's hosts, and of those that are about to become one. They are known
# by their arguments alone, so that a broken `up` that wrote no file can be cleared away too.
lab_processes() {
    local file arguments
    for file in /proc/[0-9]*/cmdline; do
        # Processes end while this looks.
        mapfile -d '' -t arguments 2>/dev/null <"$file" || continue
        if [[ " ${arguments[*]} " = *"/lib/lab-host $lab_state "* ]]; then
            file=${file#/proc/}
            printf '%s\n' "${file%/cmdline}"
        fi
    done
}

# host_pid HOST: the id of its first process, seen from outside; nothing when the host does not run.
host_pid() {
    local pid arguments
    pid=$(cat "$lab_state/hosts/$1/pid" 2>/dev/null) || return 0
    mapfile -d '' -t arguments 2>/dev/null <"/proc/$pid/cmdline" || return 0
    if [[ " ${arguments[*]} " = *"/lib/lab-host $lab_state $1 "* ]]; then printf '%s\n' "$pid"; fi
}

# known_hosts: all that were made, in order.
known_hosts() {
    find "$lab_state/hosts" -mindepth 1 -maxdepth 1 -name 'lab*' -printf '%f\n' 2>/dev/null | sort -V
}

running_hosts() {
    local host
    known_hosts | while read -r host; do
        if [ -n "$(host_pid "$host")" ]; then printf '%s\n' "$host"; fi
    done
}

require_host() {
    [[ $1 =~ ^lab[1-9][0-9]?$ ]] || die "hosts are named lab1 to lab$lab_most, not '$1'"
    [ -n "$(host_pid "$1")" ] || die "the host $1 does not run; scripts/lab up ${1#lab} starts it"
}

# host_processes HOST NAME…: the ids, seen from outside, of its processes with one of these names.
host_processes() {
    local namespace path pid
    namespace=$(readlink "/proc/$(host_pid "$1")/ns/pid")
    shift
    # Brackets are patterns to find; processes end while it looks.
    { find /proc/[0-9]*/ns/pid -maxdepth 0 -lname "${namespace/\[/\\[}" 2>/dev/null || true; } | while read -r path; do
        pid=${path#/proc/}
        pid=${pid%/ns/pid}
        if [[ " $* " = *" $(cat "/proc/$pid/comm" 2>/dev/null) "* ]]; then printf '%s\n' "$pid"; fi
    done
}

# await WHAT COMMAND…: until it succeeds, for what comes in a moment.
await() {
    local what=$1 tries
    shift
    for ((tries = 0; tries < 200; tries++)); do
        ! "$@" || return 0
        sleep 0.05
    done
    die "$what: not within 10 s"
}

# kill_sshd HOST: returns once it has gone; until then its socket would still take connections.
kill_sshd() {
    signal_processes "$1" KILL sshd sshd-session sshd-auth
    await "the end of sshd in $1" has_no_sshd "$1"
}

has_no_sshd() { [ -z "$(host_processes "$1" sshd sshd-session sshd-auth)" ]; }

# start_sshd HOST: returns once it listens.
start_sshd() {
    nsenter --target "$(host_pid "$1")" --mount --uts --ipc --net --pid --cgroup -- \
        /usr/sbin/sshd -f /run/lab/sshd_config -E /run/lab/sshd.log
    await "sshd of $1" sshd_listens "$(host_pid "$1")"
}

# signal_processes HOST SIGNAL NAME…
signal_processes() {
    local host=$1 signal=$2 pids
    shift 2
    mapfile -t pids < <(host_processes "$host" "$@")
    [ ${#pids[@]} -gt 0 ] || die "no $1 runs in $host"
    # One may have ended by itself meanwhile: a session whose listener was killed a moment ago.
    kill -s "$signal" "${pids[@]}" 2>/dev/null || true
}
