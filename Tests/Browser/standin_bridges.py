"""The stand-in's bridges of a host: made, waited for, kept or taken back."""

import threading
import time
import uuid

from standin_answers import body, page
from standin_data import Problem, now

STEPS = ["changing the host’s network", "waiting to be confirmed"]


def row(host, name, **more):
    return {"name": name, "host": host, "isUp": True, "stp": False, "mac": "52:54:00:aa:bb:01", "mtu": 1500, "ports": [], "guests": 0,
            "addresses": [], "madeByRoost": False, "awaitsConfirmation": False, "machines": []} | more


def cards(host):
    return [{"name": "eth0", "mac": "52:54:00:aa:bb:01", "isUp": True, "addresses": ["192.0.2.10/24", "2001:db8::10/64"]},
            {"name": "eth1", "mac": "52:54:00:aa:bb:02", "isUp": True, "addresses": [], "refusal": "eth1 is a port of bond0 already",
             "remedy": "Put bond0 itself into the bridge: --nic bond0"},
            {"name": "wlan<b>0", "mac": "52:54:00:aa:bb:03", "isUp": False, "addresses": [],
             "refusal": "wlan<b>0 is wireless, and access points take no packets from guests behind it"}]


def of(request, world, method, host, noun, rest):
    there = world.bridges.setdefault(host, [row(host, "virbr0", stp=True, guests=2, addresses=["192.168.122.1/24"], network="default")])
    if noun == "cards":
        return page(cards(host), request.query)
    match rest:
        case [] if method == "GET":
            return page(there, request.query)
        case ["plan"]:
            wanted = body(request)
            if wanted["bridge"] == "virbr0":
                raise Problem(409, "exists", f"Cannot make bridge virbr0 on {host}", "there is a bridge of that name",
                              "roost host bridge show virbr0")
            request.tag = f'"plan-{wanted["bridge"]}-{wanted["nic"]}"'
            return {"plan": {"warnings": ["It is gone after a restart of the host."]},
                    "lines": [f"{wanted['bridge']} on {host}, with the port {wanted['nic']}, by netplan", "  moves:  192.0.2.10/24",
                              "  changes: /etc/netplan/50-cloud-init.yaml", "    - <b>eth0</b>",
                              "  runs:   netplan apply", f"  All of it is taken back unless it is confirmed within {wanted['timeout']} s."]}
        case []:
            wanted = body(request)
            if request.headers.get("If-Match") != f'"plan-{wanted["bridge"]}-{wanted["nic"]}"':
                raise Problem(412, "changed", "It is not what was shown any more")
            made = row(host, wanted["bridge"], ports=[wanted["nic"]], addresses=["192.0.2.10/24"], madeByRoost=True, awaitsConfirmation=True)
            return change(world, host, f"make bridge {made['name']}", made["name"], wanted["timeout"],
                          begin=lambda: there.append(made), keep=lambda: made.update(awaitsConfirmation=False),
                          back=lambda: there.remove(made))
        case [name, "confirmation"]:
            if not world.bridge_changes.get((host, name)):
                raise Problem(409, "state", f"Cannot confirm bridge {name} of {host}", "nothing waits for that")
            if method == "POST" and world.old_connections > 0:
                world.old_connections -= 1
                raise Problem(409, "old-connection", f"{name} was not confirmed", "The request came over an old connection.")
            world.bridge_changes[(host, name)] = "kept" if method == "POST" else "back"
            time.sleep(0.3)
            return None
        case [name, "deletion"]:
            request.tag = f'"of-{name}"'
            return {"bridge": name, "apply": f"ip link delete dev {name}\n", "revert": "", "guests": 1,
                    "machines": [{"machine": "web1", "active": True}]}
        case [name]:
            if request.headers.get("If-Match") != f'"of-{name}"':
                raise Problem(412, "changed", "It is not what was shown any more")
            gone = next(each for each in there if each["name"] == name)
            return change(world, host, f"delete bridge {name}", name, 60, begin=lambda: there.remove(gone), keep=lambda: None,
                          back=lambda: there.append(gone))
    raise Problem(404, "not-found", "There is no such thing here")


def change(world, host, what, name, seconds, begin, keep, back):
    """An operation that waits for a person, as long as the host does."""
    operation = {"id": str(uuid.uuid4()), "what": what, "host": host, "state": "running", "user": "ada", "started": now(),
                 "progress": {"step": STEPS[0], "done": 0, "total": seconds, "unit": "steps"}}
    world.operations[operation["id"]] = operation
    world.bridge_changes[(host, name)] = "waiting"

    def run():
        time.sleep(0.5)
        begin()
        end = time.monotonic() + seconds
        while time.monotonic() < end and world.bridge_changes[(host, name)] == "waiting":
            operation["progress"] = {"step": STEPS[1], "done": seconds - round(end - time.monotonic()), "total": seconds, "unit": "steps"}
            world.tell("operation", operation)
            time.sleep(0.2)
        outcome = world.bridge_changes.pop((host, name))
        operation["state"] = {"kept": "done", "back": "cancelled"}.get(outcome, "failed")
        if outcome == "kept":
            keep()
        else:
            back()
            operation["failure"] = {"kind": "unreachable", "what": f"Cannot {what} on {host}",
                                    "why": f"no new connection came about within {seconds} s; the host has taken all of it back"}
        operation["ended"] = now()
        world.tell("operation", operation)

    threading.Thread(target=run, daemon=True).start()
    return {"operation": operation}
