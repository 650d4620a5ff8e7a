/// QEMU's reader of image formats, as it is started in the sandbox: `qemu-storage-daemon`. It gets every node by name, has the
/// bytes from Roost's server, and shows each disk, and each part of one, as a read-only file.
struct StorageDaemon {
    /// By disk: the layers, top first, each with its format and the name of its export.
    let disks: [[(format: String, export: String)]]

    /// The file in the sandbox that shows a disk.
    static func file(disk: Int) -> String { "/run/d\(disk)" }

    /// The file in the sandbox that shows a part of a disk.
    static func file(part: Int) -> String { "/run/p\(part)" }

    /// Shell text: starts it and waits until every disk is there. Status 1 where it ended before.
    var start: String {
        let files = disks.indices.map { Self.file(disk: $0) }
        var words = ["qemu-storage-daemon", "--chardev pipe,id=m,path=/run/q", "--monitor chardev=m,mode=control"]
        for (index, layers) in disks.enumerated() {
            for (depth, layer) in layers.enumerated().reversed() {
                let below = depth + 1 < layers.count ? "\"d\(index)l\(depth + 1)\"" : "null"
                words += ["--blockdev", ShellWord.quoted(Self.bytes(layer.export, node: "d\(index)b\(depth)"))]
                let backing = layer.format == "raw" ? "" : ",\"backing\":\(below)"
                let supportsBacking = ["qcow2", "qed", "vmdk"].contains(layer.format)
                let node =
                    "{\"driver\":\"\(layer.format)\",\"file\":\"d\(index)b\(depth)\",\"node-name\":\"d\(index)l\(depth)\","
                    + "\"read-only\":true\(supportsBacking ? backing : "")}"
                words += ["--blockdev", ShellWord.quoted(node)]
            }
            words += [
                "--export",
                "type=fuse,id=d\(index),node-name=d\(index)l0,mountpoint=\(files[index]),allow-other=off,writable=off",
            ]
        }
        return """
            for f in \(files.joined(separator: " ")); do : >$f; done
            mkfifo /run/q.in /run/q.out
            cat /run/q.out >/run/answers &
            \(words.joined(separator: " ")) </dev/null >/dev/null 2>/run/daemon &
            daemon=$!
            exec 4>/run/q.in
            for f in \(files.joined(separator: " ")); do
                until [ -s $f ]; do kill -0 $daemon 2>/dev/null || break; sleep 0.005; done
            done
            """
    }

    private static func bytes(_ export: String, node: String) -> String {
        "{\"driver\":\"nbd\",\"server\":{\"type\":\"unix\",\"path\":\"/images/images\"},\"export\":\"\(export)\","
            + "\"node-name\":\"\(node)\",\"read-only\":true}"
    }

    /// Shell text: shows parts of disks as files of their own.
    /// - Parameter parts: the number of each, its disk, and where it lies there, in bytes.
    static func add(_ parts: [(number: Int, disk: Int, offset: UInt64, size: UInt64)]) -> String {
        var text = "{ echo '{\"execute\":\"qmp_capabilities\"}'\n"
        for part in parts {
            let node = "\"node-name\":\"p\(part.number)\""
            text +=
                "echo '{\"execute\":\"blockdev-add\",\"arguments\":{\"driver\":\"raw\",\"file\":\"d\(part.disk)l0\",\"offset\":\(part.offset),"
                + "\"size\":\(part.size),\(node),\"read-only\":true}}'\n"
                + "echo '{\"execute\":\"block-export-add\",\"arguments\":{\"type\":\"fuse\",\"id\":\"p\(part.number)\",\(node),"
                + "\"mountpoint\":\"\(file(part: part.number))\",\"allow-other\":\"off\",\"writable\":false}}'\n"
        }
        let files = parts.map { file(part: $0.number) }.joined(separator: " ")
        return "for f in \(files); do : >$f; done\n" + text
            + """
            } >&4
            for f in \(files); do n=0; until [ -s $f ] || [ $n = 400 ]; do sleep 0.005; n=$((n+1)); done; done
            """
    }
}
