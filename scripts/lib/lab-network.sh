# shellcheck shell=bash disable=SC2154
# The lab's network: a bridge with an address of this computer's, and a veth to each host. Sourced, after lab-state.sh.

readonly lab_bridge=rlab-$lab_name
readonly lab_link=rl-$lab_name-

lab_subnet() { cat "$lab_state/subnet"; }
host_address() { printf '%s.%d\n' "$(lab_subnet)" $((10 + ${1#lab})); }

# free_subnet: the first of 10.213.0 to 10.213.255 that no route of this computer leads to.
free_subnet() {
    local routes number
    routes=$(ip -4 route show table all)
    for ((number = 0; number < 256; number++)); do
        if ! grep -qE "(^| )10\.213\.$number\." <<<"$routes"; then
            printf '10.213.%d\n' "$number"
            return
        fi
    done
    die "all networks from 10.213.0.0/24 to 10.213.255.0/24 are in use here"
}

has_rule() { [[ $(ip rule show) = *" iif $lab_bridge "* ]]; }

make_bridge() {
    local subnet
    if ! ip link show "$lab_bridge" >/dev/null 2>&1; then ip link add "$lab_bridge" type bridge; fi
    if [ ! -s "$lab_state/subnet" ] || [[ $(ip -4 -brief address show dev "$lab_bridge") != *" $(lab_subnet).1/"* ]]; then
        # Two labs that start at once must not take one network.
        exec 8</run
        flock 8
        subnet=$(free_subnet)
        printf '%s\n' "$subnet" >"$lab_state/subnet"
        ip address flush dev "$lab_bridge"
        ip address add "$subnet.1/24" dev "$lab_bridge"
        ip link set "$lab_bridge" up
        exec 8<&-
    fi
    # What comes from the lab reaches this computer and goes no further, whatever forwards here. A firewall's rules would be
    # reset by others; sysctls too, when a libvirt network starts.
    has_rule || ip rule add pref 100 iif "$lab_bridge" unreachable
    if [ -e "/proc/sys/net/ipv6/conf/$lab_bridge/disable_ipv6" ]; then
        echo 1 >"/proc/sys/net/ipv6/conf/$lab_bridge/disable_ipv6"
    fi
}

# plug_in NUMBER PID [MAC]: gives the namespace of that process a card on the bridge. It has no way out: no default route.
plug_in() {
    local link=$lab_link$1 address
    address=$(host_address "lab$1")
    ip link delete "$link" 2>/dev/null || true # of a host that ended just now
    ip link add "$link" type veth peer name eth0 ${3:+address "$3"} netns "$2"
    ip link set "$link" master "$lab_bridge" up
    nsenter --target "$2" --net -- ip -batch - <<END
link set lo up
address add $address/24 dev eth0
link set eth0 up
END
    printf '%s\n' "$address" >"$lab_state/hosts/lab$1/address"
}

cut_cable() { ip link set "$lab_link${1#lab}" down; }

# mend_cable HOST: returns once the bridge takes packets from there again. What this computer asked in vain meanwhile is forgotten,
# for it would fail who comes now too.
mend_cable() {
    ip link set "$lab_link${1#lab}" up
    await "the cable of $1" is_forwarding "$lab_link${1#lab}"
    ip neighbour delete "$(host_address "$1")" dev "$lab_bridge" 2>/dev/null || true
}

is_forwarding() { [ "$(cat "/sys/class/net/$1/brport/state")" = 3 ]; }

# sshd_listens PID: in the network namespace of that process. (Port 22, and a socket that listens.)
sshd_listens() { awk '$2 ~ /:0016$/ && $4 == "0A" { found = 1 } END { exit !found }' "/proc/$1/net/tcp"; }

link_state() {
    if [[ $(ip -brief link show "$lab_link${1#lab}" 2>/dev/null) = *[\<,]UP[,\>]* ]]; then echo up; else echo cut; fi
}

remove_network() {
    local link
    ip -brief link show type veth | awk '{ sub(/@.*/, "", $1); print $1 }' | while read -r link; do
        # It may have gone with its host just now.
        if [[ $link = "$lab_link"* ]]; then ip link delete "$link" 2>/dev/null || true; fi
    done
    ip link delete "$lab_bridge" 2>/dev/null || true
    while has_rule; do ip rule delete iif "$lab_bridge"; done
}
