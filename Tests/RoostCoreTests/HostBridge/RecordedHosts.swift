@testable import RoostCore

/// What hosts of several kinds said to `BridgeFacts.script`, with their own numbers changed.
enum RecordedHosts {
    static let links = """
        link lo 00:00:00:00:00:00
        mtu lo 65536
        kind lo 772
        up lo 0x9
        link eth0 52:54:00:aa:bb:01
        mtu eth0 1500
        kind eth0 1
        up eth0 0x1003
        link wlan0 52:54:00:aa:bb:02
        kind wlan0 1
        wireless wlan0 yes
        link eth1 52:54:00:aa:bb:03
        kind eth1 1
        master eth1 bond0
        link bond0 52:54:00:aa:bb:03
        kind bond0 1
        link virbr0 52:54:00:aa:bb:04
        kind virbr0 1
        bridge virbr0 1
        address 1: lo    inet 127.0.0.1/8 scope host lo
        address 2: eth0    inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0
        address 2: eth0    inet6 2001:db8::10/64 scope global
        address 2: eth0    inet6 2001:db8::5054:ff:feaa:bb01/64 scope global dynamic mngtmpaddr
        address 2: eth0    inet6 fe80::5054:ff:feaa:bb01/64 scope link
        route4 default via 192.0.2.1 dev eth0 proto static metric 100
        route4 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
        route4 198.51.100.0/24 via 192.0.2.5 dev eth0
        route4 192.168.122.0/24 dev virbr0 proto kernel scope link src 192.168.122.1 linkdown
        route6 2001:db8::/64 dev eth0 proto kernel metric 256 pref medium
        route6 default via fe80::1 dev eth0 proto ra metric 1024 expires 1700sec pref medium

        """

    static let systemd = "systemd\n"

    static func file(_ path: String, mode: String = "644", _ text: String) -> String {
        "file \(mode) \(path)\n"
            + text.split(separator: "\n", omittingEmptySubsequences: false).map { "|\($0)\n" }.joined() + "\n"
    }

    static let ubuntu =
        systemd + links + "netplan\n"
        + file(
            "/etc/netplan/50-cloud-init.yaml", mode: "600",
            """
            # This file is generated from information provided by the datasource.
            network:
              version: 2
              ethernets:
                eth0:
                  addresses: [192.0.2.10/24, "2001:db8::10/64"]
                  routes:
                  - to: default
                    via: 192.0.2.1
                  nameservers:
                    addresses: [9.9.9.9]
                  mtu: 1500
                eth5:
                  dhcp4: true
            """)

    static let ubuntuByAddress =
        systemd + links + "netplan\n"
        + file(
            "/etc/netplan/01-net.yaml",
            """
            network:
              version: 2
              renderer: networkd
              ethernets:
                id0:
                  match: {macaddress: "52:54:00:AA:BB:01"}
                  set-name: eth0
                  dhcp4: true
            """)

    static let fedora =
        systemd + links
            + """
            nmname Wired office
            nmname lo
            nm 6f2c1a1e-0000-4000-8000-000000000001
            nmfield connection.id Wired office
            nmfield connection.interface-name eth0
            nmfield connection.autoconnect yes
            nmfield connection.metered unknown
            nmfield ipv4.method manual
            nmfield ipv4.addresses 192.0.2.10/24, 192.0.2.11/24
            nmfield ipv4.dns-priority 0
            nmfield ipv4.may-fail no
            nmfield ipv4.dhcp-hostname-flags 0x0
            nmfield ipv4.gateway 192.0.2.1
            nmfield ipv4.dns 9.9.9.9,149.112.112.112
            nmfield ipv4.dns-search 
            nmfield ipv4.routes 198.51.100.0/24 192.0.2.5
            nmfield ipv4.route-metric -1
            nmfield ipv4.never-default no
            nmfield ipv6.method auto
            nmfield ipv6.addresses 
            nmfield ipv6.gateway --
            nmfield ipv6.may-fail yes
            nmfield ipv6.ip6-privacy 0
            nmfield ipv6.addr-gen-mode default-or-eui64
            nmfield connection.zone public

            """

    static let arch =
        systemd + links + "networkd /etc/systemd/network/20-wired.network\n"
        + file(
            "/etc/systemd/network/20-wired.network",
            """
            [Match]
            Name=en* eth*

            [Link]
            MTUBytes=1500

            [Network]
            Address=192.0.2.10/24
            Gateway=192.0.2.1
            DNS=9.9.9.9

            [Route]
            Destination=198.51.100.0/24
            Gateway=192.0.2.5
            """)

    static let debian =
        links + "ifup\n"
        + file(
            "/etc/network/interfaces",
            """
            source /etc/network/interfaces.d/*

            auto lo
            iface lo inet loopback

            # The primary network interface
            allow-hotplug eth0
            iface eth0 inet static
            \taddress 192.0.2.10/24
            \tgateway 192.0.2.1
            \tup ip route add 198.51.100.0/24 via 192.0.2.5 dev eth0
            \tpost-up ethtool -K eth0 tso off
            \tdns-nameservers 9.9.9.9
            iface eth0 inet6 auto

            auto eth5
            iface eth5 inet dhcp
            """)

    static let centos =
        systemd + links
        + file(
            "/etc/sysconfig/network-scripts/ifcfg-eth0",
            """
            TYPE="Ethernet"
            BOOTPROTO="none"
            DEVICE="eth0"
            HWADDR=52:54:00:aa:bb:01
            ONBOOT="yes"
            IPADDR="192.0.2.10"
            PREFIX="24"
            GATEWAY="192.0.2.1"
            DNS1="9.9.9.9"
            """) + file("/etc/sysconfig/network-scripts/route-eth0", "198.51.100.0/24 via 192.0.2.5 dev eth0")
}
