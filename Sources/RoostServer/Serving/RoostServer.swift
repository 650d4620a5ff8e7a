import Foundation
import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import PAM
public import RoostCore
import ServiceLifecycle

/// The web console's server, put together.
public struct RoostServer: Sendable {
    private let settings: ServerSettings
    private let transport: Transport
    private let log: Logger
    let parts: ServerParts

    /// Opens the database and the certificate; makes both where they are missing.
    /// - Throws: ``Failure`` with what is wrong with the settings or the state directory.
    public init(_ settings: ServerSettings) async throws(Failure) {
        guard let service = PAMService(settings.pamService) else {
            throw Failure(.usage, "'\(settings.pamService)' is no name of a PAM service")
        }
        let log = Logger(label: "roost", factory: { _ in LineLog() })
        let store = try Store(directory: settings.stateDirectory)
        // Kept until the process ends.
        _ = try StateLock(directory: settings.stateDirectory)
        let parts = try await ServerParts(settings, store: store, accounts: SystemAccounts(service: service), log: log)
        try self.init(settings, parts: parts, log: log)
    }

    /// What keeps people from logging in, for whoever starts the server: a sentence and what to do.
    public var obstacles: [(what: String, remedy: String)] {
        var obstacles: [(what: String, remedy: String)] = []
        if let service = PAMService(settings.pamService), !service.isInstalled {
            obstacles.append(
                (
                    "Nobody can log in: /etc/pam.d/\(service.name) is missing",
                    "roost serve --print-pam | sudo tee /etc/pam.d/\(service.name)"
                ))
        }
        if geteuid() != 0 {
            obstacles.append(
                (
                    "Only you can log in: the server does not run as root",
                    "PAM checks the passwords of others for root only."
                ))
        }
        return obstacles
    }

    /// With parts of its own, for tests.
    init(_ settings: ServerSettings, parts: ServerParts, log: Logger) throws(Failure) {
        self.settings = settings
        self.parts = parts
        self.log = log
        transport = try Transport(settings)
    }

    /// Serves until the task is cancelled; what runs then has ten seconds to end.
    /// - Parameter ready: called once it listens, with where.
    /// - Throws: ``Failure`` when it cannot listen.
    public func run(ready: @escaping @Sendable (ServerAddress) -> Void) async throws {
        let counter = ConnectionCounter(limit: settings.connectionsPerAddress)
        parts.metrics.gauge("roost_connections", "Open connections.") { Double(counter.total) }
        let listening = Listening(settings: settings, fingerprint: transport.fingerprint)
        let server = try transport.protect(channel(counter))
        let application = Application(
            router: router(), server: server,
            configuration: ApplicationConfiguration(
                address: .hostname(listening.host, port: settings.listen.port),
                availableConnectionsDelegate: .maximum(settings.connections, logger: log)),
            onServerRunning: { ready(listening.address(of: $0)) }, logger: log)
        var configuration = ServiceGroupConfiguration(
            services: [
                LiveService(parts: parts, log: log), application,
                Housekeeping(
                    parts: parts, auditKeeping: settings.auditKeeping, transport: transport, log: log),
                UsageRecorder(past: parts.past, log: log),
            ],
            logger: log)
        configuration.maximumGracefulShutdownDuration = .seconds(10)
        let group = ServiceGroup(configuration: configuration)
        // On its own, so that a cancellation of ours becomes an orderly end.
        let work = Task { try await group.run() }
        do {
            try await withTaskCancellationHandler {
                try await work.value
            } onCancel: {
                Task { await group.triggerGracefulShutdown() }
            }
        } catch {
            throw listening.failure(error)
        }
    }

    /// Every middleware and route. A middleware is for the routes that are added after it.
    func router() -> Router<RoostRequestContext> {
        let router = Router(context: RoostRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestMeter(metrics: parts.metrics))
        router.add(middleware: SecurityHeaders(origin: parts.doorkeeper.origin))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: SmallerLists())
        router.add(middleware: PageFiles(webRoot: settings.webRoot))
        router.add(middleware: IdentityMiddleware(doorkeeper: parts.doorkeeper))
        HealthRoutes().add(to: router.group())
        MetricsRoutes(parts: parts, isOpenNearby: settings.metricsAreOpenNearby).add(to: router.group())
        addRoutes(to: router.group("/api/v1"))
        return router
    }

    /// The API's routes: one line for each noun. Each gates its own groups with ``RouterMethods/requires(_:filtersHosts:)``.
    private func addRoutes(to api: RouterGroup<RoostRequestContext>) {
        SessionRoutes(parts: parts).add(to: api)
        SessionListRoutes(parts: parts).add(to: api)
        TokenRoutes(parts: parts).add(to: api)
        WhoamiRoutes(parts: parts).add(to: api)
        AuditRoutes(parts: parts).add(to: api)
        HostRoutes(parts: parts).add(to: api)
        HostMendingRoutes(parts: parts).add(to: api)
        MachineListRoutes(parts: parts).add(to: api)
        MachineRoutes(parts: parts).add(to: api)
        MachineActionRoutes(parts: parts).add(to: api)
        MachineBulkRoutes(parts: parts).add(to: api)
        UsageRoutes(parts: parts).add(to: api)
        MachineChangeRoutes(parts: parts).add(to: api)
        CreateRoutes(parts: parts).add(to: api)
        DevicePlanRoutes(parts: parts).add(to: api)
        DiskRoutes(parts: parts).add(to: api)
        InterfaceRoutes(parts: parts).add(to: api)
        BridgeRoutes(parts: parts).add(to: api)
        ImageRoutes(parts: parts).add(to: api)
        NetworkRoutes(parts: parts).add(to: api)
        NetworkMakingRoutes(parts: parts).add(to: api)
        MachineNetworkRoutes(parts: parts).add(to: api)
        PoolRoutes(parts: parts).add(to: api)
        VolumeRoutes(parts: parts).add(to: api)
        UploadRoutes(parts: parts).add(to: api)
        TicketRoutes(gateway: parts.consoles).add(to: api)
        OperationRoutes(parts: parts).add(to: api)
        let doorkeeper = parts.doorkeeper
        EventRoutes(hub: parts.events) { await doorkeeper.again($0) }.add(to: api)
        OpenAPIRoutes().add(to: api)
    }

    /// What a connection speaks.
    private func channel(_ counter: ConnectionCounter) -> HTTPServerBuilder {
        parts.consoles.serverBuilder(
            configuration: HTTP1Channel.Configuration(
                additionalChannelHandlers: [ClientGuard(counter: counter, times: parts.connections)],
                idleTimeout: .seconds(60),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 64 * 1024, maxHeaderFieldCount: 100)))
    }
}
