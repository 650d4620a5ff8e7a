/// What people write, and the same in full names: what was understood.
enum ReadingCases {
    static let all: [OptionCase] = [
        OptionCase(#"--disk"#, #"/a.qcow2,size=100"#, #"path=/a.qcow2,size=100G"#),
        OptionCase(#"--disk"#, #"a.img"#, #"path=/home/user/a.img"#),
        OptionCase(#"--disk"#, #"./a.img,size=0.5"#, #"path=/home/user/a.img,size=512M"#),
        OptionCase(#"--disk"#, #"../x/a.img"#, #"path=/home/x/a.img"#),
        OptionCase(#"--disk"#, #"size=10"#, #"size=10G"#),
        OptionCase(#"--disk"#, #"path=/a,bus=virtio"#, #"path=/a,bus=virtio"#),
        OptionCase(
            #"--disk"#, #"/a,target.bus=scsi,cache=none,io=native,discard=unmap,detect_zeroes=unmap"#,
            #"path=/a,bus=scsi,cache=none,io=native,discard=unmap,detect_zeroes=unmap"#),
        OptionCase(#"--disk"#, #"vol=default/x.qcow2"#, #"pool=default,source.volume=x.qcow2"#),
        OptionCase(#"--disk"#, #"pool=fast,size=20,format=raw"#, #"size=20G,pool=fast,format=raw"#),
        OptionCase(#"--disk"#, #"source.pool=p,source.volume=v"#, #"pool=p,source.volume=v"#),
        OptionCase(#"--disk"#, #"source.file=/a"#, #"path=/a"#),
        OptionCase(#"--disk"#, #"source.dev=/dev/sdb,driver.type=raw"#, #"path=/dev/sdb,format=raw"#),
        OptionCase(#"--disk"#, #"device=cdrom"#, #"device=cdrom"#),
        OptionCase(
            #"--disk"#, #"/x.iso,device=cdrom,bus=scsi,readonly=on"#, #"path=/x.iso,device=cdrom,bus=scsi,readonly=yes"#
        ),
        OptionCase(#"--disk"#, #"device=floppy"#, #"device=floppy"#),
        OptionCase(#"--disk"#, #""/a,b.img""#, #"path="/a,b.img""#),
        OptionCase(#"--disk"#, #"path="/a=b.img""#, #"path=/a=b.img"#),
        OptionCase(
            #"--disk"#, #"size=20,backing_store=base.qcow2,backing_format=qcow2"#,
            #"size=20G,backing_store=/home/user/base.qcow2,backing_format=qcow2"#),
        OptionCase(
            #"--disk"#, #"source.protocol=nbd,source.name=e,source.host0.name=h,source.host0.port=10809"#,
            #"source.protocol=nbd,source.name=e,source.host0.name=h,source.host0.port=10809"#),
        OptionCase(
            #"--disk"#, #"source.protocol=rbd,source.name=pool/img"#, #"source.protocol=rbd,source.name=pool/img"#),
        OptionCase(
            #"--disk"#, #"source.protocol=nbd,source.host.name=h,source.host1.name=i"#,
            #"source.protocol=nbd,source.host0.name=h,source.host1.name=i"#),
        OptionCase(#"--disk"#, #"/a,address.type=drive,address.unit=3"#, #"path=/a,address.type=drive,address.unit=3"#),
        OptionCase(
            #"--disk"#, #"/a,alias.name=ua-x,serial=WD-WMAP9A966149"#,
            #"path=/a,serial=WD-WMAP9A966149,alias.name=ua-x"#),
        OptionCase(#"--disk"#, #"/a,driver.iommu=on,driver.queues=4"#, #"path=/a,driver.queues=4,driver.iommu=on"#),
        OptionCase(#"--disk"#, #"/a,iotune.total_bytes_sec=1000"#, #"path=/a,iotune.total_bytes_sec=1000"#),
        OptionCase(#"--disk"#, #"size=15,target.bus=scsi"#, #"size=15G,bus=scsi"#),
        OptionCase(#"--disk"#, #"size=10G"#, #"size=10G"#),
        OptionCase(#"--disk"#, #"size=1T"#, #"size=1024G"#),
        OptionCase(#"--disk"#, #"size=1.5"#, #"size=1536M"#),
        OptionCase(#"--disk"#, #"size=0.1"#, #"size=104858K"#),

        OptionCase(#"--network"#, #"network=default,model=virtio"#, #"type=network,network=default,model=virtio"#),
        OptionCase(#"--network"#, #"bridge=br0,model=virtio"#, #"type=bridge,bridge=br0,model=virtio"#),
        OptionCase(#"--network"#, #"default"#, #"type=default"#),
        OptionCase(#"--network"#, #"user"#, #"type=user"#),
        OptionCase(#"--network"#, #"type=direct,source=eth0"#, #"type=direct,source=eth0"#),
        OptionCase(
            #"--network"#, #"type=direct,source=eth0,source.mode=bridge"#,
            #"type=direct,source=eth0,source.mode=bridge"#),
        OptionCase(#"--network"#, #"type=ethernet,target.dev=tap0"#, #"type=ethernet,target.dev=tap0"#),
        OptionCase(#"--network"#, #"type=bridge,source=br0"#, #"type=bridge,bridge=br0"#),
        OptionCase(#"--network"#, #"type=network,source=default"#, #"type=network,network=default"#),
        OptionCase(
            #"--network"#, #"bridge=br0,mac=52:54:00:AA:bb:cc"#, #"type=bridge,bridge=br0,mac=52:54:00:aa:bb:cc"#),
        OptionCase(#"--network"#, #"network=default,mac=RANDOM"#, #"type=network,network=default,mac=RANDOM"#),
        OptionCase(
            #"--network"#, #"network=default,mac.address=52:54:00:00:00:01,model.type=e1000e"#,
            #"type=network,network=default,model=e1000e,mac=52:54:00:00:00:01"#),
        OptionCase(
            #"--network"#, #"network=default,mtu.size=9000,link.state=down,boot.order=1,filterref=clean-traffic"#,
            #"type=network,network=default,mtu.size=9000,link.state=down,boot.order=1,filterref.filter=clean-traffic"#),
        OptionCase(
            #"--network"#, #"bridge=ovs0,virtualport.type=openvswitch,vlan.id=5"#,
            #"type=bridge,bridge=ovs0,vlan.tag0.id=5,virtualport.type=openvswitch"#),
        OptionCase(
            #"--network"#, #"bridge=ovs0,vlan.tag0.id=5,vlan.tag1.id=6,vlan.trunk=yes"#,
            #"type=bridge,bridge=ovs0,vlan.tag0.id=5,vlan.tag1.id=6,vlan.trunk=yes"#),
        OptionCase(#"--network"#, #"network=default,portgroup=eng"#, #"type=network,network=default,portgroup=eng"#),
        OptionCase(
            #"--network"#, #"network=default,model=virtio,driver.iommu=on"#,
            #"type=network,network=default,model=virtio,driver.iommu=on"#),

        OptionCase(#"--graphics"#, #"vnc"#, #"type=vnc"#),
        OptionCase(#"--graphics"#, #"spice"#, #"type=spice"#),
        OptionCase(#"--graphics"#, #"vnc,listen=0.0.0.0,port=5910"#, #"type=vnc,listen=0.0.0.0,port=5910"#),
        OptionCase(#"--graphics"#, #"vnc,port=-1"#, #"type=vnc,port=auto"#),
        OptionCase(#"--graphics"#, #"vnc,port=auto,password=secret"#, #"type=vnc,port=auto,password=secret"#),
        OptionCase(#"--graphics"#, #"spice,listen=none"#, #"type=spice,listen=none"#),
        OptionCase(#"--graphics"#, #"vnc,listen=socket"#, #"type=vnc,listen=socket"#),
        OptionCase(#"--graphics"#, #"vnc,listen=::1"#, #"type=vnc,listen=::1"#),
        OptionCase(#"--graphics"#, #"vnc,listen=localhost,keymap=de"#, #"type=vnc,listen=localhost,keymap=de"#),
        OptionCase(#"--graphics"#, #"vnc,keymap=local"#, #"type=vnc"#),
        OptionCase(
            #"--graphics"#, #"spice,gl.enable=yes,listen=none,rendernode=/dev/dri/renderD128"#,
            #"type=spice,listen=none,gl.enable=yes,gl.rendernode=/dev/dri/renderD128"#),
        OptionCase(#"--graphics"#, #"spice,gl=on"#, #"type=spice,gl.enable=yes"#),
        OptionCase(#"--graphics"#, #"spice,tlsPort=5901,port=5900"#, #"type=spice,port=5900,tlsPort=5901"#),
        OptionCase(#"--graphics"#, #"vnc,websocket=-1"#, #"type=vnc,websocket=auto"#),
        OptionCase(#"--graphics"#, #"default"#, #"type=default"#),
        OptionCase(#"--graphics"#, #"type=vnc"#, #"type=vnc"#),
        OptionCase(#"--graphics"#, #"vnc,password="a,b""#, #"type=vnc,password="a,b""#),

        OptionCase(#"--cpu"#, #"host-model"#, #"mode=host-model"#),
        OptionCase(#"--cpu"#, #"host"#, #"mode=host-model"#),
        OptionCase(#"--cpu"#, #"host-passthrough"#, #"mode=host-passthrough"#),
        OptionCase(#"--cpu"#, #"maximum"#, #"mode=maximum"#),
        OptionCase(#"--cpu"#, #"none"#, #"mode=hypervisor-default"#),
        OptionCase(#"--cpu"#, #"EPYC"#, #"model=EPYC,mode=custom"#),
        OptionCase(
            #"--cpu"#, #"core2duo,+x2apic,disable=vmx"#, #"model=core2duo,mode=custom,force=x2apic,disable=vmx"#),
        OptionCase(
            #"--cpu"#, #"host-passthrough,cache.mode=passthrough"#, #"mode=host-passthrough,cache.mode=passthrough"#),
        OptionCase(#"--cpu"#, #"host-model,-svm,+vmx,force=x"#, #"mode=host-model,force=vmx,force=x,disable=svm"#),
        OptionCase(
            #"--cpu"#, #"host-passthrough,migratable=off,check=none"#,
            #"mode=host-passthrough,migratable=off,check=none"#),
        OptionCase(
            #"--cpu"#, #"host-model,topology.sockets=1,topology.cores=4,topology.threads=1"#,
            #"mode=host-model,topology.sockets=1,topology.cores=4,topology.threads=1"#),
        OptionCase(#"--cpu"#, #"mode=custom,model=Nehalem"#, #"model=Nehalem,mode=custom"#),
        OptionCase(#"--cpu"#, #"Nehalem,secure=off"#, #"model=Nehalem,mode=custom,secure=off"#),
        OptionCase(#"--cpu"#, #"model=qemu64,vendor=AMD"#, #"model=qemu64,mode=custom,vendor=AMD"#),
        OptionCase(#"--cpu"#, #"host-model,+a,-a"#, #"mode=host-model,disable=a"#),
        OptionCase(#"--cpu"#, #"mode=host-model"#, #"mode=host-model"#),
        OptionCase(#"--cpu"#, #"qemu64,require=a,forbid=b"#, #"model=qemu64,mode=custom,require=a,forbid=b"#),
        OptionCase(#"--cpu"#, #"+vmx"#, #"force=vmx"#),

        OptionCase(#"--boot"#, #"uefi"#, #"uefi=yes"#),
        OptionCase(#"--boot"#, #"uefi=yes"#, #"uefi=yes"#),
        OptionCase(#"--boot"#, #"firmware=efi"#, #"firmware=efi"#),
        OptionCase(#"--boot"#, #"firmware=bios"#, #"firmware=bios"#),
        OptionCase(#"--boot"#, #"cdrom,fd,hd,network"#, #"cdrom,fd,hd,network"#),
        OptionCase(#"--boot"#, #"hd"#, #"hd"#),
        OptionCase(
            #"--boot"#, #"kernel=/k,initrd=/i,kernel_args="console=/dev/ttyS0""#,
            #"kernel=/k,initrd=/i,cmdline=console=/dev/ttyS0"#),
        OptionCase(
            #"--boot"#, #"kernel=k,initrd=i,kernel_args=console=ttyS0,115200 root=/dev/vda1"#,
            #"kernel=/home/user/k,initrd=/home/user/i,cmdline="console=ttyS0,115200 root=/dev/vda1""#),
        OptionCase(
            #"--boot"#, #"kernel=/k,kernel_args=console=ttyS0,115200,initrd=/i"#,
            #"kernel=/k,initrd=/i,cmdline="console=ttyS0,115200""#),
        OptionCase(#"--boot"#, #"kernel=/k,cmdline=quiet"#, #"kernel=/k,cmdline=quiet"#),
        OptionCase(#"--boot"#, #"kernel=/k,extra_args=quiet"#, #"kernel=/k,cmdline=quiet"#),
        OptionCase(
            #"--boot"#, #"kernel=/tmp/k,initrd=/tmp/i,dtb=/tmp/d,kernel_args="console=ttyAMA0 rw root=/dev/mmcblk0p3""#,
            #"kernel=/tmp/k,initrd=/tmp/i,cmdline=console=ttyAMA0 rw root=/dev/mmcblk0p3,dtb=/tmp/d"#),
        OptionCase(#"--boot"#, #"loader=/b"#, #"loader=/b"#),
        OptionCase(#"--boot"#, #"bootmenu.enable=on,bios.useserial=on"#, #"bootmenu.enable=on,bios.useserial=on"#),
        OptionCase(#"--boot"#, #"menu=on,bootmenu.timeout=3000"#, #"bootmenu.enable=on,bootmenu.timeout=3000"#),
        OptionCase(
            #"--boot"#,
            #"loader=/OVMF_CODE.fd,loader.readonly=yes,loader.type=pflash,nvram.template=/OVMF_VARS.fd,loader_secure=no"#,
            #"loader=/OVMF_CODE.fd,loader.readonly=yes,loader.type=pflash,loader.secure=no,nvram.template=/OVMF_VARS.fd"#
        ),
        OptionCase(
            #"--boot"#,
            #"uefi,firmware.feature0.name=secure-boot,firmware.feature0.enabled=yes,firmware.feature1.name=enrolled-keys,firmware.feature1.enabled=no"#,
            #"uefi=yes,firmware.feature0.name=secure-boot,firmware.feature1.name=enrolled-keys,firmware.feature0.enabled=yes,firmware.feature1.enabled=no"#
        ),
        OptionCase(#"--boot"#, #"uefi,network,hd"#, #"network,hd,uefi=yes"#),
        OptionCase(#"--boot"#, #"hd,hd"#, #"hd"#),
        OptionCase(#"--boot"#, #"hd,menu=on"#, #"hd,bootmenu.enable=on"#),

        OptionCase(#"--vcpus"#, #"4"#, #"vcpus=4"#),
        OptionCase(#"--vcpus"#, #"vcpus=4"#, #"vcpus=4"#),
        OptionCase(#"--vcpus"#, #"2,maxvcpus=8"#, #"vcpus=2,maxvcpus=8"#),
        OptionCase(#"--vcpus"#, #"vcpu.current=1,maxvcpus=4"#, #"maxvcpus=4,vcpu.current=1"#),
        OptionCase(#"--vcpus"#, #"4,vcpu.current=2"#, #"vcpus=4,vcpu.current=2"#),
        OptionCase(#"--vcpus"#, #"8,sockets=2,cores=4"#, #"vcpus=8,sockets=2,cores=4"#),
        OptionCase(
            #"--vcpus"#, #"8,sockets=1,dies=1,cores=4,threads=2"#, #"vcpus=8,sockets=1,dies=1,cores=4,threads=2"#),
        OptionCase(#"--vcpus"#, #"sockets=2,cores=2"#, #"sockets=2,cores=2"#),
        OptionCase(#"--vcpus"#, #"4,cpuset=0,2,3,5"#, #"vcpus=4,cpuset="0,2,3,5""#),
        OptionCase(#"--vcpus"#, #"4,cpuset=1-5,^3,8,sockets=2"#, #"vcpus=4,sockets=2,cpuset="1-5,^3,8""#),
        OptionCase(#"--vcpus"#, #"4,cpuset=auto"#, #"vcpus=4,vcpu.placement=auto"#),
        OptionCase(#"--vcpus"#, #"4,vcpu.placement=auto"#, #"vcpus=4,vcpu.placement=auto"#),
        OptionCase(#"--vcpus"#, #"maxvcpus=4"#, #"maxvcpus=4"#),

        OptionCase(#"--memory"#, #"4096"#, #"memory=4G"#),
        OptionCase(#"--memory"#, #"4G"#, #"memory=4G"#),
        OptionCase(#"--memory"#, #"4096M"#, #"memory=4G"#),
        OptionCase(#"--memory"#, #"1.5G"#, #"memory=1536M"#),
        OptionCase(#"--memory"#, #"4GiB"#, #"memory=4G"#),
        OptionCase(#"--memory"#, #"2048,maxmemory=4096"#, #"memory=2G,maxmemory=4G"#),
        OptionCase(#"--memory"#, #"memory=4G,currentMemory=2G"#, #"memory=4G,currentMemory=2G"#),
        OptionCase(#"--memory"#, #"maxmemory=4096"#, #"maxmemory=4G"#),
        OptionCase(#"--memory"#, #"4096,hugepages=yes"#, #"memory=4G,hugepages=yes"#),
        OptionCase(#"--memory"#, #"1024K"#, #"memory=1M"#),
        OptionCase(#"--memory"#, #"4g"#, #"memory=4G"#),

        OptionCase(#"--os-variant"#, #"debian12"#, #"name=debian12"#),
        OptionCase(#"--os-variant"#, #"name=debian12"#, #"name=debian12"#),
        OptionCase(#"--os-variant"#, #"short-id=win10"#, #"name=win10"#),
        OptionCase(#"--os-variant"#, #"id=http://debian.org/debian/12"#, #"id=http://debian.org/debian/12"#),
        OptionCase(#"--os-variant"#, #"detect=on,require=on"#, #"detect=on,require=on"#),
        OptionCase(#"--os-variant"#, #"detect=on,name=fedora32"#, #"name=fedora32,detect=on"#),
        OptionCase(#"--os-variant"#, #"auto"#, #"detect=on"#),
        OptionCase(#"--os-variant"#, #"none"#, #"detect=off,require=off"#),
        OptionCase(#"--os-variant"#, #"debian12,require=off"#, #"name=debian12,require=off"#),

        OptionCase(#"--controller"#, #"usb2"#, #"type=usb,model=ich9-ehci1"#),
        OptionCase(#"--controller"#, #"usb3"#, #"type=usb,model=qemu-xhci"#),
        OptionCase(#"--controller"#, #"type=usb,model=none"#, #"type=usb,model=none"#),
        OptionCase(#"--controller"#, #"usb,model=none"#, #"type=usb,model=none"#),
        OptionCase(#"--controller"#, #"type=scsi,model=virtio-scsi"#, #"type=scsi,model=virtio-scsi"#),
        OptionCase(
            #"--controller"#, #"type=scsi,model=virtio-scsi,driver.iommu=on"#,
            #"type=scsi,model=virtio-scsi,driver.iommu=on"#),
        OptionCase(#"--controller"#, #"num_pcie_root_ports=20"#, #"num_pcie_root_ports=20"#),
        OptionCase(#"--controller"#, #"type=virtio-serial,driver.iommu=on"#, #"type=virtio-serial,driver.iommu=on"#),
        OptionCase(
            #"--controller"#, #"pci,model=pcie-root-port,index=5,address.slot=0x3"#,
            #"type=pci,model=pcie-root-port,index=5,address.slot=3"#),

        OptionCase(#"--serial"#, #"pty"#, #"type=pty"#),
        OptionCase(#"--serial"#, #"dev,path=/dev/ttyS0"#, #"type=dev,path=/dev/ttyS0"#),
        OptionCase(#"--serial"#, #"file,path=log.txt"#, #"type=file,path=/home/user/log.txt"#),
        OptionCase(#"--serial"#, #"tcp,host=0.0.0.0:4567"#, #"type=tcp,source.host=0.0.0.0,source.service=4567"#),
        OptionCase(
            #"--serial"#, #"tcp,host=:1234,source.mode=connect"#,
            #"type=tcp,mode=connect,source.host=127.0.0.1,source.service=1234"#),
        OptionCase(
            #"--serial"#, #"tcp,host=:2222,source.mode=bind,source.protocol=telnet"#,
            #"type=tcp,mode=bind,source.host=127.0.0.1,source.service=2222,protocol.type=telnet"#),
        OptionCase(#"--serial"#, #"udp,host=:514"#, #"type=udp,source.host=127.0.0.1,source.service=514"#),
        OptionCase(
            #"--serial"#, #"udp,host=192.168.10.20:4444"#, #"type=udp,source.host=192.168.10.20,source.service=4444"#),
        OptionCase(
            #"--serial"#, #"udp,host=:514,bind_host=:5140"#,
            #"type=udp,source.host=127.0.0.1,source.service=514,source.bind_host=127.0.0.1,source.bind_service=5140"#),
        OptionCase(#"--serial"#, #"unix,path=/tmp/s,mode=bind"#, #"type=unix,path=/tmp/s,mode=bind"#),
        OptionCase(#"--serial"#, #"pty,log.file=/l,log.append=on"#, #"type=pty,log.file=/l,log.append=on"#),
        OptionCase(#"--serial"#, #"null"#, #"type=null"#),
        OptionCase(#"--serial"#, #"tcp,source.host=h,source.service=99"#, #"type=tcp,source.host=h,source.service=99"#),
        OptionCase(#"--serial"#, #"tcp,host=[::1]:99"#, #"type=tcp,source.host=::1,source.service=99"#),

        OptionCase(#"--console"#, #"pty,target.type=virtio"#, #"type=pty,target.type=virtio"#),
        OptionCase(#"--console"#, #"pty,target_type=serial"#, #"type=pty,target.type=serial"#),

        OptionCase(
            #"--channel"#, #"unix,target.type=virtio,target.name=org.qemu.guest_agent.0"#,
            #"type=unix,target.type=virtio,target.name=org.qemu.guest_agent.0"#),
        OptionCase(
            #"--channel"#, #"unix,mode=bind,path=/f,target.type=virtio,name=org.x"#,
            #"type=unix,path=/f,mode=bind,target.type=virtio,target.name=org.x"#),
        OptionCase(#"--channel"#, #"spicevmc"#, #"type=spicevmc"#),
        OptionCase(
            #"--channel"#, #"spicevmc,target.type=virtio,name=com.redhat.spice.0"#,
            #"type=spicevmc,target.type=virtio,target.name=com.redhat.spice.0"#),
        OptionCase(
            #"--channel"#, #"pty,target.type=guestfwd,target.address=127.0.0.1:10000"#,
            #"type=pty,target.type=guestfwd,target.address=127.0.0.1:10000"#),
        OptionCase(
            #"--channel"#, #"qemu-vdagent,source.clipboard.copypaste=on"#,
            #"type=qemu-vdagent,source.clipboard.copypaste=yes"#),

        OptionCase(#"--tpm"#, #"emulator"#, #"type=emulator"#),
        OptionCase(#"--tpm"#, #"default"#, #"type=default"#),
        OptionCase(#"--tpm"#, #"/dev/tpm0"#, #"type=passthrough,path=/dev/tpm0"#),
        OptionCase(#"--tpm"#, #"emulator,version=2.0,model=tpm-crb"#, #"type=emulator,model=tpm-crb,version=2.0"#),
        OptionCase(#"--tpm"#, #"passthrough,path=/dev/tpm0"#, #"type=passthrough,path=/dev/tpm0"#),
        OptionCase(#"--tpm"#, #"path=/dev/tpm0"#, #"type=passthrough,path=/dev/tpm0"#),
        OptionCase(#"--tpm"#, #"model=tpm-tis"#, #"type=default,model=tpm-tis"#),
        OptionCase(#"--tpm"#, #"backend.type=emulator,backend.version=1.2"#, #"type=emulator,version=1.2"#),

        OptionCase(#"--rng"#, #"/dev/urandom"#, #"type=random,device=/dev/urandom"#),
        OptionCase(#"--rng"#, #"/dev/random,driver.iommu=on"#, #"type=random,device=/dev/random,driver.iommu=on"#),
        OptionCase(#"--rng"#, #"builtin"#, #"type=builtin"#),
        OptionCase(#"--rng"#, #"random"#, #"type=random"#),
        OptionCase(#"--rng"#, #"device=/dev/hwrng"#, #"type=random,device=/dev/hwrng"#),
        OptionCase(
            #"--rng"#, #"random,rate.bytes=1024,rate.period=1000"#, #"type=random,rate.bytes=1024,rate.period=1000"#),
        OptionCase(#"--rng"#, #"type=random,device=/dev/urandom"#, #"type=random,device=/dev/urandom"#),
    ]
}
