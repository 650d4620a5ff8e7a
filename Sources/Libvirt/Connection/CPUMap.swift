/// A set of a host's processors.
public struct CPUMap: Hashable, Sendable {
    /// Numbers of the processors, which start at 0.
    public var cpus: Set<Int>

    public init(_ cpus: Set<Int> = []) {
        self.cpus = cpus
    }

    init(copying bytes: UnsafePointer<UInt8>?, byteCount: Int) {
        cpus = []
        guard let bytes = unsafe bytes else { return }
        for index in 0..<max(0, byteCount) {
            let byte = unsafe bytes[index]
            for bit in 0..<8 where byte & (1 << bit) != 0 { cpus.insert(index * 8 + bit) }
        }
    }

    /// libvirt's form: one bit for each processor. Numbers from 65536 on, which no host has, are left out.
    var bytes: [UInt8] {
        let valid = cpus.filter { (0..<65_536).contains($0) }
        var bytes = [UInt8](repeating: 0, count: (valid.max() ?? 0) / 8 + 1)
        for cpu in valid { bytes[cpu / 8] |= 1 << UInt8(cpu % 8) }
        return bytes
    }
}
