/// A piece of a disk that may hold a file system: a partition, a logical volume, or a whole disk without a table.
struct DiskPart: Sendable, Equatable {
    /// "vda1", "vg/root", "vda".
    let name: String
    let disk: Int
    /// In bytes, inside the disk.
    let offset: UInt64
    let size: UInt64
    /// The partition's type as its table has it; nil for what is none.
    var kind: String?
    var tableLabel: String?
    var tableUUID: String?
    var fileSystem: String?
    var label: String?
    var uuid: String?
    /// Where its files are in the sandbox; nil where they cannot be read.
    var mount: String?
    /// Why not, where that is worth a word.
    var problem: String?

    mutating func take(_ signature: Signature) {
        (fileSystem, label, uuid) = (signature.type, signature.label, signature.uuid)
    }

    static func diskName(_ number: Int) -> String {
        "vd" + String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26)))
    }
}
