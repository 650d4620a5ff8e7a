/// The script that libvirt runs on a host when a guest starts or stops, which leads the host's ports to it.
///
/// It reads the forwards from the machine's definition, which libvirt gives it: there is no second list. It must never fail, for
/// then the guest would not start, and never ask libvirt, which waits for it.
enum ForwardHook {
    static let directory = "/etc/libvirt/hooks"
    static let name = "roost-forward"
    /// Prints the rules that lead ports on, each with the machine's UUID in its comment, of whichever firewall has them.
    static let list = """
        { iptables -w -t nat -S ROOST-DNAT; nft list chain ip roost prerouting; } 2>/dev/null
        """

    /// POSIX sh, sed, grep and iptables alone, or nft where there is no iptables.
    static let text = #"""
        #!/bin/sh
        # Made by Roost for "roost net forward": leads ports of this host to guests. libvirt runs it when a guest starts or stops.
        # The forwards stand in the machine's definition, under <metadata>; machines without any are let be. It may be deleted.
        set -f
        case $2 in started | reconnect | stopped | release | roost-drop) ;; *) exit 0 ;; esac
        PATH=/usr/sbin:/sbin:/usr/bin:/bin
        LC_ALL=C
        export PATH LC_ALL
        if command -v iptables >/dev/null 2>&1; then with=iptables; else with=nft; fi
        command -v "$with" >/dev/null 2>&1 || exit 0
        xml=$(cat)
        uuid=$(printf '%s\n' "$xml" | sed -n 's|^  <uuid>\([0-9a-f-]\{36\}\)</uuid>.*|\1|p' | head -n 1)
        [ -n "$uuid" ] || exit 0

        # drop TABLE CHAIN: this machine's rules.
        drop() {
            iptables -w -t "$1" -S "$2" 2>/dev/null | tr -d '"' | grep -F -- "roost-$uuid" | sed 's/^-A/-D/' | while read -r rule; do
                iptables -w -t "$1" $rule
            done
        }
        # drop_nft TABLE CHAIN: the same of nftables.
        drop_nft() {
            nft -a list chain ip "$1" "$2" 2>/dev/null |
                sed -n "s/.*roost-$uuid.*# handle \([0-9]*\)\$/\1/p" | while read -r handle; do
                    nft delete rule ip "$1" "$2" handle "$handle"
                done
        }
        # hang TABLE PARENT CHAIN [MATCH…]: the chain, led to from its parent.
        hang() {
            table=$1 parent=$2 chain=$3
            shift 3
            iptables -w -t "$table" -N "$chain" 2>/dev/null
            iptables -w -t "$table" -C "$parent" "$@" -j "$chain" 2>/dev/null ||
                iptables -w -t "$table" -I "$parent" "$@" -j "$chain"
        }
        hang_iptables() {
            hang nat PREROUTING ROOST-DNAT -m addrtype --dst-type LOCAL
            hang nat OUTPUT ROOST-DNAT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL
            hang nat POSTROUTING ROOST-SNAT
            # In front of libvirt's own, which refuse what comes from outside.
            iptables -w -N ROOST-FORWARD 2>/dev/null
            if [ "$(iptables -w -S FORWARD | sed -n 2p)" != '-A FORWARD -j ROOST-FORWARD' ]; then
                iptables -w -D FORWARD -j ROOST-FORWARD 2>/dev/null
                iptables -w -I FORWARD 1 -j ROOST-FORWARD
            fi
        }
        # What is there already stays as it is.
        hang_nft() {
            nft add table ip roost
            nft add chain ip roost prerouting '{ type nat hook prerouting priority -100; }'
            nft add chain ip roost output '{ type nat hook output priority -100; }'
            nft add chain ip roost postrouting '{ type nat hook postrouting priority 99; }'
        }
        attribute() { printf '%s\n' "$line" | sed -n "s/.* $1=[\"']\([0-9a-z./]*\)[\"'].*/\1/p"; }
        add() {
            protocol=$(attribute protocol) port=$(attribute port) to=$(attribute to)
            address=$(attribute address) network=$(attribute network) bind=$(attribute bind)
            case $protocol in tcp | udp) ;; *) return ;; esac
            case $port:$to in *[!0-9:]* | :* | *:) return ;; esac
            case $address in '' | *[!0-9.]*) return ;; esac
            "add_$with"
            pass_nft
        }
        add_iptables() {
            note="-m comment --comment roost-$uuid"
            iptables -w -t nat -A ROOST-DNAT ${bind:+-d "$bind"} -p "$protocol" --dport "$port" $note \
                -j DNAT --to-destination "$address:$to"
            # Machines of the same network come back by the host, or the answer would go past it.
            iptables -w -t nat -A ROOST-SNAT -s "$network" -d "$address" -p "$protocol" --dport "$to" \
                -m conntrack --ctstate DNAT $note -j MASQUERADE
            iptables -w -A ROOST-FORWARD -d "$address" -p "$protocol" --dport "$to" \
                -m conntrack --ctstate DNAT $note -j ACCEPT
            iptables -w -A ROOST-FORWARD -s "$address" -p "$protocol" --sport "$to" \
                -m conntrack --ctstate ESTABLISHED $note -j ACCEPT
        }
        add_nft() {
            note="\"roost-$uuid\""
            nft add rule ip roost prerouting fib daddr type local ${bind:+ip daddr "$bind"} "$protocol" dport "$port" \
                dnat to "$address:$to" comment "$note"
            nft add rule ip roost output ip daddr != 127.0.0.0/8 fib daddr type local ${bind:+ip daddr "$bind"} \
                "$protocol" dport "$port" dnat to "$address:$to" comment "$note"
            nft add rule ip roost postrouting ip saddr "$network" ip daddr "$address" "$protocol" dport "$to" \
                ct status dnat masquerade comment "$note"
        }
        # libvirt with rules of nftables of its own refuses what it does not know of, whatever others accept. What it adds later
        # goes into chains behind this one.
        pass_nft() {
            command -v nft >/dev/null 2>&1 && nft list chain ip libvirt_network forward >/dev/null 2>&1 || return 0
            nft insert rule ip libvirt_network forward ip daddr "$address" "$protocol" dport "$to" \
                ct status dnat accept comment "\"roost-$uuid\""
            nft insert rule ip libvirt_network forward ip saddr "$address" "$protocol" sport "$to" \
                ct state established ct status dnat accept comment "\"roost-$uuid\""
        }

        {
            drop nat ROOST-DNAT
            drop nat ROOST-SNAT
            drop filter ROOST-FORWARD
            drop_nft roost prerouting
            drop_nft roost output
            drop_nft roost postrouting
            drop_nft libvirt_network forward
            # Where earlier versions had it.
            drop_nft libvirt_network guest_input
            case $2 in started | reconnect) ;; *) exit 0 ;; esac
            lines=$(printf '%s\n' "$xml" | tr '>' '\n' | grep -E '^[[:space:]]*<([A-Za-z0-9]+:)?forward .*protocol=.*/$')
            [ -n "$lines" ] || exit 0
            "hang_$with"
            printf '%s\n' "$lines" | while IFS= read -r line; do add; done
        } </dev/null >/dev/null 2>&1
        exit 0

        """#
}
