/// A POSIX access control list as Linux stores it in the attribute `system.posix_acl_access`.
struct AccessList: Equatable {
    /// Permission bits of named users.
    var users: [UInt32: UInt8] = [:]
    /// Permission bits of named groups.
    var groups: [UInt32: UInt8] = [:]
    var owningGroup: UInt8?
    /// What named users and all groups get at most.
    var mask: UInt8 = 7

    init() {}

    /// Version 2, then entries of tag, bits and number. Anything else is read as empty.
    init(_ bytes: [UInt8]) {
        let head = HeaderBytes(bytes)
        guard head.littleEndian32(0) == 2 else { return }
        var offset: UInt64 = 4
        while let entry = head.littleEndian32(offset), let number = head.littleEndian32(offset + 4) {
            let bits = UInt8(truncatingIfNeeded: entry >> 16 & 7)
            switch entry & 0xFFFF {
            case 0x02: users[number] = bits
            case 0x04: owningGroup = bits
            case 0x08: groups[number] = bits
            case 0x10: mask = bits
            default: break
            }
            offset += 8
        }
    }
}
