/// Which groups have which role.
public struct RoleRules: Hashable, Sendable {
    public var administrators: Set<String>
    public var operators: Set<String>
    public var viewers: Set<String>

    public init(
        administrators: Set<String> = ["sudo", "wheel"], operators: Set<String> = ["libvirt"],
        viewers: Set<String> = ["roost-viewer"]
    ) {
        self.administrators = administrators
        self.operators = operators
        self.viewers = viewers
    }

    /// The highest role of an account; nil for one that may not log in.
    func role(of account: Account) -> Role? {
        if account.isRoot || !administrators.isDisjoint(with: account.groups) { return .administrator }
        if !operators.isDisjoint(with: account.groups) { return .operator }
        return viewers.isDisjoint(with: account.groups) ? nil : .viewer
    }
}
