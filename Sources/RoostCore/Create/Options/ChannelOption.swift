/// `--channel`: a channel between host and guest.
public struct ChannelOption: MachineOption {
    public var device = CharacterDevice()

    public init() {}

    public static let table = OptionTable<ChannelOption>(
        "--channel", "A channel between host and guest, or 'none'.",
        examples: ["unix,target.type=virtio,target.name=org.qemu.guest_agent.0", "spicevmc"], positional: ["type"]
    ) {
        CharacterDevice.suboptions.map { $0.lifted(to: \.device) }
    }

    public mutating func complete() throws(RequestError) {
        try device.complete(option: Self.table.option)
    }
}
