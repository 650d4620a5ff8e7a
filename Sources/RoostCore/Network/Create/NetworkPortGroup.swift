/// Settings that machines of a network get by naming the group.
public struct NetworkPortGroup: Hashable, Sendable, Codable {
    public var name: String
    /// 1 to 4094; several make a trunk.
    public var vlans: [Int]
    /// Whether machines are in it that name no group.
    public var isDefault: Bool

    public init(name: String, vlans: [Int] = [], isDefault: Bool = false) {
        self.name = name
        self.vlans = vlans
        self.isDefault = isDefault
    }

    /// Reads `NAME[,vlan=N…][,default=yes]`.
    /// - Throws: ``Failure`` of kind usage.
    init(parsing text: String) throws(Failure) {
        let option = "--port-group"
        let remedy = "Write it as in \(option) staff,vlan=10,default=yes"
        func fail(_ why: String) -> Failure { Failure(.usage, "\(option): \(why)", remedy: remedy) }
        let elements: [OptionElement]
        do throws(ValueProblem) { elements = try OptionText.split(text) } catch {
            throw Failure(.usage, "\(option): \(error.what)", remedy: error.remedy)
        }
        self.init(name: "")
        for (index, element) in elements.enumerated() {
            switch (element.name, element.value) {
            case (let name, nil) where index == 0: self.name = name
            case ("name", let value?) where name.isEmpty: name = value
            case ("vlan", let value?): vlans.append(try NetworkText.vlan(value, option: option))
            case ("default", "yes"?): isDefault = true
            case ("default", "no"?): isDefault = false
            default: throw fail("\(ValueProblem.quote(element.name)) is not known here, or lacks its value")
            }
        }
        try NetworkText.checkName(name, kind: "port group")
        guard Set(vlans).count == vlans.count else { throw fail("a VLAN is named twice") }
    }
}
