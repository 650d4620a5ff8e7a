import LibvirtXML
import XMLTree

extension NetworkOption {
    /// In the place of those that it had.
    func setVLANs(of interface: inout LibvirtXML.Interface) {
        guard !vlans.isEmpty else { return }
        let tags = vlans.map { vlan in
            var tag = XMLElement("tag")
            tag["id"] = vlan.id.map { String($0) }
            tag["nativeMode"] = vlan.nativeMode
            return tag
        }
        interface.element.removeAll(named: "vlan")
        interface.element.append(XMLElement("vlan", elements: tags))
        interface.vlanTrunk = isVLANTrunk ?? (vlans.count > 1 ? true : nil)
    }

    /// In the place of those that it had, direction by direction.
    /// - Throws: ``Failure`` of kind usage for a peak or burst without an average.
    func setBandwidth(of interface: inout LibvirtXML.Interface) throws(Failure) {
        interface.inbound = try inbound.bandwidth(over: interface.inbound, "inbound")
        interface.outbound = try outbound.bandwidth(over: interface.outbound, "outbound")
    }
}

extension TrafficLimit {
    fileprivate func bandwidth(over old: Bandwidth?, _ direction: String) throws(Failure) -> Bandwidth? {
        guard self != TrafficLimit() else { return old }
        if average == 0 { return nil }
        var new = old ?? Bandwidth()
        if let average { new.average = UInt(average) }
        if let peak { new.peak = UInt(peak) }
        if let burst { new.burst = UInt(burst) }
        guard new.average != nil else {
            throw Failure(
                .usage, "--network bandwidth.\(direction): an average is missing",
                remedy: "Add bandwidth.\(direction).average=KIB.")
        }
        return new
    }
}
