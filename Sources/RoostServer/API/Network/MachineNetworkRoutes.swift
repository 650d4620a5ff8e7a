import Hummingbird
import RoostCore

/// `/hosts/{host}/machines/{uuid}/reservation` and `/ports`, `/hosts/{host}/networks/{network}/ports`, `/hosts/{host}/ports` and
/// `/leases`: addresses that are kept for machines or given out, and ports of the host that lead to machines. They change the
/// host's networks and its firewall.
struct MachineNetworkRoutes: Sendable {
    let parts: ServerParts

    private static let machine = "/hosts/{host}/machines/{uuid}"

    func add(to group: RouterGroup<RoostRequestContext>) {
        let reading = group.requires(.viewer)
        reading.get("/hosts/{host}/networks/{network}/ports", use: ports)
        reading.get("/hosts/{host}/ports", use: allPorts)
        reading.get("/hosts/{host}/leases", use: leases)
        let ruling = group.requires(.administrator)
        ruling.post("/hosts/{host}/ports/restoration", use: restore)
        ruling.put("\(Self.machine)/reservation", use: reserve)
        ruling.delete("\(Self.machine)/reservation", use: free)
        ruling.post("\(Self.machine)/ports", use: publish)
        ruling.delete("\(Self.machine)/ports", use: unpublish)
    }

    @Sendable private func ports(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let network = try await parts.live.host(named: try context.part("host")).network(
            exactly: try context.part("network"))
        return try ServerJSON.response(Listing(try await network.publishedPorts()))
    }

    /// Those of the machines that are named, or of all: each of them is a call.
    @Sendable private func allPorts(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let machines = try request.uri.queryParameters[values: "machine"].map { text throws(Failure) in
            guard let uuid = RoostCore.Host.canonicalUUID(String(text)) else {
                throw Failure(.usage, "'\(text.prefix(80))' is not the UUID of a machine")
            }
            return uuid
        }
        let host = try await parts.live.host(named: try context.part("host"))
        return try ServerJSON.response(Listing(try await host.publishedPorts(machines).rows))
    }

    @Sendable private func leases(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let host = try await parts.live.host(named: try context.part("host"))
        return try ServerJSON.response(Listing(try await host.networkLeases().rows))
    }

    private struct Restored: Encodable {
        /// How many have forwards that are in force now.
        let machines: Int
    }

    /// As after somebody's firewall was started anew.
    @Sendable private func restore(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let host = try await parts.live.host(named: try context.part("host"))
        let count = try await parts.audit.record(context, action: "restore-ports", host: host.name) {
            try await host.restorePublishedPorts()
        }
        return try ServerJSON.response(Restored(machines: count))
    }

    private struct Reservation: StrictBody {
        static let fields: Set<String> = ["address", "network", "mac"]

        let address: String
        /// Where the machine is in several.
        var network: String?
        /// Of the card, where several are in that network.
        var mac: String?
    }

    @Sendable private func reserve(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Reservation.self, context)
        guard let address = IPAddress(wanted.address) else {
            throw Failure(
                .usage, "'\(wanted.address.prefix(80))' is not an address", remedy: "Write it as 192.168.122.50")
        }
        let machine = try await parts.machine(context)
        let kept = try await parts.audit.record(
            context, action: "reserve-address", on: machine,
            detail: address.description
        ) { try await machine.reserve(address, network: wanted.network, mac: wanted.mac) }
        return try ServerJSON.response(kept)
    }

    @Sendable private func free(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let query = request.uri.queryParameters
        let machine = try await parts.machine(context)
        let gone = try await parts.audit.record(
            context, action: "free-address", on: machine
        ) {
            try await machine.removeReservation(
                network: query["network"].map { String($0) }, mac: query["mac"].map { String($0) })
        }
        return try ServerJSON.response(gone)
    }

    private struct Ports: StrictBody {
        static let fields: Set<String> = ["ports", "network", "address"]

        /// `[ADDRESS:]PORT:GUESTPORT[/udp]`.
        let ports: [String]
        /// Where the machine is in several.
        var network: String?
        /// Of the guest, where no DHCP of libvirt's gives it one.
        var address: String?
    }

    @Sendable private func publish(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wanted = try await request.strict(Ports.self, context)
        guard !wanted.ports.isEmpty else { throw Failure(.usage, "No port is named") }
        let wishes = try wanted.ports.map { text throws(Failure) in try PortWish(text) }
        let address = try wanted.address.map { text throws(Failure) in try Self.address(text) }
        let machine = try await parts.machine(context)
        let done = try await parts.audit.record(
            context, action: "forward-ports", on: machine,
            detail: wishes.map(\.description).joined(separator: ", ")
        ) { try await machine.publish(wishes, network: wanted.network, address: address) }
        await parts.live.look(at: machine)
        return try ServerJSON.response(done)
    }

    /// Those that are named, or all of the machine's.
    @Sendable private func unpublish(_ request: Request, _ context: RoostRequestContext) async throws -> Response {
        let wishes = try request.uri.queryParameters[values: "port"].map { text throws(Failure) in
            try PortWish(String(text))
        }
        let machine = try await parts.machine(context)
        let gone = try await parts.audit.record(
            context, action: "unforward-ports", on: machine,
            detail: wishes.isEmpty ? "all" : wishes.map(\.description).joined(separator: ", ")
        ) { try await machine.unpublish(wishes) }
        await parts.live.look(at: machine)
        return try ServerJSON.response(Listing(gone))
    }

    private static func address(_ text: String) throws(Failure) -> IPAddress {
        guard let address = IPAddress(text), !address.isIPv6 else {
            throw Failure(
                .usage, "'\(text.prefix(80))' is not an address of IPv4", remedy: "Write it as 192.168.122.50")
        }
        return address
    }
}
