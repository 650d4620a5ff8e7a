"""The stand-in's networks: what they have given out and keep, and ports of the host that lead to machines."""

import copy
import ipaddress
import time
import uuid

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


def group(text):
    name, *rest = text.split(",")
    pairs = [each.split("=") for each in rest]
    return {"name": name, "vlans": [int(value) for key, value in pairs if key == "vlan"], "isDefault": ["default", "yes"] in pairs}


def name(text):
    names, address = text.split("=")
    try:
        ipaddress.ip_address(address)
    except ValueError:
        raise Problem(400, "usage", f"--dns-name: '{text}' is not NAME=ADDRESS",
                      remedy="Write it as in --dns-name db.lab=192.168.150.10") from None
    return {"names": names.split(","), "address": address}


def subnet(task, world, host, text, wanted, ours=None):
    """The host's address in it with the prefix."""
    option, example = ("--ipv6", "fd12:3456:789a:1::/64") if ":" in text else ("--subnet", "192.168.150.0/24")
    try:
        network = ipaddress.ip_network(text, strict=False)
    except ValueError:
        raise Problem(400, "usage", f"{option}: '{text}' is not ADDRESS/PREFIX", remedy=f"Write it as in {option} {example}") from None
    for other in data.networks(host) + world.networks:
        for each in other["addresses"] if other["name"] != ours else []:
            used = ipaddress.ip_network(each, strict=False)
            if used.version == network.version and used.overlaps(network) and not wanted.get("allowOverlap"):
                free = "" if ours else f"Take one that is free: {'--ipv6 auto' if used.version == 6 else '--subnet 192.168.123.0/24'}. "
                raise Problem(409, "exists", task, f"{network} overlaps {used} of network {other['name']}",
                              f"{free or 'Take another. '}Where it must be so, say --allow-overlap.")
    given = ipaddress.ip_interface(text)
    return f"{given.ip if given.ip != network.network_address else network.network_address + 1}/{network.prefixlen}"


def span(text, address):
    """What DHCP gives out."""
    network = ipaddress.ip_interface(address).network
    whole = {"first": str(network.network_address + 2), "last": str(network.broadcast_address - 1)}
    if text == "auto":
        return whole
    first, _, last = text.partition("-")
    if "." not in last and last:
        last = f"{first.rpartition('.')[0]}.{last}"
    try:
        inside = ipaddress.ip_address(first) in network and ipaddress.ip_address(last) in network
    except ValueError:
        raise Problem(400, "usage", f"--dhcp: '{text}' is no range of addresses",
                      remedy="Write it as in --dhcp 192.168.150.100-192.168.150.200, or 192.168.150.100-200") from None
    if not inside:
        raise Problem(400, "usage", f"DHCP cannot give out {first}-{last}", f"the network is {network}", f"Stay within {whole['first']}-{whole['last']}.")
    return {"first": first, "last": last}


def settings(world, host, wanted):
    task = f"Cannot create network {wanted['name']}"
    if any(each["name"] == wanted["name"] for each in data.networks(host) + world.networks):
        raise Problem(409, "exists", task, "there is one of that name", f"roost net show {wanted['name']}")
    made = {"forward": wanted.get("kind", "nat"), "addresses": [], "ranges": [], "vlans": wanted.get("vlans", []), "dnsNames": [],
            "portGroups": [group(each) for each in wanted.get("portGroups", [])]}
    if made["forward"] == "bridge":
        if wanted["bridge"] != "br0":
            raise Problem(404, "not-found", task, f"the host has no bridge {wanted['bridge']}", "Bridges of the host: br0")
        if made["vlans"]:
            raise Problem(501, "unsupported", task, "libvirt on this host puts VLANs only on bridges of Open vSwitch (before 11.0)",
                          "Make a bridge of the VLAN itself.")
        return made
    if wanted.get("subnet") != "none":
        address = subnet(task, world, host, wanted.get("subnet", "192.168.123.0/24"), wanted)
        made["addresses"].append(address)
        made["ranges"] = [] if wanted.get("noDHCP") else [span(wanted.get("dhcp", "auto"), address)]
    elif "ipv6" not in wanted and made["forward"] != "isolated":
        raise Problem(400, "usage", f"--subnet none: a network of the kind '{made['forward']}' needs an address of the host",
                      remedy="Give --subnet, or make it --isolated.")
    if "ipv6" in wanted:
        made["addresses"].append(subnet(task, world, host, "fd5c:91aa:7be0::/64" if wanted["ipv6"] == "auto" else wanted["ipv6"], wanted))
    made["dnsNames"] = [name(each) for each in wanted.get("dnsNames", [])]
    return made | {key: wanted[key] for key in ("domain", "mtu") if key in wanted}


def plan(world, host, wanted):
    return {"name": wanted["name"], "xml": "<network/>", "settings": settings(world, host, wanted), "warnings": []}


def make(world, host, wanted):
    made = settings(world, host, wanted)
    world.orders.append(wanted)
    row = {"name": wanted["name"], "uuid": str(uuid.uuid4()), "host": host, "active": wanted.get("start", True),
           "autostart": wanted.get("autostart", True), "persistent": True, "bridge": wanted.get("bridge", "virbr7"),
           "forward": made.pop("forward"), "addresses": made.pop("addresses")}
    world.networks.append(row)
    there = {"network": row, "reservations": [], "leases": [], "connections": []} | made
    world.network_details[(host, row["name"])] = there
    return there


def of(request, world, method, host, name_, rest):
    there = details(world, host, name_)
    if rest == ["ports"]:
        return page([row for row in world.ports if row["host"] == host], request.query)
    if method != "PATCH":
        return there
    return change(world, host, there, body(request))


def change(world, host, there, wanted):
    """What libvirt's running networks take holds at once; for the rest the definition, `next`, differs until the next start."""
    row, task = there["network"], f"Cannot change network {there['network']['name']}"
    now = {key: there[key] for key in ("ranges", "vlans", "portGroups", "dnsNames", "domain", "mtu") if key in there}
    following = copy.deepcopy(there.get("next") or now | {"forward": row["forward"], "addresses": row["addresses"]})
    report = {"network": row["name"], "isActive": row["active"], "now": [], "atNextStart": [], "notices": []}

    def say(words, live=None):
        if live and row["active"]:
            there[live] = copy.deepcopy(following[live])
        report["now" if live and row["active"] else "atNextStart"].append(words)

    if "kind" in wanted:
        following["forward"] = wanted["kind"]
        say("isolated" if wanted["kind"] == "isolated" else f"kind {wanted['kind']}")
    if "subnet" in wanted:
        address = subnet(task, world, host, wanted["subnet"], wanted, row["name"])
        following["addresses"] = [address] + [each for each in following["addresses"] if ":" in each]
        if following["ranges"]:
            following["ranges"] = [span("auto", address)]
        say(f"the host's address {address}")
    four = next((each for each in following["addresses"] if ":" not in each), "")
    if "dhcp" in wanted:
        following["ranges"] = [span(wanted["dhcp"], four)]
        say(f"DHCP {following['ranges'][0]['first']}-{following['ranges'][0]['last']}", None if "subnet" in wanted else "ranges")
    if wanted.get("noDHCP"):
        following["ranges"] = []
        say("no DHCP", "ranges")
    if "ipv6" in wanted:
        six = [] if wanted["ipv6"] == "none" else [
            subnet(task, world, host, "fd5c:91aa:7be0::/64" if wanted["ipv6"] == "auto" else wanted["ipv6"], wanted, row["name"])]
        following["addresses"] = [four] + six
        say(f"IPv6 {six[0]}" if six else "no IPv6")
    if "domain" in wanted:
        following["domain"] = wanted["domain"]
        say(f"DNS domain {wanted['domain']}")
    if "mtu" in wanted:
        following["mtu"] = wanted["mtu"]
        say(f"MTU {wanted['mtu']}")
    for gone in wanted.get("removedDNSNames", []):
        gone_name, _, gone_address = gone.partition("=")
        for each in following["dnsNames"]:
            if gone_address in ("", each["address"]):
                each["names"] = [known for known in each["names"] if known != gone_name]
        following["dnsNames"] = [each for each in following["dnsNames"] if each["names"]]
        say(f"DNS no longer knows {gone}", "dnsNames")
    for text in wanted.get("dnsNames", []):
        more = name(text)
        same = next((each for each in following["dnsNames"] if each["address"] == more["address"]), None)
        if same:
            same["names"] += more["names"]
        else:
            following["dnsNames"].append(more)
        say(f"DNS knows {', '.join(more['names'])} as {more['address']}", "dnsNames")
    for gone in wanted.get("removedPortGroups", []):
        following["portGroups"] = [each for each in following["portGroups"] if each["name"] != gone]
        say(f"no port group {gone}", "portGroups")
    for text in wanted.get("portGroups", []):
        more = group(text)
        if more["isDefault"] and (other := next((each for each in following["portGroups"] if each["isDefault"] and each["name"] != more["name"]), None)):
            raise Problem(409, "exists", task, f"port group {other['name']} is the default already")
        following["portGroups"] = [each for each in following["portGroups"] if each["name"] != more["name"]] + [more]
        say(f"port group {more['name']}", "portGroups")
    if "autostart" in wanted:
        row["autostart"] = wanted["autostart"]
        report["now"].append("starts with the host" if wanted["autostart"] else "no longer starts with the host")
    world.orders.append(wanted)
    if report["atNextStart"]:
        there["next"] = following
    return report


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
