/// An ISO 9660 image labelled `cidata` with a few small files, made in memory: what is in it can be secret, and never lies in
/// a file of this computer.
///
/// The directory is there twice. The first is for readers of ISO 9660 alone, and Linux shows its names in lower case; the
/// second (Joliet) holds the names as they are.
struct SeedDisc {
    static let label = "cidata"
    private static let block = 2048
    /// 16 blocks that are the system's own, two descriptors, their end, four path tables, two directories.
    private static let (primary, joliet, tables, directories, firstFile) = (16, 17, 19, 23, 25)

    let files: [(name: String, bytes: [UInt8])]

    /// The whole image.
    func image() -> [UInt8] {
        var places: [(start: Int, length: Int)] = []
        var next = Self.firstFile
        for file in files {
            places.append((next, file.bytes.count))
            next += max(1, (file.bytes.count + Self.block - 1) / Self.block)
        }
        var image = [UInt8](repeating: 0, count: next * Self.block)
        func put(_ bytes: [UInt8], at start: Int) { image.replaceSubrange(start..<start + bytes.count, with: bytes) }
        put(descriptor(blocks: next, isJoliet: false), at: Self.primary * Self.block)
        put(descriptor(blocks: next, isJoliet: true), at: Self.joliet * Self.block)
        put([255] + Array("CD001".utf8) + [1], at: (Self.joliet + 1) * Self.block)
        for isJoliet in [false, true] {
            let shift = isJoliet ? 1 : 0
            for isBig in [false, true] {
                let place = Self.tables + shift * 2 + (isBig ? 1 : 0)
                put(pathTable(Self.directories + shift, isBig: isBig), at: place * Self.block)
            }
            put(directory(places, isJoliet: isJoliet), at: (Self.directories + shift) * Self.block)
        }
        for (file, place) in zip(files, places) { put(file.bytes, at: place.start * Self.block) }
        return image
    }

    private func descriptor(blocks: Int, isJoliet: Bool) -> [UInt8] {
        var bytes: [UInt8] = [isJoliet ? 2 : 1] + Array("CD001".utf8) + [1, 0]
        bytes += Self.padded("", 32, isJoliet)
        bytes += Self.padded(isJoliet ? Self.label : Self.label.uppercased(), 32, isJoliet)
        bytes += [UInt8](repeating: 0, count: 8) + Self.both32(blocks)
        // The second set of names is in UCS-2, said by this escape sequence.
        bytes += (isJoliet ? [0x25, 0x2f, 0x45] : [0, 0, 0]) + [UInt8](repeating: 0, count: 29)
        bytes += Self.both16(1) + Self.both16(1) + Self.both16(Self.block) + Self.both32(10)
        let table = Self.tables + (isJoliet ? 2 : 0)
        bytes += Self.little32(table) + [0, 0, 0, 0] + Self.little32(table + 1).reversed() + [0, 0, 0, 0]
        bytes += Self.record([0], start: Self.directories + (isJoliet ? 1 : 0), length: Self.block, isDirectory: true)
        for length in [128, 128, 128, 128, 37, 37, 37] { bytes += Self.padded("", length, isJoliet) }
        // Four moments that are not told.
        for _ in 0..<4 { bytes += Array("0000000000000000".utf8) + [0] }
        return bytes + [1]
    }

    /// The table of directories, of which there is one.
    private func pathTable(_ place: Int, isBig: Bool) -> [UInt8] {
        let start = Self.little32(place)
        return [1, 0] + (isBig ? start.reversed() : start) + (isBig ? [0, 1] : [1, 0]) + [0, 0]
    }

    private func directory(_ places: [(start: Int, length: Int)], isJoliet: Bool) -> [UInt8] {
        let own = Self.directories + (isJoliet ? 1 : 0)
        var bytes = Self.record([0], start: own, length: Self.block, isDirectory: true)
        bytes += Self.record([1], start: own, length: Self.block, isDirectory: true)
        for (file, place) in zip(files, places).sorted(by: { $0.0.name < $1.0.name }) {
            let name = isJoliet ? Self.wide(file.name) : Array("\(file.name.uppercased());1".utf8)
            bytes += Self.record(name, start: place.start, length: place.length, isDirectory: false)
        }
        return bytes
    }

    private static func record(_ name: [UInt8], start: Int, length: Int, isDirectory: Bool) -> [UInt8] {
        let padding = name.count.isMultiple(of: 2) ? [0] : [] as [UInt8]
        var bytes: [UInt8] = [UInt8(33 + name.count + padding.count), 0]
        bytes += both32(start) + both32(length)
        // 1 January 2000: the seed tells nothing of when it was made.
        bytes += [100, 1, 1, 0, 0, 0, 0]
        bytes += [isDirectory ? 2 : 0, 0, 0] + both16(1) + [UInt8(name.count)]
        return bytes + name + padding
    }

    private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] } }

    private static func padded(_ text: String, _ length: Int, _ isJoliet: Bool) -> [UInt8] {
        let bytes = isJoliet ? wide(text) : Array(text.utf8)
        let blank: [UInt8] = isJoliet ? [0, 0x20] : [0x20]
        var rest = [UInt8]()
        while bytes.count + rest.count + blank.count <= length { rest += blank }
        return bytes + rest + [UInt8](repeating: 0, count: length - bytes.count - rest.count)
    }

    private static func little32(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private static func both32(_ number: Int) -> [UInt8] { little32(number) + little32(number).reversed() }

    private static func both16(_ number: Int) -> [UInt8] {
        let little = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
        return little + little.reversed()
    }
}
