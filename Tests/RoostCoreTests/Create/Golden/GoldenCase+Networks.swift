extension GoldenCase {
    private static let disk = "--import --disk /images/debian.qcow2"

    static let networks: [GoldenCase] = [
        GoldenCase("network-none", "\(disk) --network none"),
        GoldenCase("network-default", "\(disk) --network default"),
        GoldenCase("network-named", "\(disk) --network network=lab,mac=52:54:00:12:34:56"),
        GoldenCase("network-random-mac", "\(disk) --network network=lab,mac=RANDOM"),
        GoldenCase("network-two", "\(disk) --network default --network bridge=br0"),
        GoldenCase("network-portgroup", "\(disk) --network network=lab,portgroup=dmz"),
        GoldenCase("network-direct", "\(disk) --network type=direct,source=eth0"),
        GoldenCase("network-direct-private", "\(disk) --network type=direct,source=eth0,source.mode=private"),
        GoldenCase("network-user", "\(disk) --network user"),
        GoldenCase("network-session-bridge", on: .session, "\(disk) --network bridge=br0"),
        GoldenCase("network-model", "\(disk) --network default,model=e1000e"),
        GoldenCase(
            "network-tuned",
            "\(disk) --network default,mtu=9000,driver.name=vhost,driver.queues=4,link.state=down,filterref=clean-traffic"
        ),
        GoldenCase("network-vlan", "\(disk) --network bridge=br0,vlan.id=42,virtualport.type=openvswitch"),
        GoldenCase(
            "network-trunk", "\(disk) --network bridge=br0,vlan.tag0.id=1,vlan.tag1.id=2,vlan.tag1.nativeMode=untagged"),
        GoldenCase(
            "network-virtualport",
            """
            \(disk) --network bridge=ovs0,virtualport.type=openvswitch,\
            virtualport.parameters.interfaceid=09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f
            """),
        GoldenCase("network-rom", "\(disk) --network default,rom.bar=on,rom.file=/srv/ipxe.rom"),
        GoldenCase(
            "network-rest", "\(disk) --network default,target.dev=web0,trustGuestRxFilters=yes,alias.name=ua-lan"),
    ]

    static let displays: [GoldenCase] = [
        GoldenCase("display-none", "\(disk) --graphics none"),
        GoldenCase("display-vnc", "\(disk) --graphics vnc"),
        GoldenCase("display-vnc-port", "\(disk) --graphics vnc,port=5950,listen=::1"),
        GoldenCase("display-vnc-public", "\(disk) --graphics vnc,listen=0.0.0.0"),
        GoldenCase("display-vnc-public-password", "\(disk) --graphics vnc,listen=0.0.0.0,password=secret"),
        GoldenCase("display-vnc-host-name", "\(disk) --graphics vnc,listen=server.example.org"),
        GoldenCase(
            "display-vnc-password", "\(disk) --graphics vnc,password=secret,passwordValidTo=2030-01-31T12:00:00"),
        GoldenCase("display-vnc-socket", "\(disk) --graphics vnc,listen=socket"),
        GoldenCase("display-vnc-nowhere", "\(disk) --graphics vnc,listen=none"),
        GoldenCase("display-vnc-browser", "\(disk) --graphics vnc,websocket=auto,keymap=de"),
        GoldenCase("display-spice", "\(disk) --graphics spice"),
        GoldenCase("display-spice-windows", os: "win7", "\(disk) --graphics spice"),
        GoldenCase(
            "display-spice-tuned",
            """
            \(disk) --graphics spice,port=5930,tlsPort=5931,defaultMode=secure,image.compression=off,streaming.mode=filter,\
            mouse.mode=client,clipboard.copypaste=no,filetransfer.enable=no
            """),
        GoldenCase(
            "display-spice-gl", "\(disk) --graphics spice,listen=none,gl.enable=yes,gl.rendernode=/dev/dri/renderD128"),
        GoldenCase("display-spice-public", "\(disk) --graphics spice,listen=0.0.0.0"),
        GoldenCase("display-both", "\(disk) --graphics vnc --graphics spice"),
        GoldenCase("display-default", "\(disk) --graphics default"),
        GoldenCase("display-arm", on: .arm, "\(disk) --graphics vnc"),
    ]
}
