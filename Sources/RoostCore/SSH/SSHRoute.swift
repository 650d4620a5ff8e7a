/// How a libvirt URI over ssh is to be reached by a login of Roost's own, and which daemon is meant at its end.
struct SSHRoute: Hashable, Sendable {
    let destination: SSHDestination
    /// A file with the private key to use before others.
    let keyFile: String?
    /// The URI says that nobody is to be asked (`no_tty`).
    let isSilent: Bool
    let service: RemoteService

    /// The query parameters that mean the same here as in libvirt. With any other, libvirt has to make the connection itself.
    private static let known: Set<String> = ["socket", "mode", "keyfile", "no_tty"]

    /// - Returns: nil for a URI without ssh, and for one that libvirt alone understands.
    /// - Throws: ``Failure`` of kind usage for a destination that cannot be given to ssh, and for a path of more than letters,
    ///   digits and `/._-`.
    init?(_ uri: HostURI) throws(Failure) {
        guard uri.transport == "ssh" else { return nil }
        destination = try SSHDestination(authorityOf: uri)
        guard uri.path.utf8.allSatisfy({ $0.isLetterOrDigit || "/._-".utf8.contains($0) }) else {
            throw Failure(
                .usage, "'\(uri)' names no daemon that can be asked for",
                why: "its path holds more than plain characters",
                remedy: "End it in /system or /session; parameters come after a '?'.")
        }
        guard let query = uri.query, Set(query.keys).isSubset(of: Self.known),
            let service = RemoteService(uri, query)
        else { return nil }
        self.service = service
        keyFile = query["keyfile"]
        isSilent = query["no_tty"] == "1"
        guard keyFile.map({ !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }) ?? true else {
            throw Failure(.usage, "'\(uri)' names no usable key file", remedy: "Give the path of the private key.")
        }
    }
}
