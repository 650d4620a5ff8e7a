import LibvirtXML

extension Machine {
    /// Where others reach its guest from the host's side: IPv4 first, then in the order of its cards.
    /// - Throws: ``Failure`` of kind state when it is off or has no address, of kind unsupported when it has no card that
    ///   lets others in.
    func guestAddresses(for task: String) async throws(Failure) -> [MachineAddress] {
        guard try await state().isActive else {
            throw Failure(.state, task, why: "\(label) is off", remedy: "roost start \(reference)")
        }
        let description = try await description()
        let cards = description.devices.interfaces
        guard !cards.isEmpty else { throw Failure(.unsupported, task, why: "it has no network card") }
        // QEMU's own network gives each guest the same address, and lets nobody in.
        let open = cards.filter { $0.type != .user }.compactMap { $0.mac?.lowercased() }
        guard !open.isEmpty else {
            throw Failure(
                .unsupported, task, why: "its network (of type user) lets nobody in",
                remedy:
                    "Give it a card in a network or bridge; roost console \(reference) works meanwhile.")
        }
        let known = await addresses(ofCards: Set(open), agentConnected: description.agentIsConnected == true)
        let found = GuestAddresses.usable(open.flatMap { known[$0] ?? [] })
        guard !found.isEmpty else { throw noAddress(task, description.agentIsConnected) }
        return found
    }

    /// The address at which ssh is most likely to find a server.
    func addressForSSH(port: UInt16) async throws(Failure) -> String {
        let task = "Cannot log in to \(label)"
        let addresses = try await guestAddresses(for: task).map(\.address)
        guard addresses.count > 1 else { return addresses[0] }
        let answering = await withTaskGroup(of: Int?.self) { group in
            for (index, address) in addresses.enumerated() {
                group.addTask { [host] in
                    // What cannot be asked does not answer.
                    (try? await host.answersSSH(address, port: port)) == true ? index : nil
                }
            }
            for await case let index? in group {
                group.cancelAll()
                return index
            }
            return 0
        }
        return addresses[answering]
    }

    /// - Parameter agentIsConnected: nil without a channel for an agent.
    func noAddress(_ task: String, _ agentIsConnected: Bool?) -> Failure {
        let name = reference
        let agent =
            switch agentIsConnected {
            case true: "its guest agent tells none."
            case false: "where no lease tells it, install the package qemu-guest-agent in the guest."
            case nil: "where no lease tells it, the machine needs a channel for the guest agent (--channel)."
            }
        return Failure(
            .state, task, why: "no address of it is known",
            remedy: "It may still be starting: roost wait \(name) --for ssh. Else \(agent)")
    }
}
