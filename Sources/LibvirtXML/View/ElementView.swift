public import XMLTree

/// A typed view of one XML element. The element is the only state: what a view does not know survives every edit.
///
/// A view declares what it knows in its `Properties`, one line each, and every declaration becomes a settable member:
///
///     public let bus = Property<Bus?>("target/@bus")   →   disk.bus = .virtio
///
/// Two views are equal when their elements say the same, whatever the white space and the order of attributes.
@dynamicMemberLookup
public protocol ElementView: Hashable, Sendable {
    /// The declarations of what the view reads and writes.
    associatedtype Properties: Sendable

    static var properties: Properties { get }

    /// The name of an element that this view is made for, as in `disk`.
    static var elementName: String { get }

    var element: XMLElement { get set }

    init(element: XMLElement)
}

extension ElementView {
    /// A view of a new, empty element.
    public init() {
        self.init(element: XMLElement(Self.elementName))
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.element.semanticallyEquals(right.element, ignoringComments: false)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(element.name)
        hasher.combine(Set(element.attributes))
    }

    /// Reads or writes a declared property. Writing the value that is already there changes nothing, not even its spelling.
    public subscript<Value>(dynamicMember path: KeyPath<Properties, Property<Value>>) -> Value {
        get { Self.properties[keyPath: path].value(in: element) }
        set { Self.properties[keyPath: path].set(newValue, in: &element) }
    }
}
