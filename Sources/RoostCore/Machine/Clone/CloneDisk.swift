import Libvirt
import LibvirtXML

/// One disk of a source, and the volume that its clone gets.
struct CloneDisk: Sendable {
    /// Where the source's volume lies, and where the clone's will.
    enum Place: Hashable, Sendable {
        /// A directory that no running pool holds.
        case directory(String)
        /// A running pool.
        case pool(LibvirtUUID)
    }

    var target: String
    var place: Place
    /// Whether it is a file, as opposed to a device.
    var isFile: Bool
    /// The source's, in its pool.
    var sourceName: String
    var sourcePath: String
    var format: ImageFormat
    /// The source's volume as libvirt describes it.
    var view: LibvirtXML.Volume
    /// The new volume's.
    var name: String
    /// Where it will be.
    var path: String
    var way: MachineClone.Way
    /// Whether a full copy is made where the host cannot share blocks.
    var mayFallBack: Bool

    /// What libvirt makes the new volume of.
    var description: LibvirtXML.Volume {
        let capacity = view.capacity ?? 0
        guard way != .overlay else {
            var overlay = LibvirtXML.Volume(name: name, capacity: capacity, format: .qcow2, allocation: 0)
            overlay.compatibility = "1.1"
            overlay.backingPath = sourcePath
            overlay.backingFormat = format
            return overlay
        }
        // A volume group has no holes, and what libvirt calls sparse there breaks when it is full.
        var copy = LibvirtXML.Volume(
            name: name, capacity: capacity, format: format, allocation: isFile ? 0 : capacity)
        if format == .qcow2 { copy.compatibility = "1.1" }
        copy.backingPath = view.backingPath
        copy.backingFormat = view.backingFormat
        return copy
    }

    /// How it is shown.
    var shown: MachineClone.Disk {
        MachineClone.Disk(
            target: target, source: sourcePath, way: way, path: path, size: way == .overlay ? 0 : view.allocation ?? 0)
    }
}
