/// `--console`: a text console.
public struct ConsoleOption: MachineOption {
    public var device = CharacterDevice()

    public init() {}

    public static let table = OptionTable<ConsoleOption>(
        "--console", "A text console, or 'none'.", examples: ["pty", "pty,target.type=virtio"], positional: ["type"]
    ) {
        CharacterDevice.suboptions.map { $0.lifted(to: \.device) }
    }

    public mutating func complete() throws(RequestError) {
        try device.complete(option: Self.table.option)
    }
}
