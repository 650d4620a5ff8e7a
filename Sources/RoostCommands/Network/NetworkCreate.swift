import ArgumentParser
import RoostCore

struct NetworkCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a network and start it, now and with the host.",
        discussion: """
            Without options: NAT, the first 192.168 network that nothing on the host uses, DHCP in all of it. Addresses that \
            overlap another network, an interface or a route of the host are refused.

              roost net create lab
              roost net create lab --subnet 10.20.0.0/24 --dhcp 10.20.0.100-200 --domain lab.example
              roost net create inner --isolated --no-dhcp
              roost net create office --bridge br0        the host's own bridge: see 'roost host bridge'
            """)

    @Argument(help: "The network's name.")
    var name: String

    @OptionGroup var kind: NetworkKindOptions

    @Option(
        help: ArgumentHelp("Use this bridge of the host; with another kind: what to call its own.", valueName: "name"))
    var bridge: String?

    @Option(help: ArgumentHelp("Let traffic out by this interface of the host only.", valueName: "nic"))
    var via: String?

    @Option(
        help: ArgumentHelp(
            "Its addresses, such as 192.168.150.0/24; 'none' for no address of the host (default: the first free).",
            valueName: "address/prefix"))
    var subnet: String?

    @Option(
        help: ArgumentHelp("What DHCP gives out, such as 192.168.150.100-200 (default: all).", valueName: "start-end"))
    var dhcp: String?

    @Flag(help: "Give out no addresses.")
    var noDhcp = false

    @Option(
        help: ArgumentHelp("IPv6 too: a network such as fd00:1::/64, or 'auto' for a private one.", valueName: "prefix")
    )
    var ipv6: String?

    @Option(help: ArgumentHelp("The DNS domain of its machines.", valueName: "name"))
    var domain: String?

    @Option(help: ArgumentHelp("A name that its DNS knows (repeatable).", valueName: "name=address"))
    var dnsName: [String] = []

    @Option(
        help: ArgumentHelp("The VLAN of its machines, on the host's bridge (repeatable: a trunk).", valueName: "number")
    )
    var vlan: [String] = []

    @Option(help: ArgumentHelp("The largest packet, in bytes.", valueName: "bytes"))
    var mtu: String?

    @Option(
        help: ArgumentHelp(
            "A port group that machines can name (repeatable): NAME[,vlan=N][,default=yes].", valueName: "group"))
    var portGroup: [String] = []

    @Flag(name: .customLong("openvswitch"), help: "The bridge is one of Open vSwitch, where Roost cannot see that.")
    var openVSwitch = false

    @Flag(help: "Take addresses that something on the host uses already.")
    var allowOverlap = false

    @Flag(inversion: .prefixedNo, help: "Start it now.")
    var start = true

    @Flag(inversion: .prefixedNo, help: "Start it together with the host.")
    var autostart = true

    @Flag(help: "Print libvirt's description of it and make nothing.")
    var dryRun = false

    @OptionGroup var host: HostOptions

    func run() async throws {
        let typed = try arguments(HostedName(name, .item, chosen: host.host).name)
        // What is wrong in itself is said before any host is asked.
        let request = try typed.request()
        let place = try await host.site().place(of: name).host
        let plan = try await place.making(typed)
        for notice in plan.notices { Report.warning(notice) }
        if dryRun { return try Report.document(try plan.xml()) }
        try Task.checkCancellation()
        let details = try await plan.make()
        Report.notice("Created network \(place.label(typed.name))\(Self.words(of: details))")
        if request.kind == .route {
            Report.notice(
                "Routers outside must send \(details.network.addresses.joined(separator: ", ")) to this host.")
        }
    }

    private func arguments(_ name: String) throws -> NetworkArguments {
        var arguments = NetworkArguments(name: name)
        arguments.kind = try kind.kind() ?? (bridge == nil ? nil : .bridge)
        arguments.bridge = bridge
        arguments.device = via
        arguments.subnet = subnet
        arguments.dhcp = dhcp
        arguments.noDHCP = noDhcp
        arguments.ipv6 = ipv6
        arguments.domain = domain
        arguments.dnsNames = dnsName
        arguments.vlans = vlan
        arguments.mtu = mtu
        arguments.portGroups = portGroup
        arguments.isOpenVSwitch = openVSwitch
        arguments.mayOverlap = allowOverlap
        arguments.start = start
        arguments.autostart = autostart
        return arguments
    }

    private static func words(of details: NetworkDetails) -> String {
        var words = [details.network.forward] + details.network.addresses
        if let range = details.ranges.first { words.append("DHCP \(range.first) to \(range.last)") }
        words.append(details.network.active ? "started" : "not started")
        if details.network.autostart { words.append("starts with the host") }
        return ": \(words.joined(separator: ", "))"
    }
}
