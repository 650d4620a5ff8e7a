import CPAM
import Glibc

/// An account of this computer, as the name service has it.
public struct SystemAccount: Hashable, Sendable {
    public let name: String
    public let id: UInt32
    /// The names of the groups that it is in.
    public let groups: Set<String>

    public init(name: String, id: UInt32, groups: Set<String>) {
        self.name = name
        self.id = id
        self.groups = groups
    }

    /// Looks an account up. Holds up its thread. Maps to `getpwnam_r`, `getgrouplist` and `getgrgid_r`.
    /// - Returns: nil where there is none of that name.
    public static func named(_ name: String) -> SystemAccount? {
        guard !name.isEmpty, !name.utf8.contains(0) else { return nil }
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        // The entry's strings lie in the buffer, and are read before it can go.
        return unsafe buffer.withUnsafeMutableBufferPointer { space -> SystemAccount? in
            guard let base = space.baseAddress,
                unsafe getpwnam_r(name, &entry, base, space.count, &found) == 0, unsafe found != nil,
                let real = unsafe entry.pw_name
            else { return nil }
            return unsafe SystemAccount(
                name: String(cString: real), id: entry.pw_uid, groups: groups(of: real, primary: entry.pw_gid))
        }
    }

    private static func groups(of name: UnsafePointer<CChar>, primary: gid_t) -> Set<String> {
        var count: Int32 = 64
        var numbers = [gid_t](repeating: 0, count: Int(count))
        while unsafe getgrouplist(name, primary, &numbers, &count) < 0 {
            // It says how many there are; some systems do not, so it grows in any case.
            count = max(count, Int32(numbers.count * 2))
            guard count <= 65_536 else { return [] }
            numbers = [gid_t](repeating: 0, count: Int(count))
        }
        return Set(numbers.prefix(Int(count)).compactMap(groupName))
    }

    private static func groupName(_ number: gid_t) -> String? {
        var entry = unsafe group()
        var found: UnsafeMutablePointer<group>?
        // A group's entry holds all its members.
        for size in [4_096, 65_536, 1_048_576] {
            var buffer = [CChar](repeating: 0, count: size)
            let (status, name) = unsafe buffer.withUnsafeMutableBufferPointer { space -> (Int32, String?) in
                guard let base = space.baseAddress else { return (0, nil) }
                let status = unsafe getgrgid_r(number, &entry, base, space.count, &found)
                guard status == 0, unsafe found != nil, let name = unsafe entry.gr_name else { return (status, nil) }
                return unsafe (0, String(cString: name))
            }
            if status != ERANGE { return name }
        }
        return nil
    }
}
