#!/usr/bin/env python3
"""A server in memory with the web console's API, for looks, speed and faults that a real host does not give on order.

    standin.py [--port N] [--machines N] [--hosts N] [--quiet-feed] [--gzip]

It serves Web/ and the vendor's libraries with the console's own Content-Security-Policy. Whether the page works with
`roost serve` is for the tests against the real one.
"""

import argparse
import gzip
import json
import mimetypes
import pathlib
import queue
import random
import threading
import time
import urllib.parse
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import standin_data as data
from standin_api import route
from standin_data import Problem, now

WEB = pathlib.Path(__file__).resolve().parents[2] / "Web"
VENDOR = {"novnc": "/usr/share/novnc", "xterm": "/usr/share/javascript/xterm", "chart": "/usr/share/javascript/chart.js"}
CSP = ("default-src 'self'; img-src 'self' blob:; connect-src 'self'; style-src 'self'; script-src 'self'; object-src 'none'; "
       "base-uri 'none'; frame-ancestors 'none'; form-action 'self'; require-trusted-types-for 'script'")


class World:
    def __init__(self, machines, hosts):
        self.lock = threading.RLock()
        self.hosts = [f"host{n + 1}" for n in range(hosts)]
        self.rows = {(row["host"], row["uuid"]): row for row in data.machines(machines, self.hosts)}
        self.operations, self.uploads, self.listeners, self.cancelled = {}, {}, set(), set()
        self.broken_uploads = 0
        self.devices, self.networks = {}, []
        # What hosts have, what waits to be kept, and how many requests come over connections from before a change.
        # What networks keep, know and lead to, by host and name.
        self.network_details, self.ports, self.orders = {}, [], []
        self.bridges, self.bridge_changes, self.old_connections = {}, {}, 0
        self.dead = False
        # As where something between it and the page leaves headers out.
        self.forgets_tags = False
        self.session, self.seq = None, 0
        self.audit = []

    def tell(self, kind, value):
        with self.lock:
            self.seq += 1
            text = f"id: {self.seq}\nevent: {kind}\ndata: {json.dumps(value)}\n\n".encode()
            for listener in self.listeners:
                listener.put(text)

    def find(self, host, identity):
        row = self.rows.get((host, identity))
        if not row:
            raise Problem(404, "not-found", "There is no such machine", remedy="See what there is: roost list")
        return row

    def change(self, row, **values):
        with self.lock:
            fresh = {**row, **values}
            if fresh["state"] != "running":
                fresh.pop("usage", None)
                fresh.pop("id", None)
            self.rows[(row["host"], row["uuid"])] = fresh
        self.tell("machine", {"host": row["host"], "uuid": row["uuid"], "row": fresh})
        return fresh

    def operation(self, what, host, seconds, done=None, steps=20):
        operation = {"id": str(uuid.uuid4()), "what": what, "host": host, "state": "running", "user": "ada", "started": now(),
                     "progress": {"step": what, "done": 0, "total": 400 << 20, "unit": "bytes"}}
        self.operations[operation["id"]] = operation

        def run():
            for step in range(steps + 1):
                if operation["id"] in self.cancelled:
                    operation["state"] = "cancelled"
                    break
                operation["progress"]["done"] = operation["progress"]["total"] * step // steps
                self.tell("operation", operation)
                time.sleep(seconds / steps)
            else:
                operation["state"] = "done"
                if done:
                    operation["result"] = done()
            operation["ended"] = now()
            self.tell("operation", operation)

        threading.Thread(target=run, daemon=True).start()
        return {"operation": operation}

    def feed(self):
        """What changes by itself: use every two seconds, now and then a machine."""
        rng = random.Random(3)
        while True:
            time.sleep(2)
            with self.lock:
                running = [row for row in self.rows.values() if row["state"] == "running"]
            for host in self.hosts:
                items = [data.usage(row, rng) for row in running if row["host"] == host]
                for item in items:
                    row = self.rows.get((host, item["uuid"]))
                    if row:
                        row["usage"] = item
                self.tell("usage", {"host": host, "items": items, "own": data.usage({"uuid": "", "vcpus": 8, "memory": 64 << 30}, rng)})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    world: World
    gzip = False

    def log_message(self, *_):
        pass

    def reply(self, status, body=b"", kind="application/json", headers=()):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        headers = dict(headers)
        if self.gzip and len(body) > 1000 and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, 6)
            headers["Content-Encoding"] = "gzip"
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": len(body), "Content-Security-Policy": CSP,
                            "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def handle_any(self):
        if self.world.dead:
            # Connections that were kept open die with their server.
            self.close_connection = True
            return
        url = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(url.query))
        parts = [urllib.parse.unquote(part) for part in url.path.split("/") if part]
        length = int(self.headers.get("Content-Length") or 0)
        self.raw = self.rfile.read(length)
        self.tag = None
        try:
            if parts[:2] != ["api", "v1"]:
                return self.file(parts)
            if parts[2:] == ["events"]:
                return self.events()
            answer = route(self, self.world, self.command, parts[2:])
            if isinstance(answer, bytes):
                return self.reply(200, answer, "image/png" if answer.startswith(b"\x89PNG") else "text/plain; charset=utf-8")
            if isinstance(answer, str):
                return self.reply(200, answer.encode(), "application/xml")
            if answer is None:
                return self.reply(204)
            self.reply(202 if isinstance(answer, dict) and "operation" in answer else 200, answer,
                       headers={"ETag": self.tag} if self.tag else {})
        except Problem as problem:
            self.reply(problem.status, problem.document, "application/problem+json")
        except (BrokenPipeError, ConnectionResetError):
            pass

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = handle_any

    def file(self, parts):
        root, rest = WEB, parts or ["index.html"]
        if parts[:1] == ["vendor"] and len(parts) > 2 and parts[1] in VENDOR:
            root, rest = pathlib.Path(VENDOR[parts[1]]), parts[2:]
        path = root.joinpath(*rest)
        if ".." in rest or not path.is_file():
            return self.reply(404, b"not found", "text/plain")
        kind = "text/javascript" if path.suffix in (".js", ".mjs") else mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.reply(200, path.read_bytes(), f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)

    def events(self):
        if not self.world.session:
            raise Problem(401, "unauthenticated", "Nobody is signed in")
        mine = queue.Queue(5000)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        with self.world.lock:
            self.world.listeners.add(mine)
        try:
            # A number of another run says nothing here.
            self.wfile.write(b"event: resync\ndata: {}\n\n" if self.headers.get("Last-Event-ID") else b"retry: 1000\nid: 0\n\n")
            self.wfile.flush()
            while True:
                try:
                    text = mine.get(timeout=10)
                except queue.Empty:
                    text = b": alive\n\n"
                if text is None:
                    break
                self.wfile.write(text)
                self.wfile.flush()
        except OSError:
            pass
        finally:
            with self.world.lock:
                self.world.listeners.discard(mine)


def serve(port=0, machines=3, hosts=2, quiet=False, compress=False):
    """Starts it on a thread of its own; gives the server (its port in server_address) and its world."""
    world = World(machines, hosts)
    handler = type("Bound", (Handler,), {"world": world, "gzip": compress})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    if not quiet:
        threading.Thread(target=world.feed, daemon=True).start()
    return server, world


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--port", type=int, default=9190)
    options.add_argument("--machines", type=int, default=3)
    options.add_argument("--hosts", type=int, default=2)
    options.add_argument("--quiet-feed", action="store_true")
    options.add_argument("--gzip", action="store_true")
    chosen = options.parse_args()
    running, _ = serve(chosen.port, chosen.machines, chosen.hosts, chosen.quiet_feed, chosen.gzip)
    print(f"http://127.0.0.1:{running.server_address[1]}/  (ada / any password but 'wrong')")
    threading.Event().wait()
