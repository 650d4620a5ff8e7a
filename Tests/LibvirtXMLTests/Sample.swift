import LibvirtXML
import XMLTree

/// One row of the property table: a value for a declared property, and what has to stand in the XML for it.
struct Sample<View: ElementView>: Sendable {
    let location: String
    /// Where the value is looked for, independently of the view.
    let place: XMLPath
    /// What has to stand there; nil when the element has only to be there.
    let text: String?
    /// An attribute that is set together with the property and stays when it is cleared.
    let leftover: String?
    let write: @Sendable (inout View) -> Void
    let clear: @Sendable (inout View) -> Void
    let isWritten: @Sendable (View) -> Bool
    let isClear: @Sendable (View) -> Bool

    typealias Path<Value: Hashable & Sendable> = any KeyPath<View.Properties, Property<Value>> & Sendable

    private init<Value>(
        _ path: Path<Value>, _ value: Value, cleared: Value, _ place: XMLPath, _ text: String?, leaves: String? = nil
    ) {
        location = View.properties[keyPath: path].location
        self.place = place
        self.text = text
        leftover = leaves
        write = { $0[dynamicMember: path] = value }
        clear = { $0[dynamicMember: path] = cleared }
        isWritten = { $0[dynamicMember: path] == value }
        isClear = { $0[dynamicMember: path] == cleared }
    }

    init<Value>(
        _ path: Path<Value?>, _ value: Value, _ place: XMLPath, _ text: String?, leaves: String? = nil
    ) {
        self.init(path, value, cleared: nil, place, text, leaves: leaves)
    }

    init<Value>(
        _ path: Path<[Value]>, _ value: [Value], _ place: XMLPath,
        _ text: String?
    ) {
        self.init(path, value, cleared: [], place, text)
    }

    init(
        _ path: Path<String>, _ value: String, _ place: XMLPath, _ text: String
    ) {
        self.init(path, value, cleared: "", place, text)
    }

    init<Group: ElementView>(
        _ path: Path<Group>, group value: Group, _ place: XMLPath
    ) {
        self.init(path, value, cleared: View()[dynamicMember: path], place, nil)
    }

    init(_ path: Path<Bool>, presence place: XMLPath) {
        self.init(path, true, cleared: false, place, nil)
    }

    /// The text of the view's own element.
    init(_ path: Path<String>, ownText value: String) {
        self.init(path, value, cleared: "", "@kept", "1")
    }

    /// Whether writing one of two properties may change what the other one reads: one contains the other.
    func overlaps(_ other: Sample<View>) -> Bool {
        let own = location.split(separator: ",").map { $0.drop { $0 == " " } }
        let others = other.location.split(separator: ",").map { $0.drop { $0 == " " } }
        return own.contains { a in
            others.contains { b in a == b || a.hasPrefix(b + "/") || b.hasPrefix(a + "/") }
        }
    }
}
