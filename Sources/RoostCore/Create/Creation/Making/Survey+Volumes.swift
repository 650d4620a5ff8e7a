extension Survey {
    /// The pool that has to be made for new volumes.
    func missingPool(for volumes: [NewVolume]) -> CreationPlan.Pool? {
        let missing = pools.first { pool in
            pool.isMissing && volumes.contains { $0.location == .pool(pool.facts.name) }
        }
        return missing.flatMap { pool in pool.facts.path.map { .init(name: pool.facts.name, path: $0) } }
    }

    /// How new volumes are made.
    func plans(for volumes: [NewVolume], isLocal: Bool) -> [VolumePlan] {
        volumes.map { volume in
            var makesDirectory = false
            if isLocal, case .directory(let path) = volume.location {
                makesDirectory = LocalFiles.look(path) == .missing
            }
            return VolumePlan(volume, pools: pools, makesDirectory: makesDirectory)
        }
    }
}
