import LibvirtXML
import XMLTree

let graphicsSamples: [ViewSamples] = [
    ViewSamples(
        Graphics.self,
        [
            .init(\.type, .rdp, "@type", "rdp"),
            .init(\.port, -1, "@port", "-1"),
            .init(\.tlsPort, -1, "@tlsPort", "-1"),
            .init(\.autoport, true, "@autoport", "yes"),
            .init(\.websocket, -1, "@websocket", "-1"),
            .init(\.socket, "/a <b> & 'c'", "@socket", "/a <b> & 'c'"),
            .init(\.listen, "127.0.0.1", "listen/@address", "127.0.0.1"),
            .init(\.listens, [Listen(address: "127.0.0.1"), Listen(address: "::1")], "listen", nil),
            .init(\.password, "/a <b> & 'c'", "@passwd", "/a <b> & 'c'"),
            .init(\.passwordValidUntil, "/a <b> & 'c'", "@passwdValidTo", "/a <b> & 'c'"),
            .init(\.connected, "/a <b> & 'c'", "@connected", "/a <b> & 'c'"),
            .init(\.keymap, "/a <b> & 'c'", "@keymap", "/a <b> & 'c'"),
            .init(\.sharePolicy, "/a <b> & 'c'", "@sharePolicy", "/a <b> & 'c'"),
            .init(\.openGL, true, "gl/@enable", "yes"),
            .init(\.imageCompression, "/a <b> & 'c'", "image/@compression", "/a <b> & 'c'"),
            .init(\.clipboard, true, "clipboard/@copypaste", "yes"),
        ]),
    ViewSamples(
        Listen.self,
        [
            .init(\.type, .nowhere, "@type", "none"),
            .init(\.address, "/a <b> & 'c'", "@address", "/a <b> & 'c'"),
            .init(\.network, "/a <b> & 'c'", "@network", "/a <b> & 'c'"),
            .init(\.socket, "/a <b> & 'c'", "@socket", "/a <b> & 'c'"),
        ]),
    ViewSamples(
        Video.self,
        [
            .init(\.model, .noVideo, "model/@type", "none"),
            .init(\.heads, 7, "model/@heads", "7"),
            .init(\.primary, true, "model/@primary", "yes"),
            .init(\.ram, 7, "model/@ram", "7"),
            .init(\.vram, 7, "model/@vram", "7"),
            .init(\.vgamem, 7, "model/@vgamem", "7"),
            .init(\.acceleration3D, true, "model/acceleration/@accel3d", "yes"),
            .init(\.width, 7, "model/resolution/@x", "7"),
            .init(\.height, 7, "model/resolution/@y", "7"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
    ViewSamples(
        Sound.self,
        [
            .init(\.model, .usb, "@model", "usb"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
    ViewSamples(
        Input.self,
        [
            .init(\.type, .evdev, "@type", "evdev"),
            .init(\.bus, .xen, "@bus", "xen"),
            .init(\.model, "/a <b> & 'c'", "@model", "/a <b> & 'c'"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
]
