import Libvirt

/// Tells a running machine that cannot take a change from a change that is wrong: the first can wait for the next start.
enum DeviceRefusal {
    private static let codes: [LibvirtError.Code] = [
        .configurationUnsupported, .operationUnsupported, .noSupport, .argumentUnsupported,
    ]
    private static let noPort = ["No more available PCI", "no more available PCI", "No more available SCSI"]
    private static let texts = ["hotplug", "hot-plug", "hot plug", "hotunplug", "hot unplug", "cannot be changed"]

    /// - Returns: why it cannot be done while the machine runs; nil for any other error.
    static func reason(_ error: LibvirtError) -> String? {
        if noPort.contains(where: error.message.contains) {
            return "it has no free port for another device; a start makes one"
        }
        if error.message.contains("does not support hotplugging") {
            return "that bus takes devices only when the machine starts"
        }
        if ["cannot be hot unplugged", "cannot be detached"].contains(where: error.message.contains) {
            return "such a device goes only when the machine stops"
        }
        guard codes.contains(error.code) || texts.contains(where: error.message.contains) else { return nil }
        return error.tidyMessage
    }
}
