extension BridgeFacts {
    /// Asks about all interfaces and, as root, about who keeps the settings of one.
    static func script(nic: String?) -> String {
        """
        # Programs say the words that are read here in a person's language.
        export LC_ALL=C
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
        grep -qs '^PermanentMACAddress=' /run/systemd/network/10-netplan-*.network && echo netplan-permanent
        command -v ifup >/dev/null 2>&1 && echo ifup
        if command -v nmcli >/dev/null 2>&1 && [ "$(nmcli -t -f RUNNING general 2>/dev/null)" = running ]; then
            nmcli -t -e no -f NAME connection show 2>/dev/null | sed 's/^/nmname /'
            c=$(nmcli -g GENERAL.CON-UUID device show "$nic" 2>/dev/null)
            # Of what others keep, it tells as of a connection of its own.
            case $(nmcli -g GENERAL.STATE device show "$nic" 2>/dev/null) in *externally*) c= ;; esac
            if [ -n "$c" ]; then
                printf 'nm %s\\n' "$c"
                nmcli -t -e no -f connection,ipv4,ipv6 connection show "$c" 2>/dev/null | sed 's/^/nmfield /; s/:/ /'
            fi
        fi
        if command -v networkctl >/dev/null 2>&1; then
            f=$(networkctl status --no-pager "$nic" 2>/dev/null | sed -n 's/^ *Network File: //p')
            i=$(networkctl status --no-pager "$nic" 2>/dev/null | sed -n 's/^ *DHCP4 Client ID: IAID:\\(0x[0-9a-f]*\\).*/\\1/p')
            case $f in /*) printf 'networkd %s\\n' "$f" ;; esac
            [ -n "$i" ] && printf 'iaid %s\\n' "$i"
        fi
        n=${f##*/}
        s=/etc/sysconfig/network-scripts
        for i in "$s"/ifcfg-*; do [ -e "$i" ] && printf 'ifcfg %s\\n' "${i##*/ifcfg-}"; done
        for f in /etc/netplan/*.yaml /etc/network/interfaces /etc/network/interfaces.d/* "$s/ifcfg-$nic" "$s/route-$nic" \\
            "$s/route6-$nic" "$s/rule-$nic" "${f:-/nowhere}" \\
            /usr/lib/systemd/network/"${n:-nothing}".d/*.conf /run/systemd/network/"${n:-nothing}".d/*.conf \\
            /etc/systemd/network/"${n:-nothing}".d/*.conf; do
            [ -f "$f" ] || continue
            printf 'file %s %s\\n' "$(stat -c %a "$f")" "$f"
            sed 's/^/|/' "$f"
            echo
        done
        """
    }
}
