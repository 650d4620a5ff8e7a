import LibvirtXML
import XMLTree

let capabilitiesSamples: [ViewSamples] = [
    ViewSamples(
        Capabilities.self,
        [
            .init(\.uuid, "/a <b> & 'c'", "host/uuid", "/a <b> & 'c'"),
            .init(\.architecture, .s390x, "host/cpu/arch", "s390x"),
            .init(\.cpuModel, "/a <b> & 'c'", "host/cpu/model", "/a <b> & 'c'"),
            .init(\.cpuVendor, "/a <b> & 'c'", "host/cpu/vendor", "/a <b> & 'c'"),
            .init(\.cpuFeatures, ["one", "two"], "host/cpu/feature/@name", "one"),
            .init(\.sockets, 7, "host/cpu/topology/@sockets", "7"),
            .init(\.dies, 7, "host/cpu/topology/@dies", "7"),
            .init(\.cores, 7, "host/cpu/topology/@cores", "7"),
            .init(\.threads, 7, "host/cpu/topology/@threads", "7"),
            .init(\.iommu, true, "host/iommu/@support", "yes"),
            .init(
                \.migrationTransports, ["tcp", "rdma"], "host/migration_features/uri_transports/uri_transport", "tcp"),
            .init(
                \.securityModels,
                [with(SecurityModel()) { $0.name = "dac" }, with(SecurityModel()) { $0.name = "none" }],
                "host/secmodel", nil),
            .init(\.guests, [with(Guest()) { $0.type = .hvm }, with(Guest()) { $0.type = .xen }], "guest", nil),
        ]),
    ViewSamples(
        SecurityModel.self,
        [
            .init(\.name, "/a <b> & 'c'", "model", "/a <b> & 'c'"),
            .init(\.doi, "/a <b> & 'c'", "doi", "/a <b> & 'c'"),
            .init(
                \.baseLabels, [with(BaseLabel()) { $0.label = "a" }, with(BaseLabel()) { $0.label = "b" }], "baselabel",
                nil),
        ]),
    ViewSamples(
        BaseLabel.self,
        [
            .init(\.type, .hvf, "@type", "hvf"),
            .init(\.label, ownText: "a name"),
        ]),
    ViewSamples(
        Guest.self,
        [
            .init(\.type, .linux, "os_type", "linux"),
            .init(\.architecture, .s390x, "arch/@name", "s390x"),
            .init(\.wordSize, 7, "arch/wordsize", "7"),
            .init(\.emulator, "/a <b> & 'c'", "arch/emulator", "/a <b> & 'c'"),
            .init(
                \.machines, [with(Machine()) { $0.name = "q35" }, with(Machine()) { $0.name = "pc" }], "arch/machine",
                nil),
            .init(
                \.domains, [with(GuestDomain()) { $0.type = .kvm }, with(GuestDomain()) { $0.type = .qemu }],
                "arch/domain", nil),
        ]),
    ViewSamples(
        Machine.self,
        [
            .init(\.name, ownText: "a name"),
            .init(\.canonical, "/a <b> & 'c'", "@canonical", "/a <b> & 'c'"),
            .init(\.maximumVCPUs, 7, "@maxCpus", "7"),
            .init(\.deprecated, true, "@deprecated", "yes"),
        ]),
    ViewSamples(
        GuestDomain.self,
        [
            .init(\.type, .hvf, "@type", "hvf"),
            .init(\.emulator, "/a <b> & 'c'", "emulator", "/a <b> & 'c'"),
            .init(
                \.machines, [with(Machine()) { $0.name = "q35" }, with(Machine()) { $0.name = "pc" }], "machine", nil),
        ]),
    ViewSamples(
        DomainCapabilities.self,
        [
            .init(\.path, "/a <b> & 'c'", "path", "/a <b> & 'c'"),
            .init(\.type, .hvf, "domain", "hvf"),
            .init(\.machine, "/a <b> & 'c'", "machine", "/a <b> & 'c'"),
            .init(\.architecture, .s390x, "arch", "s390x"),
            .init(\.maximumVCPUs, 7, "vcpu/@max", "7"),
            .init(\.iothreads, true, "iothreads/@supported", "yes"),
            .init(\.firmwares, [.efi, .bios], "os/enum/value", "efi"),
            .init(\.loaders, ["one", "two"], "os/loader/value", "one"),
            .init(\.loaderTypes, [.rom, .pflash], "os/loader/enum/value", "rom"),
            .init(\.loaderSecure, ["one", "two"], "os/loader/enum/value", "one"),
            .init(
                \.cpuModes,
                [with(CPUModeSupport()) { $0.mode = .custom }, with(CPUModeSupport()) { $0.mode = .maximum }],
                "cpu/mode", nil),
            .init(\.memoryBackingSources, [.memfd, .file], "memoryBacking/enum/value", "memfd"),
            .init(\.diskDevices, [.disk, .cdrom], "devices/disk/enum/value", "disk"),
            .init(\.diskBuses, [.virtio, .sata], "devices/disk/enum/value", "virtio"),
            .init(\.diskModels, ["one", "two"], "devices/disk/enum/value", "one"),
            .init(\.graphics, [.vnc, .spice], "devices/graphics/enum/value", "vnc"),
            .init(\.videoModels, [.virtio, .qxl], "devices/video/enum/value", "virtio"),
            .init(\.hostDevices, true, "devices/hostdev/@supported", "yes"),
            .init(\.hostDeviceTypes, [.pci, .usb], "devices/hostdev/enum/value", "pci"),
            .init(\.rngModels, [.virtio, .virtioTransitional], "devices/rng/enum/value", "virtio"),
            .init(\.rngBackends, [.random, .egd], "devices/rng/enum/value", "random"),
            .init(\.filesystemDrivers, [.virtiofs, .path], "devices/filesystem/enum/value", "virtiofs"),
            .init(\.tpm, true, "devices/tpm/@supported", "yes"),
            .init(\.tpmModels, [.crb, .tis], "devices/tpm/enum/value", "tpm-crb"),
            .init(\.tpmBackends, [.emulator, .passthrough], "devices/tpm/enum/value", "emulator"),
            .init(\.tpmVersions, [.v1, .v2], "devices/tpm/enum/value", "1.2"),
            .init(\.channelTypes, [.pty, .unix], "devices/channel/enum/value", "pty"),
            .init(\.gic, true, "features/gic/@supported", "yes"),
            .init(\.gicVersions, ["one", "two"], "features/gic/enum/value", "one"),
            .init(\.vmcoreinfo, true, "features/vmcoreinfo/@supported", "yes"),
            .init(\.generationID, true, "features/genid/@supported", "yes"),
            .init(\.backup, true, "features/backup/@supported", "yes"),
            .init(\.sev, true, "features/sev/@supported", "yes"),
            .init(\.sgx, true, "features/sgx/@supported", "yes"),
            .init(\.hyperVFeatures, ["one", "two"], "features/hyperv/enum/value", "one"),
        ]),
    ViewSamples(
        CPUModeSupport.self,
        [
            .init(\.mode, .custom, "@name", "custom"),
            .init(\.supported, true, "@supported", "yes"),
            .init(
                \.models, [with(CPUModel()) { $0.name = "EPYC" }, with(CPUModel()) { $0.name = "qemu64" }], "model", nil
            ),
            .init(\.vendor, "/a <b> & 'c'", "vendor", "/a <b> & 'c'"),
            .init(
                \.features, [CPUFeature("svm", policy: .disable), CPUFeature("vmx", policy: .require)], "feature", nil),
        ]),
    ViewSamples(
        CPUModel.self,
        [
            .init(\.name, ownText: "a name"),
            .init(\.usable, true, "@usable", "yes"),
            .init(\.vendor, "/a <b> & 'c'", "@vendor", "/a <b> & 'c'"),
            .init(\.deprecated, true, "@deprecated", "yes"),
        ]),
]
