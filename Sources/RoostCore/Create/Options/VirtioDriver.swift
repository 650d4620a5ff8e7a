/// Details of a device's virtio transport.
public struct VirtioDriver: RequestListItem {
    public var iommu: Bool?
    public var ats: Bool?
    public var packed: Bool?
    public var pagePerVQ: Bool?

    public init() {}

    @SuboptionsBuilder<Self> static var suboptions: [Suboption<Self>] {
        Suboption("driver.iommu", .flag(yes: "on", no: "off"), "Use the platform's DMA address translation.", \.iommu)
        Suboption("driver.ats", .flag(yes: "on", no: "off"), "Address translation service of the device.", \.ats)
        Suboption("driver.packed", .flag(yes: "on", no: "off"), "Packed virtqueues.", \.packed)
        Suboption(
            "driver.page_per_vq", .flag(yes: "on", no: "off"), "One page for each queue's notifications.", \.pagePerVQ)
    }
}
