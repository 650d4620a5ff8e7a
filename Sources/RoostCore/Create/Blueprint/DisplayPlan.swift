import LibvirtXML
import XMLTree

/// A machine's displays and their passwords.
struct DisplayPlan {
    private(set) var displays: [LibvirtXML.Graphics] = []
    /// By place among `displays`.
    private(set) var passwords: [Int: DisplayPassword] = [:]
    private(set) var generatedPassword: Secret?

    init(_ context: BlueprintContext, using generator: inout some Swift.RandomNumberGenerator) throws(Failure) {
        for option in try Self.options(context) {
            let isReachable = option.listen.map { !$0.isLocal } ?? false
            if let password = option.password {
                passwords[displays.count] = DisplayPassword(
                    secret: Secret(password), validUntil: option.passwordValidTo)
            } else if isReachable {
                let password = generatedPassword ?? Secret.generate(using: &generator)
                generatedPassword = password
                passwords[displays.count] = DisplayPassword(secret: password, validUntil: nil)
            }
            var display = option.display
            if passwords[displays.count] != nil { DisplayPassword.placeholder.set(on: &display) }
            displays.append(display)
        }
    }

    var hasSPICE: Bool { displays.contains { $0.type == .spice } }

    private static func options(_ context: BlueprintContext) throws(Failure) -> [GraphicsOption] {
        let known = context.host.graphics
        switch context.request.graphics {
        case .none: return []
        case .defaults:
            guard let usual = usual(among: known) else { return [] }
            var option = GraphicsOption()
            option.type = usual
            return [option]
        case .given(let options):
            var settled: [GraphicsOption] = []
            for var option in options {
                if option.type == nil || option.type == .default { option.type = usual(among: known) ?? .vnc }
                try context.check(
                    option.type?.rawValue ?? "", is: "display", of: "--graphics", among: known.map(\.rawValue))
                settled.append(option)
            }
            return settled
        }
    }

    private static func usual(among known: [LibvirtXML.Graphics.Kind]) -> GraphicsType? {
        known.isEmpty || known.contains(.vnc) ? .vnc : known.contains(.spice) ? .spice : nil
    }
}

extension GraphicsOption {
    fileprivate var display: LibvirtXML.Graphics {
        let kind: LibvirtXML.Graphics.Kind = type == .spice ? .spice : .vnc
        var display = LibvirtXML.Graphics(element: XMLElement(LibvirtXML.Graphics.elementName))
        display.type = kind
        setPorts(of: &display)
        switch listen ?? .address("127.0.0.1") {
        case .address(let address): display.listen = address
        case .none: display.element.append(XMLElement("listen", ["type": "none"]))
        case .socket: display.element.append(XMLElement("listen", ["type": "socket"]))
        }
        display.keymap = keymap
        display.connected = connected
        display.element["defaultMode"] = defaultMode
        display.imageCompression = imageCompression
        display.clipboard = copiesClipboard
        if let streamingMode { display.element.append(XMLElement("streaming", ["mode": streamingMode])) }
        if let mouseMode { display.element.append(XMLElement("mouse", ["mode": mouseMode])) }
        if let transfersFiles {
            display.element.append(XMLElement("filetransfer", ["enable": transfersFiles ? "yes" : "no"]))
        }
        display.openGL = usesGL
        if let renderNode { display.element.update(first: "gl") { $0["rendernode"] = renderNode } }
        return display
    }

    private func setPorts(of display: inout LibvirtXML.Graphics) {
        func number(_ choice: PortChoice?) -> Int? {
            switch choice {
            case .fixed(let port): port
            case .automatic: -1
            case nil: nil
            }
        }
        guard listen == nil || listen?.hasPort == true else { return }
        let port = number(port)
        let tlsPort = number(tlsPort)
        display.port = port == -1 ? nil : port
        display.tlsPort = tlsPort == -1 ? nil : tlsPort
        display.websocket = number(websocket)
        let isFixed = display.port != nil || display.tlsPort != nil
        display.autoport = !isFixed
    }
}

extension GraphicsListen {
    fileprivate var hasPort: Bool {
        if case .address = self { true } else { false }
    }
}
