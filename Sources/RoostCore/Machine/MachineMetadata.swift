public import LibvirtXML
public import XMLTree

/// Roost's own facts of a machine, kept in the definition's `<metadata>` under Roost's namespace.
///
/// What this version does not know stays as it is, so that an older Roost loses nothing of a newer one.
public struct MachineMetadata: Hashable, Sendable {
    public static let namespace = "urn:roost:machine:1"
    /// The prefix that Roost writes. Any other is read as well.
    public static let prefix = "roost"

    /// `<roost:machine>`.
    public private(set) var element: XMLElement

    public init() {
        element = XMLElement("\(Self.prefix):machine", ["xmlns:\(Self.prefix)": Self.namespace])
    }

    /// - Parameter element: the element of Roost's namespace, with any prefix.
    public init(element: XMLElement) { self.element = element }

    /// Reads the element as libvirt hands it out (`virDomainGetMetadata`), where the namespace has lost its prefix.
    /// - Throws: when the text is not well-formed.
    public init(parsing text: String) throws(XMLParseError) {
        self.init(element: try XMLElement(parsing: text))
    }

    /// What a machine's definition holds; empty where it holds nothing.
    public init(of domain: Domain) {
        if let element = domain.metadata(namespace: Self.namespace) {
            self.init(element: element)
        } else {
            self.init()
        }
    }

    /// Short labels that group machines, in the order they were given.
    public var tags: [String] {
        get { element.elements(named: name(of: "tag")).map(\.text) }
        set {
            element.removeAll(named: name(of: "tag"))
            for tag in newValue { element.append(XMLElement(name(of: "tag"), text: tag)) }
        }
    }

    /// The image that its first disk was made from, as people call it.
    public var image: String? {
        get { text("image") }
        set { setText("image", newValue) }
    }

    /// Whom to log in as.
    public var user: String? {
        get { text("user") }
        set { setText("user", newValue) }
    }

    /// What cloud-init calls this guest.
    public var instance: String? {
        get { text("instance") }
        set { setText("instance", newValue) }
    }

    /// The medium of its first boot, which can hold secrets; nil once that is over and it is removed.
    public var seed: String? {
        get { text("seed") }
        set { setText("seed", newValue) }
    }

    /// The keys that its guest's SSH server shows, as `ssh-ed25519 AAAA…`.
    public var hostKeys: [String] {
        get { element.elements(named: name(of: "host-key")).map(\.text) }
        set {
            element.removeAll(named: name(of: "host-key"))
            for key in newValue { element.append(XMLElement(name(of: "host-key"), text: key)) }
        }
    }

    /// The elements of a name.
    func children(_ child: String) -> [XMLElement] { element.elements(named: name(of: child)) }

    /// Puts elements of a name in the place of those that are there.
    mutating func setChildren(_ child: String, _ attributes: [[(String, String)]]) {
        element.removeAll(named: name(of: child))
        for pairs in attributes {
            var new = XMLElement(name(of: child))
            for (name, value) in pairs { new[name] = value }
            element.append(new)
        }
    }

    private func text(_ child: String) -> String? { element.elements(named: name(of: child)).first?.text }

    private mutating func setText(_ child: String, _ text: String?) {
        element.removeAll(named: name(of: child))
        if let text { element.append(XMLElement(name(of: child), text: text)) }
    }

    /// Whether it is one that others stand on: it can be cloned, and not be started.
    public var isTemplate: Bool { !element.elements(named: name(of: "template")).isEmpty }

    /// The disks of a template that were writable before, by their targets; nil for what is none, or was not noted.
    public var templateDisks: [String]? {
        element.elements(named: name(of: "template")).first?["disks"]?.split(separator: " ").map(String.init)
    }

    /// - Parameter disks: those that are made read-only by it.
    public mutating func becomeTemplate(disks: [String]) {
        becomeOrdinary()
        element.append(XMLElement(name(of: "template"), ["disks": disks.joined(separator: " ")]))
    }

    /// What was a template is one no longer.
    public mutating func becomeOrdinary() { element.removeAll(named: name(of: "template")) }

    /// What is of one machine alone goes: how its guest is known. What was said of it in general stays.
    mutating func becomeClone() {
        for child in ["template", "instance", "seed", "host-key", "forward", "reserved"] {
            element.removeAll(named: name(of: child))
        }
    }

    /// Whether it says nothing at all.
    public var isEmpty: Bool { element.elements.isEmpty }

    /// Puts it into a definition, in the place of what was there of Roost; nothing of others is touched. Empty, it goes.
    public func write(to domain: inout Domain) {
        var element = element
        // The declaration may have stood further out, where nothing promises that it stays.
        let prefix = element.name.firstIndex(of: ":").map { ":\(element.name[..<$0])" } ?? ""
        element["xmlns\(prefix)"] = Self.namespace
        domain.setMetadata(isEmpty ? nil : element, namespace: Self.namespace)
    }

    /// The name of a child: children carry the prefix of their parent, or none as it does.
    private func name(of child: String) -> String {
        guard let colon = element.name.firstIndex(of: ":") else { return child }
        return "\(element.name[...colon])\(child)"
    }
}
