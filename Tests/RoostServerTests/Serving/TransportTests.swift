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
