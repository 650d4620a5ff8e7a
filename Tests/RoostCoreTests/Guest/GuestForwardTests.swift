import Testing

@testable import RoostCore

@Suite struct GuestForwardTests {
    @Test(arguments: [
        ("8080:80", "127.0.0.1:8080:80"), ("80", "127.0.0.1:80:80"), ("0:22", "127.0.0.1:0:22"),
        ("65535:65535", "127.0.0.1:65535:65535"), ("0.0.0.0:8080:80", "0.0.0.0:8080:80"),
        ("localhost:1:2", "127.0.0.1:1:2"), ("[::1]:8080:80", "[::1]:8080:80"), ("[::]:0:80", "[::]:0:80"),
        ("10.0.0.5:8:9", "10.0.0.5:8:9"), ("00080:080", "127.0.0.1:80:80"),
    ])
    func whatIsWrittenIsRead(text: String, meant: String) throws {
        let forward = try GuestForward(text)
        #expect(forward.description == meant)
        // What is shown can be given again.
        #expect(try GuestForward(forward.description) == forward)
    }

    @Test(arguments: [
        "", ":", "::", ":::", "0", "0:0", "80:0", "80:", ":80", ":80:80", "80:80:", "1:2:3", "1:2:3:4", "-1:80",
        "+1:80",
        "80:+1", " 80:80", "80:80 ", "80 :80", "65536", "1:65536", "99999999999999999999:1", "8\u{0}0:80", "٨٠:80",
        "0x50:80",
        "1e3:80", "a:80", "80:http", "example.com:80:80", "127.1:80:80", "127.0.0.01:1:2", "1.2.3.4:80",
        "1.2.3.4.5:1:2",
        "*:80:80", "::1:80:80", "[::1]80:80", "[::1]:80", "[::1:80:80", "[]:80:80", "[127.0.0.1]:80:80",
        "[fe80::1%eth0]:80:80", "[::1]:80:80:80", "-oProxyCommand=x:80:80", "$(id):80:80", "80:80\n", "/run/x:80",
        "8O:80",
    ])
    func anythingElseIsRefused(_ text: String) async {
        await expectFailure(.usage) { _ = try GuestForward(text) }
    }

    @Test func aLongOneIsShownShort() {
        let long = String(repeating: "9", count: 100_000)
        do throws(Failure) {
            _ = try GuestForward(long)
            Issue.record("it was taken")
        } catch {
            #expect(error.what.utf8.count < 200)
        }
    }

    @Test func onlyLoopbackIsForThisComputerAlone() throws {
        for text in ["80:80", "127.5.5.5:80:80", "[::1]:80:80"] { #expect(try !GuestForward(text).isOpenToOthers) }
        for text in ["0.0.0.0:80:80", "[::]:80:80", "192.168.1.5:80:80", "[::ffff:127.0.0.1]:80:80"] {
            #expect(try GuestForward(text).isOpenToOthers, "\(text)")
        }
    }
}
