# shellcheck shell=bash
# The system's libvirt: started where none runs, and stopped again on request. Sourced, after common.sh.

readonly libvirt_uri=qemu:///system
readonly pool_directory=/var/lib/libvirt/images

# What start_libvirt started, for stop_libvirt: "name pid" pairs, and the bridges that stood before.
libvirt_started=()
bridges_before=''

virsh_system() { as_root virsh --quiet --connect "$libvirt_uri" "$@"; }

libvirt_answers() { virsh_system uri >/dev/null 2>&1; }

# udev gives /dev/kvm to group kvm. Where no udev runs, QEMU's user cannot open it, and libvirt probes QEMU anew on every
# question about the host, for seconds.
give_kvm_to_its_group() {
    [ -c /dev/kvm ] && getent group kvm >/dev/null || return 0
    [ "$(stat --format '%U:%G %a' /dev/kvm)" = 'root:root 600' ] || return 0
    say "/dev/kvm: handing it to group kvm, as udev does"
    as_root chgrp kvm /dev/kvm
    as_root chmod 660 /dev/kvm
}

# udev opens /dev/fuse to everybody. Where no udev runs only root may use it, and images are looked into without root's rights.
open_fuse() {
    [ -c /dev/fuse ] || return 0
    [ "$(stat --format '%U:%G %a' /dev/fuse)" = 'root:root 600' ] || return 0
    say "/dev/fuse: opening it to all users, as udev does"
    as_root chmod 666 /dev/fuse
}

bridges() { ip -brief link show type bridge 2>/dev/null | awk '{ print $1 }'; }

# running_pid DAEMON: its process id by its own pid file; nothing when it does not run.
running_pid() {
    local file=/run/$1.pid
    local pid
    # The file may go between two looks at it: a daemon that ends removes it.
    pid=$(cat "$file" 2>/dev/null) || return 0
    if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$1" ]; then printf '%s\n' "$pid"; fi
}

start_daemon() {
    [ -z "$(running_pid "$1")" ] || return 0
    as_root "$(PATH=$PATH:/usr/sbin:/sbin command -v "$1")" --daemon
    # --daemon returns once the pid file is there.
    libvirt_started+=("$1 $(running_pid "$1")")
}

start_by_systemd() {
    if [ -n "$(systemctl list-unit-files --no-legend libvirtd.service)" ]; then
        as_root systemctl --quiet enable --now libvirtd.service
    else
        as_root systemctl --quiet enable --now virtlogd.socket virtqemud.socket virtnetworkd.socket virtstoraged.socket \
            virtnodedevd.socket virtsecretd.socket
    fi
}

start_by_hand() {
    local name
    as_root mkdir -p /run/libvirt
    if have libvirtd; then
        start_daemon virtlogd
        start_daemon libvirtd
    else
        for name in virtlogd virtsecretd virtnodedevd virtnwfilterd virtstoraged virtnetworkd virtqemud; do
            if have "$name"; then start_daemon "$name"; fi
        done
    fi
}

# start_libvirt: returns once libvirt answers.
start_libvirt() {
    give_kvm_to_its_group
    open_fuse
    ! libvirt_answers || return 0
    bridges_before=$(bridges)
    say "Starting libvirt"
    if has_systemd; then start_by_systemd; else start_by_hand; fi
    local tries
    for ((tries = 0; tries < 60; tries++)); do
        ! libvirt_answers || return 0
        sleep 0.5
    done
    die "libvirt does not answer on $libvirt_uri; its messages are in the journal, or in /var/log/libvirt"
}

await_end() {
    local tries
    for ((tries = 0; tries < 100; tries++)); do
        [ "$(running_pid "$1")" = "$2" ] || return 0
        sleep 0.1
    done
    warn "$1 ($2) does not end"
}

# stop_libvirt: ends the daemons that start_libvirt started, by their ids, and the networks that came up with them.
# Daemons of systemd stay: enabling them was the point.
stop_libvirt() {
    [ ${#libvirt_started[@]} -gt 0 ] || return 0
    local networks network bridge index name pid
    mapfile -t networks < <(virsh_system net-list --name | sed '/^$/d')
    for network in "${networks[@]}"; do
        bridge=$(virsh_system net-info "$network" | awk '$1 == "Bridge:" { print $2 }')
        grep -qxF -- "$bridge" <<<"$bridges_before" || virsh_system net-destroy "$network" >/dev/null
    done
    for ((index = ${#libvirt_started[@]} - 1; index >= 0; index--)); do
        read -r name pid <<<"${libvirt_started[index]}"
        if [ "$(running_pid "$name")" = "$pid" ]; then
            as_root kill "$pid"
            await_end "$name" "$pid"
        fi
    done
    libvirt_started=()
}

# ensure_default_network: network `default`, as libvirt ships it, defined and active.
ensure_default_network() {
    local shipped
    if ! virsh_system net-info default >/dev/null 2>&1; then
        for shipped in /usr/share/libvirt/networks/default.xml /etc/libvirt/qemu/networks/default.xml; do
            [ -e "$shipped" ] && break
        done
        virsh_system net-define "$shipped" >/dev/null
        virsh_system net-autostart default >/dev/null
    fi
    if [ "$(virsh_system net-info default | awk '$1 == "Active:" { print $2 }')" != yes ]; then
        virsh_system net-start default >/dev/null
    fi
}

# ensure_default_pool: pool `default`, a folder, defined and active.
ensure_default_pool() {
    if ! virsh_system pool-info default >/dev/null 2>&1; then
        as_root mkdir -p "$pool_directory"
        virsh_system pool-define-as default dir --target "$pool_directory" >/dev/null
        virsh_system pool-autostart default >/dev/null
    fi
    if [ "$(virsh_system pool-info default | awk '$1 == "State:" { print $2 }')" != running ]; then
        virsh_system pool-start default >/dev/null
    fi
}
