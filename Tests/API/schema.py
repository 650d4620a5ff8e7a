"""Asks `roost serve` all that its OpenAPI document allows, and much that it does not: the server must not fail at any of it.

The host is played by libvirt's test driver: whatever is started, deleted or written there is nobody's. Needs `st` of
schemathesis beside this Python, and no root. Arguments, such as `--max-examples 100` or `--seed 7`, go to schemathesis.
"""

import grp
import hashlib
import os
import pwd
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
ROOST = os.environ.get("ROOST", os.path.join(ROOT, ".build", "debug", "roost"))
SECRET = "roost_" + "A" * 43
UUID = "5bd4ba45-1b6b-4c88-9b73-2f5a8c7c0a11"
# Every second path parameter is one that there is: of names that are made up all are refused in the same way.
NAMES = {"host": "schema", "uuid": UUID, "network": "default", "pool": "images", "volume": "disk", "image": "debian-12", "bridge": "br0"}


def node(folder):
    """A host of libvirt's test driver."""
    disk = os.path.join(folder, "images")
    os.mkdir(disk)
    return f"""<node>
        <domain type='test'><name>web1</name><uuid>{UUID}</uuid><memory>65536</memory><vcpu>2</vcpu><os><type>hvm</type></os>
          <devices><serial type='pty'/><graphics type='vnc'/></devices></domain>
        <network><name>default</name><bridge name='virbr0'/><ip address='192.0.2.1' netmask='255.255.255.0'/></network>
        <pool type='dir'><name>images</name><target><path>{disk}</path></target></pool>
        </node>"""


def token(state, user):
    """As an administrator would make it, without a login: that needs accounts, which are tested elsewhere."""
    now = int(time.time() * 1000)
    with sqlite3.connect(os.path.join(state, "roost.sqlite")) as database:
        database.execute("INSERT INTO token (id, hash, user, name, role, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
                         ("schema", hashlib.sha256(SECRET.encode()).digest(), user, "schema", "administrator", now,
                          now + 86_400_000))


class Server:
    def __init__(self, folder):
        self.folder, self.process = folder, None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def start(self):
        person = pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(person.pw_gid).gr_name
        for name in ["run", "state"]:
            os.makedirs(os.path.join(self.folder, name), mode=0o700, exist_ok=True)
        with open(os.path.join(self.folder, "serve.yaml"), "w", encoding="utf-8") as file:
            file.write(f"http: true\nlisten: 127.0.0.1:{self.port}\nstate-dir: {self.folder}/state\nadministrators: [{group}]\n"
                       "pam-service: login\n")
        # The host's own name, in a hosts file of nobody's.
        os.makedirs(os.path.join(self.folder, "config", "roost"), exist_ok=True)
        with open(os.path.join(self.folder, "config", "roost", "hosts.yaml"), "w", encoding="utf-8") as file:
            file.write(f"hosts:\n  schema:\n    uri: test://{self.folder}/node.xml\n")
        environment = {**os.environ, "XDG_CONFIG_HOME": f"{self.folder}/config", "XDG_RUNTIME_DIR": f"{self.folder}/run",
                       "HOME": self.folder}
        with open(os.path.join(self.folder, "log"), "a", encoding="utf-8") as log:
            self.process = subprocess.Popen([ROOST, "serve", "--config", f"{self.folder}/serve.yaml"], env=environment,
                                            stdout=log, stderr=log)
        for _ in range(200):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        sys.exit("roost serve did not start:\n" + self.log())

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=30)
        return self.process.returncode if self.process else 0

    def log(self):
        with open(os.path.join(self.folder, "log"), encoding="utf-8") as file:
            return file.read()


def answer(server, path):
    request = urllib.request.Request(f"http://127.0.0.1:{server.port}{path}", headers={"Authorization": f"Bearer {SECRET}"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read().decode()


def until_connected(server):
    for _ in range(200):
        if '"connected"' in answer(server, "/api/v1/hosts/schema"):
            return
        time.sleep(0.1)
    sys.exit("the host was never connected:\n" + server.log())


def ask(server, arguments):
    config = os.path.join(server.folder, "schemathesis.toml")
    with open(config, "w", encoding="utf-8") as file:
        file.write("[parameters]\n" + "".join(f'"path.{name}" = "{value}"\n' for name, value in NAMES.items()))
    command = [os.path.join(os.path.dirname(sys.executable), "st"), "--config-file", config, "run",
               f"http://127.0.0.1:{server.port}/api/v1/openapi.json", "--url", f"http://127.0.0.1:{server.port}/api/v1",
               "--header", f"Authorization: Bearer {SECRET}", "--checks",
               "not_a_server_error,content_type_conformance,response_schema_conformance,ignored_auth,missing_required_header",
               # A stream that does not end, and one that is no HTTP.
               "--exclude-path-regex", "/events$|/console/", "--phases", "examples,coverage,fuzzing", "--max-examples", "5",
               "--seed", "1", "--request-timeout", "10", "--continue-on-failure", "--warnings", "off", "--no-color",
               *arguments]
    return subprocess.run(command, cwd=server.folder, check=False).returncode


def main():
    with tempfile.TemporaryDirectory(prefix="t-roost-schema-") as folder:
        with open(os.path.join(folder, "node.xml"), "w", encoding="utf-8") as file:
            file.write(node(folder))
        server = Server(folder)
        try:
            # The database is made by the server, which reads the tokens when it starts.
            server.start()
            server.stop()
            token(os.path.join(folder, "state"), pwd.getpwuid(os.geteuid()).pw_name)
            server.start()
            until_connected(server)
            failed = ask(server, sys.argv[1:])
            # Were the token not good any more, all would have been refused in the same way.
            until_connected(server)
            done = [line for line in answer(server, "/metrics").splitlines() if 'status="2' in line and "_total{" in line]
            print(f"{len(done)} kinds of requests were answered with success")
        finally:
            ended = server.stop()
        faults = [line for line in server.log().splitlines() if "request failed" in line or "Fatal" in line]
        print(*faults[:20], sep="\n")
        if len(done) < 25:
            sys.exit("that is too few: the run has tried nothing")
        if failed or ended or faults:
            sys.exit(f"schemathesis ended with {failed}, the server with {ended}, and its log has {len(faults)} failures")


if __name__ == "__main__":
    main()
