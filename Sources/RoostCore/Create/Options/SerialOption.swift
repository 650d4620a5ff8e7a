/// `--serial`: a serial port.
public struct SerialOption: MachineOption {
    public var device = CharacterDevice()

    public init() {}

    public static let table = OptionTable<SerialOption>(
        "--serial", "A serial port, or 'none'.",
        examples: ["pty", "file,path=/var/log/web1.log", "tcp,host=127.0.0.1:4567,mode=bind,protocol=telnet"],
        positional: ["type"]
    ) {
        CharacterDevice.suboptions.map { $0.lifted(to: \.device) }
    }

    public mutating func complete() throws(RequestError) {
        try device.complete(option: Self.table.option)
    }
}
