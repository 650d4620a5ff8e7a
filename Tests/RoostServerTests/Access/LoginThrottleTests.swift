import Testing

@testable import RoostServer

struct LoginThrottleTests {
    private let clock = TestClock()

    private func throttle(_ limits: LoginThrottle.Limits = .init()) -> LoginThrottle {
        LoginThrottle(limits: limits, now: { [clock] in clock.instant })
    }

    private func pause(_ throttle: LoginThrottle, _ user: String, _ address: String) -> Int? {
        do throws(Problem) {
            try throttle.begin(user: user, address: address)
            return nil
        } catch {
            return error.retryAfter
        }
    }

    @Test func thePauseGrowsWithEachWrongPassword() {
        let throttle = throttle()
        var pauses: [Int] = []
        for _ in 0..<12 {
            while let pause = pause(throttle, "ada", "192.0.2.\(pauses.count)") {
                pauses.append(pause)
                clock.pass(Double(pause))
            }
        }
        #expect(pauses == [5, 9, 17, 33, 61, 61, 61])
    }

    @Test func aRightPasswordClearsTheNameButNotTheAddress() {
        let throttle = throttle()
        for _ in 0..<5 { #expect(pause(throttle, "ada", "192.0.2.1") == nil) }
        #expect(pause(throttle, "ada", "192.0.2.1") != nil)
        clock.pass(4)
        #expect(pause(throttle, "ada", "192.0.2.1") == nil)
        throttle.succeeded(user: "ada", address: "192.0.2.1")
        #expect(pause(throttle, "ada", "192.0.2.1") == nil)
        for number in 0..<14 { #expect(pause(throttle, "name\(number)", "192.0.2.1") == nil, "\(number)") }
        #expect(pause(throttle, "another", "192.0.2.1") != nil)
        #expect(pause(throttle, "another", "192.0.2.2") == nil)
    }

    @Test func capitalsAndAddressesOfOneNetworkMakeNoDifference() {
        let throttle = throttle()
        for name in ["ada", "ADA", "Ada", "aDa", "adA"] { #expect(pause(throttle, name, "192.0.2.1") == nil) }
        #expect(pause(throttle, "ada", "192.0.2.9") != nil)
        for number in 0..<20 { #expect(pause(throttle, "x\(number)", "2001:db8:1:2::\(number)") == nil) }
        #expect(pause(throttle, "y", "2001:db8:1:2:ffff::1") != nil)
        #expect(pause(throttle, "y", "2001:db8:1:3::1") == nil)
    }

    @Test func triesThatWereNoneCostNothing() {
        let throttle = throttle()
        for _ in 0..<100 {
            #expect(pause(throttle, "ada", "192.0.2.1") == nil)
            throttle.withdraw(user: "ada", address: "192.0.2.1")
        }
    }

    @Test func tenThousandLoginsStayBounded() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            var refused = 0
            for number in 0..<10_000 {
                let answer = try await visitor.tryToLogIn("user\(number % 2500)", password: "wrong")
                if answer.status == 429 { refused += 1 }
            }
            // All come from one address: hardly one of them reaches the accounts.
            #expect(server.accounts.checks == 20)
            #expect(refused == 9_980)
            let entries = try await server.server.parts.store.count(AuditQuery())
            #expect(entries == 20)
        }
    }

    /// Each name of a megabyte would be remembered.
    @Test func whatIsNoNameIsCountedAsOne() async throws {
        let server = try await TestServer()
        try await server.run { visitor async throws in
            for number in 0..<10 {
                let name = String(repeating: "x", count: 300) + "\(number)"
                _ = try await visitor.tryToLogIn(name, password: "wrong")
            }
            #expect(server.server.parts.desk.throttle.rememberedCount == 2)
        }
    }

    @Test func madeUpNamesAndAddressesTakeNoMemoryAndHideNobody() {
        var limits = LoginThrottle.Limits()
        limits.remembered = 1000
        let throttle = throttle(limits)
        for _ in 0..<5 { #expect(pause(throttle, "ada", "192.0.2.1") == nil) }
        for number in 0..<20_000 {
            _ = pause(throttle, "made-up-\(number)", "10.\(number >> 16).\(number >> 8 & 255).\(number & 255)")
            #expect(throttle.rememberedCount <= 1000)
        }
        #expect(pause(throttle, "ada", "192.0.2.2") != nil)
    }
}
