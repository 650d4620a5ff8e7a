import HTTPTypes
import Hummingbird
import WebFiles

/// Sends the page: its own files out of the program, and those of the libraries that Debian packages. Whatever address belongs
/// to neither the API nor a file is one of the page's own, and gets `index.html`.
struct PageFiles: RouterMiddleware {
    private let own: [String: PageFile]
    private let directory: PageDirectory?
    private let vendors: [VendorDirectory]

    /// - Parameter webRoot: a directory to be read instead of what is in the program.
    init(webRoot: String? = nil, vendors: [VendorDirectory] = VendorDirectory.all) {
        directory = webRoot.map { PageDirectory(path: $0) }
        self.vendors = vendors
        own = webRoot == nil ? Self.embedded : [:]
    }

    private static let embedded = Dictionary(
        uniqueKeysWithValues: WebFiles.all.map { ($0.key, PageFile($0.value, name: $0.key)) })

    func handle(
        _ request: Request, context: RoostRequestContext,
        next: (Request, RoostRequestContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        guard request.method == .get || request.method == .head, !Self.isOfServer(path) else {
            return try await next(request, context)
        }
        guard let name = PagePath(path) else { throw Problem.notFound }
        if name.text == "vendor" || name.text.hasPrefix("vendor/") {
            return answer(request, try await vendorFile(name))
        }
        if let file = try await file(name) { return answer(request, file) }
        guard let page = name.text.isPageAddress ? PagePath("/index.html") : nil, let file = try await file(page) else {
            throw Problem.notFound
        }
        return answer(request, file)
    }

    private static func isOfServer(_ path: String) -> Bool {
        path == "/api" || path.hasPrefix("/api/") || path == "/healthz" || path == "/metrics"
    }

    private func file(_ name: PagePath) async throws -> PageFile? {
        guard let directory else { return own[name.text] }
        return name.text.isEmpty ? nil : try await directory.file(name)
    }

    private func vendorFile(_ name: PagePath) async throws -> PageFile {
        if name.text == XtermModule.name { return try await XtermModule.file() }
        let parts = name.text.split(separator: "/", maxSplits: 2).map(String.init)
        guard parts.count == 3, let vendor = vendors.first(where: { $0.name == parts[1] }),
            let rest = PagePath("/" + parts[2])
        else { throw Problem.notFound }
        let directory = PageDirectory(path: vendor.path)
        if let file = try await directory.file(rest) { return file }
        guard directory.exists else {
            throw Problem(
                "package-missing", status: 404, "The package \(vendor.package) is not installed on the server",
                remedy: "apt-get install \(vendor.package)")
        }
        throw Problem.notFound
    }

    private func answer(_ request: Request, _ file: PageFile) -> Response {
        // Always asked for again: an update of the server must not meet parts of the page before.
        let smaller = request.takesGzip ? file.smaller : nil
        // Two forms of one file are two things to whoever keeps them.
        let tag = smaller == nil ? file.tag : file.tag.dropLast() + "-gzip\""
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache", .vary: "Accept-Encoding"]
        let known = request.headers[values: .ifNoneMatch].joined(separator: ",").split(separator: ",")
        if known.contains(where: { $0.filter { $0 != " " } == tag }) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = file.type
        if smaller != nil { headers[.contentEncoding] = "gzip" }
        let response = Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: smaller ?? file.content))
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension String {
    /// Whether it looks like an address of the page and not like a file: its last part has no ending.
    fileprivate var isPageAddress: Bool { !(split(separator: "/").last ?? "").contains(".") }
}
