/// What a look at a path of this computer showed.
enum LocalLook: Equatable {
    case found(LocalStatus)
    case missing
    /// A directory on the way keeps this user out.
    case hidden
}
