extension BridgeFacts {
    /// NetworkManager's settings that move from a card to the bridge.
    static let movingFields = [
        "ipv4.method", "ipv4.addresses", "ipv4.gateway", "ipv4.dns", "ipv4.dns-search", "ipv4.routes",
        "ipv4.route-metric",
        "ipv4.never-default", "ipv4.dhcp-client-id", "ipv4.dhcp-hostname", "ipv4.ignore-auto-dns", "ipv6.method",
        "ipv6.addresses", "ipv6.gateway", "ipv6.dns", "ipv6.dns-search", "ipv6.routes", "ipv6.never-default",
        "ipv6.ignore-auto-dns", "connection.zone",
    ]

    /// Asks about all interfaces and, as root, about who keeps the settings of one.
    static func script(nic: String?) -> String {
        """
        [ -d /run/systemd/system ] && echo systemd
        for i in /sys/class/net/*; do
            [ -d "$i" ] || continue
            n=${i##*/}
            printf 'link %s %s\\n' "$n" "$(cat "$i/address" 2>/dev/null || echo -)"
            printf 'mtu %s %s\\n' "$n" "$(cat "$i/mtu" 2>/dev/null)"
            printf 'kind %s %s\\n' "$n" "$(cat "$i/type" 2>/dev/null)"
            printf 'up %s %s\\n' "$n" "$(cat "$i/flags" 2>/dev/null)"
            [ -d "$i/bridge" ] && printf 'bridge %s %s\\n' "$n" "$(cat "$i/bridge/stp_state")"
            if [ -d "$i/wireless" ] || [ -e "$i/phy80211" ]; then printf 'wireless %s yes\\n' "$n"; fi
            if [ -e "$i/master" ]; then m=$(readlink "$i/master"); printf 'master %s %s\\n' "$n" "${m##*/}"; fi
            for u in "$i"/upper_*; do [ -e "$u" ] && printf 'upper %s %s\\n' "$n" "${u##*/upper_}"; done
        done
        ip -o addr show 2>/dev/null | sed 's/^/address /'
        ip -4 route show table main 2>/dev/null | sed 's/^/route4 /'
        ip -6 route show table main 2>/dev/null | sed 's/^/route6 /'
        for d in \(BridgeRun.kept)/*; do
            [ -d "$d" ] || continue
            if [ -e "$d/kept" ]; then k=kept; else k=open; fi
            printf 'made %s %s\\n' "${d##*/}" "$k"
        done
        for dir in \(BridgeRun.running)/*; do
            \(BridgeRun.isFree)
            case $free$(cat "$dir/state" 2>/dev/null) in applying | waiting | reverting) printf 'pending %s\\n' "${dir##*/}" ;; esac
        done
        \(nic.map(managers) ?? ":")
        true
        """
    }

    private static func managers(_ nic: String) -> String {
        """
        nic=\(ShellWord.quoted(nic))
        command -v netplan >/dev/null 2>&1 && echo netplan
        command -v ifup >/dev/null 2>&1 && echo ifup
        if command -v nmcli >/dev/null 2>&1 && [ "$(nmcli -t -f RUNNING general 2>/dev/null)" = running ]; then
            c=$(nmcli -g GENERAL.CON-UUID device show "$nic" 2>/dev/null)
            if [ -n "$c" ]; then
                printf 'nm %s\\n' "$c"
                for f in \(movingFields.joined(separator: " ")); do
                    printf 'nmfield %s %s\\n' "$f" "$(nmcli -e no -g "$f" connection show "$c" 2>/dev/null)"
                done
            fi
        fi
        if command -v networkctl >/dev/null 2>&1; then
            f=$(networkctl status --no-pager "$nic" 2>/dev/null | sed -n 's/^ *Network File: //p')
            case $f in /*) printf 'networkd %s\\n' "$f" ;; esac
        fi
        s=/etc/sysconfig/network-scripts
        for f in /etc/netplan/*.yaml /etc/network/interfaces /etc/network/interfaces.d/* "$s/ifcfg-$nic" "$s/route-$nic" \\
            "$s/route6-$nic" "$s/rule-$nic" "${f:-/nowhere}"; do
            [ -f "$f" ] || continue
            printf 'file %s %s\\n' "$(stat -c %a "$f")" "$f"
            sed 's/^/|/' "$f"
            echo
        done
        """
    }
}
