import Testing

@testable import RoostCore

@Suite struct OptionPropertyTests {
    /// Texts made of the words that the tables know, and of what breaks parsers.
    @Test(arguments: AnyOption.all.indices)
    func readsOrRefusesAnyText(_ position: Int) {
        let option = AnyOption.all[position]
        var random = SeededGenerator(seed: UInt64(position) + 7)
        let noise = [
            "", "=", ",", "\"", "'", "\\", "#", ".", "-", "+", "0", "-1", "99999999999999999999", "1e9", "é", "\u{0}",
            "%s", "../..", "0x", "none", "default", ":", "::", "é̂",
        ]
        let names = option.suboptions.flatMap(\.names) + option.words
        let values = option.suboptions.flatMap(\.known) + ["1", "2", "yes", "/a", "4G"]
        let frames = Self.frames(for: option.option)
        var understood = 0
        for _ in 0..<500 {
            let frame = frames.randomElement(using: &random) ?? ""
            let noisy = (0...Int.random(in: 0...3, using: &random)).map { _ in
                let isTame = Int.random(in: 0...2, using: &random) > 0
                let name = (isTame ? names : noise).randomElement(using: &random) ?? ""
                let value = (isTame ? values : noise).randomElement(using: &random) ?? ""
                return Int.random(in: 0...4, using: &random) == 0 ? name : "\(name.replacing("#", with: "1"))=\(value)"
            }.joined(separator: Bool.random(using: &random) ? "," : (noise.randomElement(using: &random) ?? ","))
            let text = frame + noisy
            guard let written = try? option.rendered(text) else { continue }
            understood += 1
            guard !written.isEmpty else { continue }
            #expect((try? option.areEqual(text, written)) == true, "\(option.option) \(text) became \(written)")
        }
        #expect(understood > 0)
    }

    /// A suboption that nobody can write, or that is lost on the way back, is found here.
    @Test(arguments: AnyOption.all.indices)
    func everySuboptionIsReadAndWritten(_ position: Int) throws {
        let option = AnyOption.all[position]
        let frames = Self.frames(for: option.option).map { ($0, try? option.rendered(String($0.dropLast()))) }
        for suboption in option.suboptions {
            for name in suboption.names {
                let written = name.replacing("#", with: "0")
                let accepted = Self.samples(for: suboption).contains { value in
                    frames.contains { frame, without in
                        guard let text = try? option.rendered("\(frame)\(written)=\(value)") else { return false }
                        return text != without
                    }
                }
                #expect(accepted, "\(option.option) \(written)")
            }
        }
    }

    /// What a suboption may need beside itself.
    private static func frames(for option: String) -> [String] {
        let frames: [String] =
            switch option {
            case "--unattended":
                ["user-login=ann,user-password-file=/q", "user-login=ann", "user-password-file=/q"].map {
                    "admin-password-file=/p,\($0),"
                } + ["admin-password-file=/p,"]
            case "--disk":
                [
                    "/a,", "size=1,", "/a,size=1,", "/a,backing_store=/c,", "/a,transient=yes,", "pool=p,",
                    "source.protocol=nbd,source.host0.name=h,", "source.protocol=nbd,", "source.protocol=rbd,",
                ]
            case "--network": ["network=n,", "type=direct,source=e,", "type=bridge,", "network=n,vlan.tag0.id=1,"]
            case "--graphics": ["vnc,", "spice,", "vnc,password=p,", "spice,gl.enable=yes,"]
            case "--cpu": ["qemu64,", "host-passthrough,", "qemu64,cache.mode=emulate,"]
            case "--boot":
                [
                    "kernel=/k,", "loader=/l,", "menu=on,", "uefi,firmware.feature0.name=f,",
                    "uefi,firmware.feature0.enabled=yes,",
                ]
            case "--vcpus": ["4,"]
            case "--memory": ["memory=8G,"]
            case "--controller": ["usb,"]
            case "--serial", "--console", "--channel":
                [
                    "pty,", "file,", "tcp,", "tcp,host=:1,", "tcp,source.service=1,", "udp,host=:1,", "unix,",
                    "pty,log.file=/l,",
                ]
            case "--tpm": ["emulator,", "passthrough,"]
            case "--rng": ["random,", "random,rate.bytes=1,"]
            default: []
            }
        return [""] + frames
    }

    private static func samples(for suboption: AnyOption.Suboption) -> [String] {
        suboption.known + [
            "yes", "no", "on", "2", "1", "512", "/x", "x", "3G", "a/b", "52:54:00:00:00:09", "127.0.0.1", "h:1", "ua-x",
            "0123456789abcdef", "5901", "http://x/y", "AuthenticAMD",
        ]
    }

    @Test func everySuboptionHasHelp() {
        for option in AnyOption.all {
            for suboption in option.suboptions {
                #expect(suboption.help.hasSuffix("."), "\(option.option) \(suboption.names)")
                #expect(!suboption.placeholder.isEmpty)
            }
            let names = option.suboptions.flatMap(\.names)
            #expect(Set(names).count == names.count, "\(option.option) declares a name twice")
        }
    }
}
