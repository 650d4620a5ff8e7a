import XMLTree

extension CharacterDevice {
    /// The device as libvirt has it.
    /// - Parameter name: serial, console or channel.
    func element(_ name: String) -> XMLElement {
        var element = XMLElement(name)
        element["type"] = type
        for source in sources { element.append(source) }
        if let wireProtocol { element.append(XMLElement("protocol", ["type": wireProtocol])) }
        if let sharesClipboard {
            let clipboard = XMLElement("clipboard", ["copypaste": sharesClipboard ? "yes" : "no"])
            element.update(first: "source", create: true) { $0.append(clipboard) }
        }
        if let logFile {
            var log = XMLElement("log", ["file": logFile])
            log["append"] = appendsLog.map { $0 ? "on" : "off" }
            element.append(log)
        }
        if let target { element.append(target) }
        if let alias { element.append(XMLElement("alias", ["name": alias])) }
        address.write(to: &element)
        return element
    }

    private var sources: [XMLElement] {
        var source = XMLElement("source")
        source["channel"] = spiceChannel
        source["path"] = path
        // A socket that libvirt listens on by default is bound, a connection that it makes is not.
        source["mode"] =
            mode ?? (type == "tcp" || type == "udp" ? "connect" : type == "unix" && path != nil ? "bind" : nil)
        source["host"] = host
        source["service"] = port.map { String($0) }
        source["tls"] = usesTLS.map { $0 ? "yes" : "no" }
        var sources = source.attributes.isEmpty ? [] : [source]
        if bindHost != nil || bindPort != nil {
            var bind = XMLElement("source", ["mode": "bind"])
            bind["host"] = bindHost
            bind["service"] = bindPort.map { String($0) }
            sources.insert(bind, at: 0)
        }
        return sources
    }

    private var target: XMLElement? {
        var target = XMLElement("target")
        target["type"] = targetType
        target["name"] = targetName
        target["port"] = targetPort.map { String($0) }
        if let targetAddress, let colon = targetAddress.lastIndex(of: ":") {
            let host = targetAddress[..<colon].filter { $0 != "[" && $0 != "]" }
            target["address"] = host.isEmpty ? nil : String(host)
            target["port"] = String(targetAddress[targetAddress.index(after: colon)...])
        }
        if let targetModel { target.append(XMLElement("model", ["name": targetModel])) }
        return target.attributes.isEmpty && target.children.isEmpty ? nil : target
    }
}
