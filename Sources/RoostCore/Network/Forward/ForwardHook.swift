/// The script that libvirt runs on a host when a guest starts or stops, which leads the host's ports to it.
///
/// It reads the forwards from the machine's definition, which libvirt gives it: there is no second list. It must never fail, for
/// then the guest would not start, and never ask libvirt, which waits for it.
enum ForwardHook {
    static let directory = "/etc/libvirt/hooks"
    static let name = "roost-forward"
    /// The chains hold nothing but Roost's rules, each with the machine's UUID in its comment.
    static let chains = [("nat", "ROOST-DNAT"), ("nat", "ROOST-SNAT"), ("filter", "ROOST-FORWARD")]

    /// POSIX sh, sed, grep and iptables alone.
    static let text = #"""
        #!/bin/sh
        # Made by Roost for "roost net forward": leads ports of this host to guests. libvirt runs it when a guest starts or stops.
        # The forwards stand in the machine's definition, under <metadata>; machines without any are let be. It may be deleted.
        set -f
        case $2 in started | reconnect | stopped | release | roost-drop) ;; *) exit 0 ;; esac
        PATH=/usr/sbin:/sbin:/usr/bin:/bin
        LC_ALL=C
        export PATH LC_ALL
        command -v iptables >/dev/null 2>&1 || exit 0
        xml=$(cat)
        uuid=$(printf '%s\n' "$xml" | sed -n 's|^  <uuid>\([0-9a-f-]\{36\}\)</uuid>.*|\1|p' | head -n 1)
        [ -n "$uuid" ] || exit 0

        # drop TABLE CHAIN: this machine's rules.
        drop() {
            iptables -w -t "$1" -S "$2" 2>/dev/null | tr -d '"' | grep -F -- "roost-$uuid" | sed 's/^-A/-D/' | while read -r rule; do
                iptables -w -t "$1" $rule
            done
        }
        # libvirt with rules of nftables of its own refuses what it does not know of, whatever iptables says.
        drop_nft() {
            nft -a list chain ip libvirt_network guest_input 2>/dev/null |
                sed -n "s/.*roost-$uuid.*# handle \([0-9]*\)\$/\1/p" | while read -r handle; do
                    nft delete rule ip libvirt_network guest_input handle "$handle"
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
        attribute() { printf '%s\n' "$line" | sed -n "s/.* $1=[\"']\([0-9a-z./]*\)[\"'].*/\1/p"; }
        add() {
            protocol=$(attribute protocol) port=$(attribute port) to=$(attribute to)
            address=$(attribute address) network=$(attribute network) bind=$(attribute bind)
            case $protocol in tcp | udp) ;; *) return ;; esac
            case $port:$to in *[!0-9:]* | :* | *:) return ;; esac
            case $address in '' | *[!0-9.]*) return ;; esac
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
            if command -v nft >/dev/null 2>&1 && nft list chain ip libvirt_network guest_input >/dev/null 2>&1; then
                nft insert rule ip libvirt_network guest_input ip daddr "$address" "$protocol" dport "$to" \
                    ct status dnat accept comment "\"roost-$uuid\""
            fi
        }

        {
            drop nat ROOST-DNAT
            drop nat ROOST-SNAT
            drop filter ROOST-FORWARD
            drop_nft
            case $2 in started | reconnect) ;; *) exit 0 ;; esac
            lines=$(printf '%s\n' "$xml" | tr '>' '\n' | grep -E '^[[:space:]]*<([A-Za-z0-9]+:)?forward .*protocol=.*/$')
            [ -n "$lines" ] || exit 0
            hang nat PREROUTING ROOST-DNAT -m addrtype --dst-type LOCAL
            hang nat OUTPUT ROOST-DNAT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL
            hang nat POSTROUTING ROOST-SNAT
            # In front of libvirt's own, which refuse what comes from outside.
            iptables -w -N ROOST-FORWARD 2>/dev/null
            if [ "$(iptables -w -S FORWARD | sed -n 2p)" != '-A FORWARD -j ROOST-FORWARD' ]; then
                iptables -w -D FORWARD -j ROOST-FORWARD 2>/dev/null
                iptables -w -I FORWARD 1 -j ROOST-FORWARD
            fi
            printf '%s\n' "$lines" | while IFS= read -r line; do add; done
        } </dev/null >/dev/null 2>&1
        exit 0

        """#
}
