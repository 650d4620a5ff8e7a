import LibvirtXML

extension HostFileRule {
    /// Whom a machine reaches, and who reaches it, is for administrators to say: they choose the host's networks, and which of
    /// its ports are open.
    /// - Throws: ``Failure`` of kind permission.
    func checkReach(_ request: MachineRequest) throws(Failure) {
        for display in request.graphics.options where display.listen?.isLocal == false {
            throw Failure(
                .permission, "--graphics opens the machine's screen to other computers",
                why: "only administrators may have a display listen beyond the host",
                remedy: "Leave listen= out: the console shows the screen all the same. Or ask an administrator.")
        }
        for card in request.networks.options { try checkReach(card) }
    }

    /// The same for one interface, of a new machine or of one that is there.
    func checkReach(_ card: NetworkOption) throws(Failure) {
        let what: String
        switch card.connection {
        case .bridge(let name): what = "the bridge \(ValueProblem.quote(name))"
        case .direct(let device, _): what = "the interface \(ValueProblem.quote(device))"
        case .ethernet: what = "an interface of the host"
        case .automatic, .network, .user: return
        }
        throw Failure(
            .permission, "--network connects the machine with \(what)",
            why: "only administrators may connect machines past the host's virtual networks",
            remedy: "Name a virtual network: roost net list. An administrator can make one of the bridge, for all.")
    }

    /// The same for a change of one that is there. What an administrator has connected past the virtual networks keeps the VLAN,
    /// the filter and the address that it has there, unless it goes to a virtual network.
    func checkReach(_ change: NetworkOption, of card: LibvirtXML.Interface) throws(Failure) {
        switch card.source {
        case .network, .user: return
        default: break
        }
        guard change.network == nil, change.type != .user else { return }
        let parts = [
            ("vlan", !change.vlans.isEmpty || change.isVLANTrunk != nil),
            ("virtualport", change.virtualPort != VirtualPort()), ("filterref", change.filter != nil),
            ("trustGuestRxFilters", change.trustsGuestFilters != nil), ("mac", change.mac != nil),
        ]
        guard let part = parts.first(where: { $0.1 })?.0 else { return }
        throw Failure(
            .permission, "\(part) of this interface is not changed",
            why: "it is connected past the host's virtual networks, where only administrators say whom it reaches",
            remedy: "Connect it with a virtual network, as by network=default, or ask an administrator.")
    }
}
