import LibvirtXML

/// What is in a disk or drive.
struct DiskContent {
    /// nil in an empty drive.
    var source: StorageSource?
    /// nil in an empty drive.
    var format: String?
    /// Whether the image is yet to be made.
    var isNew = false
}

extension NetworkDisk {
    var source: NetworkSource {
        NetworkSource(
            protocol: `protocol` ?? "", name: name,
            hosts: hosts.map { host in
                NetworkSource.Host(
                    host.name, port: host.port.map(UInt.init),
                    transport: host.transport ?? (host.socket == nil ? nil : "unix"), socket: host.socket)
            })
    }
}
