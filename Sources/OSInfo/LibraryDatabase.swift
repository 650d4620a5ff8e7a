import COsinfo

/// A database that libosinfo has read. All use of libosinfo is in this file and `LibraryObject.swift`.
///
/// Not safe to share between threads: `OSDatabase` keeps it behind a lock.
@safe
final class LibraryDatabase {
    private let loader: LibraryObject
    /// Owned by the loader.
    private let database: UnsafeMutableRawPointer

    /// Reads one directory, or all the places that libosinfo knows when it is nil.
    init(directory: String?) throws(OSDatabaseError) {
        guard let loader = unsafe LibraryObject(owning: roost_osinfo_loader_new()) else {
            throw .unreadable(reason: "out of memory")
        }
        self.loader = loader
        var error: UnsafeMutablePointer<GError>?
        if let directory {
            unsafe roost_osinfo_load_directory(loader.pointer, directory, &error)
        } else {
            unsafe roost_osinfo_load_default(loader.pointer, &error)
        }
        if let reason = unsafe Self.message(taking: error) { throw .unreadable(reason: reason) }
        guard let database = unsafe roost_osinfo_loader_db(loader.pointer) else {
            throw .unreadable(reason: "libosinfo gave no database")
        }
        unsafe self.database = database
    }

    func operatingSystem(id: String) -> OperatingSystem? {
        unsafe roost_osinfo_db_os(database, id).flatMap { unsafe Self.operatingSystem(LibraryObject(borrowing: $0)) }
    }

    var operatingSystems: [OperatingSystem] {
        unsafe LibraryObject(owning: roost_osinfo_db_all(database))?.items.compactMap(Self.operatingSystem) ?? []
    }

    /// libosinfo's own reader of images is not used: it waits forever on some malformed ones.
    func identify(_ volume: ISOVolume) throws(OSDatabaseError) -> InstallMedia {
        guard let media = unsafe LibraryObject(owning: roost_osinfo_media_new()) else {
            throw .unreadable(reason: "out of memory")
        }
        let names = [
            "volume-id": volume.volumeID, "system-id": volume.systemID, "publisher-id": volume.publisherID,
            "application-id": volume.applicationID,
        ]
        for (key, name) in names {
            if let name { unsafe roost_osinfo_set(media.pointer, key, name) }
        }
        if let size = Int64(exactly: volume.size), size > 0 {
            unsafe roost_osinfo_set_number(media.pointer, "volume-size", size)
        }
        let system = unsafe LibraryObject(owning: roost_osinfo_identify(database, media.pointer))
        return unsafe InstallMedia(
            operatingSystem: system.flatMap(Self.operatingSystem), architecture: media["architecture"],
            volumeID: volume.volumeID, kernelPath: media["kernel"], initrdPath: media["initrd"],
            isBootable: volume.isBootable, isLive: roost_osinfo_media_live(media.pointer) != 0,
            isGuessed: false)
    }

    /// What the database's script of a profile says to the installer; nil where it has none that goes into an initial RAM disk.
    func installScript(for id: String, profile: String, _ answers: InstallAnswers) throws(OSDatabaseError)
        -> InstallScript?
    {
        guard let os = unsafe roost_osinfo_db_os(database, id) else { return nil }
        let all = unsafe LibraryObject(owning: roost_osinfo_os_scripts(os))?.items ?? []
        let found = all.first { script in
            unsafe Self.text(roost_osinfo_script_profile(script.pointer)) == profile
                && roost_osinfo_script_can_inject_initrd(script.pointer) != 0
        }
        guard let found, let fileName = unsafe Self.text(roost_osinfo_script_file_name(found.pointer)),
            let config = unsafe LibraryObject(owning: roost_osinfo_config_new())
        else { return nil }
        for (key, value) in answers.parameters where unsafe roost_osinfo_script_asks(found.pointer, key) != 0 {
            unsafe roost_osinfo_set(config.pointer, key, value)
        }
        unsafe roost_osinfo_script_prepare(found.pointer, answers.installationURL == nil ? 0 : 1)
        var error: UnsafeMutablePointer<GError>?
        let text = unsafe Self.text(taking: roost_osinfo_script_text(found.pointer, os, config.pointer, &error))
        if let reason = unsafe Self.message(taking: error) { throw .unreadable(reason: reason) }
        guard let text,
            let line = unsafe Self.text(
                taking: roost_osinfo_script_command_line(found.pointer, os, config.pointer))
        else { throw .unreadable(reason: "libosinfo wrote no script") }
        return unsafe InstallScript(
            fileName: fileName, text: text, kernelArguments: line.split(separator: " ").map(String.init),
            needsInternet: roost_osinfo_script_needs_internet(found.pointer) != 0)
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        unsafe pointer.map { unsafe String(cString: $0) }
    }

    private static func text(taking pointer: UnsafeMutablePointer<CChar>?) -> String? {
        guard let pointer = unsafe pointer else { return nil }
        defer { unsafe g_free(pointer) }
        return unsafe String(cString: pointer)
    }

    /// Nil for a release that is only referred to, which has no short name.
    private static func operatingSystem(_ os: LibraryObject) -> OperatingSystem? {
        let shortIDs = os.values("short-id")
        guard let shortID = shortIDs.first else { return nil }
        let pointer = unsafe os.pointer
        let devices = unsafe LibraryObject(owning: roost_osinfo_os_devices(pointer))?.items ?? []
        let images = unsafe LibraryObject(owning: roost_osinfo_os_images(pointer))?.items ?? []
        let scripts = unsafe LibraryObject(owning: roost_osinfo_os_scripts(pointer))?.items ?? []
        let firmware = unsafe LibraryObject(owning: roost_osinfo_os_firmware(pointer))?.items ?? []
        return unsafe OperatingSystem(
            shortID: shortID, aliases: Array(shortIDs.dropFirst()), id: os.id, name: os["name"] ?? shortID,
            version: os["version"], family: os["family"], distribution: os["distro"], codename: os["codename"],
            vendor: os["vendor"], releaseDate: os["release-date"], endOfLife: os["eol-date"],
            minimumResources: resources(LibraryObject(owning: roost_osinfo_os_minimum(pointer))),
            recommendedResources: resources(LibraryObject(owning: roost_osinfo_os_recommended(pointer))),
            firmware: firmware.compactMap { entry in
                guard unsafe roost_osinfo_firmware_supported(entry.pointer) != 0,
                    let architecture = entry["architecture"], let kind = entry["type"]
                else { return nil }
                return OSFirmware(architecture: architecture, kind: OSFirmware.Kind(rawValue: kind))
            },
            devices: Set(devices.map(\.id)).sorted(),
            hasCloudInitImage: images.contains { $0["cloud-init"] == "true" }, hasUnattendedInstall: !scripts.isEmpty)
    }

    private static func resources(_ list: LibraryObject?) -> [OSResources] {
        let all = (list?.items ?? []).compactMap { entry -> OSResources? in
            guard let architecture = entry["architecture"] else { return nil }
            return OSResources(
                architecture: architecture, memory: entry["ram"].flatMap(UInt64.init),
                cpus: entry["n-cpus"].flatMap(Int.init), storage: entry["storage"].flatMap(UInt64.init))
        }
        return all.sorted { $0.architecture < $1.architecture }
    }

    private static func message(taking error: UnsafeMutablePointer<GError>?) -> String? {
        guard let error = unsafe error else { return nil }
        defer { unsafe g_error_free(error) }
        return unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "unknown error"
    }
}
