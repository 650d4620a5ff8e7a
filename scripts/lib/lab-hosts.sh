# shellcheck shell=bash disable=SC2154
# Starting, looking at and ending the lab's hosts. Sourced, after the other files of the lab.

# How long a host may take, in seconds. A machine that starts 50 at once is busy for a while.
readonly lab_patience=180

# clear_host NUMBER: what an earlier life of this host left; its disks stay.
clear_host() {
    local directory=$lab_state/hosts/lab$1
    rm -f "$directory"/{pid,ready,address}
}

# copy_directories FROM TO: the first level of a directory with owners and modes, without what lies in it. What goes away
# meanwhile is left out.
copy_directories() {
    local name owner mode
    mkdir -p "$2"
    find "$1" -mindepth 1 -maxdepth 1 -type d -printf '%f\t%U:%G\t%m\n' | while IFS=$'\t' read -r name owner mode; do
        mkdir -p "$2/$name"
        chown "$owner" "$2/$name"
        chmod "$mode" "$2/$name"
    done
}

# prepare_host NUMBER: its files. The state directory is what tests look at from outside, the storage is the host's alone.
prepare_host() {
    local directory=$lab_state/hosts/lab$1 storage=$lab_storage/lab$1
    mkdir -p "$directory/etc"
    [ -s "$directory/host_key" ] || ssh-keygen -q -t ed25519 -N '' -C "lab$1" -f "$directory/host_key"
    make_users "$directory/etc"
    make_keys "$directory/keys"
    write_sshd_config "$directory/sshd_config"
    printf 'lab%d\n' "$1" >"$directory/etc/hostname"
    write_hosts "$directory/etc/hosts"
    [ -d "$storage/libvirt" ] || make_storage "$storage"
    ln -sfn "$storage/lib/images" "$directory/images"
}

make_storage() {
    mkdir -p "$1/run" "$1/etc"
    copy_directories /var/lib/libvirt "$1/lib"
    copy_directories /var/log/libvirt "$1/log"
    copy_directories /var/cache/libvirt "$1/cache"
    # What QEMU can do takes seconds to find out, and is the same for all hosts of this computer.
    if [ -d /var/cache/libvirt/qemu/capabilities ]; then
        cp -a /var/cache/libvirt/qemu/capabilities "$1/cache/qemu"
    fi
    mkdir -p "$1/libvirt"
    if [ -d /usr/share/libvirt/nwfilter ]; then cp -r /usr/share/libvirt/nwfilter "$1/libvirt/nwfilter"; fi
    # Without polkit and D-Bus, the socket's group says who may come.
    cat >"$1/libvirt/libvirtd.conf" <<END
host_uuid = "$(</proc/sys/kernel/random/uuid)"
unix_sock_group = "libvirt"
unix_sock_rw_perms = "0770"
auth_unix_ro = "none"
auth_unix_rw = "none"
log_outputs = "3:file:/run/lab/libvirtd.log"
END
    # Hosts may share a disk's backing file, whose former owner one note at the file could not tell. AppArmor's profiles would
    # outlive the lab.
    cat >"$1/libvirt/qemu.conf" <<'END'
remember_owner = 0
security_driver = "none"
END
}

# start_host NUMBER: returns once everything in it answers.
start_host() {
    local host=lab$1 directory=$lab_state/hosts/lab$1 pid='' plugged=no until=$((SECONDS + lab_patience))
    prepare_host "$1"
    setsid unshare --mount --uts --ipc --net --pid --fork bash "$lab_init" "$lab_state" "$host" \
        </dev/null >"$directory/init.log" 2>&1 9<&- &
    local waiter=$!
    while [ ! -e "$directory/ready" ]; do
        if [ -z "$pid" ]; then pid=$(cat "$directory/pid" 2>/dev/null) || true; fi
        if [ -n "$pid" ] && [ "$plugged" = no ]; then plug_in "$1" "$pid" && plugged=yes; fi
        kill -0 "$waiter" 2>/dev/null || host_failed "$host" 'its first process ended'
        ((SECONDS < until)) || host_failed "$host" "it is not ready after $lab_patience s"
        sleep 0.1
    done
}

host_failed() {
    say "$1: $2"
    tail -n 5 "$lab_state/hosts/$1/init.log" >&2 || true
    return 1
}

# start_hosts NUMBER…: all at once. What failed stays as it is for a look; `down` removes it.
start_hosts() {
    local number failed=0 pids=()
    for number; do
        start_host "$number" &
        pids+=($!)
    done
    for number in "${pids[@]}"; do wait "$number" || failed=$((failed + 1)); done
    ((failed == 0)) || die "$failed of $# hosts did not start; see $lab_state/hosts, then: scripts/lab down"
}

# end_hosts: kills each host's first process, with which the kernel ends everything in it, and waits until it did.
end_hosts() {
    local pids tries
    for ((tries = 0; tries < 300; tries++)); do
        mapfile -t pids < <(lab_processes)
        [ ${#pids[@]} -gt 0 ] || return 0
        kill -KILL "${pids[@]}" 2>/dev/null || true
        sleep 0.1
    done
    die "processes of the lab do not end: ${pids[*]}"
}

list_hosts() {
    local host
    known_hosts | while read -r host; do
        printf '%s\t%s\t%s\n' "$host" "$(host_address "$host")" "$([ -n "$(host_pid "$host")" ] && echo up || echo down)"
    done
}

# daemon_state HOST NAME
daemon_state() {
    local pids
    mapfile -t pids < <(host_processes "$1" "$2")
    if [ ${#pids[@]} -eq 0 ]; then
        echo none
    elif grep -q '^State:.*stopped' "/proc/${pids[0]}/status" 2>/dev/null; then
        echo frozen
    else
        echo runs
    fi
}

show_status() {
    local host good=yes link daemon sshd
    [ -n "$(known_hosts)" ] || die "there is no lab; scripts/lab up N starts one"
    printf '%-6s %-14s %-5s %-5s %-8s %s\n' HOST ADDRESS STATE LINK LIBVIRTD SSHD
    while read -r host; do
        if [ -z "$(host_pid "$host")" ]; then
            printf '%-6s %-14s down\n' "$host" "$(host_address "$host")"
            good=no
            continue
        fi
        link=$(link_state "$host") daemon=$(daemon_state "$host" libvirtd) sshd=$(daemon_state "$host" sshd)
        # That one's sshd is systemd's, and listens in the same network.
        if [ -n "$(systemd_pid "$host")" ] && sshd_listens "$(host_pid "$host")"; then sshd=runs; fi
        printf '%-6s %-14s up    %-5s %-8s %s\n' "$host" "$(host_address "$host")" "$link" "$daemon" "$sshd"
        [ "$link $daemon $sshd" = 'up runs runs' ] || good=no
    done < <(known_hosts)
    [ "$good" = yes ]
}

# exec_in_host HOST COMMAND…: with the environment of a fresh login of root; in a booted one, where systemd is the first process.
exec_in_host() {
    local host=$1 pid
    require_host "$host"
    shift
    [ $# -gt 0 ] || die "'exec' wants a command"
    pid=$(systemd_pid "$host")
    exec nsenter --target "${pid:-$(host_pid "$host")}" --mount --uts --ipc --net --pid --cgroup --root --wd -- \
        env --ignore-environment HOME=/root USER=root LOGNAME=root SHELL=/bin/bash TERM="${TERM:-dumb}" LANG="${LANG:-C.UTF-8}" \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
