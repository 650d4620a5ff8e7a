import XMLTree

extension Devices {
    /// The disk with a target, such as `vda`. Setting puts it in the place of that disk, or last; nil removes it.
    public subscript(disk target: String) -> Disk? {
        get { first { $0.target == target } }
        set { set(newValue) { $0.target == target } }
    }

    /// The network card with a MAC address; letter case does not matter. Setting puts it in the place of that card, or
    /// last; nil removes it.
    public subscript(interface mac: String) -> Interface? {
        get { first { $0.mac?.lowercased() == mac.lowercased() } }
        set { set(newValue) { $0.mac?.lowercased() == mac.lowercased() } }
    }

    /// The channel with a name, such as `org.qemu.guest_agent.0`. Setting puts it in the place of that one, or last; nil
    /// removes it.
    public subscript(channel name: String) -> Channel? {
        get { first { $0.name == name } }
        set { set(newValue) { $0.name == name } }
    }

    /// The shared directory that the guest mounts under a name. Setting puts it in the place of that one, or last; nil
    /// removes it.
    public subscript(filesystem target: String) -> Filesystem? {
        get { first { $0.target == target } }
        set { set(newValue) { $0.target == target } }
    }

    /// The controller of a type with an index. Setting puts it in the place of that one, or last; nil removes it.
    public subscript(controller type: Controller.Kind, index: UInt) -> Controller? {
        get { first { $0.type == type && $0.index == index } }
        set { set(newValue) { $0.type == type && $0.index == index } }
    }

    /// The device with an alias, of whatever kind. Setting puts it in the place of that one, or last; nil removes it.
    public subscript(alias alias: String) -> Device? {
        get { all.first { $0.alias == alias } }
        set {
            let isMatch: (XMLElement) -> Bool = { Device(element: $0).alias == alias }
            guard let name = newValue?.element.name ?? element.elements.first(where: isMatch)?.name else { return }
            element.set(newValue?.element, among: name, where: isMatch)
        }
    }

    /// Every device, of whatever kind, in the domain's order.
    public var all: [Device] {
        element.elements.filter { $0.name != "emulator" }.map(Device.init(element:))
    }

    /// Adds a device after the last of its kind.
    public mutating func append(_ device: some ElementView) {
        element.insert(device.element, afterLast: device.element.name)
    }

    private func first<View: ElementView>(where isMatch: (View) -> Bool) -> View? {
        for case .element(let child) in element.children where child.name == View.elementName {
            let view = View(element: child)
            if isMatch(view) { return view }
        }
        return nil
    }

    private mutating func set<View: ElementView>(_ view: View?, where isMatch: (View) -> Bool) {
        element.set(view?.element, among: View.elementName) { isMatch(View(element: $0)) }
    }
}

extension XMLElement {
    /// Puts an element in the place of the first child called `name` that matches, or after the last of that name; nil
    /// removes the match.
    fileprivate mutating func set(_ replacement: XMLElement?, among name: String, where isMatch: (XMLElement) -> Bool) {
        var isDone = false
        if let replacement {
            updateAll(named: name) { child in
                guard !isDone, isMatch(child) else { return }
                child = replacement
                isDone = true
            }
            if !isDone { insert(replacement, afterLast: name) }
        } else {
            removeAll { child in
                guard !isDone, child.name == name, isMatch(child) else { return false }
                isDone = true
                return true
            }
        }
    }
}
