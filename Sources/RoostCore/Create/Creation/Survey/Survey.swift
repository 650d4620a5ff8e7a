import OSInfo

/// What was found out for one request.
struct Survey: Sendable {
    var facts: HostFacts
    /// What the disc is that is installed from.
    var media: InstallMedia?
    var sights: [StoragePlace: StorageSight]
    var pools: [PoolSight]
    /// What is wrong with the files that are to be read as discs, by their paths.
    var discProblems: [String: String]
    /// The names of the host's machines by their UUIDs.
    var machineUUIDs: [String: String]
    /// What the request's author should know, a sentence each.
    var notices: [String]
}
