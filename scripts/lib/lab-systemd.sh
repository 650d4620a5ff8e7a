# shellcheck shell=bash disable=SC2154
# Hosts that systemd has started, with the programs that keep a network. Sourced, after the other files of the lab.

# Not installed: on this computer they would begin to keep its own network.
readonly lab_managers=(network-manager netplan.io ifupdown)

# Where hosts see it: their /root, /home and /tmp are their own.
readonly lab_managers_cache=/var/cache/roost

# network_managers: unpacks them and what they need that is not installed here, once, and tells the folder.
network_managers() {
    local list folder name
    list=$(managers_apt install --print-uris 2>/dev/null) || {
        apt-get update -qq
        list=$(managers_apt install --print-uris)
    }
    # One at a time.
    mkdir -p "$lab_managers_cache"
    exec 7<"$lab_managers_cache"
    flock 7
    folder=$lab_managers_cache/network-managers-$(sha256sum <<<"$list" | cut -c1-16)
    if [ ! -d "$folder" ]; then
        rm -rf "$folder.new"
        mkdir -p "$folder.new/packages/partial" "$folder.new/usr/lib" "$folder.new/etc"
        managers_apt install --download-only -o "Dir::Cache::archives=$folder.new/packages" >&2 || {
            # The lists may be older than what the mirror has.
            apt-get update -qq >&2
            managers_apt install --download-only -o "Dir::Cache::archives=$folder.new/packages" >&2 || return 1
        }
        for name in "$folder.new"/packages/*.deb; do dpkg-deb --extract "$name" "$folder.new" || return 1; done
        # Some packages still know directories beside /usr.
        for name in bin sbin lib; do
            if [ -d "$folder.new/$name" ]; then cp -a "$folder.new/$name" "$folder.new/usr/"; fi
        done
        rm -rf "$folder.new"/{packages,bin,sbin,lib}
        mv "$folder.new" "$folder"
    fi
    exec 7<&-
    printf '%s\n' "$folder"
}

managers_apt() { DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends "$@" "${lab_managers[@]}"; }

# systemd_pid HOST: seen from outside; nothing where it was not booted.
systemd_pid() {
    local pid
    pid=$(cat "$lab_state/hosts/$1/systemd-pid" 2>/dev/null) || return 0
    if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = systemd ] && has_network_of "$1" "$pid"; then printf '%s\n' "$pid"; fi
}

has_network_of() { [ "$(readlink "/proc/$(host_pid "$1")/ns/net")" = "$(readlink "/proc/$2/ns/net")" ]; }

# boot_host HOST: its network comes as it is, kept by nobody.
boot_host() {
    local host=$1 folder script starter
    [ -z "$(systemd_pid "$host")" ] || die "$host is booted already"
    folder=$(network_managers) || die "the network managers cannot be had"
    if [ -n "$(host_processes "$host" sshd)" ]; then kill_sshd "$host"; fi
    script=$(<"$here/lib/lab-systemd")
    in_host "$host" bash -c "$script" lab-systemd "$script" "$folder" \
        </dev/null >"$lab_state/hosts/$host/systemd.log" 2>&1 9<&- &
    starter=$!
    disown
    await "systemd of $host" finds_systemd "$host" "$starter"
    await "sshd of $host" sshd_listens "$(host_pid "$host")"
}

# finds_systemd HOST PID: the last of those that wait one for another.
finds_systemd() {
    local pid=$2
    while [ "$(cat "/proc/$pid/comm" 2>/dev/null)" != systemd ]; do pid=$(pgrep -P "$pid") || return 1; done
    printf '%s\n' "$pid" >"$lab_state/hosts/$1/systemd-pid"
}

# end_boot HOST: ends all that systemd has started, and gives the host a card as it was when it began.
end_boot() {
    local pid mac link
    pid=$(systemd_pid "$1")
    if [ -n "$pid" ]; then
        kill -KILL "$pid"
        await "the end of systemd in $1" is_gone "$pid"
    fi
    rm -f "$lab_state/hosts/$1/systemd-pid"
    # Groups that share out what they have would take no next one.
    in_host "$1" find /sys/fs/cgroup -depth -path '*/systemd*' -type d -exec rmdir {} \; 2>/dev/null || true
    in_host "$1" ip -o link show type bridge | awk -F': ' '$2 !~ /^virbr/ { print $2 }' | while read -r link; do
        in_host "$1" ip link delete "$link"
    done
    # Whoever knows the host's address knows the card's as well.
    mac=$(in_host "$1" cat /sys/class/net/eth0/address)
    plug_in "${1#lab}" "$(host_pid "$1")" "$mac"
    sshd_listens "$(host_pid "$1")" || start_sshd "$1"
}

in_host() {
    local host=$1
    shift
    nsenter --target "$(host_pid "$host")" --mount --uts --ipc --net --pid --cgroup --root --wd -- "$@"
}

is_gone() { [ ! -e "/proc/$1" ]; }
