extension BridgeFacts {
    /// Why an interface cannot be the first port of a bridge; nil where it can.
    func refusal(of link: Link, _ task: String) -> Failure? {
        let nic = link.name
        if link.isWireless {
            return Failure(
                .unsupported, task, why: "\(nic) is wireless, and access points take no packets from guests behind it",
                remedy: "Use a cable, or a network with NAT: roost net create NAME")
        }
        if let master = link.master {
            return Failure(
                .state, task, why: "\(nic) is a port of \(master) already",
                remedy: links[master]?.isBridge == true
                    ? "Use that bridge: --network bridge=\(master)"
                    : "Put \(master) itself into the bridge: --nic \(master)")
        }
        if link.isLoopback || link.isBridge || link.mac.utf8.count != 17 {
            return Failure(
                .unsupported, task,
                why:
                    "\(nic) is \(link.isLoopback ? "the loopback" : link.isBridge ? "a bridge itself" : "no Ethernet card")"
            )
        }
        return nil
    }
}
