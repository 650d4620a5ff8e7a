import NIOCore

/// Which modules an initramfs holds. It is unpacked in the sandbox by the system's own programs; the names are those in the
/// headers of its cpio archive, so that a mere list of modules in it does not count.
struct InitramfsLook {
    let tree: GuestTree

    /// Of an archive that begins with others, such as a processor's microcode.
    private static let mostArchives = 16
    private static let header = "07070[12][0-9A-Fa-f]{104}[ -~]*/virtio[a-z_]*\\.ko"

    /// - Returns: names such as "virtio_blk"; nil for a file that is nothing known.
    func modules(in path: String) async throws -> Set<String>? {
        let file = ShellWord.quoted(tree.place(path))
        // What begins with plain archives has the packed one behind the last of them.
        let probe = try await tree.shell.ask(
            """
            f=\(file); n=1
            if [ "$(head -c 5 $f | tr -d '\\0')" = 07070 ]; then
                n=$(grep -abo 'TRAILER!!!' $f | tail -n \(Self.mostArchives) | tail -n 1 | cut -d: -f1); n=$((n + 11))
                n=$(tail -c +$n $f | head -c 65536 | grep -abo -m 1 -P '[^\\x00]' | head -n 1 | cut -d: -f1 | { read -r k && echo $((n + k)) || echo $n; })
            fi
            echo $n; tail -c +$n $f | head -c 6
            """)
        var bytes = probe.output
        guard let end = bytes.readableBytesView.firstIndex(of: UInt8(ascii: "\n")),
            let start = bytes.readString(length: end - bytes.readerIndex).flatMap({ Int($0) }), start > 0
        else { return nil }
        bytes.moveReaderIndex(forwardBy: 1)
        guard let unpack = Self.program(Array(buffer: bytes)) else { return nil }
        let answer = try await tree.shell.ask(
            """
            f=\(file)
            { head -c \(start - 1) $f; tail -c +\(start) $f | \(unpack); } | grep -aoE '\(Self.header)' | grep -oE 'virtio[a-z_]*\\.ko$' | sort -u
            """)
        return Set(answer.text.split(separator: "\n").map { String($0.dropLast(3)) })
    }

    /// What unpacks it to standard output, by its first bytes.
    static func program(_ magic: [UInt8]) -> String? {
        let programs: [(magic: [UInt8], program: String)] = [
            ([0x1F, 0x8B], "gzip -dc"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz -dc"), ([0x5D, 0, 0], "xz -dc -F lzma"),
            ([0x28, 0xB5, 0x2F, 0xFD], "zstd -dcq"), ([0x02, 0x21, 0x4C, 0x18], "lz4 -dc"),
            ([0x42, 0x5A, 0x68], "bzip2 -dc"), (Array("07070".utf8), "cat"),
        ]
        return programs.first { magic.starts(with: $0.magic) }?.program
    }
}
