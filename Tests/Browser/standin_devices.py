"""The stand-in's disks, drives and interfaces of one machine, kept in memory."""

import standin_data as data
from standin_answers import body, page
from standin_data import Problem

GIB = 1 << 30


def rows(world, row):
    """What the machine has; made from its detail the first time."""
    if row["uuid"] not in world.devices:
        detail = data.detail(row)
        there = {"isNow": row["state"] == "running", "isAtNextStart": True}
        world.devices[row["uuid"]] = {
            "disks": [{"target": disk["target"], "kind": disk["device"], "bus": disk["bus"], "source": disk.get("source"),
                       "format": disk.get("format"), "capacity": disk.get("capacity"), "readOnly": disk["readOnly"],
                       "limits": {}} | there for disk in detail["disks"]],
            "interfaces": [{key: card[key] for key in ("mac", "model", "type", "source", "device", "addresses")}
                           | {"isLinkUp": True} | there for card in detail["interfaces"]],
        }
    return world.devices[row["uuid"]]


def report(row, kind, device, what, later=None):
    return {"machine": row["name"], "kind": kind, "device": device, "wasActive": row["state"] == "running",
            "hasSavedState": False, "made": [], "deleted": [], "notices": [],
            "effects": [{"what": what, "isNow": later is None, "isAtNextStart": True} | ({"whyNotNow": later} if later else {})]}


def options(text):
    return dict(part.split("=", 1) for part in text.split(",") if "=" in part)


def of(request, world, method, row, noun, rest):
    devices = rows(world, row)
    list_ = devices["interfaces" if noun == "interfaces" else "disks"]
    if not rest and method == "GET":
        return page(list_, request.query)
    if not rest:
        return attach(world, row, noun, list_, body(request))
    key = "mac" if noun == "interfaces" else "target"
    device = next((each for each in list_ if each[key] == rest[0]), None)
    if device is None:
        raise Problem(404, "not-found", f"{row['name']} has no {rest[0]}")
    if noun == "cdroms":
        device["source"] = body(request)["medium"] if method == "PUT" else None
        return report(row, "cdrom", rest[0], f"has {device['source']}" if device["source"] else "ejected")
    if method == "DELETE":
        if device.get("target") == "vda" and row["state"] == "running":
            device["isAtNextStart"] = False
            raise Problem(504, "timeout", f"Cannot detach the disk vda from {row['name']}",
                          "the guest has not let go of it within 20 s; the next start comes without it",
                          f"It may still let go of it: roost disk list {row['name']}")
        list_.remove(device)
        return report(row, "disk", rest[0], "detached")
    change = body(request)
    if "size" in change:
        device["capacity"] = change["size"]
        return report(row, "disk", rest[0], f"is {change['size'] // GIB} GiB large")
    given = options(change["changes"])
    if "link" in given:
        device["isLinkUp"] = given["link"] == "up"
        return report(row, "interface", rest[0], change["changes"])
    device |= {key: value for key, value in given.items() if key in ("bus", "cache", "serial", "model")}
    return report(row, noun, rest[0], change["changes"], "a guest learns of it only when it starts")


def attach(world, row, noun, list_, given):
    there = {"isNow": row["state"] == "running", "isAtNextStart": True}
    if noun == "interfaces":
        wanted = options(given["interface"])
        mac = wanted.get("mac", f"52:54:00:00:00:{len(list_) + 1:02x}")
        kind = "bridge" if "bridge" in wanted else "network"
        list_.append({"mac": mac, "type": kind, "source": wanted.get(kind), "model": wanted.get("model", "virtio"),
                      "addresses": [], "isLinkUp": True} | there)
        return report(row, "interface", mac, "attached")
    wanted = options(given["disk"])
    target = "vd" + chr(ord("a") + len(list_))
    disk = {"target": target, "kind": wanted.get("device", "disk"), "bus": wanted.get("bus", "virtio"),
            "readOnly": False, "limits": {}} | there
    if "size" in wanted:
        disk |= {"source": f"/var/lib/libvirt/images/{row['name']}-1.qcow2", "format": "qcow2",
                 "capacity": int(wanted["size"]) * GIB}

    def done():
        list_.append(disk)
        return report(row, "disk", target, "attached")

    return world.operation(f"attach disk {target} to {row['name']}", row["host"], 2, done)
