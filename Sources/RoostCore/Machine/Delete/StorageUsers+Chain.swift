extension StorageUsers {
    /// The images below a machine's disk, nearest first: those that the running machine tells of, and those that the
    /// volumes tell of, as far as they are known.
    func pathsBelow(_ path: String, of machineUUID: String) -> [String] {
        let targets = Set(uses(of: path).filter { $0.machineUUID == machineUUID }.compactMap(\.target))
        var paths = uses.filter { use in
            use.role == .backing && use.machineUUID == machineUUID && use.target.map(targets.contains) == true
        }.map(\.path)
        // Volumes tell one step each. A chain that a broken image closes to a ring ends at the first repetition.
        var seen = Set(paths)
        var queue = [canonical(path)] + paths
        while let upper = queue.popLast() {
            for use in uses where use.role == .backing && use.volume.map(canonical) == upper {
                guard seen.insert(use.path).inserted else { continue }
                paths.append(use.path)
                queue.append(use.path)
            }
        }
        return paths
    }
}
