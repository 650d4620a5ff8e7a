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
}
