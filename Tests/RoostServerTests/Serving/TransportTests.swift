import Foundation
import NIOSSL
import RoostCore
import SwiftASN1
import Testing
import X509

@testable import RoostServer

struct TransportTests {
    private static func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path() + "t-\(UInt32.random(in: 0..<1_000_000))-state"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try body(folder)
    }

    private static func mode(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test func theCertificateIsMadeOnceAndItsKeyIsForTheServerAlone() throws {
        try Self.withFolder { folder in
            var settings = ServerSettings(stateDirectory: folder)
            settings.transport = .selfMade
            let first = try Transport(settings)
            #expect(try Self.mode(folder + "/key.pem") == 0o600)
            #expect(first.fingerprint?.count == 95 && first.configuration?.minimumTLSVersion == .tlsv12)
            #expect(try Transport(settings).fingerprint == first.fingerprint)
        }
    }

    @Test func oneThatEndsSoonOrDoesNotFitIsMadeAnew() throws {
        try Self.withFolder { folder in
            let first = try SelfMadeCertificate.inDirectory(folder)
            let later = Date() + 380 * 86_400
            let second = try SelfMadeCertificate.inDirectory(folder, now: later)
            #expect(second.certificate != first.certificate)
            try Data(first.key.utf8).write(to: URL(filePath: folder + "/key.pem"))
            #expect(try SelfMadeCertificate.inDirectory(folder, now: later).key != first.key)
        }
    }

    @Test func oneMoreAddressIsNoReasonForAnotherCertificate() throws {
        typealias Address = SelfMadeCertificate.Address
        let own = Address(device: "eth0", ip: "192.0.2.5")
        let foreign = Address(device: "eth1", ip: "198.51.100.9")
        let made = try Certificate(pemEncoded: SelfMadeCertificate.make(addresses: [own]).certificate)
        #expect(SelfMadeCertificate.namesThisComputer(made, addresses: [own, foreign]))
        // None that it names is left.
        #expect(!SelfMadeCertificate.namesThisComputer(made, addresses: [foreign]))
        // What comes and goes with machines and the day says nothing.
        for passing in [
            Address(device: "virbr0", ip: "192.168.122.1"), Address(device: "eth0", ip: "fd00::1234"),
            Address(device: "lo", ip: "127.0.0.1"),
        ] { #expect(SelfMadeCertificate.namesThisComputer(made, addresses: [passing]), "\(passing)") }
    }

    @Test func itIsMadeAnewWhenThisComputerGetsAnotherName() throws {
        let made = try Certificate(pemEncoded: SelfMadeCertificate.make().certificate)
        #expect(SelfMadeCertificate.namesThisComputer(made))
        #expect(!SelfMadeCertificate.namesThisComputer(made, host: "another-\(UInt32.random(in: 0...9999)).example"))
        // An address that is gone is no reason.
        #expect(SelfMadeCertificate.namesThisComputer(made, addresses: []))
        try Self.withFolder { folder in
            let first = try SelfMadeCertificate.inDirectory(folder)
            // As it would be had this computer had another name then.
            let other = try SelfMadeCertificate.make(host: "another.example")
            try Data(other.key.utf8).write(to: URL(filePath: folder + "/key.pem"))
            try Data(other.certificate.utf8).write(to: URL(filePath: folder + "/certificate.pem"))
            let second = try SelfMadeCertificate.inDirectory(folder)
            #expect(second.certificate != first.certificate && second.certificate != other.certificate)
            #expect(try SelfMadeCertificate.inDirectory(folder).certificate == second.certificate)
        }
    }

    @Test func whoConnectsAfterARenewalGetsTheNewOne() async throws {
        let folder = FileManager.default.temporaryDirectory.path() + "t-\(UInt32.random(in: 0..<1_000_000))-renew"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        @Sendable func put(_ pair: SelfMadeCertificate) throws {
            try Data(pair.certificate.utf8).write(to: URL(filePath: folder + "/c"))
            try Data(pair.key.utf8).write(to: URL(filePath: folder + "/k"))
        }
        try put(SelfMadeCertificate.make())
        var settings = ServerSettings(stateDirectory: folder)
        settings.transport = .files(certificate: folder + "/c", key: folder + "/k")
        let transport = try Transport(settings)
        #expect(try transport.renew() == nil)
        let first = try #require(transport.fingerprint)
        try await ShownCertificate.serving(transport) { shown in
            #expect(try await shown() == first)
            // Half of a new pair: the present one goes on.
            try Data("nonsense".utf8).write(to: URL(filePath: folder + "/k"))
            #expect(throws: Failure.self) { try transport.renew() }
            #expect(try await shown() == first)
            try put(SelfMadeCertificate.make())
            let second = try #require(try transport.renew())
            #expect(second != first)
            #expect(try await shown() == second)
        }
    }

    @Test func itNamesThisComputer() throws {
        let certificate = try Certificate(pemEncoded: SelfMadeCertificate.make().certificate)
        let names = try #require(try certificate.extensions.subjectAlternativeNames)
        #expect(names.contains(.dnsName("localhost")))
        #expect(certificate.notValidAfter.timeIntervalSince(certificate.notValidBefore) <= 398 * 86_400)
    }

    @Test func aKeyThatDoesNotFitIsSaidAtTheStart() throws {
        try Self.withFolder { folder in
            let (one, other) = (try SelfMadeCertificate.make(), try SelfMadeCertificate.make())
            try Data(one.certificate.utf8).write(to: URL(filePath: folder + "/c"))
            try Data(other.key.utf8).write(to: URL(filePath: folder + "/k"))
            var settings = ServerSettings(stateDirectory: folder)
            for (certificate, key) in [("c", "k"), ("c", "none"), ("k", "c")] {
                settings.transport = .files(certificate: "\(folder)/\(certificate)", key: "\(folder)/\(key)")
                #expect(throws: Failure.self) { try Transport(settings) }
            }
        }
    }

    @Test func theDatabaseIsForTheServerAlone() throws {
        try Self.withFolder { folder in
            let state = folder + "/deep/state"
            let store = try Store(directory: state)
            defer { withExtendedLifetime(store) {} }
            #expect(try Self.mode(state) == 0o700 && Self.mode(state + "/roost.sqlite") == 0o600)
            #expect(try Self.mode(state + "/roost.sqlite-wal") == 0o600)
        }
    }
}
