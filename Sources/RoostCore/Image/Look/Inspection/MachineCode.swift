/// For which processor a program is, by its ELF header.
enum MachineCode {
    private static let names: [UInt16: String] = [
        3: "i686", 8: "mips", 20: "ppc", 21: "ppc64", 22: "s390x", 40: "armv7l", 62: "x86_64", 183: "aarch64",
        243: "riscv64", 258: "loongarch64",
    ]

    static func architecture(_ head: [UInt8]) -> String? {
        guard head.count >= 20, head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) else { return nil }
        let isBig = head[5] == 2
        let code = isBig ? UInt16(head[18]) << 8 | UInt16(head[19]) : UInt16(head[19]) << 8 | UInt16(head[18])
        return code == 21 && !isBig ? "ppc64le" : names[code]
    }
}
