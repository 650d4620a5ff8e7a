/// What a person has allowed an image by name, and would be refused otherwise.
public struct ImageAllowances: Hashable, Sendable {
    /// The file on the host that the image may stand on, exactly as the image names it.
    public var backing: String?
    /// The file on the host that may hold the image's data, exactly as the image names it.
    public var dataFile: String?
    /// Whether its disk may be larger than all of the pool.
    public var overcommit: Bool

    public init(backing: String? = nil, dataFile: String? = nil, overcommit: Bool = false) {
        self.backing = backing
        self.dataFile = dataFile
        self.overcommit = overcommit
    }

    func covers(backing name: String?) -> Bool { name != nil && name == backing }

    func covers(dataFile name: String?) -> Bool { name != nil && name == dataFile }
}
