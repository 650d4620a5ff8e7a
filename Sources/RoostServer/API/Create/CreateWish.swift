import RoostCore

/// A machine that somebody asked for: understood, and allowed to that somebody.
///
/// An administrator may name any file of the host, as on the command line; everybody else volumes of its pools only. Nobody
/// may name a file of the computer that the server runs on: what the command line reads from files is sent as content.
struct CreateWish: Sendable {
    let host: Host
    private let request: MachineRequest
    private let material: CloudMaterial?
    /// nil for an administrator.
    private let rule: HostFileRule?
    private let image: String?
    private let architecture: String?

    /// - Throws: ``Failure`` of kind usage or permission. The host is not asked.
    init(_ order: CreateOrder, _ host: Host, _ live: LiveHosts, _ identity: Identity) async throws {
        self.host = host
        let (options, keys) = order.split()
        let arguments = try CreateArguments(options: options)
        let pools = await live.snapshot().pools.filter { $0.host == host.name }
        rule = identity.role >= .administrator ? nil : HostFileRule(pools: pools)
        try rule?.check(arguments)
        do throws(RequestError) {
            // Relative paths would start from wherever the server happens to run.
            request = try MachineRequest(arguments, in: RequestContext(workingDirectory: nil))
        } catch {
            throw Failure(error)
        }
        try rule?.check(request)
        image = arguments.cloud.image
        architecture = arguments.arch
        guard request.cloud != nil else {
            guard !order.hasMaterial, keys.isEmpty else {
                throw Failure(
                    .usage, "Keys, a password and documents are for the first boot of an image",
                    remedy: "Add the option image, or leave them out.")
            }
            material = nil
            return
        }
        material = try await .given(
            keys: keys, password: order.password.map(Secret.init), userData: order.userData,
            networkConfig: order.networkConfig)
    }

    var name: String { request.name }

    var hasFirstBoot: Bool { request.cloud != nil && request.start && !request.noWait }

    /// How the image comes that the host lacks.
    func missingImage() async throws(Failure) -> ImagePull? {
        guard let image else { return nil }
        return try await host.missingImage(image, architecture: architecture)
    }

    func prepare() async throws(Failure) -> PreparedMachine {
        let prepared = try await host.prepare(request, material: material)
        guard let rule else { return prepared }
        return try await rule.checked(prepared, on: host)
    }
}
