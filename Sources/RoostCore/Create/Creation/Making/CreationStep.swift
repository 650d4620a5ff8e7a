/// One step of making a machine, in words for progress and errors.
enum CreationStep: Hashable, Sendable {
    case pool(String)
    case directory(String)
    case volume(String)
    case copy(of: String, to: String)
    case seed(String)
    case definition
    case autostart
    case installer
    case start

    /// What goes on: "making the disk /images/web1.qcow2".
    var doing: String {
        switch self {
        case .pool(let name): "making the storage pool '\(name)'"
        case .directory(let path): "opening the directory \(path)"
        case .volume(let path): "making the disk \(path)"
        case .copy(let image, let path): "copying \(image) to \(path)"
        case .seed(let path): "writing what the first boot needs to \(path)"
        case .definition: "defining it"
        case .autostart: "setting its autostart"
        case .installer: "preparing the installer"
        case .start: "starting it"
        }
    }
}
