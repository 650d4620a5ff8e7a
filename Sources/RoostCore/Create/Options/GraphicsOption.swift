/// `--graphics`: one graphical display.
public struct GraphicsOption: MachineOption {
    public var type: GraphicsType?
    public var listen: GraphicsListen?
    public var port: PortChoice?
    /// SPICE's encrypted port.
    public var tlsPort: PortChoice?
    /// A port for VNC in a browser.
    public var websocket: PortChoice?
    public var password: String?
    /// Until when the password is good: `2030-01-31T12:00:00`, in UTC.
    public var passwordValidTo: String?
    /// What happens to a connected viewer when the password changes.
    public var connected: String?
    public var keymap: String?
    public var defaultMode: String?
    public var imageCompression: String?
    public var streamingMode: String?
    public var mouseMode: String?
    public var copiesClipboard: Bool?
    public var transfersFiles: Bool?
    public var usesGL: Bool?
    public var renderNode: String?

    public init() {}

    public static let table = OptionTable<GraphicsOption>(
        "--graphics", "A graphical display, or 'none'.",
        examples: ["vnc", "vnc,listen=0.0.0.0,port=5910", "spice,listen=socket", "none"],
        positional: ["type"]
    ) {
        Suboption("type", .choice, "Protocol.", \.type)
        Suboption("listen", .listen, "Address to listen on (default 127.0.0.1).", \.listen)
        Suboption("port", .port(1...65535), "Port of the host; VNC from 5900.", \.port)
        Suboption("tlsPort tlsport", .port(1...65535), "Encrypted port (SPICE).", \.tlsPort)
        Suboption("websocket", .port(1...65535), "Port for browsers (VNC).", \.websocket)
        Suboption("password passwd", .secret, "Password of the viewer; VNC uses 8 characters.", \.password)
        Suboption(
            "passwordValidTo passwdValidTo", .text("2030-01-31T12:00:00"), "End of the password's life, in UTC.",
            \.passwordValidTo)
        Suboption(
            "connected", .choice("keep", "disconnect", "fail"), "What a password change does to a viewer.", \.connected)
        Suboption("keymap", .word("en-us", "de", "fr"), "Keyboard layout (default: the viewer's).", \.keymap)
        Suboption("defaultMode", .choice("any", "secure", "insecure"), "Encryption of SPICE's channels.", \.defaultMode)
        Suboption(
            "image.compression image_compression", .choice("auto_glz", "auto_lz", "quic", "glz", "lz", "off"),
            "Compression of images (SPICE).", \.imageCompression)
        Suboption(
            "streaming.mode streaming_mode", .choice("filter", "all", "off"), "Which regions are video (SPICE).",
            \.streamingMode)
        Suboption("mouse.mode mouse_mode", .choice("client", "server"), "Who draws the pointer (SPICE).", \.mouseMode)
        Suboption("clipboard.copypaste clipboard_copypaste", .flag, "Share the clipboard (SPICE).", \.copiesClipboard)
        Suboption(
            "filetransfer.enable filetransfer_enable", .flag, "Drop files into the guest (SPICE).", \.transfersFiles)
        Suboption("gl.enable gl", .flag, "OpenGL on the host's card (SPICE).", \.usesGL)
        Suboption("gl.rendernode rendernode", .path, "The host's card for OpenGL.", \.renderNode)
    }

    public mutating func complete() throws(RequestError) {
        if type == nil {
            throw Self.error("type", "is missing", remedy: "Start with vnc, spice or none.")
        }
        if ["local", "none"].contains(keymap) { keymap = nil }
        if type == .vnc {
            try completeVNC()
        } else if websocket != nil {
            throw Self.error("websocket", "belongs to vnc", remedy: "Remove it.")
        }
        if renderNode != nil, usesGL != true {
            throw Self.error("gl.rendernode", "needs gl.enable=yes", remedy: "Add gl.enable=yes.")
        }
        if listen == GraphicsListen.none || listen == .socket,
            let fixed = [port, tlsPort, websocket].compactMap(\.self).first, fixed != .automatic
        {
            throw Self.error(
                "listen", "without an address there is no port", remedy: "Remove the port, or listen on an address.")
        }
        if password == nil, passwordValidTo != nil || connected != nil {
            throw Self.error(
                "password", "is missing", remedy: "Add password=, or remove passwordValidTo and connected.")
        }
    }

    private func completeVNC() throws(RequestError) {
        if case .fixed(let port) = port, port < 5900 {
            throw Self.error("port", "VNC's ports start at 5900", remedy: "Use 5900 to 65535, or auto.")
        }
        if let password, password.utf8.count > 8 {
            throw Self.error(
                "password", "VNC uses 8 bytes at most, and this is longer",
                remedy: "Shorten it; the rest would not protect anything.")
        }
        let spiceOnly: [(String, Bool)] = [
            ("tlsPort", tlsPort != nil), ("defaultMode", defaultMode != nil),
            ("image.compression", imageCompression != nil),
            ("streaming.mode", streamingMode != nil), ("mouse.mode", mouseMode != nil),
            ("clipboard.copypaste", copiesClipboard != nil), ("filetransfer.enable", transfersFiles != nil),
            ("gl.enable", usesGL != nil),
        ]
        if let given = spiceOnly.first(where: \.1)?.0 {
            throw Self.error(given, "belongs to spice", remedy: "Remove it, or use spice.")
        }
    }
}
