/// What cannot be understood of the other options, and the exact text that says so.
enum MachineErrorCases {
    static let all: [OptionCase] = [
        OptionCase(
            #"--boot"#, #"ufei"#,
            #"--boot: 'ufei' is not known here; did you mean 'uefi'?\#nKnown: hd, cdrom, network, fd, uefi, firmware, firmware.feature0.name, firmware.feature0.enabled, loader, loader.readonly, loader.type, loader.secure, nvram, nvram.template, kernel, initrd, cmdline, dtb, bootmenu.enable, bootmenu.timeout, bios.useserial, bios.rebootTimeout, smbios.mode. '--boot help' explains them."#
        ),
        OptionCase(#"--boot"#, #"initrd=/i"#, #"--boot initrd: needs a kernel\#nAdd kernel=PATH."#),
        OptionCase(#"--boot"#, #"kernel_args=quiet"#, #"--boot kernel_args: needs a kernel\#nAdd kernel=PATH."#),
        OptionCase(#"--boot"#, #"uefi,loader=/b"#, #"--boot uefi: contradicts loader\#nKeep one of them."#),
        OptionCase(#"--boot"#, #"uefi,firmware=bios"#, #"--boot uefi: contradicts firmware=bios\#nKeep one of them."#),
        OptionCase(
            #"--boot"#, #"firmware=uefi"#,
            #"--boot firmware: 'uefi' is not one of its values; did you mean 'efi'?\#nKnown: efi, bios."#),
        OptionCase(
            #"--boot"#, #"loader.secure=yes"#,
            #"--boot loader.secure: needs loader\#nAdd loader=PATH, or write uefi alone and let libvirt choose."#),
        OptionCase(
            #"--boot"#, #"loader.readonly=yes"#,
            #"--boot loader.readonly: needs loader\#nAdd loader=PATH, or write uefi alone and let libvirt choose."#),
        OptionCase(#"--boot"#, #"bootmenu.timeout=3"#, #"--boot bootmenu.timeout: needs the menu\#nAdd menu=on."#),
        OptionCase(
            #"--boot"#, #"uefi,firmware.feature0.name=secure-boot"#,
            #"--boot firmware.feature0.enabled: is missing\#nA feature has a name and enabled; they are numbered from 0 without a gap."#
        ),
        OptionCase(
            #"--boot"#, #"firmware.feature0.name=a,firmware.feature0.enabled=yes"#,
            #"--boot firmware.feature0.name: needs UEFI\#nAdd uefi."#),
        OptionCase(
            #"--boot"#, #"kernel=https://x/k"#,
            #"--boot kernel: 'https://x/k' is a URL, and only files of the host can be used here\#nDownload it to the host first, then give its path."#
        ),
        OptionCase(#"--boot"#, #"cdrom=yes"#, #"--boot cdrom: stands without a value\#nWrite cdrom alone."#),
        OptionCase(
            #"--boot"#, #"network,hdd"#,
            #"--boot: 'hdd' is not known here; did you mean 'hd'?\#nKnown: hd, cdrom, network, fd, uefi, firmware, firmware.feature0.name, firmware.feature0.enabled, loader, loader.readonly, loader.type, loader.secure, nvram, nvram.template, kernel, initrd, cmdline, dtb, bootmenu.enable, bootmenu.timeout, bios.useserial, bios.rebootTimeout, smbios.mode. '--boot help' explains them."#
        ),

        OptionCase(
            #"--vcpus"#, #"0"#,
            #"--vcpus: '0' is not a number from 1 to 4096\#nGive a whole number in that range."#),
        OptionCase(
            #"--vcpus"#, #"-1"#,
            #"--vcpus: '-1' is not a number from 1 to 4096\#nGive a whole number in that range."#),
        OptionCase(
            #"--vcpus"#, #"four"#,
            #"--vcpus: 'four' is not a number from 1 to 4096\#nGive a whole number in that range."#),
        OptionCase(
            #"--vcpus"#, #"5000"#,
            #"--vcpus: '5000' is not a number from 1 to 4096\#nGive a whole number in that range."#),
        OptionCase(
            #"--vcpus"#, #"4,maxvcpus=2"#,
            #"--vcpus maxvcpus: 4 CPUs at the start are more than the maximum of 2\#nGive a maximum of at least 4."#),
        OptionCase(
            #"--vcpus"#, #"6,sockets=4"#,
            #"--vcpus: 6 CPUs do not fit a topology of 4\#nsockets × dies × cores × threads must be the number of CPUs, the maximum where one is given."#
        ),
        OptionCase(
            #"--vcpus"#, #"4,cpuset=a"#,
            #"--vcpus cpuset: 'a' is not a CPU or a range of CPUs\#nWrite numbers and ranges, such as 0-3,^2,8."#),
        OptionCase(
            #"--vcpus"#, #"4,cpuset=5-1"#,
            #"--vcpus cpuset: '5-1' is not a CPU or a range of CPUs\#nWrite numbers and ranges, such as 0-3,^2,8."#),
        OptionCase(
            #"--vcpus"#, #"4,cpuset=0-3,vcpu.placement=auto"#,
            #"--vcpus placement: auto leaves no room for a cpuset\#nKeep one of them."#),
        OptionCase(
            #"--vcpus"#, #"sockets=4096,cores=4096,threads=4096,dies=4096"#,
            #"--vcpus: the topology has 281474976710656 CPUs, and the most is 4096\#nGive smaller numbers."#),
        OptionCase(
            #"--vcpus"#, #"4,8"#,
            #"--vcpus: '8' is not known here\#nKnown: vcpus, maxvcpus, vcpu.current, sockets, dies, cores, threads, cpuset, vcpu.placement. '--vcpus help' explains them."#
        ),
        OptionCase(
            #"--vcpus"#, #"2,maxcpus=4"#,
            #"--vcpus: 'maxcpus' is not known here; did you mean 'maxvcpus'?\#nKnown: vcpus, maxvcpus, vcpu.current, sockets, dies, cores, threads, cpuset, vcpu.placement. '--vcpus help' explains them."#
        ),

        OptionCase(#"--memory"#, #"0"#, #"--memory: the size is zero\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(#"--memory"#, #"x"#, #"--memory: 'x' is not a size\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(
            #"--memory"#, #"4GB"#,
            #"--memory: '4GB' may mean powers of 1000 or of 1024\#nWrite 4GiB or 4G for powers of 1024."#),
        OptionCase(
            #"--memory"#, #"4096,maxmemory=2048"#,
            #"--memory maxmemory: 4G at the start is more than the maximum of 2G\#nGive a maximum of at least 4G."#),
        OptionCase(
            #"--memory"#, #"memory=2G,currentMemory=4G"#,
            #"--memory currentMemory: 4G at the start is more than the maximum of 2G\#nGive a maximum of at least 4G."#),
        OptionCase(#"--memory"#, #"1K"#, #"--memory: 1K is less than 1 MiB\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(
            #"--memory"#, #"18446744073709551616"#,
            #"--memory: '18446744073709551616' is larger than a size can be\#nThe most is 8 EiB less one byte."#),
        OptionCase(
            #"--memory"#, #"9999999999G"#,
            #"--memory: '9999999999G' is larger than a size can be\#nThe most is 8 EiB less one byte."#),
        OptionCase(#"--memory"#, #"1..5"#, #"--memory: '1..5' is not a size\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(#"--memory"#, #"4 G"#, #"--memory: '4 G' is not a size\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(
            #"--memory"#, #"4096,maxMemory=9"#,
            #"--memory: 'maxMemory' is not known here; did you mean 'maxmemory'?\#nKnown: memory, maxmemory, currentMemory, hugepages. '--memory help' explains them."#
        ),
        OptionCase(
            #"--memory"#, #"1.0000000001"#,
            #"--memory: '1.0000000001' has more than nine decimals\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(#"--memory"#, #"-5"#, #"--memory: '-5' is not a size\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(#"--memory"#, #".5"#, #"--memory: '.5' is not a size\#nGive MiB (4096) or a unit (4G)."#),
        OptionCase(#"--memory"#, #"5."#, #"--memory: '5.' is not a size\#nGive MiB (4096) or a unit (4G)."#),

        OptionCase(#"--os-variant"#, #"detect"#, #"--os-variant detect: has no value\#nWrite detect=on|off."#),
        OptionCase(
            #"--os-variant"#, #"name=a,id=http://b"#,
            #"--os-variant id: is given together with name\#nKeep one of them."#),
        OptionCase(
            #"--os-variant"#, #"id=debian12"#,
            #"--os-variant id: 'debian12' is not a full identifier\#nWrite name=debian12 for a short name."#),
        OptionCase(
            #"--os-variant"#, #"debian 12"#,
            #"--os-variant name: 'debian 12' is not a plain word\#nUse letters, digits and . _ : + - only, for example debian12, win11."#
        ),
        OptionCase(
            #"--os-variant"#, #"detect=perhaps"#,
            #"--os-variant detect: 'perhaps' is neither on nor off\#nWrite on or off."#),
        OptionCase(
            #"--os-variant"#, #"debian12,win10"#,
            #"--os-variant: 'win10' is not known here\#nKnown: name, id, detect, require. '--os-variant help' explains them."#
        ),

        OptionCase(
            #"--controller"#, #"model=virtio-scsi"#, #"--controller type: is missing\#nWrite type=scsi, type=usb, …"#),
        OptionCase(
            #"--controller"#, #"usb3,model=x"#,
            #"--controller model: usb3 already says the model\#nWrite type=usb,model=MODEL, or usb3 alone."#),
        OptionCase(
            #"--controller"#, #"num_pcie_root_ports=20,type=scsi"#,
            #"--controller num_pcie_root_ports: stands alone\#nGive it in a --controller of its own."#),
        OptionCase(
            #"--controller"#, #"scsi,modle=virtio-scsi"#,
            #"--controller: 'modle' is not known here; did you mean 'model'?\#nKnown: type, model, index, ports, vectors, master.startport, driver.…, target.…, num_pcie_root_ports, address.…, alias.name. '--controller help' explains them."#
        ),
        OptionCase(
            #"--controller"#, #"pci,address.slot=0x20"#,
            #"--controller address.slot: '0x20' is not a number from 0 to 31\#nGive a whole number in that range."#),

        OptionCase(
            #"--serial"#, #"tcp"#, #"--serial source.service: is missing\#nAdd host=HOST:PORT; 'tcp' needs a port."#),
        OptionCase(
            #"--serial"#, #"tcp,host=1.2.3.4"#,
            #"--serial host: '1.2.3.4' is not HOST:PORT\#nWrite 127.0.0.1:4567, or [::1]:4567."#),
        OptionCase(#"--serial"#, #"file"#, #"--serial path: is missing\#nAdd path=PATH; 'file' needs one."#),
        OptionCase(#"--serial"#, #"pty,host=:1"#, #"--serial host: belongs to tcp and udp\#nRemove it."#),
        OptionCase(
            #"--serial"#, #"ptty"#,
            #"--serial type: 'ptty' is not one of its values; did you mean 'pty'?\#nKnown: pty, tcp, udp, unix, file, dev, pipe, null, stdio, vc, spicevmc, spiceport, qemu-vdagent, nmdm, dbus."#
        ),
        OptionCase(
            #"--serial"#, #"tcp,host=:1,source.host=h"#,
            #"--serial host: is given together with source.host or source.service\#nKeep one of them."#),
        OptionCase(#"--serial"#, #"pty,log.append=on"#, #"--serial log.append: needs log.file\#nAdd log.file=PATH."#),
        OptionCase(
            #"--serial"#, #"tcp,host=::1:99"#,
            #"--serial host: '::1:99' is not HOST:PORT\#nWrite 127.0.0.1:4567, or [::1]:4567."#),
        OptionCase(#"--serial"#, #"path=/x"#, #"--serial type: is missing\#nStart with pty, tcp, unix, file, …"#),
        OptionCase(#"--serial"#, #"udp,host=:1,protocol=raw"#, #"--serial protocol.type: belongs to tcp\#nRemove it."#),
        OptionCase(#"--serial"#, #"pty,mode=bind"#, #"--serial mode: belongs to tcp and unix\#nRemove it."#),

        OptionCase(
            #"--channel"#, #"spicevmx"#,
            #"--channel type: 'spicevmx' is not one of its values; did you mean 'spicevmc'?\#nKnown: pty, tcp, udp, unix, file, dev, pipe, null, stdio, vc, spicevmc, spiceport, qemu-vdagent, nmdm, dbus."#
        ),
        OptionCase(
            #"--channel"#, #"pty,target.address=x"#,
            #"--channel target.address: 'x' is not HOST:PORT\#nWrite 127.0.0.1:4567, or [::1]:4567."#),

        OptionCase(
            #"--tpm"#, #"emulatr"#,
            #"--tpm type: 'emulatr' is not a kind of TPM\#nUse emulator, passthrough, default, none or the path of the host's TPM."#
        ),
        OptionCase(
            #"--tpm"#, #"emulator,path=/x"#, #"--tpm path: belongs to passthrough\#nRemove it, or write passthrough."#),
        OptionCase(
            #"--tpm"#, #"/dev/tpm0,version=2.0"#,
            #"--tpm version: belongs to emulator\#nRemove it: the host's TPM is used as it is."#),
        OptionCase(
            #"--tpm"#, #"emulator,version=3"#, #"--tpm version: '3' is not one of its values\#nKnown: 2.0, 1.2."#),
        OptionCase(#"--tpm"#, #"/dev/tpm0,path=/dev/tpm1"#, #"--tpm path: is given twice\#nKeep one of them."#),
        OptionCase(
            #"--tpm"#, #"none"#,
            #"--tpm type: 'none' is not a kind of TPM\#nUse emulator, passthrough, default, none or the path of the host's TPM."#
        ),

        OptionCase(
            #"--rng"#, #"egd,backend.source.host=localhost"#,
            #"--rng: 'backend.source.host' is not known here\#nKnown: type, device, model, rate.bytes, rate.period, driver.iommu, driver.ats, driver.packed, driver.page_per_vq, address.…, alias.name. '--rng help' explains them."#
        ),
        OptionCase(
            #"--rng"#, #"egd"#,
            #"--rng type: an entropy daemon (egd) is not supported\#nUse /dev/urandom, which is as good."#),
        OptionCase(#"--rng"#, #"builtin,device=/x"#, #"--rng device: belongs to random\#nRemove it, or write random."#),
        OptionCase(
            #"--rng"#, #"foo"#,
            #"--rng type: 'foo' is not a source of random numbers\#nUse a device's path, builtin or none."#),
        OptionCase(#"--rng"#, #"random,rate.period=1"#, #"--rng rate.period: needs rate.bytes\#nAdd rate.bytes=N."#),
        OptionCase(
            #"--rng"#, #"none"#,
            #"--rng type: 'none' is not a source of random numbers\#nUse a device's path, builtin or none."#),
    ]
}
