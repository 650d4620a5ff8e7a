import LibvirtXML
import XMLTree

let storageSamples: [ViewSamples] = [
    ViewSamples(
        StoragePool.self,
        [
            .init(\.type, .vstorage, "@type", "vstorage"),
            .init(\.name, "a name", "name", "a name"),
            .init(\.uuid, "/a <b> & 'c'", "uuid", "/a <b> & 'c'"),
            .init(\.capacity, 12345, "capacity", "12345"),
            .init(\.allocation, 12345, "allocation", "12345"),
            .init(\.available, 12345, "available", "12345"),
            .init(\.hosts, [StorageHost("a.example", port: 2049), StorageHost("b.example")], "source/host", nil),
            .init(\.sourceDirectory, "/a <b> & 'c'", "source/dir/@path", "/a <b> & 'c'"),
            .init(\.sourceDevices, ["one", "two"], "source/device/@path", "one"),
            .init(\.sourceName, "/a <b> & 'c'", "source/name", "/a <b> & 'c'"),
            .init(\.sourceFormat, "/a <b> & 'c'", "source/format/@type", "/a <b> & 'c'"),
            .init(\.initiator, "/a <b> & 'c'", "source/initiator/iqn/@name", "/a <b> & 'c'"),
            .init(\.path, "/a <b> & 'c'", "target/path", "/a <b> & 'c'"),
            .init(\.permissions, group: with(Permissions()) { $0.mode = 0o644 }, "target/permissions"),
        ]),
    ViewSamples(
        StorageHost.self,
        [
            .init(\.name, "/a <b> & 'c'", "@name", "/a <b> & 'c'"),
            .init(\.port, 7, "@port", "7"),
        ]),
    ViewSamples(
        Permissions.self,
        [
            .init(\.mode, 0o711, "mode", "0711"),
            .init(\.owner, -1, "owner", "-1"),
            .init(\.group, -1, "group", "-1"),
            .init(\.label, "/a <b> & 'c'", "label", "/a <b> & 'c'"),
        ]),
    ViewSamples(
        Volume.self,
        [
            .init(\.type, .vhostUser, "@type", "vhostuser"),
            .init(\.name, "a name", "name", "a name"),
            .init(\.key, "/a <b> & 'c'", "key", "/a <b> & 'c'"),
            .init(\.capacity, 12345, "capacity", "12345"),
            .init(\.allocation, 12345, "allocation", "12345"),
            .init(\.physical, 12345, "physical", "12345"),
            .init(\.path, "/a <b> & 'c'", "target/path", "/a <b> & 'c'"),
            .init(\.modified, "1700000000.123456789", "target/timestamps/mtime", "1700000000.123456789"),
            .init(\.format, .fat, "target/format/@type", "fat"),
            .init(\.permissions, group: with(Permissions()) { $0.mode = 0o644 }, "target/permissions"),
            .init(\.compatibility, "/a <b> & 'c'", "target/compat", "/a <b> & 'c'"),
            .init(\.clusterSize, 12345, "target/clusterSize", "12345"),
            .init(\.lazyRefcounts, presence: "target/features/lazy_refcounts"),
            .init(\.extendedL2, presence: "target/features/extended_l2"),
            .init(\.encryption, "/a <b> & 'c'", "target/encryption/@format", "/a <b> & 'c'"),
            .init(\.backingPath, "/a <b> & 'c'", "backingStore/path", "/a <b> & 'c'"),
            .init(\.backingFormat, .fat, "backingStore/format/@type", "fat"),
        ]),
]
