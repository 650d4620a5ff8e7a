import Crypto
import Foundation
import NIOCore
import RoostCore
import SwiftASN1
import X509

/// The certificate that the server makes itself on its first run: browsers warn of it, and the fingerprint tells whether it is
/// the right one all the same.
struct SelfMadeCertificate {
    let certificate: String
    let key: String

    /// The present one of a directory; a new one where there is none, it ends within a month, or this computer has got another
    /// name, or none of the lasting addresses in it any more.
    /// - Throws: ``Failure`` when the files cannot be read or written.
    static func inDirectory(_ directory: String, now: Date = Date()) throws(Failure) -> SelfMadeCertificate {
        let (certificatePath, keyPath) = (directory + "/certificate.pem", directory + "/key.pem")
        do {
            if let present = try present(certificatePath, keyPath, now) { return present }
            let made = try make(now: now)
            try write(made.key, to: keyPath, mode: 0o600)
            try write(made.certificate, to: certificatePath, mode: 0o644)
            return made
        } catch {
            throw Failure(
                .general, "Cannot make a certificate in \(directory)", why: "\(error.localizedDescription)",
                remedy: "Remove certificate.pem and key.pem there, or give your own with --certificate and --key.")
        }
    }

    /// P-256, for this computer's name and addresses, for 397 days.
    static func make(
        now: Date = Date(), host: String = hostName, addresses: [Address]? = nil
    ) throws -> SelfMadeCertificate {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName(String(host.prefix(64))) }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: now - 86_400, notValidAfter: now + 397 * 86_400, issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames(names(host, addresses ?? Self.addresses))
            },
            issuerPrivateKey: Certificate.PrivateKey(key))
        return SelfMadeCertificate(
            certificate: try certificate.serializeAsPEM().pemString + "\n", key: key.pemRepresentation + "\n")
    }

    private static func present(_ certificatePath: String, _ keyPath: String, _ now: Date) throws
        -> SelfMadeCertificate?
    {
        let files = FileManager.default
        guard files.fileExists(atPath: certificatePath), files.fileExists(atPath: keyPath) else { return nil }
        let pair = SelfMadeCertificate(
            certificate: try String(contentsOfFile: certificatePath, encoding: .utf8),
            key: try String(contentsOfFile: keyPath, encoding: .utf8))
        let certificate = try Certificate(pemEncoded: pair.certificate)
        let key = try P256.Signing.PrivateKey(pemRepresentation: pair.key)
        // A crash between the two files leaves a pair that does not fit.
        let fits = certificate.publicKey == Certificate.PublicKey(key.publicKey)
        return fits && certificate.notValidAfter > now + 30 * 86_400 && namesThisComputer(certificate) ? pair : nil
    }

    /// Whether it is still this computer's. One more address is no reason for another certificate, which everybody who has
    /// agreed to this one would be asked about again.
    static func namesThisComputer(
        _ certificate: Certificate, host: String = hostName, addresses: [Address]? = nil
    ) -> Bool {
        // One that cannot be read is none of ours.
        guard let present = try? certificate.extensions.subjectAlternativeNames,
            present.contains(.dnsName(host))
        else { return false }
        // Addresses of IPv6 that change every day are among the others, and nobody can tell which they are.
        let lasting = (addresses ?? Self.addresses).filter { !isFleeting($0.device) }.compactMap { IPBytes($0.ip) }
            .filter { $0.bytes.count == 4 && !$0.isLinkLocal && $0.bytes.first != 127 }
        return lasting.isEmpty
            || lasting.contains { present.contains(.ipAddress(ASN1OctetString(contentBytes: $0.bytes[...]))) }
    }

    /// Bridges and cables of machines and containers: they come and go, and nobody types their addresses from elsewhere.
    private static func isFleeting(_ name: String) -> Bool {
        ["virbr", "vnet", "veth", "docker", "br-", "tap", "macvtap", "lxc", "podman", "cni"].contains {
            name.hasPrefix($0)
        }
    }

    /// An address of this computer, on one of its devices.
    struct Address {
        let device: String
        let ip: String
    }

    private static var addresses: [Address] {
        // Without the list of addresses the names are left.
        let devices = (try? System.enumerateDevices()) ?? []
        return devices.compactMap { device in
            device.address?.ipAddress.map { Address(device: device.name, ip: $0) }
        }
    }

    /// Complete or not at all, and never readable for others in between.
    private static func write(_ text: String, to path: String, mode: Int) throws {
        let files = FileManager.default
        let unfinished = path + ".new"
        if files.fileExists(atPath: unfinished) { try files.removeItem(atPath: unfinished) }
        guard files.createFile(atPath: unfinished, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
        else {
            throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: unfinished])
        }
        // A crash in between leaves no file, or a pair that does not fit: a new pair is made then.
        if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
        try files.moveItem(atPath: unfinished, toPath: path)
    }

    static var hostName: String {
        // Asked of the kernel: a question to the name service may take long.
        let name = (try? String(contentsOfFile: "/proc/sys/kernel/hostname", encoding: .utf8)) ?? ""
        let plain = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
        return plain.isEmpty ? "localhost" : plain
    }

    private static func names(_ host: String, _ addresses: [Address]) -> [GeneralName] {
        let short = host.split(separator: ".").first.map(String.init) ?? host
        var names = Set([host, short, "localhost"]).sorted().map { GeneralName.dnsName($0) }
        // Nobody types an address that needs a zone.
        for address in Set(addresses.compactMap { IPBytes($0.ip) }) where !address.isLinkLocal {
            names.append(.ipAddress(ASN1OctetString(contentBytes: address.bytes[...])))
        }
        return names
    }
}
