/// Named values of several types, in the order that libvirt gave them: libvirt's open-ended records, both ways.
public struct TypedParameters: Sendable, Hashable {
    /// One named value.
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: TypedValue

        public init(name: String, value: TypedValue) {
            self.name = name
            self.value = value
        }
    }

    /// All entries. A name can occur more than once where libvirt's function says so.
    public var entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    public var isEmpty: Bool { entries.isEmpty }

    /// The first value of that name. Setting it replaces the first one or appends; setting nil removes all of that name.
    public subscript(name: String) -> TypedValue? {
        get { entries.first { $0.name == name }?.value }
        set {
            guard let newValue else {
                entries.removeAll { $0.name == name }
                return
            }
            if let index = entries.firstIndex(where: { $0.name == name }) {
                entries[index].value = newValue
            } else {
                entries.append(Entry(name: name, value: newValue))
            }
        }
    }

    /// A number that is not negative, whatever width it came in; nil when absent or something else.
    public func unsigned(_ name: String) -> UInt64? { self[name]?.unsigned }

    /// A number, whatever width it came in; nil when absent, too large, or something else.
    public func signed(_ name: String) -> Int64? { self[name]?.signed }

    /// A text; nil when absent or something else.
    public func string(_ name: String) -> String? { self[name]?.string }

    /// A truth value; nil when absent or something else.
    public func bool(_ name: String) -> Bool? { self[name]?.bool }

    /// All values by name; of a repeated name the first.
    public func dictionary() -> [String: TypedValue] {
        Dictionary(entries.map { ($0.name, $0.value) }) { first, _ in first }
    }
}

extension TypedParameters: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, TypedValue)...) {
        entries = elements.map { Entry(name: $0.0, value: $0.1) }
    }
}
