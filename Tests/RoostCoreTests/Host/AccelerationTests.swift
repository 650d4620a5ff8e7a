import LibvirtXML
import Testing

@testable import RoostCore

@Suite struct AccelerationTests {
    private let x86 = GoldenHost.kvm
    private let arm = GoldenHost.arm

    @Test(arguments: ["svm", "vmx"]) func kvmNeedsTheProcessorsFlag(_ flag: String) throws {
        #expect(try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: ["aes", flag]) == .kvm)
        #expect(try Acceleration(x86.capabilities, architecture: .i686, hostCPUFeatures: [flag]) == .kvm)
    }

    /// The recorded host offers `kvm` while its processor cannot.
    @Test func aDeviceThatLiesIsNotBelieved() throws {
        let verdict = try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: ["aes"])
        #expect(verdict == .emulation(reason: "the host's processor shows neither svm (AMD-V) nor vmx (VT-x)"))
        #expect(verdict.domainType == .qemu)
    }

    @Test func libvirtIsBelievedWhereTheProcessorWasNotAsked() throws {
        #expect(try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: nil) == .kvm)
    }

    @Test func armHasNoFlag() throws {
        #expect(try Acceleration(arm.capabilities, architecture: .aarch64, hostCPUFeatures: []) == .kvm)
    }

    @Test func anotherArchitectureIsEmulated() throws {
        #expect(
            try Acceleration(x86.capabilities, architecture: .aarch64, hostCPUFeatures: ["svm"])
                == .emulation(reason: "the host's processor is x86_64 and the machine's aarch64"))
        #expect(
            try Acceleration(arm.capabilities, architecture: .x86_64, hostCPUFeatures: nil)
                == .emulation(reason: "the host's processor is aarch64 and the machine's x86_64"))
    }

    @Test func aHostWithoutTheDeviceSaysSo() throws {
        var capabilities = try x86.capabilities
        for index in capabilities.guests.indices {
            capabilities.guests[index].domains.removeAll { $0.type == .kvm }
        }
        #expect(
            try Acceleration(capabilities, architecture: .x86_64, hostCPUFeatures: ["svm"])
                == .emulation(reason: "the host has no usable /dev/kvm"))
    }

    @Test func anArchitectureThatTheHostLacksIsRefused() throws {
        let failure = try #require(throws: Failure.self) {
            try Acceleration(x86.capabilities, architecture: .s390x, hostCPUFeatures: nil)
        }
        #expect(failure.kind == .unsupported)
        #expect(failure.why == "it runs aarch64, i686, x86_64")
    }

    @Test func kvmThatIsAskedForIsNeverReplaced() throws {
        let failure = try #require(throws: Failure.self) {
            try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: [], requested: "kvm")
        }
        #expect(failure.kind == .unsupported)
        #expect(failure.why?.contains("neither svm") == true)
        #expect(failure.remedy?.contains("kvm_amd") == true)
        #expect(
            try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: ["svm"], requested: "kvm")
                == .kvm)
    }

    @Test func emulationCanBeAskedFor() throws {
        #expect(
            try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: ["svm"], requested: "qemu")
                == .emulation(reason: "--virt-type qemu asks for it"))
    }

    @Test func otherTypesAreAMistake() throws {
        let failure = try #require(throws: Failure.self) {
            try Acceleration(x86.capabilities, architecture: .x86_64, hostCPUFeatures: ["svm"], requested: "xen")
        }
        #expect(failure.kind == .usage)
    }
}
