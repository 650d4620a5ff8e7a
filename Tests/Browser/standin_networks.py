"""The stand-in's networks: what they have given out and keep, and ports of the host that lead to machines."""

import time

import standin_data as data
from standin_answers import body, page
from standin_data import Problem


def details(world, host, name):
    if (host, name) not in world.network_details:
        network = next(each for each in data.networks(host) + world.networks if each["name"] == name and each["host"] == host)
        rows = [row for row in world.rows.values() if row["host"] == host]
        cards = [(row["name"], f"52:54:00:00:00:{number:02x}", f"192.168.122.{50 + number}") for number, row in enumerate(rows)]
        world.network_details[(host, name)] = {
            "network": network, "domain": "lab.example", "vlans": [], "portGroups": [],
            "dnsNames": [{"names": ["db", "db.lab"], "address": "192.168.122.10"}],
            "ranges": [{"first": "192.168.122.2", "last": "192.168.122.254"}], "reservations": [],
            "leases": [{"address": f"{address}/24", "mac": mac, "machine": machine, "hostname": "<b>guest</b>",
                        "expires": int(time.time()) + 2400} for machine, mac, address in cards],
            "connections": [{"machine": machine, "mac": mac, "active": True} for machine, mac, _ in cards]}
    return world.network_details[(host, name)]


def of(request, world, method, host, name, rest):
    there = details(world, host, name)
    if rest == ["ports"]:
        return page([row for row in world.ports if row["host"] == host], request.query)
    if method != "PATCH":
        return there
    wanted = body(request)
    if wanted.get("subnet") == "10.0.0.0/8":
        raise Problem(409, "exists", f"Cannot change network {name}", "10.0.0.0/8 overlaps 10.20.0.0/24 of network lab", "Take another.")
    names = [each for each in there["dnsNames"] if not set(each["names"]) & set(wanted.get("removedDNSNames", []))]
    for text in wanted.get("dnsNames", []):
        given, address = text.split("=")
        names.append({"names": given.split(","), "address": address})
    there["dnsNames"] = names
    if "dhcp" in wanted:
        first, last = wanted["dhcp"].split("-")
        there["ranges"] = [{"first": first, "last": last}]
    there["domain"] = wanted.get("domain", there["domain"])
    world.orders.append(wanted)
    return {"network": name, "isActive": True, "now": ["DNS knows more"] if "dnsNames" in wanted else [],
            "atNextStart": ["DNS domain " + wanted["domain"]] if "domain" in wanted else [], "notices": []}


def of_machine(request, world, method, row, noun):
    there = details(world, row["host"], "default")
    if noun == "reservation":
        if method == "DELETE":
            there["reservations"] = [each for each in there["reservations"] if each["mac"] != request.query["mac"]]
            return {"outcome": "removed"}
        wanted = body(request)
        if wanted["address"].endswith(".1"):
            raise Problem(400, "usage", f"Cannot keep {wanted['address']} for {row['name']}", "it is the host's own in network default")
        there["reservations"].append({"address": wanted["address"], "mac": wanted["mac"], "name": row["name"]})
        present = next(each for each in there["leases"] if each["mac"] == wanted["mac"])["address"].split("/")[0]
        return {"address": wanted["address"], "outcome": "made"} | ({"present": present} if present != wanted["address"] else {})
    if method == "DELETE":
        world.ports = [each for each in world.ports if f"{each['port']['port']}:{each['port']['guestPort']}" != request.query["port"]]
        return page([], request.query)
    port, guest = body(request)["ports"][0].split(":")
    made = {"transport": "tcp", "port": int(port), "guestPort": int(guest), "address": "192.168.122.50", "network": "192.168.122.0/24"}
    world.ports.append({"machine": row["name"], "uuid": row["uuid"], "host": row["host"], "active": True, "port": made})
    return {"machine": row["name"], "ports": [made], "hook": "/etc/libvirt/hooks/qemu.d/roost", "isHookNew": True}
