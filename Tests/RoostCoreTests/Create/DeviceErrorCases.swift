/// What cannot be understood of disks, networks, displays and CPUs, and the exact text that says so.
enum DeviceErrorCases {
    static let all: [OptionCase] = [
        OptionCase(
            #"--disk"#, #"/a,boot.order=1,boot_order=2"#,
            #"--disk boot_order: means the same as boot.order, which is given too\#nKeep one of them."#),
        OptionCase(#"--disk"#, #""#, #"--disk: the value is empty\#nGive a value, or leave the option out."#),
        OptionCase(#"--disk"#, #"size="#, #"--disk size: has an empty value\#nWrite size=GiB, or leave size out."#),
        OptionCase(#"--disk"#, #"size"#, #"--disk size: has no value\#nWrite size=GiB."#),
        OptionCase(
            #"--disk"#, #"/a,,size=1"#,
            #"--disk: there is nothing between two commas, or beside one\#nRemove the extra comma. A comma inside a value is written in quotes: path='"/a,b"'."#
        ),
        OptionCase(
            #"--disk"#, #"/a,"#,
            #"--disk: there is nothing between two commas, or beside one\#nRemove the extra comma. A comma inside a value is written in quotes: path='"/a,b"'."#
        ),
        OptionCase(
            #"--disk"#, #",/a"#,
            #"--disk: there is nothing between two commas, or beside one\#nRemove the extra comma. A comma inside a value is written in quotes: path='"/a,b"'."#
        ),
        OptionCase(
            #"--disk"#, #"sise=3"#,
            #"--disk: 'sise' is not known here; did you mean 'size'?\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),
        OptionCase(
            #"--disk"#, #"/a,sise=10"#,
            #"--disk: 'sise' is not known here; did you mean 'size'?\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),
        OptionCase(
            #"--disk"#, #"/a=b"#, #"--disk: '/a' looks like a path\#nA path with '=' in it is written path=PATH."#),
        OptionCase(
            #"--disk"#, #"size=abc"#, #"--disk size: 'abc' is not a size\#nGive GiB (100, 0.5) or a unit (500M, 2T)."#),
        OptionCase(
            #"--disk"#, #"size=0"#, #"--disk size: the size is zero\#nGive GiB (100, 0.5) or a unit (500M, 2T)."#),
        OptionCase(
            #"--disk"#, #"size=-1"#, #"--disk size: '-1' is not a size\#nGive GiB (100, 0.5) or a unit (500M, 2T)."#),
        OptionCase(
            #"--disk"#, #"size=1GB"#,
            #"--disk size: '1GB' may mean powers of 1000 or of 1024\#nWrite 1GiB or 1G for powers of 1024."#),
        OptionCase(
            #"--disk"#, #"size=99999999999"#,
            #"--disk size: '99999999999' is larger than a size can be\#nThe most is 8 EiB less one byte."#),
        OptionCase(
            #"--disk"#, #"size=0x10"#, #"--disk size: '0x10' is not a size\#nGive GiB (100, 0.5) or a unit (500M, 2T)."#
        ),
        OptionCase(#"--disk"#, #"/a,size=1,size=2"#, #"--disk size: is given twice\#nKeep one of them."#),
        OptionCase(
            #"--disk"#, #"/a,bus=virtio,target.bus=scsi"#,
            #"--disk target.bus: means the same as bus, which is given too\#nKeep one of them."#),
        OptionCase(
            #"--disk"#, #"/a,readonly=maybe"#, #"--disk readonly: 'maybe' is neither yes nor no\#nWrite yes or no."#),
        OptionCase(#"--disk"#, #"/a,readonly"#, #"--disk readonly: has no value\#nWrite readonly=yes|no."#),
        OptionCase(
            #"--disk"#, #"/a,foo"#,
            #"--disk: 'foo' is not known here\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),
        OptionCase(
            #"--disk"#, #"/a,device=cdrm"#,
            #"--disk device: 'cdrm' is not one of its values; did you mean 'cdrom'?\#nKnown: disk, cdrom, floppy, lun."#
        ),
        OptionCase(
            #"--disk"#, #"/a,cache=writebak"#,
            #"--disk cache: 'writebak' is not one of its values; did you mean 'writeback'?\#nKnown: none, writeback, writethrough, directsync, unsafe, default."#
        ),
        OptionCase(
            #"--disk"#, #"/a,bus=vir tio"#,
            #"--disk bus: 'vir tio' is not a plain word\#nUse letters, digits and . _ : + - only, for example virtio, scsi, sata, usb, ide, fdc."#
        ),
        OptionCase(#"--disk"#, #"vol=x"#, #"--disk vol: 'x' is not POOL/VOLUME\#nWrite vol=default/data.qcow2."#),
        OptionCase(
            #"--disk"#, #"vol=a/b/c"#, #"--disk vol: 'a/b/c' is not POOL/VOLUME\#nWrite vol=default/data.qcow2."#),
        OptionCase(
            #"--disk"#, #"vol=a/b,pool=c"#,
            #"--disk vol: contradicts pool= or source.volume=\#nKeep vol=POOL/VOLUME alone."#),
        OptionCase(
            #"--disk"#, #"/a,pool=p"#,
            #"--disk: path and a pool or volume are both given\#nKeep the path, or pool= and vol=."#),
        OptionCase(
            #"--disk"#, #"pool=p"#,
            #"--disk pool: makes a new disk and needs its size\#nAdd size=GiB, or name a volume: vol=POOL/VOLUME."#),
        OptionCase(
            #"--disk"#, #"source.volume=v"#,
            #"--disk source.volume: does not say in which pool\#nWrite vol=POOL/VOLUME."#),
        OptionCase(
            #"--disk"#, #"bus=virtio"#,
            #"--disk: names no storage\#nGive a path, size=GiB, vol=POOL/VOLUME, or device=cdrom for an empty drive."#),
        OptionCase(
            #"--disk"#, #"https://example.com/a.img"#,
            #"--disk path: 'https://example.com/a.img' is a URL, and only files of the host can be used here\#nDownload it to the host first, then give its path."#
        ),
        OptionCase(
            #"--disk"#, #"file:///a"#,
            #"--disk path: 'file:///a' is a URL, and only files of the host can be used here\#nWrite the path alone: /a."#
        ),
        OptionCase(
            #"--disk"#, #"~/a"#, #"--disk path: '~/a' was not expanded by the shell\#nWrite $HOME instead of ~."#),
        OptionCase(
            #"--disk"#, #"path='/a"#,
            #"--disk: the quote ' is not closed\#nClose it, or write \' for the character itself."#),
        OptionCase(#"--disk"#, #"path=/a\"#, #"--disk: a backslash ends the value\#nWrite \\ for a backslash."#),
        OptionCase(
            #"--disk"#, #"/a,device=cdrom,size=1"#,
            #"--disk size: a cdrom is not made here\#nRemove size=, and give the path of an image."#),
        OptionCase(
            #"--disk"#, #"/a,backing_format=raw"#,
            #"--disk backing_format: needs backing_store\#nAdd backing_store=PATH, or remove backing_format."#),
        OptionCase(
            #"--disk"#, #"/a,size=1,format=raw,backing_store=/b"#,
            #"--disk backing_store: a raw image cannot have a backing image\#nUse format=qcow2."#),
        OptionCase(
            #"--disk"#, #"/a,size=1,backing_store=/a"#,
            #"--disk backing_store: is the disk itself\#nGive the new disk another path."#),
        OptionCase(
            #"--disk"#, #"/a,source.host100.name=h"#,
            #"--disk: 'source.host100.name' is not known here; did you mean 'source.host0.name'?\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),
        OptionCase(
            #"--disk"#, #"source.host0.name=h"#,
            #"--disk source.protocol: is missing\#nSay how to reach the server: source.protocol=nbd."#),
        OptionCase(
            #"--disk"#, #"/a,serial=a*b"#,
            #"--disk serial: 'a*b' has a character that libvirt refuses\#nUse letters, digits, blanks and _ - . + only."#
        ),
        OptionCase(
            #"--disk"#, #"/a,bus=virtio,serial=123456789012345678901"#,
            #"--disk serial: QEMU cuts a virtio disk's serial number off after 20 characters\#nShorten it."#),
        OptionCase(
            #"--disk"#, #"/a,wwn=5"#, #"--disk wwn: '5' is not a World Wide Name\#nWrite 16 hexadecimal digits."#),
        OptionCase(
            #"--disk"#, #"/a,alias.name=x"#, #"--disk alias.name: 'x' does not start with ua-\#nWrite alias.name=ua-x."#
        ),
        OptionCase(
            #"--disk"#, #"/a,transient.shareBacking=yes"#,
            #"--disk transient.shareBacking: needs transient=yes\#nAdd transient=yes."#),
        OptionCase(
            #"--disk"#, #"/a,blockio.logical_block_size=513"#,
            #"--disk blockio.logical_block_size: 513 is not a power of two\#nUse 512 or 4096."#),
        OptionCase(
            #"--disk"#, #"/a,boot.order=0"#,
            #"--disk boot.order: '0' is not a number from 1 to 255\#nGive a whole number in that range."#),
        OptionCase(
            #"--disk"#, #"/a,xyzzyqwerty=1"#,
            #"--disk: 'xyzzyqwerty' is not known here\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),
        OptionCase(
            #"--disk"#, #"/a,discrad=unmap"#,
            #"--disk: 'discrad' is not known here; did you mean 'discard'?\#nKnown: path, size, pool, vol, source.…, format, sparse, backing_store, backing_format, device, bus, target, readonly, shareable, transient, transient.shareBacking, removable, rotation_rate, serial, wwn, boot.order, snapshot, cache, io, discard, detect_zeroes, error_policy, driver.…, blockio.logical_block_size, blockio.physical_block_size, iotune.…, address.…, alias.name. '--disk help' explains them."#
        ),

        OptionCase(#"--network"#, #"bridge"#, #"--network type: bridge needs a name\#nWrite bridge=NAME."#),
        OptionCase(#"--network"#, #"network"#, #"--network type: network needs a name\#nWrite network=NAME."#),
        OptionCase(
            #"--network"#, #"model=virtio"#,
            #"--network: does not say what it is connected to\#nStart with default, network=NAME or bridge=NAME."#),
        OptionCase(
            #"--network"#, #"source=eth0"#,
            #"--network source: does not say what it names\#nWrite network=NAME, bridge=NAME or type=direct,source=INTERFACE."#
        ),
        OptionCase(
            #"--network"#, #"network=a,bridge=b"#,
            #"--network type: network is given together with another connection\#nKeep network=NAME alone."#),
        OptionCase(
            #"--network"#, #"type=direct"#,
            #"--network source: type=direct needs an interface of the host, and nothing else\#nWrite type=direct,source=INTERFACE."#
        ),
        OptionCase(
            #"--network"#, #"type=direct,network=a"#,
            #"--network source: type=direct needs an interface of the host, and nothing else\#nWrite type=direct,source=INTERFACE."#
        ),
        OptionCase(
            #"--network"#, #"user,network=a"#,
            #"--network type: user is connected to nothing by name\#nRemove source=, network= and bridge=, or the type."#
        ),
        OptionCase(
            #"--network"#, #"defualt"#,
            #"--network type: 'defualt' is not one of its values; did you mean 'default'?\#nKnown: default, network, bridge, direct, user, ethernet."#
        ),
        OptionCase(
            #"--network"#, #"vhostuser"#,
            #"--network type: 'vhostuser' is not one of its values\#nKnown: default, network, bridge, direct, user, ethernet."#
        ),
        OptionCase(
            #"--network"#, #"network=default,mac=01:00:5e:00:00:01"#,
            #"--network mac: '01:00:5e:00:00:01' is a multicast address\#nThe second digit must be even; addresses of machines start with 52:54:00."#
        ),
        OptionCase(
            #"--network"#, #"network=default,mac=52:54:00"#,
            #"--network mac: '52:54:00' is not a MAC address\#nWrite six pairs of hexadecimal digits, such as 52:54:00:12:34:56."#
        ),
        OptionCase(
            #"--network"#, #"network=default,mac=00:00:00:00:00:00"#,
            #"--network mac: the address is all zeros\#nLeave it out to have one chosen."#),
        OptionCase(
            #"--network"#, #"network=default,mac=+2:54:00:00:00:01"#,
            #"--network mac: '+2:54:00:00:00:01' is not a MAC address\#nWrite six pairs of hexadecimal digits, such as 52:54:00:12:34:56."#
        ),
        OptionCase(
            #"--network"#, #"bridge=averyveryverylongbridge"#,
            #"--network bridge: 'averyveryverylongbridge' cannot be a network interface\#nLinux allows 15 bytes at most, without '/', ':' or blanks; 'ip link' lists the interfaces."#
        ),
        OptionCase(
            #"--network"#, #"bridge=br0,portgroup=x"#,
            #"--network portgroup: belongs to a virtual network\#nAdd network=NAME."#),
        OptionCase(
            #"--network"#, #"network=default,source.mode=vepa"#,
            #"--network source.mode: belongs to type=direct\#nAdd type=direct,source=INTERFACE."#),
        OptionCase(
            #"--network"#, #"network=default,mtu.size=10"#,
            #"--network mtu.size: '10' is not a number from 68 to 65535\#nGive a whole number in that range."#),
        OptionCase(
            #"--network"#, #"network=default,link.state=sideways"#,
            #"--network link.state: 'sideways' is neither up nor down\#nWrite up or down."#),
        OptionCase(
            #"--network"#, #"network=default,vlan.tag1.id=5"#,
            #"--network vlan.tag0.id: is missing\#nNumber the VLANs from 0 without a gap."#),
        OptionCase(
            #"--network"#, #"network=default,vlan.id=4096"#,
            #"--network vlan.id: '4096' is not a number from 0 to 4095\#nGive a whole number in that range."#),
        OptionCase(
            #"--network"#, #"network=default,model=e1000,driver.queues=2"#,
            #"--network driver.queues: only a virtio card has several queues\#nUse model=virtio."#),
        OptionCase(
            #"--network"#, #"network=a/b"#,
            #"--network: 'a/b' is not a name\#nA name has at most 255 bytes and no '/'."#),
        OptionCase(
            #"--network"#, #"type=bridge,source=averyveryverylongbridge"#,
            #"--network source: 'averyveryverylongbridge' cannot be a network interface\#nLinux allows 15 bytes at most, without '/', ':' or blanks; 'ip link' lists the interfaces."#
        ),
        OptionCase(
            #"--network"#, #"netwrok=default"#,
            #"--network: 'netwrok' is not known here; did you mean 'network'?\#nKnown: type, network, bridge, source, source.mode, portgroup, model, mac, mtu.size, link.state, boot.order, filterref.filter, vlan.tag0.id, vlan.tag0.nativeMode, vlan.trunk, virtualport.…, target.dev, driver.…, rom.file, rom.bar, trustGuestRxFilters, bandwidth.…, address.…, alias.name. '--network help' explains them."#
        ),
        OptionCase(
            #"--network"#, #"network=default,vlan.tag0.id=1,vlan.tag1.id=2,vlan.trunk=no"#,
            #"--network vlan.trunk: is no, and several VLANs need a trunk\#nWrite vlan.trunk=yes, or keep one VLAN."#),

        OptionCase(
            #"--graphics"#, #"listen=0.0.0.0"#, #"--graphics type: is missing\#nStart with vnc, spice or none."#),
        OptionCase(
            #"--graphics"#, #"vnc,port=80"#,
            #"--graphics port: VNC's ports start at 5900\#nUse 5900 to 65535, or auto."#),
        OptionCase(
            #"--graphics"#, #"vnc,port=70000"#,
            #"--graphics port: '70000' is not a port from 1 to 65535\#nGive such a port, or auto to let the host choose."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,port=five"#,
            #"--graphics port: 'five' is not a port from 1 to 65535\#nGive such a port, or auto to let the host choose."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,password=ninechars"#,
            #"--graphics password: VNC uses 8 bytes at most, and this is longer\#nShorten it; the rest would not protect anything."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,tlsport=5901"#, #"--graphics tlsPort: belongs to spice\#nRemove it, or use spice."#),
        OptionCase(#"--graphics"#, #"spice,websocket=5700"#, #"--graphics websocket: belongs to vnc\#nRemove it."#),
        OptionCase(
            #"--graphics"#, #"vnc,listen=1.2.3"#,
            #"--graphics listen: '1.2.3' is not an address\#nWrite 127.0.0.1, 0.0.0.0, ::1, a host's name, none or socket; the port is given by port=."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,listen=0.0.0.0:5900"#,
            #"--graphics listen: '0.0.0.0:5900' is not an address\#nWrite 127.0.0.1, 0.0.0.0, ::1, a host's name, none or socket; the port is given by port=."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,listen=none,port=5901"#,
            #"--graphics listen: without an address there is no port\#nRemove the port, or listen on an address."#),
        OptionCase(
            #"--graphics"#, #"vcn"#,
            #"--graphics type: 'vcn' is not one of its values; did you mean 'vnc'?\#nKnown: vnc, spice, default."#),
        OptionCase(
            #"--graphics"#, #"sdl"#, #"--graphics type: 'sdl' is not one of its values\#nKnown: vnc, spice, default."#),
        OptionCase(
            #"--graphics"#, #"vnc,gl=yes"#, #"--graphics gl.enable: belongs to spice\#nRemove it, or use spice."#),
        OptionCase(
            #"--graphics"#, #"spice,rendernode=/x"#,
            #"--graphics gl.rendernode: needs gl.enable=yes\#nAdd gl.enable=yes."#),
        OptionCase(
            #"--graphics"#, #"vnc,connected=keep"#,
            #"--graphics password: is missing\#nAdd password=, or remove passwordValidTo and connected."#),
        OptionCase(
            #"--graphics"#, #"vnc,passwrod=x"#,
            #"--graphics: 'passwrod' is not known here; did you mean 'password'?\#nKnown: type, listen, port, tlsPort, websocket, password, passwordValidTo, connected, keymap, defaultMode, image.compression, streaming.mode, mouse.mode, clipboard.copypaste, filetransfer.enable, gl.enable, gl.rendernode. '--graphics help' explains them."#
        ),
        OptionCase(
            #"--graphics"#, #"vnc,password="#,
            #"--graphics password: has an empty value\#nWrite password=PASSWORD, or leave password out."#),
        OptionCase(
            #"--graphics"#, #"none"#, #"--graphics type: 'none' is not one of its values\#nKnown: vnc, spice, default."#
        ),

        OptionCase(
            #"--cpu"#, #"hostmodel"#,
            #"--cpu model: 'hostmodel' is not a mode; did you mean 'host-model'?\#nWrite host-model, or a model's name."#
        ),
        OptionCase(
            #"--cpu"#, #"host-modle"#,
            #"--cpu model: 'host-modle' is not a mode; did you mean 'host-model'?\#nWrite host-model, or a model's name."#
        ),
        OptionCase(
            #"--cpu"#, #"mode=custom"#,
            #"--cpu mode: custom needs a model\#nAdd model=MODEL; 'virsh cpu-models x86_64' lists them."#),
        OptionCase(
            #"--cpu"#, #"mode=host-model,model=EPYC"#,
            #"--cpu mode: host-model takes no model\#nKeep the mode or the model."#),
        OptionCase(
            #"--cpu"#, #"host-model,vmx"#,
            #"--cpu: 'vmx' is not known here\#nKnown: +FEATURE, -FEATURE, model, mode, force, require, optional, disable, forbid, topology.sockets, topology.dies, topology.cores, topology.threads, migratable, check, match, model.fallback, model.vendor_id, vendor, cache.mode, cache.level, secure. '--cpu help' explains them."#
        ),
        OptionCase(
            #"--cpu"#, #"host-model,migratable=off"#,
            #"--cpu migratable: belongs to host-passthrough and maximum\#nRemove it: host-model can always migrate."#),
        OptionCase(
            #"--cpu"#, #"host-model,foo=bar"#,
            #"--cpu: 'foo' is not known here\#nKnown: +FEATURE, -FEATURE, model, mode, force, require, optional, disable, forbid, topology.sockets, topology.dies, topology.cores, topology.threads, migratable, check, match, model.fallback, model.vendor_id, vendor, cache.mode, cache.level, secure. '--cpu help' explains them."#
        ),
        OptionCase(
            #"--cpu"#, #"EPYC,EPYC"#,
            #"--cpu: 'EPYC' is not known here\#nKnown: +FEATURE, -FEATURE, model, mode, force, require, optional, disable, forbid, topology.sockets, topology.dies, topology.cores, topology.threads, migratable, check, match, model.fallback, model.vendor_id, vendor, cache.mode, cache.level, secure. '--cpu help' explains them."#
        ),
        OptionCase(
            #"--cpu"#, #"host-model,topology.sokets=1"#,
            #"--cpu: 'topology.sokets' is not known here; did you mean 'topology.sockets'?\#nKnown: +FEATURE, -FEATURE, model, mode, force, require, optional, disable, forbid, topology.sockets, topology.dies, topology.cores, topology.threads, migratable, check, match, model.fallback, model.vendor_id, vendor, cache.mode, cache.level, secure. '--cpu help' explains them."#
        ),
        OptionCase(
            #"--cpu"#, #"host-model,+"#,
            #"--cpu: '+' is not known here\#nKnown: +FEATURE, -FEATURE, model, mode, force, require, optional, disable, forbid, topology.sockets, topology.dies, topology.cores, topology.threads, migratable, check, match, model.fallback, model.vendor_id, vendor, cache.mode, cache.level, secure. '--cpu help' explains them."#
        ),
        OptionCase(
            #"--cpu"#, #"host-model,secure=on"#,
            #"--cpu secure: belongs to a named model\#nName a model first, or remove it."#),
        OptionCase(
            #"--cpu"#, #"qemu64,cache.level=3"#,
            #"--cpu cache.level: needs cache.mode=emulate\#nAdd cache.mode=emulate."#),
    ]
}
