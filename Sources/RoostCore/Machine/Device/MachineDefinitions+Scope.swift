import LibvirtXML

extension MachineDefinitions {
    /// What a change of that scope concerns.
    /// - Throws: ``Failure`` of kind state when there is nothing that could be changed then.
    func within(_ scope: MachineChange.Scope, of machine: Machine) throws(Failure) -> MachineDefinitions {
        var chosen = self
        switch scope {
        case .both: break
        case .now:
            guard live != nil else {
                throw Failure(
                    .state, "Cannot change \(machine.label) now", why: "it does not run",
                    remedy: "Leave --now out, or start it first: roost start \(machine.reference)")
            }
            chosen.next = nil
        case .nextStart:
            guard next != nil else {
                throw Failure(
                    .state, "Cannot change the next start of \(machine.label)",
                    why: "it has no definition: it is gone when it stops", remedy: "Leave --next-boot out.")
            }
            chosen.live = nil
        }
        return chosen
    }

    /// The running machine, then the definition, as far as they are there.
    var all: [LibvirtXML.Domain] { [live, next].compactMap(\.self) }
}
