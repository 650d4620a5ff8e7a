/// The one script that looks at a host. It changes nothing, and every line that it writes is `key=value`.
enum SurveyScript {
    /// - Parameter peers: names of other hosts, which this one should know.
    static func text(peers: [String]) -> String {
        """
        \(base)
        \(kernel)
        \(software)
        \(services)
        \(network)
        \(rest)
        for name in \(peers.map(ShellWord.quoted).joined(separator: " ")); do
            if getent ahosts "$name" >/dev/null 2>&1; then put peer.known "$name"; else put peer.unknown "$name"; fi
        done
        put end yes
        """
    }

    private static let base = #"""
        put() { printf '%s=%s\n' "$1" "$2"; }
        each() { sed "s|^|$1=|"; }
        # No more than an answer can hold, in whole lines, and a mark where it is not all.
        some() { awk '{ n += length($0) + 8 } n > 90000 { print "!cut"; exit } { print substr($0, 1, 300) }'; }
        has() { command -v "$1" >/dev/null 2>&1; }
        first() { head -n 1; }
        root=$(id -u)
        put uid "$root"
        put user "$(id -un)"
        put groups "$(id -Gn)"
        if [ "$root" = 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then
            put caller "$SUDO_USER"
            put caller.groups "$(id -Gn -- "$SUDO_USER" 2>/dev/null)"
        fi
        put kernel "$(uname -r)"
        put machine "$(uname -m)"
        put now "$(date +%s)"
        if [ -r /etc/os-release ]; then grep -E '^[A-Z_]+=' /etc/os-release | head -n 40 | each os; fi
        if [ -d /run/systemd/system ]; then put systemd yes; fi
        if has systemd-detect-virt; then put container "$(systemd-detect-virt -c 2>/dev/null)"; fi
        """#

    private static let kernel = #"""
        grep -m 1 -iE '^(flags|features)[[:space:]]*:' /proc/cpuinfo | cut -c 1-6000 | each cpu.flags
        grep -m 1 -E '^(vendor_id|CPU implementer)[[:space:]]*:' /proc/cpuinfo | each cpu.vendor
        for name in kvm kvm_intel kvm_amd kvm_hv vhost_net vhost_vsock tun vfio_pci br_netfilter bridge; do
            if [ -d "/sys/module/$name" ]; then put module "$name"; fi
            if [ -r "/sys/module/$name/parameters/nested" ]; then
                put nested "$(cat "/sys/module/$name/parameters/nested")"
            fi
        done
        if [ -r /sys/module/kvm_amd/parameters/sev ]; then put sev "$(cat /sys/module/kvm_amd/parameters/sev)"; fi
        if [ -d /sys/firmware/uv ]; then put uv yes; fi
        for file in /proc/config.gz "/boot/config-$(uname -r)" /boot/config "/lib/modules/$(uname -r)/config"; do
            if [ ! -r "$file" ]; then continue; fi
            put config.file "$file"
            case $file in *.gz) zcat "$file" ;; *) cat "$file" ;; esac 2>/dev/null |
                grep -E '^CONFIG_(KVM|KVM_INTEL|KVM_AMD|VHOST_NET|TUN|BRIDGE|NF_NAT|IP_NF_TARGET_MASQUERADE|NFT_MASQ|CGROUPS|CPUSETS|MEMCG|BLK_CGROUP|CGROUP_DEVICE|CGROUP_BPF|CGROUP_SCHED|NAMESPACES|NET_NS|VFIO|VFIO_PCI|INTEL_IOMMU|AMD_IOMMU|MACVTAP|VETH)=' |
                each config
            break
        done
        for device in /dev/kvm /dev/vhost-net /dev/vhost-vsock /dev/net/tun; do
            if [ -c "$device" ]; then put device "$device $(stat -c '%a %U %G' "$device")"; fi
        done
        # Opening one that is not there would make a file of it.
        if [ -c /dev/kvm ] && (exec 3<>/dev/kvm) 2>/dev/null; then put kvm.opens yes; fi
        for user in libvirt-qemu qemu; do
            if id "$user" >/dev/null 2>&1; then put qemu.user "$user $(id -Gn "$user")"; fi
        done
        put iommu.groups "$(ls /sys/kernel/iommu_groups 2>/dev/null | wc -l)"
        for table in DMAR IVRS IORT; do
            if [ -e "/sys/firmware/acpi/tables/$table" ]; then put acpi "$table"; fi
        done
        tr ' ' '\n' </proc/cmdline | grep -E '^(intel_iommu|amd_iommu|iommu|prot_virt|mem_encrypt|kvm[._a-z]*)(=|$)' | each cmdline
        if [ -r /sys/fs/cgroup/cgroup.controllers ]; then put cgroup2 "$(cat /sys/fs/cgroup/cgroup.controllers)"; fi
        awk '$3 == "cgroup" { print $4 }' /proc/self/mounts | each cgroup1
        """#

    private static let software = #"""
        case $(uname -m) in ppc64le) arch=ppc64 ;; *) arch=$(uname -m) ;; esac
        for name in "qemu-system-$arch" /usr/libexec/qemu-kvm qemu-kvm; do
            if has "$name"; then
                put qemu "$(command -v "$name")"
                put qemu.version "$("$name" --version 2>/dev/null </dev/null | first)"
                break
            fi
        done
        for name in libvirtd virtqemud; do
            if has "$name"; then
                put daemon "$name"
                put daemon.version "$("$name" --version 2>/dev/null </dev/null | first)"
            fi
        done
        for name in qemu-img dnsmasq iptables nft virtiofsd swtpm virtlogd apt-get yum dnf zypper pacman firewall-cmd ufw docker sshd sudo; do
            if has "$name"; then put program "$name"; fi
        done
        for file in /usr/libexec/virtiofsd /usr/lib/qemu/virtiofsd; do if [ -x "$file" ]; then put program virtiofsd; fi; done
        for file in /usr/share/qemu/firmware/*.json; do
            if [ -e "$file" ]; then put firmware "${file##*/}"; fi
        done | head -n 40
        names='^(libvirt|qemu|dnsmasq|iptables|nftables|ovmf|edk2|swtpm|virtiofsd|dmidecode|libvirt-|openbsd-netcat)'
        if has dpkg-query; then
            dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p'
        elif has rpm; then
            rpm -qa --qf '%{NAME}\n' 2>/dev/null
        elif has pacman; then
            pacman -Qq 2>/dev/null
        fi | grep -E "$names" | sort -u | head -n 400 | each package
        """#

    private static let services = #"""
        if [ -d /run/systemd/system ]; then
            systemctl show -p Id -p LoadState -p ActiveState -p UnitFileState \
                libvirtd.service libvirtd.socket virtqemud.service virtqemud.socket virtnetworkd.socket virtstoraged.socket \
                virtnodedevd.socket virtproxyd.socket virtlogd.socket virtlockd.socket libvirt-guests.service docker.service firewalld.service \
                ufw.service chronyd.service chrony.service ntpd.service ntp.service ntpsec.service systemd-timesyncd.service 2>/dev/null |
                awk 'BEGIN { RS = ""; FS = "\n" } { line = $1; for (i = 2; i <= NF; i++) line = line "|" $i; print line }' |
                each unit
            put clock.synchronized "$(timedatectl show -p NTPSynchronized --value 2>/dev/null || timedatectl 2>/dev/null | sed -n 's/.*synchronized: //p')"
        fi
        cat /proc/[0-9]*/comm 2>/dev/null | sort -u |
            grep -xE 'libvirtd|virtlogd|virtlockd|virtqemud|virtnetworkd|virtstoraged|virtproxyd|dockerd|chronyd|ntpd|systemd-timesyn|firewalld|polkitd' |
            each process
        for file in /run/libvirt/libvirt-sock /run/libvirt/virtqemud-sock; do
            if [ -S "$file" ]; then put socket "$file"; fi
        done
        for name in libvirt kvm; do
            line=$(getent group "$name" 2>/dev/null)
            if [ -n "$line" ]; then put group "$name ${line##*:}"; fi
        done
        if [ -r /etc/libvirt/qemu.conf ]; then
            put conf.readable yes
            grep -E '^[[:space:]]*(user|group|security_driver|vnc_listen|spice_listen|vnc_tls|vnc_sasl|lock_manager)[[:space:]]*=' /etc/libvirt/qemu.conf |
                sed 's/^[[:space:]]*//; s/[[:space:]]*=[[:space:]]*/=/; s/"//g' | each conf
            if grep -qE '^[[:space:]]*vnc_password[[:space:]]*=[[:space:]]*"..*"' /etc/libvirt/qemu.conf; then put conf.vncpassword yes; fi
        fi
        if [ -r /etc/libvirt/libvirtd.conf ]; then
            grep -E '^[[:space:]]*(listen_tcp|auth_tcp|auth_unix_rw|unix_sock_group)[[:space:]]*=' /etc/libvirt/libvirtd.conf |
                sed 's/^[[:space:]]*//; s/[[:space:]]*=[[:space:]]*/=/; s/"//g' | each daemonconf
        fi
        if [ -e /sys/fs/selinux/enforce ]; then put selinux "$(cat /sys/fs/selinux/enforce)"; fi
        if [ -r /sys/module/apparmor/parameters/enabled ]; then put apparmor "$(cat /sys/module/apparmor/parameters/enabled)"; fi
        """#

    private static let network = #"""
        put forward4 "$(cat /proc/sys/net/ipv4/ip_forward 2>/dev/null)"
        if [ -r /proc/sys/net/bridge/bridge-nf-call-iptables ]; then
            put bridge.filtered "$(cat /proc/sys/net/bridge/bridge-nf-call-iptables)"
        fi
        if has ip; then ip -4 route show default 2>/dev/null | sed -n 's/.* dev \([^ ]*\).*/\1/p' | first | each uplink; fi
        for folder in /sys/class/net/*/bridge; do
            if [ ! -d "$folder" ]; then continue; fi
            name=${folder%/bridge}
            put bridge "${name##*/} $(ls "$name/brif" 2>/dev/null | tr '\n' ' ')"
        done
        if has ip; then ip -4 -o address show 2>/dev/null | awk '{ print $2, $4 }' | some | each bridge.address; fi
        if [ "$root" = 0 ]; then
            if has iptables-save; then
                put fw.read iptables
                iptables-save -t filter 2>/dev/null | grep -E '^(\*|:|-A )' | some | each fw
            fi
            if has nft; then
                put fw.read nft
                nft list ruleset 2>/dev/null | some | each nft
            fi
        fi
        """#

    private static let rest = #"""
        for folder in /var/lib/libvirt/images /var/lib/libvirt /var /; do
            if [ -d "$folder" ]; then
                df -Pk "$folder" 2>/dev/null | awk 'NR == 2 { print $2, $4 }' | each "disk"
                df -Pi "$folder" 2>/dev/null | awk 'NR == 2 { print $2, $4 }' | each "inodes"
                put disk.folder "$folder"
                break
            fi
        done
        put hostname "$(uname -n)"
        getent ahostsv4 "$(uname -n)" 2>/dev/null | awk '{ print $1 }' | sort -u | head -n 8 | each hostname.address
        if [ -e /etc/libvirt/qemu/networks/default.xml ]; then put file.network default; fi
        if [ -e /usr/share/libvirt/networks/default.xml ]; then put file.network.template /usr/share/libvirt/networks/default.xml; fi
        """#
}
