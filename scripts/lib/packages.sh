# shellcheck shell=bash disable=SC2034
# The packages that Roost needs on Debian 12/13 and Ubuntu 22.04/24.04, and their installation.
# Sourced, after common.sh.

# To build Roost, besides Swift.
readonly packages_build=(git ca-certificates pkg-config libc6-dev libvirt-dev libxml2-dev libosinfo-1.0-dev libsqlite3-dev libpam0g-dev zlib1g-dev)

# What looks into images, in a sandbox, on the computer that Roost runs on.
readonly packages_look=(bubblewrap qemu-system-common fuse2fs grub-common fdisk util-linux gzip xz-utils zstd lz4)

# A host for machines. From Debian 13 on, libvirt's drivers are packages of their own.
readonly packages_run=(
    libvirt-daemon-system libvirt-daemon-config-network libvirt-daemon-driver-qemu libvirt-clients
    qemu-system-x86 qemu-utils dnsmasq-base iptables iproute2 osinfo-db openssh-client
    "${packages_look[@]}"
)
readonly packages_run_if_known=(
    libvirt-daemon-driver-network libvirt-daemon-driver-storage libvirt-daemon-driver-nwfilter
    libvirt-daemon-driver-nodedev libvirt-daemon-driver-secret libvirt-daemon-driver-interface
    libvirt-daemon-log libvirt-daemon-lock
)

# What scripts/guest-image uses.
readonly packages_guest=(
    mmdebstrap e2fsprogs fdisk grub-common grub-pc-bin qemu-utils openssl fakeroot uidmap debian-archive-keyring
)

# What `roost image build` uses besides.
readonly packages_image=(mtools)

# What the web console's page takes from the distribution.
readonly packages_web=(novnc libjs-xterm node-xterm libjs-chart.js)

# What the tests add: a linter, media to boot, firmware, another architecture, a terminal to type in.
readonly packages_test=(shellcheck cpio libguestfs-tools lvm2 sqlite3 xfsprogs btrfs-progs dosfstools mtools ntfs-3g libxml2-utils ovmf xorriso memtest86+ grub-rescue-pc debian-installer-12-netboot-amd64 qemu-system-arm qemu-efi-aarch64 qemu-user-static libc6-arm64-cross nftables tmux procps curl openssh-server socat netcat-openbsd isc-dhcp-client dbus systemd)

# What checks the page: types of its modules, a browser, letters for Chinese.
readonly packages_page=(node-typescript chromium fonts-noto-cjk python3-venv)

# What scripts/lab adds to a host.
readonly packages_lab=(
    libvirt-daemon-system libvirt-clients qemu-system-x86 qemu-utils dnsmasq-base iptables iproute2 openssh-server openssh-client
    openssl util-linux
)

# What Benchmarks/run compares with, and the stopwatch.
readonly packages_bench=(virtinst hyperfine jq time python3 websockify)

package_installed() {
    [ "$(dpkg-query --show --showformat '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing_packages NAME…: those not installed, one a line.
missing_packages() {
    local name
    for name in "$@"; do
        package_installed "$name" || printf '%s\n' "$name"
    done | sort -u
}

# missing_optional_packages NAME…: those that this release has and that are not installed.
missing_optional_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    { apt-cache --no-all-versions show "${missing[@]}" 2>/dev/null || true; } | awk '$1 == "Package:" { print $2 }'
}

# install_packages NAME…: says which are missing, and installs just those.
install_packages() {
    local missing
    have apt-get || die "this needs a Debian or Ubuntu with apt-get"
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    say "Installing: ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# install_host_packages NAME…: a libvirt host, whatever way this release cuts libvirt into packages, and NAME… besides.
install_host_packages() {
    local optional
    install_packages "${packages_run[@]}" "$@"
    mapfile -t optional < <(missing_optional_packages "${packages_run_if_known[@]}")
    [ ${#optional[@]} -eq 0 ] || install_packages "${optional[@]}"
}
