import LibvirtXML

/// A disk image to make.
struct VolumePlan: Hashable, Sendable {
    var volume: NewVolume
    /// Whether it takes all of its space at once.
    var isAllocated: Bool
    /// Whether its directory is made with it.
    var makesDirectory = false

    /// - Parameter pools: those that disks go to.
    init(_ volume: NewVolume, pools: [PoolSight], makesDirectory: Bool) {
        self.volume = volume
        self.makesDirectory = makesDirectory
        // A volume group has no holes, and what libvirt calls sparse there breaks when it is full.
        let isBlock = pools.contains { volume.location == .pool($0.facts.name) && $0.facts.kind == .block }
        isAllocated = !volume.isSparse || isBlock
    }

    /// What people call it.
    var place: String { volume.path ?? volume.name }

    /// What goes on while it is made.
    var step: CreationStep {
        if volume.isSeed { return .seed(place) }
        guard let copy = volume.copy, copy.sharing != .overlay else { return .volume(place) }
        return .copy(of: copy.image.name, to: place)
    }

    /// What libvirt makes it from.
    var description: LibvirtXML.Volume {
        var description = LibvirtXML.Volume(
            name: volume.name, capacity: volume.capacity, format: ImageFormat(rawValue: volume.format),
            allocation: isAllocated ? volume.capacity : 0)
        // libvirt's own default is the format of before 2013.
        if volume.format == "qcow2" { description.compatibility = "1.1" }
        if let backing = volume.backing {
            description.backingPath = backing.path
            description.backingFormat = ImageFormat(rawValue: backing.format)
        }
        return description
    }
}
