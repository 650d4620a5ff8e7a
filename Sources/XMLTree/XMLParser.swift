import CLibxml2

/// Parsing by libxml2's SAX interface: the only file of this module that touches C.
///
/// SAX, and not libxml2's tree, because a document type declaration can then be refused before anything in it is read.
/// The SAX 1 events are used: they give names as written and namespace declarations among the other attributes, in order.
enum XMLParser {
    /// libxml2 wants this before its first use by several threads.
    private static let initialized: Void = xmlInitParser()

    static func parse(_ bytes: [UInt8], limits: XMLLimits) throws(XMLParseError) -> XMLDocument {
        let bytes = try prepare(bytes, limits: limits)
        let scanner = try XMLScanner(bytes, limits: limits)
        _ = initialized
        let session = Session(bytes, XMLTreeBuilder(limits: limits, quotes: scanner.quotes))
        session.run()
        if let failure = session.failure { throw failure }
        guard let root = session.builder.root else {
            throw XMLParseError(.malformed, "there is no root element", line: 1, column: 1)
        }
        return assemble(root, session.builder, scanner)
    }

    /// Checks what libxml2 need not see, drops a byte order mark, and turns line ends into line feeds.
    private static func prepare(_ bytes: [UInt8], limits: XMLLimits) throws(XMLParseError) -> [UInt8] {
        guard bytes.count <= limits.maximumBytes else {
            let message = "the input has \(bytes.count) bytes, more than \(limits.maximumBytes)"
            throw XMLParseError(.tooLarge, message, line: 1, column: 1)
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
        guard !bytes.allSatisfy(\.isXMLWhitespace) else {
            throw XMLParseError(.empty, "there is no XML", line: 1, column: 1)
        }
        if let offset = bytes.firstIndex(of: 0) {
            let (line, column) = bytes.place(of: offset)
            throw XMLParseError(.nulCharacter, "there is a NUL character", line: line, column: column)
        }
        if let offset = bytes.firstInvalidUTF8 {
            let (line, column) = bytes.place(of: offset)
            throw XMLParseError(.invalidUTF8, "the bytes are not UTF-8", line: line, column: column)
        }
        if bytes.contains(0x0D) { bytes = bytes.withLineFeedsOnly }
        return bytes
    }

    /// Puts the whitespace beside the root back between the comments and instructions there.
    private static func assemble(_ root: XMLElement, _ builder: XMLTreeBuilder, _ scanner: XMLScanner) -> XMLDocument {
        guard let split = scanner.pieces.firstIndex(of: .root) else {
            return XMLDocument(
                declaration: scanner.declaration, prolog: builder.before, root: root, epilog: builder.after)
        }
        func fill(_ pieces: ArraySlice<XMLScanner.Piece>, _ nodes: [XMLNode]) -> [XMLNode] {
            var nodes = nodes[...]
            return pieces.compactMap { piece in
                if case .whitespace(let text) = piece { .text(text) } else { nodes.popFirst() }
            }
        }
        return XMLDocument(
            declaration: scanner.declaration, prolog: fill(scanner.pieces[..<split], builder.before), root: root,
            epilog: fill(scanner.pieces[(split + 1)...], builder.after))
    }
}

/// One run of libxml2. Lives on one thread; the C side has a pointer to it only during ``run()``.
@safe private final class Session {
    var builder: XMLTreeBuilder
    private(set) var failure: XMLParseError?
    private let bytes: [UInt8]
    private var position = 0
    private var context: xmlParserCtxtPtr?

    init(_ bytes: [UInt8], _ builder: XMLTreeBuilder) {
        self.bytes = bytes
        self.builder = builder
    }

    func run() {
        // Unretained is enough: `self` outlives this call, and the context is freed at its end.
        let pointer = unsafe Unmanaged.passUnretained(self).toOpaque()
        var handler = unsafe Self.handler
        let read: xmlInputReadCallback = { unsafe Session.of($0).read(into: $1, $2) }
        guard
            let context = unsafe xmlCreateIOParserCtxt(
                &handler, pointer, read, nil, pointer, XML_CHAR_ENCODING_UTF8)
        else { return fail(.malformed, "out of memory") }
        unsafe self.context = context
        // NOENT makes `&amp;` in attributes arrive as `&`; no other entity can exist here.
        let options = XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        unsafe xmlCtxtUseOptions(context, Int32(options))
        let status = unsafe xmlParseDocument(context)
        if status != 0 && failure == nil { fail(.malformed, "not well-formed") }
        unsafe self.context = nil
        if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe xmlFreeParserCtxt(context)
    }

    private static var handler: xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        // The magic number makes libxml2 use `serror`. libxml2 2.9 takes it as a wish for SAX 2 events too, even
        // without a handler for them; that is taken back when the document starts.
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startDocument = { unsafe Session.of($0).context?.pointee.sax2 = 0 }
        unsafe handler.internalSubset = { session, _, _, _ in unsafe Session.of(session).refuseDoctype() }
        unsafe handler.startElement = { unsafe Session.of($0).start($1, $2) }
        unsafe handler.endElement = { session, _ in unsafe Session.of(session).builder.end() }
        // The same function for both: libxml2 then does not try to tell blanks from text.
        let characters: charactersSAXFunc = { unsafe Session.of($0).text($1, $2) }
        unsafe handler.characters = characters
        unsafe handler.ignorableWhitespace = characters
        unsafe handler.cdataBlock = { unsafe Session.of($0).cdata($1, $2) }
        unsafe handler.comment = { unsafe Session.of($0).add(.comment(string($1))) }
        unsafe handler.processingInstruction = {
            unsafe Session.of($0).add(.processingInstruction(target: string($1), data: string($2)))
        }
        unsafe handler.serror = { session, error in
            guard let error = unsafe error?.pointee else { return }
            unsafe Session.of(session).report(error)
        }
        return unsafe handler
    }

    /// The session behind the pointer that libxml2 gives back; `run()` keeps it alive.
    private static func of(_ pointer: UnsafeMutableRawPointer?) -> Session {
        guard let pointer = unsafe pointer else { preconditionFailure("libxml2 lost its user data") }
        return unsafe Unmanaged<Session>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Gives libxml2 the next bytes, and no more after a failure: that ends the parse, whatever was still to come.
    private func read(into buffer: UnsafeMutablePointer<CChar>?, _ capacity: Int32) -> Int32 {
        guard failure == nil, let buffer = unsafe buffer, capacity > 0 else { return 0 }
        let count = min(Int(capacity), bytes.count - position)
        unsafe bytes.withUnsafeBytes { source in
            guard count > 0, let base = source.baseAddress else { return }
            unsafe UnsafeMutableRawPointer(buffer).copyMemory(from: base + position, byteCount: count)
        }
        position += count
        return Int32(count)
    }

    private func start(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        var attributes: [(name: String, value: String)] = []
        if var item = unsafe list {
            // Names and values by turns, ended by a null name.
            while let name = unsafe item[0] {
                unsafe attributes.append((string(name), string(item[1])))
                unsafe item += 2
            }
        }
        unsafe builder.start(string(name), attributes)
        checkLimits()
    }

    private func text(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
        unsafe builder.text(UnsafeBufferPointer(start: start, count: Int(count)))
    }

    private func cdata(_ start: UnsafePointer<xmlChar>?, _ count: Int32) {
        unsafe add(.cdata(String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)))
    }

    private func add(_ node: XMLNode) {
        builder.add(node)
        checkLimits()
    }

    private func refuseDoctype() {
        fail(.doctype, "a document type declaration is not accepted")
    }

    private func checkLimits() {
        if let excess = builder.excess { fail(excess.reason, excess.message) }
    }

    private func report(_ error: xmlError) {
        // The first one counts; those after it are its consequences. Warnings are none.
        guard failure == nil, unsafe error.level != XML_ERR_WARNING else { return }
        let text = unsafe error.message.map { unsafe String(cString: $0) } ?? "not well-formed"
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        unsafe failure = XMLParseError(
            .malformed, String(line.prefix(200)), line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
    }

    /// Records a failure of our own, at the place that libxml2 has come to, and stops it.
    private func fail(_ reason: XMLParseError.Reason, _ message: String) {
        guard failure == nil else { return }
        let input = unsafe context?.pointee.input
        let line = unsafe input.map { unsafe Int($0.pointee.line) } ?? 1
        let column = unsafe input.map { unsafe Int($0.pointee.col) } ?? 1
        failure = XMLParseError(reason, message, line: max(1, line), column: max(1, column))
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }
}

/// A copy of a NUL-terminated string of libxml2, which has checked that it is UTF-8.
private func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
}
