"""Machines, hosts and what belongs to them, made up in memory, in the words of RoostCore's JSON."""

import datetime
import random
import struct
import time
import uuid as uuids
import zlib

GIB = 1 << 30
IMAGES = ["debian-12", "ubuntu-24.04", "fedora-41", "alpine-3.20"]
KINDS = ["web", "db", "build", "mail", "cache", "test", "git", "proxy", "log", "ci"]
TAGS = ["production", "staging", "team-a", "team-b", "nightly", "customer"]
TITLES = {"web": "Shop front", "db": "Orders, primary", "build": "Package builds", "git": "Code and reviews"}


def machine(number, hosts, rng):
    kind = KINDS[number % len(KINDS)]
    state = rng.choices(["running", "off", "paused", "crashed"], [70, 26, 3, 1])[0]
    memory = rng.choice([1, 2, 4, 8, 16]) * GIB
    row = {
        "name": f"{kind}{number // len(KINDS) + 1}",
        "uuid": str(uuids.UUID(int=rng.getrandbits(128), version=4)),
        "host": hosts[number % len(hosts)],
        "state": state,
        "vcpus": rng.choice([1, 2, 2, 4, 8]),
        "memory": memory,
        "maximumMemory": memory,
        "autostart": rng.random() < 0.5,
        "persistent": True,
        "hasSavedState": False,
        "tags": sorted(rng.sample(TAGS, rng.choice([0, 1, 1, 2]))),
    }
    if kind in TITLES and rng.random() < 0.6:
        row["title"] = TITLES[kind]
    if state == "running":
        row["id"] = number + 1
        row["usage"] = usage(row, rng)
    return row


def usage(row, rng):
    busy = rng.random() ** 4 * 100
    return {
        "uuid": row["uuid"], "cpuPercent": round(busy * row["vcpus"], 1), "cpuPercentOfVcpus": round(busy, 1),
        "memoryUsed": int(row["memory"] * (0.2 + 0.7 * rng.random())), "memory": row["memory"],
        "diskReadRate": round(rng.random() ** 3 * 4e6), "diskWriteRate": round(rng.random() ** 3 * 9e6),
        "networkReceiveRate": round(rng.random() ** 3 * 2e7), "networkSendRate": round(rng.random() ** 3 * 8e6),
    }


def machines(count, hosts, seed=7):
    rng = random.Random(seed)
    return [machine(number, hosts, rng) for number in range(count)]


def detail(row):
    """MachineDetail of a row."""
    name = row["name"]
    running = row["state"] == "running"
    plain = {key: value for key, value in row.items() if key != "usage"}
    return plain | {
        "reason": "booted" if running else "shut down by the guest",
        "notes": "Made from debian-12.\nKeep until the move is over.",
        "os": {"id": "http://debian.org/debian/12", "name": "debian12"},
        "maximumVCPUs": row["vcpus"], "architecture": "x86_64", "machineType": "pc-q35-7.2", "firmware": "uefi",
        "acceleration": "kvm", "agentConnected": running,
        "disks": [
            {"target": "vda", "bus": "virtio", "device": "disk", "source": f"/var/lib/libvirt/images/{name}.qcow2",
             "format": "qcow2", "readOnly": False, "backing": ["/var/lib/libvirt/images/debian-12@3f1c22a90b77.qcow2"],
             "capacity": 20 * GIB, "allocation": 4 * GIB + 123456789},
            {"target": "sda", "bus": "sata", "device": "cdrom", "readOnly": True},
        ],
        "interfaces": [
            {"mac": "52:54:00:12:34:56", "model": "virtio", "type": "network", "source": "default",
             "device": "vnet3" if running else None,
             "addresses": [{"address": "192.168.122.41", "prefix": 24, "source": "agent"},
                           {"address": "fe80::5054:ff:fe12:3456", "prefix": 64, "source": "agent"}] if running else []},
        ],
        "graphics": [{"type": "vnc", "listen": "127.0.0.1", "port": 5901 if running else None, "hasPassword": False}],
        "snapshots": [
            {"name": "before-upgrade", "created": "2026-11-02T09:12:00Z", "state": "running",
             "description": "Before the upgrade to 12.8", "current": False},
            {"name": "after-upgrade", "created": "2026-11-02T10:40:00Z", "state": "shutoff", "parent": "before-upgrade",
             "current": True},
        ],
    }


def xml(row):
    return f"""<domain type='kvm'>
  <name>{row['name']}</name>
  <uuid>{row['uuid']}</uuid>
  <memory unit='KiB'>{row['memory'] // 1024}</memory>
  <vcpu placement='static'>{row['vcpus']}</vcpu>
  <os firmware='efi'>
    <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
    <boot dev='hd'/>
  </os>
  <devices>
    <disk type='file' device='disk'>
      <source file='/var/lib/libvirt/images/{row['name']}.qcow2'/>
      <target dev='vda' bus='virtio'/>
    </disk>
    <interface type='network'>
      <source network='default'/>
      <model type='virtio'/>
    </interface>
  </devices>
</domain>
"""


def deletion(row, disks):
    name = row["name"]
    return {
        "machine": name, "uuid": row["uuid"], "isActive": row["state"] == "running", "isPersistent": True,
        "items": [
            {"what": "disk vda", "path": f"/var/lib/libvirt/images/{name}.qcow2", "size": 4 * GIB,
             "goesWithDefinition": False, "isGone": False} | ({} if disks else {"whyKept": "disks are to be kept"}),
            {"what": "backing of vda", "path": "/var/lib/libvirt/images/debian-12@3f1c22a90b77.qcow2", "size": GIB,
             "goesWithDefinition": False, "isGone": False, "whyKept": "it is an image"},
            {"what": "firmware variables", "path": f"/var/lib/libvirt/qemu/nvram/{name}_VARS.fd", "size": 540672,
             "goesWithDefinition": True, "isGone": False},
        ],
        "snapshots": 2, "checkpoints": 0,
    }


def check(host):
    """What a check of a host finds: one of each kind."""
    return {"host": host, "system": "Debian GNU/Linux 12 (bookworm), Linux 6.1.0-18-amd64, x86_64", "findings": [
        {"id": "cpu.virtualization", "topic": "processor", "title": "Hardware virtualization", "state": "ok",
         "evidence": "vmx on 16 processors", "remedy": []},
        {"id": "firewall.forward", "topic": "network", "title": "Forwarding of guests", "state": "failure",
         "evidence": "Docker has set the policy of FORWARD to DROP: guests of virbr0 reach nothing",
         "remedy": ["sudo iptables -I DOCKER-USER -i virbr0 -j ACCEPT"],
         "fix": {"title": "Let guests through", "commands": ["iptables -I DOCKER-USER -i virbr0 -j ACCEPT"], "calls": []}},
        {"id": "time.sync", "topic": "services", "title": "Time", "state": "warning", "evidence": "nothing sets the clock",
         "advice": "Guests take their time from the host.", "remedy": ["sudo apt-get install systemd-timesyncd"]},
        {"id": "cpu.nested", "topic": "processor", "title": "Nested virtualization", "state": "note", "evidence": "off", "remedy": []},
        {"id": "storage.locks", "topic": "storage", "title": "Locks on disks", "state": "unknown", "remedy": [],
         "evidence": "only root may read /etc/libvirt/qemu.conf"},
    ]}


def pools(host):
    return [
        {"name": "default", "uuid": "p1", "host": host, "type": "dir", "active": True, "autostart": True, "persistent": True,
         "path": "/var/lib/libvirt/images", "capacity": 500 * GIB, "allocation": 212 * GIB, "available": 288 * GIB},
        {"name": "iso", "uuid": "p2", "host": host, "type": "dir", "active": True, "autostart": True, "persistent": True,
         "path": "/srv/iso", "capacity": 100 * GIB, "allocation": 94 * GIB, "available": 6 * GIB},
        {"name": "fast", "uuid": "p3", "host": host, "type": "logical", "active": False, "autostart": False,
         "persistent": True, "capacity": 0, "allocation": 0, "available": 0},
    ]


def volumes(pool):
    if pool == "iso":
        return [{"name": "debian-12.8.0-amd64-netinst.iso", "pool": pool, "path": "/srv/iso/debian-12.8.0-amd64-netinst.iso",
                 "format": "iso", "capacity": 662 << 20, "allocation": 662 << 20}]
    return [
        {"name": f"{name}.qcow2", "pool": pool, "path": f"/var/lib/libvirt/images/{name}.qcow2", "format": "qcow2",
         "capacity": 20 * GIB, "allocation": 4 * GIB, "backing": "/var/lib/libvirt/images/debian-12@3f1c22a90b77.qcow2"}
        for name in ["web1", "db1", "build1"]]


def networks(host):
    return [
        {"name": "default", "uuid": "n1", "host": host, "active": True, "autostart": True, "persistent": True,
         "forward": "nat", "bridge": "virbr0", "addresses": ["192.168.122.1/24"]},
        {"name": "lab", "uuid": "n2", "host": host, "active": False, "autostart": False, "persistent": True,
         "forward": "isolated", "bridge": "virbr1", "addresses": ["10.20.0.1/24", "fd00:20::1/64"]},
    ]


def images():
    return [
        {"name": name, "version": version, "pool": "default", "volume": f"{name}@{version}.qcow2",
         "path": f"/var/lib/libvirt/images/{name}@{version}.qcow2", "format": "qcow2", "virtualSize": 3 * GIB,
         "allocation": size, "record": {"name": name, "origin": "pulled", "os": name.replace("-", ""),
                                         "architecture": "x86_64", "user": "debian", "added": "2026-10-30T08:00:00Z"}}
        for name, version, size in [("debian-12", "3f1c22a90b77", 420 << 20), ("alpine-3.20", "90aa11b2c3d4", 140 << 20)]]


def catalogue():
    titles = ["Debian 12 (bookworm)", "Ubuntu 24.04 LTS", "Fedora 41 Cloud", "Alpine Linux 3.20"]
    return [{"name": name, "title": title, "os": name.replace("-", ""), "user": "debian",
             "offers": {"x86_64": {"image": "https://example.org/i", "checksum": "https://example.org/c"}}}
            for name, title in zip(IMAGES, titles)]


def host(name, rows, state="connected"):
    mine = [row for row in rows if row["host"] == name]
    counts = {"running": sum(row["state"] == "running" for row in mine), "total": len(mine)}
    plain = {"name": name, "state": state, "uri": f"qemu+ssh://root@{name}/system", "isLocal": False, "since": now(),
             "machines": counts}
    if state != "connected":
        return plain | {"why": "ssh: connect to host 10.0.0.9 port 22: No route to host",
                        "remedy": f"Check that it is up: ping {name}"}
    return plain | {
        "info": {
            "hostname": name, "uri": "qemu:///system", "hypervisor": "QEMU", "hypervisorVersion": "7.2.11",
            "libvirtVersion": "9.0.0", "daemon": "monolithic",
            "processor": {"architecture": "x86_64", "model": "EPYC-Rome", "vendor": "AMD", "count": 32, "sockets": 1,
                          "cores": 16, "threads": 2, "frequency": 2900},
            "memory": 256 * GIB, "freeMemory": 88 * GIB, "accelerated": True,
            "machines": counts,
            "networks": {"running": 1, "total": 2}, "pools": pools(name)},
    }


def now():
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")


class Problem(Exception):
    def __init__(self, status, kind, title, detail=None, remedy=None):
        super().__init__(title)
        self.status = status
        self.document = {"type": f"urn:roost:problem:{kind}", "title": title, "status": status}
        if detail:
            self.document["detail"] = detail
        if remedy:
            self.document["remedy"] = remedy


def picture():
    """A PNG of a text screen, more or less."""
    width, height = 640, 400
    rng = random.Random(time.time() // 5)
    lines = [bytes([0] + [200 if (y // 8) % 2 and x > 16 and x < 16 + 400 * ((y // 16 * 37) % 10) // 10 and rng.random() < 0.45 else 16
                          for x in range(width)]) for y in range(height)]

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"".join(lines))) + chunk(b"IEND", b""))
