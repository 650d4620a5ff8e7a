"""A real `roost serve` on a real libvirt, with accounts of its own that are removed afterwards. As root only."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest
import urllib.request
import uuid

from page_case import PageCase

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
ROOST = os.environ.get("ROOST", os.path.join(ROOT, ".build", "debug", "roost"))
WEB = os.path.join(ROOT, "Web")


@unittest.skipUnless(os.environ.get("ROOST_INTEGRATION") and os.geteuid() == 0, "needs ROOST_INTEGRATION=1 and root")
class ServeCase(PageCase):
    """Names that it makes begin with `self.prefix`."""

    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(cls.clean)
        cls.prefix = f"t-{secrets.token_hex(3)}"
        cls.state = tempfile.mkdtemp(prefix="t-roost-serve-")
        cls.service = f"{cls.prefix}-pam"
        cls.accounts, cls.groups, cls.images = {}, [], []
        cls.process = None
        for role, group in [("administrator", "sudo"), ("viewer", "roost-viewer")]:
            cls.make_account(role, group)
        with open(f"/etc/pam.d/{cls.service}", "w", encoding="utf-8") as file:
            file.write(subprocess.run([ROOST, "serve", "--print-pam"], check=True, capture_output=True, text=True).stdout)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            cls.port = probe.getsockname()[1]
        cls.start_server()
        super().setUpClass()

    @classmethod
    def make_account(cls, role, group):
        name, password = f"{cls.prefix}-{role[:4]}", secrets.token_urlsafe(12)
        if subprocess.run(["getent", "group", group], capture_output=True, check=False).returncode != 0:
            subprocess.run(["groupadd", group], check=True)
            cls.groups.append(group)
        subprocess.run(["useradd", "-M", "-G", group, name], check=True)
        cls.accounts[role] = (name, password)
        subprocess.run(["chpasswd"], input=f"{name}:{password}", text=True, check=True)

    @classmethod
    def start_server(cls):
        config = os.path.join(cls.state, "serve.yaml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"http: true\nlisten: 127.0.0.1:{cls.port}\nweb-root: {WEB}\npam-service: {cls.service}\nstate-dir: {cls.state}\n")
        # Hosts of the person who runs the tests are none of theirs.
        environment = {**os.environ, "HOME": cls.state, "XDG_CONFIG_HOME": cls.state}
        cls.log = open(os.path.join(cls.state, "log"), "w", encoding="utf-8")
        cls.process = subprocess.Popen([ROOST, "serve", "--config", config], stdout=cls.log, stderr=cls.log, env=environment)
        for _ in range(200):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{cls.port}/healthz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("roost serve did not start: " + open(cls.log.name, encoding="utf-8").read())

    @classmethod
    def kill_server(cls):
        cls.process.kill()
        cls.process.wait(timeout=30)
        cls.log.close()

    @classmethod
    def stop_server(cls):
        if not cls.process:
            return
        cls.log.close()
        if cls.process.poll() is None:
            cls.process.send_signal(signal.SIGTERM)
            cls.process.wait(timeout=30)

    @classmethod
    def clean(cls):
        """Whatever a step meets, the others are done; accounts with known passwords go first."""
        steps = [lambda name=name: subprocess.run(["userdel", name], check=True, capture_output=True)
                 for name, _ in cls.accounts.values()]
        steps += [lambda group=group: subprocess.run(["groupdel", group], check=True, capture_output=True) for group in cls.groups]
        steps += [cls.remove_service, cls.stop_server, cls.remove_machines, cls.remove_volumes, cls.remove_networks]
        steps += [lambda image=image: subprocess.run([ROOST, "--host", "system", "image", "delete", image, "--yes"], check=True,
                                                     capture_output=True) for image in cls.images]
        steps.append(lambda: shutil.rmtree(cls.state, ignore_errors=True))
        failures = []
        for step in steps:
            try:
                step()
            except Exception as error:  # Told below, once all is done.
                said = getattr(error, "stderr", None)
                failures.append(f"{error} {said.decode(errors='replace') if said else ''}".strip())
        if failures:
            raise AssertionError("left behind: " + "; ".join(failures))

    @classmethod
    def remove_service(cls):
        if os.path.exists(f"/etc/pam.d/{cls.service}"):
            os.remove(f"/etc/pam.d/{cls.service}")

    @classmethod
    def remove_machines(cls):
        for name in cls.virsh("list", "--all", "--name").split():
            if name.startswith(cls.prefix):
                cls.virsh("destroy", name)
                cls.virsh("undefine", name, "--remove-all-storage", "--nvram")

    @classmethod
    def remove_volumes(cls):
        for volume in cls.virsh("vol-list", "default").split():
            if volume.startswith(cls.prefix):
                cls.virsh("vol-delete", volume, "default")

    @classmethod
    def remove_networks(cls):
        for name in cls.virsh("net-list", "--all", "--name").split():
            if name.startswith(cls.prefix):
                cls.virsh("net-undefine", name)

    @staticmethod
    def virsh(*words):
        return subprocess.run(["virsh", "-c", "qemu:///system", *words], capture_output=True, text=True, check=False).stdout

    def setUp(self):
        context = self.browser.new_context(viewport={"width": self.width, "height": self.height}, locale=self.locale)
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.page.set_default_timeout(60000)
        self.complaints = []
        self.refused = []
        self.page.on("requestfailed", lambda request: self.refused.append(f"{request.method} {request.url}: {request.failure}"))
        self.page.on("response", lambda answer: self.refused.append(f"{answer.request.method} {answer.url}: {answer.status}")
                     if answer.status >= 400 else None)
        self.addCleanup(self.tell_failure)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text)
                     if message.type == "error" and "Failed to load resource" not in message.text else None)
        self.base = f"http://127.0.0.1:{self.port}/"

    def tell_failure(self):
        """What a person would look at when a test has failed."""
        if self._outcome.success:
            return
        with open(self.log.name, encoding="utf-8") as log:
            last = log.readlines()[-20:]
        print(f"\n{self.id()} failed", "at " + self.page.url, self.page.inner_text("body")[:2000], *self.complaints, *self.refused,
              "The server's last words:", *map(str.rstrip, last), sep="\n")

    def log_in(self, role="administrator", password=None):
        name, right = self.accounts[role]
        self.page.goto(self.base)
        self.page.fill("input[name=user]", name)
        self.page.fill("input[name=password]", password or right)
        self.page.keyboard.press("Enter")

    def elevate(self):
        self.page.fill("dialog input[type=password]", self.accounts["administrator"][1])
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector("dialog input[type=password]", state="detached")

    def define_guest(self, name):
        """A Debian that logs root in at its serial console. Its disk goes with it."""
        disk = f"/var/lib/libvirt/images/{name}.qcow2"
        subprocess.run(["qemu-img", "create", "-q", "-f", "qcow2", "-b", os.environ["ROOST_TEST_IMAGE"], "-F", "qcow2", disk],
                       check=True)
        self.virsh("pool-refresh", "default")
        xml = f"""<domain type='qemu'><name>{name}</name><memory unit='MiB'>384</memory><vcpu>2</vcpu>
            <os><type arch='x86_64' machine='q35'>hvm</type></os><features><acpi/><apic/></features>
            <devices><disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='{disk}'/>
            <target dev='vda' bus='virtio'/></disk><interface type='network'><source network='default'/><model type='virtio'/>
            </interface><serial type='pty'/><rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
            </devices></domain>"""
        path = os.path.join(self.state, f"{name}.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(xml)
        self.virsh("define", path)
        self.virsh("start", name)

    def define(self, name, notes="", state="off"):
        """A machine without disks, made behind the server's back."""
        xml = f"""<domain type='qemu'><name>{name}</name><uuid>{uuid.uuid4()}</uuid><description>{notes}</description>
            <memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type arch='x86_64'>hvm</type></os><features><acpi/></features>
            <devices><graphics type='vnc' listen='127.0.0.1' autoport='yes'/><video><model type='vga'/></video>
            <serial type='pty'/></devices></domain>"""
        path = os.path.join(self.state, f"{name}.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(xml)
        self.virsh("define", path)
        if state == "running":
            self.virsh("start", name)
