import NIOCore
import NIOPosix
import Synchronization

/// A web server on loopback that serves images, badly if a test wants that.
final class ImageServer: Sendable {
    /// What lies at a path, and what goes wrong with it.
    struct Page: Sendable {
        var body: [UInt8]
        var tag: String?
        /// Bytes of the body after which the connection ends, a number for each request that comes; then none.
        var cuts: [Int] = []
        /// Bytes of the body after which nothing more comes, for each request.
        var stallsAfter: Int?
        /// Where it redirects to.
        var location: String?
        var ignoresRange = false
        /// Headers instead of those that belong to it.
        var headers: [String]?
        /// What takes its place after the first request.
        var next: [Page] = []

        init(_ body: [UInt8], tag: String? = "\"one\"") {
            self.body = body
            self.tag = tag
        }

        static func text(_ text: String) -> Page { Page(Array(text.utf8)) }

        static func redirect(_ location: String) -> Page {
            var page = Page([])
            page.location = location
            return page
        }
    }

    struct Request: Hashable, Sendable {
        var path: String
        var range: String?
        /// The address that it came from.
        var peer: String?
    }

    private let pages = Mutex<[String: Page]>([:])
    private let log = Mutex<[Request]>([])
    private let channel: any Channel

    private let host: String

    private init(_ channel: any Channel, _ host: String) {
        self.channel = channel
        self.host = host
    }

    /// Serves for as long as the body runs.
    /// - Parameter host: the address of this computer to listen on.
    static func run(on host: String = "127.0.0.1", _ body: (ImageServer) async throws -> Void) async throws {
        let box = Mutex<ImageServer?>(nil)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 16)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let server = box.withLock(\.self) else { return }
                    try channel.pipeline.syncOperations.addHandler(ImageServerHandler(server))
                }
            }
            .bind(host: host, port: 0).get()
        let server = ImageServer(channel, host)
        box.withLock { $0 = server }
        do {
            try await body(server)
        } catch {
            try await channel.close()
            throw error
        }
        try await channel.close()
    }

    var address: String { "http://\(host):\(channel.localAddress?.port ?? 0)" }

    subscript(path: String) -> Page? {
        get { pages.withLock { $0[path] } }
        set { pages.withLock { $0[path] = newValue } }
    }

    /// Those that came, in their order.
    var requests: [Request] { log.withLock(\.self) }
    func requests(of path: String) -> [Request] { requests.filter { $0.path == path } }

    fileprivate func note(_ request: Request) { log.withLock { $0.append(request) } }

    /// The page for a request, which counts.
    fileprivate func page(for request: Request) -> Page? {
        log.withLock { $0.append(request) }
        return pages.withLock { pages in
            guard let page = pages[request.path] else { return nil }
            if !page.cuts.isEmpty { pages[request.path]?.cuts.removeFirst() }
            if let next = page.next.first {
                pages[request.path] = next
                pages[request.path]?.next = Array(page.next.dropFirst())
            }
            return page
        }
    }
}

/// Speaks just enough HTTP/1.1 to be able to break it.
private final class ImageServerHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ImageServer
    private var received = ""

    init(_ server: ImageServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        received += buffer.readString(length: buffer.readableBytes) ?? ""
        guard received.contains("\r\n\r\n") else { return }
        let lines = received.split(separator: "\r\n").map(String.init)
        received = ""
        // As a proxy it leads to itself, whatever is asked for.
        if let line = lines.first, line.hasPrefix("CONNECT ") {
            server.note(.init(path: line.split(separator: " ").dropFirst().first.map(String.init) ?? "", range: nil))
            return write("HTTP/1.1 200 OK\r\n", [], context, closing: false)
        }
        let path = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        func header(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name + ":") }.map {
                String($0.dropFirst(name.count + 1).drop { $0 == " " })
            }
        }
        let range = header("range")
        guard let page = server.page(for: .init(path: path, range: range, peer: context.remoteAddress?.ipAddress))
        else {
            return write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n", [], context, closing: false)
        }
        if let location = page.location {
            return write(
                "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nContent-Length: 0\r\n", [], context, closing: false)
        }
        let start = range.flatMap { Int($0.dropFirst("bytes=".count).prefix { $0 != "-" }) } ?? 0
        let same = header("if-range").map { $0 == page.tag } ?? true
        let isPart = start > 0 && same && !page.ignoresRange
        let body = isPart ? Array(page.body[min(start, page.body.count)...]) : page.body
        var head = isPart ? "HTTP/1.1 206 Partial Content\r\n" : "HTTP/1.1 200 OK\r\n"
        if let headers = page.headers {
            head += headers.map { $0 + "\r\n" }.joined()
        } else {
            head += "Content-Length: \(body.count)\r\n"
            if let tag = page.tag { head += "ETag: \(tag)\r\n" }
            if isPart { head += "Content-Range: bytes \(start)-\(page.body.count - 1)/\(page.body.count)\r\n" }
        }
        if let stall = page.stallsAfter {
            write(head, Array(body.prefix(max(0, stall - start))), context, closing: false)
        } else if let cut = page.cuts.first {
            write(head, Array(body.prefix(cut)), context, closing: true)
        } else {
            write(head, body, context, closing: page.headers != nil)
        }
    }

    private func write(_ head: String, _ body: [UInt8], _ context: ChannelHandlerContext, closing: Bool) {
        var buffer = context.channel.allocator.buffer(capacity: head.utf8.count + body.count + 2)
        buffer.writeString(head + "\r\n")
        buffer.writeBytes(body)
        let written = context.writeAndFlush(wrapOutboundOut(buffer))
        if closing {
            let channel = context.channel
            written.whenComplete { _ in channel.close(promise: nil) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
