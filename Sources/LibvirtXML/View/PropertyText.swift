import XMLTree

extension Property {
    /// The text of an attribute or element. Text that is not a `Text` reads as nil; setting an empty text of an element
    /// removes it.
    init<Text: XMLText>(_ path: XMLPath) where Value == Text? {
        self.init(path.description) { element in
            element.text(at: path).flatMap(Text.init(xmlText:))
        } write: { value, element in
            element.setText(value?.xmlText, at: path)
        }
    }

    /// A text that always has to be there; missing, it reads as empty.
    init(required path: XMLPath) where Value == String {
        self.init(path.description) { element in
            element.text(at: path) ?? ""
        } write: { value, element in
            element.setText(value.isEmpty ? nil : value, at: path)
        }
    }

    /// The text of the view's own element.
    static func ownText() -> Property<String> where Value == String {
        Property("text()") { element in
            element.text
        } write: { value, element in
            element.text = value
        }
    }

    /// `yes` or `no`.
    init(yesNo path: XMLPath) where Value == Bool? {
        self.init(path, true: "yes", false: "no")
    }

    /// `on` or `off`.
    init(onOff path: XMLPath) where Value == Bool? {
        self.init(path, true: "on", false: "off")
    }

    private init(_ path: XMLPath, true yes: String, false no: String) where Value == Bool? {
        self.init(path.description) { element in
            switch element.text(at: path) {
            case yes: true
            case no: false
            default: nil
            }
        } write: { value, element in
            element.setText(value.map { $0 ? yes : no }, at: path)
        }
    }

    /// An element that says yes by being there.
    init(presence path: XMLPath) where Value == Bool {
        self.init(path.description) { element in
            element.element(at: path) != nil
        } write: { value, element in
            guard let name = path.steps.last else { return }
            element.edit(at: path.steps.dropLast()) { parent in
                parent.replaceChildren(named: name, with: value ? [XMLElement(name)] : [])
            }
        }
    }

    /// A size in bytes, in an element's text with its `unit`. Read in whatever unit it has, written in `unit`, rounded up.
    /// A size of more than 2⁶⁴ - 1 bytes reads as nil.
    init(bytes path: XMLPath, in unit: ByteUnit) where Value == UInt64? {
        self.init(path.description) { element in
            guard let holder = element.element(at: path), let count = UInt64(xmlText: holder.text),
                let unit = holder["unit"].map(ByteUnit.init(parsing:)) ?? unit
            else { return nil }
            return unit.bytes(from: count)
        } write: { value, element in
            element.edit(at: path.steps[...]) { holder in
                holder["unit"] = value == nil ? nil : unit.name
                holder.text = value.map { String(unit.count(of: $0)) } ?? ""
            }
        }
    }

    /// Permission bits, in octal digits.
    init(octal path: XMLPath) where Value == UInt16? {
        self.init(path.description) { element in
            element.text(at: path).flatMap { UInt16($0.trimmingXMLSpace(), radix: 8) }
        } write: { value, element in
            element.setText(value.map { "0" + String($0, radix: 8) }, at: path)
        }
    }
}
