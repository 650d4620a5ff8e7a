import Libvirt
import LibvirtXML

/// What is to be looked into, opened.
struct LookTarget: Sendable {
    /// What a person calls it.
    let name: String
    /// The disks of a machine, or the one image.
    let images: [OpenedImage]
    /// Whether a machine writes to it meanwhile.
    let isInUse: Bool

    /// More disks than anybody's system is spread over.
    private static let mostDisks = 16

    var task: String { Self.task(name) }

    static func task(_ name: String) -> String { "Cannot look into \(name)" }

    /// A file of this computer.
    static func file(_ path: String, _ options: LookOptions) async throws(Failure) -> LookTarget {
        let opener = ImageOpener(host: nil, followsAnywhere: options.followsBacking, task: task(path))
        let image = try await opener.open(path)
        let isInUse = LocalFiles.isWrittenByQEMU(path)
        if isInUse, !options.whileRunning { throw inUse(path, "a program that has it open writes to it") }
        return LookTarget(name: path, images: [image], isInUse: isInUse)
    }

    static func volume(_ volume: Volume, _ options: LookOptions) async throws(Failure) -> LookTarget {
        let name = volume.address
        let view = try await volume.view()
        let path = view.path ?? volume.handle.key
        let writers = try await volume.host.storageUsers(volumes: false).uses(of: path).filter {
            $0.isActive && $0.role.mayWrite
        }
        if let writer = writers.first, !options.whileRunning {
            throw inUse(name, "the running machine \(writer) writes to it")
        }
        let opener = ImageOpener(host: volume.host, followsAnywhere: options.followsBacking, task: task(name))
        // libvirt tells of a volume's format what the header said when the pool was looked at: the header itself is read here.
        return LookTarget(name: name, images: [try await opener.open(path)], isInUse: !writers.isEmpty)
    }

    /// All disks of a machine that hold data of its own, in the order of its definition.
    static func machine(_ machine: Machine, _ options: LookOptions) async throws(Failure) -> LookTarget {
        let task = task(machine.label)
        let isActive = try await machine.state().isActive
        if isActive, !options.whileRunning { throw inUse(machine.label, "it is running, and writes to its disks") }
        let text = try await doing(task) { () throws(LibvirtError) in try await machine.domain.xml([]) }
        let definition: LibvirtXML.Domain
        do {
            definition = try LibvirtXML.Domain(parsing: text)
        } catch {
            throw Failure(.general, task, why: "its definition cannot be read: \(error)")
        }
        let disks = definition.devices.disks.filter { ($0.device ?? .disk) == .disk && $0.source != nil }
        guard !disks.isEmpty else { throw Failure(.state, task, why: "it has no disk") }
        guard disks.count <= mostDisks else { throw Failure(.unsupported, task, why: "it has \(disks.count) disks") }
        let opener = ImageOpener(host: machine.host, followsAnywhere: options.followsBacking, task: task)
        var images: [OpenedImage] = []
        for disk in disks {
            let path: String
            switch disk.source {
            case .file(let file), .block(let file): path = file
            case .volume(let pool, let name):
                path = try await machine.host.volume(VolumeAddress("\(pool)/\(name)")).view().path ?? ""
            default:
                throw Failure(.unsupported, task, why: "its disk \(disk.target ?? "") is no file of the host")
            }
            images.append(try await opener.open(path, format: disk.format?.rawValue ?? "raw"))
        }
        return LookTarget(name: machine.label, images: images, isInUse: isActive)
    }

    private static func inUse(_ name: String, _ why: String) -> Failure {
        Failure(
            .state, task(name), why: why,
            remedy: "Shut the machine down, or say --while-running: what is read then may be torn.")
    }
}
