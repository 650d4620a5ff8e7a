"""The stand-in's routes: `route(request, world, method, parts)` gives what is answered."""

import random
import time
import uuid

import standin_data as data
import standin_bridges as bridges
import standin_devices as devices
import standin_networks as networks
from standin_answers import body, page
from standin_data import Problem, now, picture

STATES = {"start": "running", "shutdown": "off", "reboot": "running", "reset": "running", "destroy": "off",
          "suspend": "paused", "resume": "running", "save": "off", "wake": "running"}


def session(request, world, method, rest):
    if method == "POST" and rest == ["elevation"]:
        if body(request).get("password") == "wrong":
            raise Problem(403, "permission", "The password is not right", remedy="Try it again.")
        world.session["role"] = "administrator"
        return world.session
    if method == "POST":
        login = body(request)
        if login.get("password") == "wrong":
            raise Problem(401, "unauthenticated", "The name or the password is not right",
                          remedy="Use the account that you log in to this computer with.")
        world.session = {"user": login["user"], "role": "viewer" if login["user"] == "viewer" else "operator",
                         "maximumRole": "viewer" if login["user"] == "viewer" else "administrator", "csrf": "c" * 43}
    elif method == "DELETE":
        world.session = None
        return None
    if not world.session:
        raise Problem(401, "unauthenticated", "Nobody is signed in")
    return world.session


def route(request, world, method, parts):
    if parts[:1] == ["session"]:
        return session(request, world, method, parts[1:])
    if not world.session:
        raise Problem(401, "unauthenticated", "Nobody is signed in")
    if method not in ("GET", "HEAD") and request.headers.get("X-Roost-CSRF") != world.session["csrf"]:
        raise Problem(403, "csrf", "The request does not come from the page")
    if method not in ("GET", "HEAD") and world.session["role"] == "viewer":
        raise Problem(403, "permission", "A viewer cannot change anything")
    match parts:
        case ["machines", "actions"]:
            return bulk(world, body(request))
        case ["machines"]:
            return page(list(world.rows.values()), request.query)
        case ["hosts"]:
            rows = list(world.rows.values())
            # Of several, the last one is out of reach.
            hosts = [data.host(name, rows, "unreachable" if len(world.hosts) > 2 and name == world.hosts[-1] else "connected")
                     for name in world.hosts]
            return page(hosts, request.query)
        case ["hosts", host, *rest]:
            return of_host(request, world, method, host, rest)
        case ["catalogue"]:
            return page(data.catalogue(), request.query)
        case ["operations"]:
            return page(list(world.operations.values()), request.query)
        case ["operations", identity]:
            operation = world.operations.get(identity)
            if not operation:
                raise Problem(404, "not-found", "There is no such operation")
            if method == "DELETE":
                world.cancelled.add(identity)
            return operation
        case ["audit"]:
            return page([{"id": n, "time": now(), "user": "ada", "way": "session", "address": "127.0.0.1", "action": action,
                          "host": "host1", "machine": "web1", "result": result, "milliseconds": 40 + n}
                         for n, (action, result) in enumerate([("start", "done"), ("delete", "refused"), ("login", "done")])],
                        request.query)
        case ["sessions"]:
            return page([{"id": "s1", "user": "ada", "maximumRole": "administrator", "address": "127.0.0.1", "created": now(),
                          "used": now(), "agent": "Mozilla/5.0 (X11; Linux x86_64)", "isOwn": True}],
                        request.query)
        case ["tokens"] if method == "POST":
            return {"id": "t2", "user": "ada", "secret": "roost_" + "x" * 43, "created": now(), "expires": now(), **body(request)}
        case ["tokens"]:
            return page([{"id": "t1", "user": "ada", "name": "backup", "role": "viewer", "created": now(), "expires": "2027-01-01T00:00:00Z"}],
                        request.query)
        case ["uploads", identity]:
            return upload(request, world, method, identity)
    if method == "DELETE":
        return None
    raise Problem(404, "not-found", "There is no such thing here")


def need_administrator(world):
    if world.session["role"] != "administrator":
        raise Problem(403, "elevation-needed", "This needs administration rights",
                      remedy="Give your password once more to use them for a while.")


def of_host(request, world, method, host, parts):
    match parts:
        case []:
            return data.host(host, list(world.rows.values()))
        case ["check"]:
            return data.check(host)
        case ["bridges" | "cards", *rest]:
            return bridges.of(request, world, method, host, parts[0], rest)
        case ["usage"]:
            return past(request, next(iter(world.rows.values())))
        case ["machines"]:
            return create(world, host, body(request)["options"])
        case ["machines", "plan"]:
            return plan(body(request)["options"])
        case ["machines", identity, *rest]:
            return of_machine(request, world, method, world.find(host, identity), rest)
        case ["images"]:
            return page(data.images(), request.query)
        case ["images", "pulls"]:
            return world.operation(f"pull {body(request)['name']}", host, 8)
        case ["networks", *rest] if rest != ["plan"] and (method != "GET" or rest[1:] == ["deletion"]) and world.session["role"] != "administrator":
            need_administrator(world)
        case ["networks"] if method == "POST":
            return networks.make(world, host, body(request))
        case ["networks", "plan"]:
            return networks.plan(world, host, body(request))
        case ["networks"]:
            return page(data.networks(host) + [each for each in world.networks if each["host"] == host], request.query)
        case ["networks", name, "deletion"]:
            machines = [] if any(each["name"] == name for each in world.networks) else [{"machine": "web1", "active": True}]
            if not world.forgets_tags:
                request.tag = f'"of-{name}"'
            return {"network": name, "isActive": True, "isPersistent": True, "reservations": 2, "machines": machines}
        case ["networks", name] if method == "DELETE":
            if request.headers.get("If-Match") != f'"of-{name}"':
                raise Problem(412, "changed", "It is not what was shown any more")
            world.networks = [each for each in world.networks if each["name"] != name]
            return None
        case ["networks", name] | ["networks", name, "ports"]:
            return networks.of(request, world, method, host, name, parts[2:])
        case ["mending"]:
            changes = [each["fix"] for each in data.check(host)["findings"] if "fix" in each]
            if method == "GET":
                request.tag = '"mending"'
                return {"changes": changes}
            if request.headers.get("If-Match") != '"mending"':
                raise Problem(412, "changed", "It is not what was shown any more")
            return world.operation(f"mend {host}", host, 1)
        case ["pools"]:
            return page(data.pools(host), request.query)
        case ["pools", pool, "volumes"] if method == "GET":
            return page(data.volumes(pool), request.query)
        case ["pools", _, "uploads"]:
            identity = str(uuid.uuid4())
            world.uploads[identity] = {"id": identity, "offset": 0, **body(request)}
            return world.uploads[identity]
    return None


def past(request, row):
    """What was used, with a gap in it."""
    minutes = int(request.query.get("minutes", 60))
    step = 15 if minutes <= 60 else 60 if minutes <= 1440 else 900
    count = minutes * 60 // step
    items = [{"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() - step * (count - n))),
              **data.usage(row, random.Random(n // 3))} for n in range(count) if not 0.4 < n / count < 0.5]
    return {"items": items, "total": len(items), "step": step}


def bulk(world, order):
    """Machines that are in the wrong state fail; the others are done."""
    outcomes = []
    for place in order["machines"]:
        row = world.find(place["host"], place["uuid"])
        outcome = {"host": row["host"], "uuid": row["uuid"], "name": row["name"]}
        if "stubborn" in row.get("tags", []):
            outcome["failure"] = {"kind": "state", "what": f"Cannot {order['action']} {row['name']}", "why": "it does not want to"}
        else:
            world.change(row, state=STATES[order["action"]])
        outcomes.append(outcome)
    failed = sum("failure" in each for each in outcomes)
    return world.operation(f"{order['action']} {len(outcomes)} machines", "", 0.3, steps=3,
                           done=lambda: {"machines": outcomes, "failed": failed})


def upload(request, world, method, identity):
    state = world.uploads[identity]
    if method == "PATCH":
        if world.broken_uploads > 0:
            world.broken_uploads -= 1
            raise Problem(502, "unreachable", "The host does not answer")
        if int(request.headers["Upload-Offset"]) != state["offset"]:
            raise Problem(409, "state", "The upload goes on elsewhere")
        state["offset"] += len(request.raw)
        if state["offset"] == state["size"]:
            state["result"] = {"pool": "default", "name": state["name"]}
        time.sleep(0.05)
    return state


def of_machine(request, world, method, row, parts):
    match parts:
        case []:
            if method == "DELETE":
                need_administrator(world)
                if request.headers.get("If-Match") != f'"of-{row["uuid"]}"':
                    raise Problem(412, "changed", "It is not what was shown any more")
                del world.rows[(row["host"], row["uuid"])]
                world.tell("machine", {"host": row["host"], "uuid": row["uuid"], "row": None})
                return None
            if method == "PATCH":
                change = {key: value for key, value in body(request).items() if key in row or key in ("title", "tags")}
                row = world.change(row, **change)
            return data.detail(row)
        case ["deletion"]:
            request.tag = f'"of-{row["uuid"]}"'
            return data.deletion(row, request.query.get("disks") != "keep")
        case ["actions", action]:
            if action == "start" and row["state"] == "running":
                raise Problem(409, "state", f"Cannot start {row['name']}", "it runs already")
            time.sleep(0.2)
            world.change(row, state=STATES[action])
            return None
        case ["reservation" | "ports" as noun]:
            return networks.of_machine(request, world, method, row, noun)
        case ["disks" | "interfaces" | "cdroms" as noun, *rest]:
            return devices.of(request, world, method, row, noun, rest)
        case ["xml"]:
            if method == "GET":
                return data.xml(row)
            if b"<broken" in request.raw:
                raise Problem(400, "usage", "The definition is not well formed",
                              "line 4, column 12: Opening and ending tag mismatch: broken", "Close the element.")
            return {}
        case ["screenshot"]:
            return picture()
        case ["log"]:
            return b"2026-11-22 10:00:01.000+0000: starting up libvirt version: 9.0.0, qemu version: 7.2.11\n" * 20
        case ["usage"]:
            return past(request, row)
        case ["tickets"]:
            return {"ticket": "t" * 43, "expires": now()}
        case ["clone"]:
            return world.operation(f"clone {row['name']}", row["host"], 4)
    raise Problem(404, "not-found", "There is no such thing here")


def plan(options):
    if not options.get("name"):
        raise Problem(400, "usage", "The machine has no name", remedy="Give it one: --name web1")
    words = ["roost create"] + [f"--{key} {value}" if value is not True else f"--{key}" for key, value in options.items()
                                for value in (value if isinstance(value, list) else [value])]
    row = {"name": options["name"], "uuid": str(uuid.uuid4()), "memory": 2 * data.GIB, "vcpus": 2}
    return {"xml": data.xml(row), "warnings": ["This host has no KVM: the machine is emulated, many times slower."],
            "command": " ".join(words)}


def create(world, host, options):
    def done():
        row = data.machines(1, [host], seed=time.time_ns())[0] | {"name": options["name"], "state": "running", "tags": []}
        world.rows[(host, row["uuid"])] = row
        world.tell("machine", {"host": host, "uuid": row["uuid"], "row": row})
        return {"name": row["name"], "uuid": row["uuid"], "host": host, "notices": []}

    return world.operation(f"create {options['name']}", host, 5, done)
