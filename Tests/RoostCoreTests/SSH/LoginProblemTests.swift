import Testing

@testable import RoostCore

@Suite struct LoginProblemTests {
    struct Case: Sendable {
        var log: String
        var asked = false
        var timedOut = false
        var kind = FailureKind.unreachable
        var why: String
        var remedy: String
    }

    /// What OpenSSH 9.2 really wrote.
    static let cases = [
        Case(
            log: """
                @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
                @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r
                @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
                IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\r
                The fingerprint for the ED25519 key sent by the remote host is\r
                SHA256:abc.\r
                Please contact your system administrator.\r
                Add correct host key in /home/me/.ssh/known_hosts to get rid of this message.\r
                Offending ED25519 key in /home/me/.ssh/known_hosts:3\r
                  remove with:\r
                  ssh-keygen -f "/home/me/.ssh/known_hosts" -R "[10.0.0.5]:2222"\r
                Host key for [10.0.0.5]:2222 has changed and you have requested strict checking.\r
                Host key verification failed.\r
                """,
            kind: .permission, why: "host key has changed, so that it may be another computer (Offending ED25519 key",
            remedy: #"ssh-keygen -f "/home/me/.ssh/known_hosts" -R "[10.0.0.5]:2222", then roost host connect"#),
        Case(
            log: """
                @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
                Host key for [10.0.0.5]:2222 has changed and you have requested strict checking.
                Host key verification failed.
                """,
            kind: .permission, why: "host key has changed", remedy: "ssh-keygen -R '[10.0.0.5]:2222', then"),
        Case(
            log:
                "No ED25519 host key is known for [10.0.0.5]:2222 and you have requested strict checking.\r\nHost key verification failed.\r\n",
            kind: .permission, why: "not known yet, and nobody could be asked",
            remedy: "At a terminal: roost host connect me@10.0.0.5:2222"),
        Case(
            log: "me@10.0.0.5: Permission denied (publickey,password).\r\n", kind: .permission,
            why: "nobody could be asked for a password",
            remedy: "roost host connect me@10.0.0.5:2222, or set SSH_ASKPASS"),
        Case(
            log: "me@10.0.0.5: Permission denied (publickey,password).\r\n", asked: true, kind: .permission,
            why: "Permission denied (publickey,password)", remedy: "ssh -v -p 2222 me@10.0.0.5"),
        Case(
            log: "ssh: Could not resolve hostname far: Name or service not known\r\n",
            why: "ssh: Could not resolve hostname far: Name or service not known", remedy: "name of the host"),
        Case(
            log: "ssh: connect to host 127.0.0.1 port 1: Connection refused\r\n", why: "Connection refused",
            remedy: "SSH server"),
        Case(
            log: "ssh: connect to host 10.255.255.1 port 22: Connection timed out\r\n", why: "Connection timed out",
            remedy: "the host is on"),
        Case(
            log: "Connection timed out during banner exchange\r\nConnection to 10.0.0.5 port 22 timed out\r\n",
            why: "timed out", remedy: "the host is on"),
        Case(
            log: "ssh: connect to host 10.0.0.5 port 22: No route to host\r\n", why: "No route to host",
            remedy: "the host is on"),
        Case(
            log:
                "Received disconnect from 10.0.0.5 port 22:2: Too many authentication failures\r\nDisconnected from 10.0.0.5 port 22\r\n",
            kind: .permission, why: "Too many authentication failures", remedy: "IdentitiesOnly"),
        Case(
            log: "/home/me/.ssh/config: line 3: Bad configuration option: nonsense\r\n"
                + "/home/me/.ssh/config: terminating, 1 bad configuration options\r\n",
            kind: .usage, why: "line 3: Bad configuration option: nonsense", remedy: "Correct ssh's configuration"),
        Case(
            log:
                "Unable to negotiate with 10.0.0.5 port 22: no matching host key type found. Their offer: ssh-rsa,ssh-dss\r\n",
            kind: .unsupported, why: "no matching host key type found", remedy: "too old or too new"),
        Case(
            log:
                "kex_exchange_identification: Connection closed by remote host\r\nConnection closed by 10.0.0.5 port 22\r\n",
            why: "Connection closed by 10.0.0.5 port 22", remedy: "ssh -v -p 2222 me@10.0.0.5"),
        Case(log: "", why: "ssh gave no reason", remedy: "ssh -v"),
        Case(log: "", timedOut: true, why: "within the time given", remedy: "ssh -v"),
    ]

    @Test(arguments: cases)
    func whatSSHSaysGetsItsKindAndRemedy(_ known: Case) throws {
        let route = try #require(try SSHRoute(HostURI("qemu+ssh://me@10.0.0.5:2222/system")))
        let failure = LoginProblem(route: route, log: known.log, asked: known.asked, timedOut: known.timedOut).failure
        #expect(failure.what == "Cannot log in to me@10.0.0.5:2222")
        #expect(failure.kind == known.kind, "\(failure)")
        #expect(failure.why?.contains(known.why) == true, "\(failure)")
        #expect(failure.remedy?.contains(known.remedy) == true, "\(failure.remedy ?? "no remedy")")
    }

    @Test func timesAreSaidInShort() {
        #expect(Duration.seconds(15).inSeconds == "15 s")
        #expect(Duration.milliseconds(14_980).inSeconds == "15 s")
        #expect(Duration.milliseconds(300).inSeconds == "0.3 s")
    }

    @Test func whoCanBeAsked() {
        #expect(Terminal.canAsk { ["SSH_ASKPASS": "/x", "SSH_ASKPASS_REQUIRE": "force"][$0] })
        #expect(Terminal.canAsk { ["SSH_ASKPASS": "/x", "DISPLAY": ":0"][$0] })
    }
}
