extension HostJudge {
    private var isX86: Bool { ["x86_64", "i686", "i586"].contains(look.architecture) }
    private var isS390: Bool { look.architecture == "s390x" }
    private var isARM: Bool { ["aarch64", "armv8l", "armv7l"].contains(look.architecture) }
    private var hasVirtualization: Bool? {
        let flags = look.cpuFlags
        if isX86 { return !flags.isDisjoint(with: ["svm", "vmx"]) }
        // "Start interpretive execution".
        if isS390 { return flags.contains("sie") }
        // No flag tells: the kernel makes /dev/kvm only where it was started at the right level.
        if isARM { return look.device("/dev/kvm") != nil ? true : nil }
        return nil
    }

    var processor: [HostFinding] { [virtualization, modules, device, nested, iommu, secureGuests].compactMap(\.self) }

    private var virtualization: HostFinding {
        let (id, title) = ("cpu.virtualization", "Hardware virtualization")
        let flags = look.cpuFlags
        let seen =
            flags.contains("svm")
            ? "svm (AMD-V)" : flags.contains("vmx") ? "vmx (VT-x)" : flags.contains("sie") ? "sie" : nil
        switch hasVirtualization {
        case true: return finding(id, .processor, title, .ok, seen ?? "/dev/kvm is there")
        case false:
            let container = look.text("container").map { $0 != "none" } ?? false
            return finding(
                id, .processor, title, .failure,
                isS390
                    ? "the processor shows no sie: machines are emulated, many times slower"
                    : "the processor shows neither svm nor vmx: machines are emulated, many times slower",
                advice: isS390
                    ? "Run it in an LPAR, or in a z/VM guest with 'SET VIRT ALL' or a KVM guest with nested=1."
                    : (flags.contains("hypervisor")
                        ? "This is a virtual machine: switch on nested virtualization on the computer below it (kvm_intel.nested=1 or kvm_amd.nested=1, CPU mode host-passthrough)."
                        : container
                            ? "This is a container: it shows what its host has."
                            : "Switch on SVM or VT-x in the firmware's settings (often under 'CPU' or 'Security'), and turn the computer off and on.")
            )
        case nil:
            return isARM
                ? finding(
                    id, .processor, title, .failure, "there is no /dev/kvm: machines are emulated, many times slower",
                    advice:
                        "The kernel must be started at exception level EL2 by the firmware, and have CONFIG_KVM: see 'dmesg | grep -i kvm'."
                )
                : finding(id, .processor, title, .unknown, "Roost has no rule for \(look.architecture)")
        }
    }

    private var modules: HostFinding? {
        guard hasVirtualization == true else { return nil }
        let wanted = look.cpuFlags.contains("svm") ? "kvm_amd" : look.cpuFlags.contains("vmx") ? "kvm_intel" : "kvm"
        let (id, title) = ("kernel.kvm", "KVM in the kernel")
        if look.has("module", wanted) || look.has("module", "kvm"), look.device("/dev/kvm") != nil {
            return finding(id, .processor, title, .ok, look.has("module", wanted) ? wanted : "built in")
        }
        let option = look.lines("config").first { $0.hasPrefix("CONFIG_KVM=") }
        if look.text("config.file") != nil, option == nil {
            return finding(
                id, .processor, title, .failure, "the kernel was built without it (\(look.text("config.file") ?? ""))",
                advice: "Take the distribution's own kernel.")
        }
        let load = [
            "modprobe \(wanted)", "printf '%s\\n' \(wanted) >/etc/modules-load.d/kvm.conf",
        ]
        return finding(
            id, .processor, title, .failure, "the module \(wanted) is not loaded", remedy: load,
            fix: HostChange(title: "Load \(wanted), now and at every start", commands: load))
    }

    /// Whether QEMU's user may open it. That it opens for root says nothing.
    private var device: HostFinding? {
        let (id, title) = ("kvm.device", "/dev/kvm for QEMU")
        guard let device = look.device("/dev/kvm") else {
            return hasVirtualization == true && !isARM
                ? finding(id, .processor, title, .failure, "there is no /dev/kvm", remedy: ["modprobe kvm"]) : nil
        }
        let shown = "mode \(device.mode), owner \(device.owner), group \(device.group)"
        let digits = Array(device.mode).compactMap(\.wholeNumberValue).suffix(3)
        guard digits.count == 3 else { return finding(id, .processor, title, .unknown, shown) }
        let (user, group, others) = (
            digits[digits.startIndex], digits[digits.startIndex + 1], digits[digits.startIndex + 2]
        )
        let qemu = look.qemuUser
        let isOpen =
            others & 6 == 6 || qemu.map { $0.name == "root" || $0.name == device.owner && user & 6 == 6 } ?? false
            || group & 6 == 6 && qemu.map { $0.groups.contains(device.group) } ?? (device.group == "kvm")
        if isOpen {
            if hasVirtualization == false {
                return finding(
                    id, .processor, title, .note,
                    "it opens, but the processor cannot virtualize: a guest started with it would hang",
                    advice: "Roost emulates here by itself; with other programs say --virt-type qemu.")
            }
            return finding(id, .processor, title, .ok, shown)
        }
        let commands = ["chgrp kvm /dev/kvm", "chmod 660 /dev/kvm"]
        let fixed = look.members(of: "kvm") != nil
        return finding(
            id, .processor, title, hasVirtualization == false ? .warning : .failure,
            "QEMU's user \(qemu?.name ?? "") may not open it (\(shown))",
            advice: "udev sets that from the rules of QEMU's package; without udev it has to be done at each start.",
            remedy: fixed ? commands : ["groupadd -r kvm"] + commands,
            fix: fixed
                ? HostChange(
                    title: "Give /dev/kvm to the group kvm", commands: commands,
                    note: "udev keeps it so; without udev this lasts until the next start of the host.") : nil)
    }

    private var nested: HostFinding? {
        guard hasVirtualization == true, !isARM else { return nil }
        let on = look.lines("nested").contains { ["Y", "1"].contains($0) }
        let module = look.cpuFlags.contains("svm") ? "kvm_amd" : isS390 ? "kvm" : "kvm_intel"
        let command = "printf 'options \(module) nested=1\\n' >/etc/modprobe.d/kvm-nested.conf"
        return on
            ? finding("kvm.nested", .processor, "Machines in machines", .ok, "nested virtualization is on")
            : finding(
                "kvm.nested", .processor, "Machines in machines", .note,
                "nested virtualization is off: guests cannot run fast guests of their own",
                advice: "It takes effect when \(module) is loaded again, with all machines off.", remedy: [command])
    }

    private var iommu: HostFinding {
        let (id, title) = ("cpu.iommu", "Passing devices on (IOMMU)")
        let groups = look.text("iommu.groups").flatMap { Int($0) } ?? 0
        if groups > 0 { return finding(id, .processor, title, .ok, "\(groups) groups") }
        if isS390 { return finding(id, .processor, title, .ok, "s390x always has it") }
        let table = look.lines("acpi").first
        let parameter = look.cpuFlags.contains("vmx") || table == "DMAR" ? "intel_iommu=on" : "iommu=pt"
        if table == nil {
            return finding(
                id, .processor, title, .note, "the firmware shows no IOMMU",
                advice:
                    "Only passing PCI devices on to guests needs one: switch on VT-d or AMD-Vi in the firmware's settings."
            )
        }
        return finding(
            id, .processor, title, .warning, "the firmware has one (\(table ?? "")), the kernel does not use it",
            advice: "Add \(parameter) to the kernel's command line and start the computer anew.",
            remedy: distribution.packageManager == .dnf || distribution.packageManager == .yum
                ? ["grubby --update-kernel=ALL --args=\(parameter)"]
                : ["sed -i 's/^GRUB_CMDLINE_LINUX=\"/&\(parameter) /' /etc/default/grub", "update-grub"])
    }

    private var secureGuests: HostFinding {
        let (id, title) = ("cpu.secure-guests", "Guests that the host cannot read")
        if ["1", "Y"].contains(look.text("sev") ?? "") { return finding(id, .processor, title, .ok, "AMD SEV") }
        if look.has("uv", "yes") {
            let on = look.lines("cmdline").contains("prot_virt=1")
            return on
                ? finding(id, .processor, title, .ok, "IBM Secure Execution")
                : finding(
                    id, .processor, title, .note, "the machine can do it, the kernel was not started with prot_virt=1")
        }
        if look.cpuFlags.contains("sev") {
            return finding(
                id, .processor, title, .note, "the processor has AMD SEV, and it is off",
                advice:
                    "Only confidential guests need it: options kvm_amd sev=1, and memory encryption in the firmware.")
        }
        return finding(
            id, .processor, title, .note, "neither AMD SEV nor IBM Secure Execution is to be seen; few need it")
    }
}
