/// Limits on a disk's traffic, in bytes and operations a second; 0 is no limit.
public struct DiskLimits: RequestListItem {
    public var totalBytes: Int?
    public var readBytes: Int?
    public var writeBytes: Int?
    public var totalOperations: Int?
    public var readOperations: Int?
    public var writeOperations: Int?

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption(
            "iotune.total_bytes_sec total_bytes_sec", .number(0...Int.max), "Bytes a second, both ways.", \.totalBytes)
        Suboption("iotune.read_bytes_sec read_bytes_sec", .number(0...Int.max), "Bytes read a second.", \.readBytes)
        Suboption(
            "iotune.write_bytes_sec write_bytes_sec", .number(0...Int.max), "Bytes written a second.", \.writeBytes)
        Suboption(
            "iotune.total_iops_sec total_iops_sec", .number(0...Int.max), "Operations a second, both ways.",
            \.totalOperations)
        Suboption("iotune.read_iops_sec read_iops_sec", .number(0...Int.max), "Reads a second.", \.readOperations)
        Suboption("iotune.write_iops_sec write_iops_sec", .number(0...Int.max), "Writes a second.", \.writeOperations)
    }
}
