import LibvirtXML
import XMLTree

let characterSamples: [ViewSamples] = [
    ViewSamples(
        Serial.self,
        [
            .init(\.type, .dbus, "@type", "dbus"),
            .init(\.path, "/a <b> & 'c'", "source/@path", "/a <b> & 'c'"),
            .init(\.mode, .connect, "source/@mode", "connect"),
            .init(\.host, "/a <b> & 'c'", "source/@host", "/a <b> & 'c'"),
            .init(\.service, "/a <b> & 'c'", "source/@service", "/a <b> & 'c'"),
            .init(\.protocolType, "/a <b> & 'c'", "protocol/@type", "/a <b> & 'c'"),
            .init(\.channel, "/a <b> & 'c'", "source/@channel", "/a <b> & 'c'"),
            .init(\.logFile, "/a <b> & 'c'", "log/@file", "/a <b> & 'c'"),
            .init(\.logAppend, false, "log/@append", "off"),
            .init(\.targetType, .sclpSerial, "target/@type", "sclp-serial"),
            .init(\.targetModel, "/a <b> & 'c'", "target/model/@name", "/a <b> & 'c'"),
            .init(\.port, 7, "target/@port", "7"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
    ViewSamples(
        Console.self,
        [
            .init(\.type, .dbus, "@type", "dbus"),
            .init(\.path, "/a <b> & 'c'", "source/@path", "/a <b> & 'c'"),
            .init(\.mode, .connect, "source/@mode", "connect"),
            .init(\.host, "/a <b> & 'c'", "source/@host", "/a <b> & 'c'"),
            .init(\.service, "/a <b> & 'c'", "source/@service", "/a <b> & 'c'"),
            .init(\.protocolType, "/a <b> & 'c'", "protocol/@type", "/a <b> & 'c'"),
            .init(\.channel, "/a <b> & 'c'", "source/@channel", "/a <b> & 'c'"),
            .init(\.logFile, "/a <b> & 'c'", "log/@file", "/a <b> & 'c'"),
            .init(\.logAppend, false, "log/@append", "off"),
            .init(\.targetType, .xen, "target/@type", "xen"),
            .init(\.port, 7, "target/@port", "7"),
            .init(\.tty, "/a <b> & 'c'", "@tty", "/a <b> & 'c'"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
    ViewSamples(
        Channel.self,
        [
            .init(\.type, .dbus, "@type", "dbus"),
            .init(\.path, "/a <b> & 'c'", "source/@path", "/a <b> & 'c'"),
            .init(\.mode, .connect, "source/@mode", "connect"),
            .init(\.host, "/a <b> & 'c'", "source/@host", "/a <b> & 'c'"),
            .init(\.service, "/a <b> & 'c'", "source/@service", "/a <b> & 'c'"),
            .init(\.protocolType, "/a <b> & 'c'", "protocol/@type", "/a <b> & 'c'"),
            .init(\.channel, "/a <b> & 'c'", "source/@channel", "/a <b> & 'c'"),
            .init(\.logFile, "/a <b> & 'c'", "log/@file", "/a <b> & 'c'"),
            .init(\.logAppend, false, "log/@append", "off"),
            .init(\.targetType, .xen, "target/@type", "xen"),
            .init(\.name, "/a <b> & 'c'", "target/@name", "/a <b> & 'c'"),
            .init(\.state, .disconnected, "target/@state", "disconnected"),
            .init(\.alias, "/a <b> & 'c'", "alias/@name", "/a <b> & 'c'"),
            .init(\.address, Address.pci(bus: 3, slot: 1), "address", nil),
        ]),
]
