import LibvirtXML
import XMLTree

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A clone's definition, made of its source's: what must not be the same twice is left to libvirt or changed, all else stays.
struct CloneDefinition {
    /// The clone's.
    var domain: LibvirtXML.Domain
    /// What the person should know, a sentence each.
    var notices: [String] = []

    /// - Parameters:
    ///   - source: the definition for the source's next start, with its passwords.
    ///   - disks: the clone's files, by target; what is missing here is shared.
    ///   - variables: the clone's file of the firmware's variables; nil lets libvirt make a new one.
    ///   - uuid: the clone's, by which its serial log is named.
    init(
        of source: LibvirtXML.Domain, named name: String, disks: [String: String], overlays: Set<String>,
        variables: String?, uuid: String = UUID().uuidString.lowercased()
    ) {
        let oldName = source.name
        domain = source
        domain.name = name
        domain.uuid = uuid
        domain.title = nil
        forgetIdentity()
        setDisks(disks, overlays, oldName: oldName)
        setInterfaces()
        setCharacterDevices(of: source, uuid: uuid)
        domain.os.nvram = variables
        if domain.os.nvram == nil { domain.os.nvramTemplate = source.os.nvramTemplate }
        var metadata = MachineMetadata(of: source)
        metadata.becomeClone()
        metadata.write(to: &domain)
        addNotices()
    }

    /// Numbers by which guests and licences know a machine.
    private mutating func forgetIdentity() {
        domain.element.update(first: "genid") { $0.text = "" }
        domain.element.update(first: "sysinfo") { info in
            info.update(first: "system") { system in
                system.removeAll { $0.name == "entry" && $0["name"] == "uuid" }
            }
        }
        domain.element.update(first: "devices") { devices in
            devices.updateAll(named: "vsock") { socket in
                socket.update(first: "cid") { cid in
                    cid["auto"] = "yes"
                    cid["address"] = nil
                }
            }
        }
    }

    private mutating func setDisks(_ files: [String: String], _ overlays: Set<String>, oldName: String) {
        var disks = domain.devices.disks
        for index in disks.indices {
            guard let target = disks[index].target else { continue }
            if disks[index].isSeed(of: oldName) {
                // What the source's first boot was told is not for the clone.
                disks[index].source = nil
                continue
            }
            guard let path = files[target] else { continue }
            let isBlock = path.hasPrefix("/dev/")
            disks[index].source = isBlock ? .block(path) : .file(path)
            disks[index].backingStore = nil
            // A template's disk is read-only; its clone's is not.
            disks[index].readOnly = false
            if overlays.contains(target) { disks[index].format = .qcow2 }
        }
        domain.devices.disks = disks
    }

    private mutating func setInterfaces() {
        var interfaces = domain.devices.interfaces
        for index in interfaces.indices {
            interfaces[index].mac = Self.newMAC()
            interfaces[index].target = nil
        }
        domain.devices.interfaces = interfaces
    }

    /// QEMU's own prefix, with three random bytes, as libvirt makes them.
    private static func newMAC() -> String {
        let bytes = (0..<3).map { _ in UInt8.random(in: .min ... .max) }
        return (["52", "54", "00"] + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }).joined(separator: ":")
    }

    /// Sockets and logs that libvirt or Roost named after the machine, and files that two guests must not write to.
    private mutating func setCharacterDevices(of source: LibvirtXML.Domain, uuid: String) {
        let (oldName, oldUUID, name) = (source.name, source.uuid, domain.name)
        domain.element.update(first: "devices") { devices in
            for kind in ["serial", "console", "parallel", "channel"] {
                devices.updateAll(named: kind) { device in
                    device.update(first: "log") { log in
                        guard let file = log["file"] else { return }
                        log["file"] =
                            Self.ownLog(file, from: oldUUID, to: uuid)
                            ?? Self.renamed(file, from: oldName, to: name)
                    }
                    if device["type"] == "file" {
                        device.updateAll(named: "source") { source in
                            guard let path = source["path"], !path.hasPrefix("/dev/") else { return }
                            source["path"] = Self.renamed(path, from: oldName, to: name)
                        }
                    }
                    // libvirt chooses another; one that was left would be the running source's.
                    if kind == "channel", device["type"] == "unix" {
                        device.updateAll(named: "source") { source in
                            if source["mode"] == "bind" { source["path"] = nil }
                        }
                    }
                }
            }
        }
    }

    /// The clone's log for one that Roost named by the source's UUID; nil for any other.
    private static func ownLog(_ path: String, from oldUUID: String?, to uuid: String) -> String? {
        guard let oldUUID else { return nil }
        let ending = "/\(SerialLogFile.name(oldUUID))"
        guard path.hasSuffix(ending) else { return nil }
        return SerialLogFile(directory: String(path.dropLast(ending.count)), uuid: uuid).path
    }

    /// "/log/web1-serial0.log" becomes "/log/web2-serial0.log".
    static func renamed(_ path: String, from oldName: String, to name: String) -> String {
        let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        return path[..<cut] + file(String(path[cut...]), from: oldName, to: name)
    }

    /// A file's name for the clone: the old name in front is replaced, where it stands by itself.
    static func file(_ file: String, from oldName: String, to name: String) -> String {
        guard file.hasPrefix(oldName) else { return "\(name)-\(file)" }
        let rest = file.dropFirst(oldName.count)
        guard rest.isEmpty || ".-_".contains(rest[rest.startIndex]) else { return "\(name)-\(file)" }
        return name + rest
    }

    private mutating func addNotices() {
        if domain.devices.tpms.contains(where: { $0.backend == .emulator }) {
            notices.append(
                "The clone's TPM is new and empty: what is sealed to the source's asks for its recovery key.")
        }
        if domain.devices.graphics.contains(where: { ($0.port ?? -1) > 0 && $0.autoport != true }) {
            notices.append("The display has a fixed port, which the two cannot use at the same time.")
        }
        if !domain.devices.hostDevices.isEmpty {
            notices.append("Devices of the host are handed to both, which cannot run at the same time with them.")
        }
    }
}
