import XMLTree

/// One declared fact of an `ElementView`: where it stands in the element and how it is read and written.
///
/// Writing `nil`, `false` or `[]` removes what the property names, and the parents that are left empty by that.
public struct Property<Value: Hashable & Sendable>: Sendable {
    /// Where the value stands, relative to the view's element, as in `target/@bus`.
    public let location: String

    private let read: @Sendable (XMLElement) -> Value
    private let write: @Sendable (Value, inout XMLElement) -> Void

    init(
        _ location: String,
        read: @escaping @Sendable (XMLElement) -> Value,
        write: @escaping @Sendable (Value, inout XMLElement) -> Void
    ) {
        self.location = location
        self.read = read
        self.write = write
    }

    func value(in element: XMLElement) -> Value {
        read(element)
    }

    func set(_ value: Value, in element: inout XMLElement) {
        guard value != read(element) else { return }
        write(value, &element)
    }
}
