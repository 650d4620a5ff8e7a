# shellcheck shell=bash disable=SC2154
# Whether this computer can have a lab. Sourced, after common.sh and packages.sh.

# check_lab_tools: names what is missing, and how to get it.
check_lab_tools() {
    local missing
    mapfile -t missing < <(missing_packages "${packages_lab[@]}")
    [ ${#missing[@]} -eq 0 ] || die "the lab needs ${missing[*]}. Install: apt-get install --no-install-recommends ${missing[*]}"
    have libvirtd || die "the lab needs the daemon libvirtd, and this release of libvirt comes without it"
}

# try WHAT COMMAND: in namespaces of its own, of which nothing is left.
try() {
    local reason
    reason=$(unshare --mount --uts --ipc --net --pid --cgroup --fork sh -ec "$2" 2>&1) ||
        die "this kernel, or the container around this shell, lacks $1: ${reason##*$'\n'}"
}

check_lab_kernel() {
    try 'namespaces' 'true'
    try 'mounts of one'\''s own' 'mount -t tmpfs tmpfs /run; mount -t sysfs sysfs /sys; mount -t proc proc /proc'
    try 'terminals of one'\''s own' 'mount -t devpts -o newinstance devpts /dev/pts'
    try 'veth' 'ip link add one type veth peer name two'
    try 'bridges' 'ip link add one type bridge'
    try 'routing rules' 'ip link add one type bridge; ip rule add pref 100 iif one unreachable'
    [ -c /dev/net/tun ] || die "this kernel lacks tun: there is no /dev/net/tun (modprobe tun)"
}
