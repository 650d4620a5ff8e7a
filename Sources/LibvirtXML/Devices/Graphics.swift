public import XMLTree

/// A way to see the screen and to type: `<graphics>`.
public struct Graphics: ElementView {
    public static let elementName = "graphics"
    public static let properties = Properties()

    public var element: XMLElement

    public init(element: XMLElement) { self.element = element }

    /// - Parameters:
    ///   - listen: an address of the host; left out, libvirt's configuration decides.
    ///   - port: nil has libvirt choose one at start.
    public init(_ type: Kind, listen: String? = nil, port: Int? = nil, password: String? = nil) {
        self.init()
        self.type = type
        if type == .vnc || type == .spice {
            self.port = port ?? (type == .vnc ? -1 : nil)
            self.autoport = port == nil
        }
        self.listen = listen
        self.password = password
    }

    public struct Properties: Sendable {
        public let type = Property<Kind?>("@type")
        /// -1 or nil: chosen at start.
        public let port = Property<Int?>("@port")
        public let tlsPort = Property<Int?>("@tlsPort")
        public let autoport = Property<Bool?>(yesNo: "@autoport")
        /// The port of VNC over WebSocket; -1: chosen at start.
        public let websocket = Property<Int?>("@websocket")
        /// The path of a UNIX socket.
        public let socket = Property<String?>("@socket")
        /// The first address that is listened on; nil removes all of them.
        public let listen = Property<String?>(listen: ())
        public let listens = Property<[Listen]>(children: "listen")
        /// In clear; libvirt tells it only to callers that may see secrets. VNC uses the first eight characters.
        public let password = Property<String?>("@passwd")
        /// In UTC, as in `2030-01-01T00:00:00`.
        public let passwordValidUntil = Property<String?>("@passwdValidTo")
        public let connected = Property<String?>("@connected")
        public let keymap = Property<String?>("@keymap")
        public let sharePolicy = Property<String?>("@sharePolicy")
        /// Whether the guest draws with the host's GPU.
        public let openGL = Property<Bool?>(yesNo: "gl/@enable")
        public let imageCompression = Property<String?>("image/@compression")
        public let clipboard = Property<Bool?>(yesNo: "clipboard/@copypaste")
    }

    public struct Kind: Vocabulary {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let vnc: Self = "vnc"
        public static let spice: Self = "spice"
        public static let sdl: Self = "sdl"
        public static let eglHeadless: Self = "egl-headless"
        public static let dbus: Self = "dbus"
        public static let rdp: Self = "rdp"
    }
}

extension Property {
    /// libvirt takes the address as `listen='…'` and as `<listen type='address' address='…'/>` and refuses two that
    /// differ, so only the child is written.
    fileprivate init(listen: Void) where Value == String? {
        self.init("@listen, listen/@address") { element in
            let child = element.elements(named: "listen").first { $0["type"] == "address" }
            return child?["address"] ?? element["listen"]
        } write: { value, element in
            element["listen"] = nil
            var listens = element.elements(named: "listen")
            let index = listens.firstIndex { $0["type"] == "address" }
            if value == nil {
                listens.removeAll { $0["type"] == "address" }
            } else if let index {
                listens[index]["address"] = value
            } else if let value {
                listens.append(XMLElement("listen", ["type": "address", "address": value]))
            }
            element.replaceChildren(named: "listen", with: listens)
        }
    }
}
