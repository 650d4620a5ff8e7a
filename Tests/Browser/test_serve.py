"""The page with the real server, real accounts and a real libvirt."""

import os
import pathlib
import subprocess
import tempfile
import unittest

from serve_case import ROOST, ServeCase


LIT = """() => {
    const canvas = document.querySelector('roost-screen canvas');
    if (!canvas?.width) return false;
    const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
    let lit = 0;
    for (let at = 0; at < pixels.length; at += 4) if (pixels[at] > 100) lit += 1;
    return lit > 200;
}"""


class Serve(ServeCase):
    def test_a_wrong_password_is_refused_and_a_right_one_let_in_and_out(self):
        self.log_in(password="certainly wrong")
        self.page.wait_for_selector(".login .failure")
        self.log_in()
        self.page.wait_for_selector(".shell")
        self.page.click(".person .button")
        self.page.click("[role=menuitem]:has-text('Sign out')")
        self.page.wait_for_selector(".login")
        self.assertEqual(self.page.request.get(self.base + "api/v1/machines").status, 401)

    def test_what_virsh_does_is_seen_and_what_the_page_does_is_done(self):
        name = f"{self.prefix}-live"
        self.log_in()
        self.page.wait_for_selector(".shell")
        self.define(name, notes="&lt;script&gt;document.title='owned'&lt;/script&gt;", state="running")
        row = f".rows .row:has(a:text-is('{name}'))"
        self.page.wait_for_selector(f"{row} >> text=Running")
        self.virsh("suspend", name)
        self.page.wait_for_selector(f"{row} >> text=Paused")
        self.page.click(f"{row} a")
        self.page.wait_for_selector(".notes:has-text('<script>')")
        self.page.wait_for_selector(".thumbnail img")
        self.page.click(".machine-head >> text=Resume")
        self.page.wait_for_selector(".machine-line >> text=Running")
        self.assertIn("running", self.virsh("domstate", name))

        self.page.click(".machine-head >> text=Edit")
        self.page.fill("dialog input >> nth=0", "Front <b>door</b>")
        self.page.fill("dialog input >> nth=1", "web env:test")
        self.page.click("dialog >> text=Save")
        self.page.wait_for_selector(".machine-line >> text=Front <b>door</b>")
        self.page.wait_for_selector(".machine-line .tag >> text=env:test")

        self.page.click(".tabs >> text=XML")
        self.page.wait_for_selector(".xml-text")
        text = self.page.input_value(".xml-text")
        self.page.fill(".xml-text", text.replace("</devices>", "</device>"))
        self.page.click("text=Check")
        self.elevate()
        self.page.wait_for_selector(".failure")
        self.page.fill(".xml-text", text.replace("Front", "Back"))
        self.page.click(".tab-tools >> text=Save")
        self.page.wait_for_selector(".toast >> text=Saved")
        self.assertIn("Back &lt;b&gt;door", self.virsh("dumpxml", "--inactive", name))

        self.page.click(".machine-head [aria-haspopup]")
        self.page.click("[role=menuitem]:has-text('Delete')")
        self.page.wait_for_selector("dialog >> text=forced off")
        self.page.fill("dialog input:not([type=checkbox])", name)
        self.page.click("dialog footer .danger")
        self.page.wait_for_selector(".machines")
        self.page.wait_for_selector(row, state="detached")
        self.assertNotIn(name, self.virsh("list", "--all"))
        self.go("audit")
        self.page.wait_for_selector(f"tr:has-text('delete'):has-text('{name}')")
        self.assertNotEqual(self.page.title(), "owned")

    def test_a_file_of_300_megabytes_is_uploaded_and_deleted(self):
        self.log_in()
        self.page.wait_for_selector(".shell")
        self.page.wait_for_selector(".rows, .empty")
        host = self.page.request.get(self.base + "api/v1/hosts").json()["items"][0]["name"]
        self.go(f"storage/{host}/default")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, f"{self.prefix}-disc.iso")
            with open(path, "wb") as file:
                # Says that it is an ISO file, and is otherwise nothing.
                file.seek(0x8001)
                file.write(b"CD001\x01")
                file.truncate(300 << 20)
            self.page.set_input_files("input[type=file]", path)
            self.page.wait_for_selector(".upload[data-state=done]", timeout=180000)
        self.page.wait_for_selector(f"tr:has-text('{self.prefix}-disc.iso') >> text=300 MiB")
        self.page.click(f"tr:has-text('{self.prefix}-disc.iso') .icon-button")
        self.page.click("dialog footer .danger")
        self.elevate()
        self.page.wait_for_selector(f"tr:has-text('{self.prefix}-disc.iso')", state="detached")

    def test_disks_and_interfaces_are_attached_from_the_page(self):
        name = f"{self.prefix}-devices"
        self.log_in()
        self.page.wait_for_selector(".shell")
        self.define(name, state="running")
        self.page.click(f".rows .row:has(a:text-is('{name}')) a")
        self.page.click(".tabs >> text=Disks")
        self.page.click("button:has-text('Attach a disk')")
        self.page.fill("dialog input[type=number]", "1")
        self.page.click("dialog footer .button.main")
        self.page.wait_for_selector("tr:has(strong:has-text('vda')) >> text=/1 GiB/")
        self.assertIn(f"{name}.qcow2", self.virsh("domblklist", name))
        self.assertIn(f"{name}.qcow2", self.virsh("domblklist", name, "--inactive"))
        self.page.click(".tabs >> text=Interfaces")
        self.page.click("button:has-text('Attach an interface')")
        self.page.click("dialog footer .button.main")
        self.page.wait_for_selector("tr:has-text('52:54:00') button[aria-haspopup]")
        self.page.click("tr:has-text('52:54:00') button[aria-haspopup]")
        self.page.get_by_role("menuitem", name="Unplug the cable").click()
        self.page.wait_for_selector("tr:has-text('52:54:00') .pill:has-text('unplugged')")
        self.assertIn("down", self.virsh("domif-getlink", name, self.virsh("domiflist", name).split()[-1]))

    def test_no_image_leads_an_operator_to_files_of_the_host(self):
        """An administrator's session begins as operator. The headers are what a guest may write into its raw disk."""
        self.log_in()
        self.page.wait_for_selector(".shell")
        host = self.page.request.get(self.base + "api/v1/hosts").json()["items"][0]["name"]
        secret = os.path.join(self.state, "secret")
        pathlib.Path(secret).write_bytes(bytes(1 << 20))
        with tempfile.NamedTemporaryFile(dir="/var/lib/libvirt/images", prefix=f"{self.prefix}-evil") as evil:
            create = ["qemu-img", "create", "-q", "-u", "-f", "qcow2", "-b", secret, "-F", "raw", evil.name, "1M"]
            subprocess.run(create, check=True)
            self.virsh("pool-refresh", "default")
            new = f"/var/lib/libvirt/images/{self.prefix}-new.qcow2,size=1"
            descriptor = f'# Disk DescriptorFile\nversion=1\ncreateType="monolithicFlat"\nRW 2048 FLAT "{secret}" 0\n'
            for disk in [evil.name, f"{evil.name},format=qcow2", f"{new},backing_store={evil.name},backing_format=qcow2", None]:
                if disk is None:
                    pathlib.Path(evil.name).write_text(descriptor.ljust(4096), encoding="utf-8")
                    disk = f"{evil.name},readonly=yes"
                answer = self.page.evaluate("""async ([host, disk, name]) => {
                    const { api } = await import('/api.js');
                    const options = { name, memory: '64', disk, import: true, network: 'none', 'os-variant': 'debian11' };
                    try {
                        return [200, JSON.stringify(await api.post(`/hosts/${host}/machines/plan`, { options }))];
                    } catch (error) {
                        return [error.status, String(error.message)];
                    }
                }""", [host, disk, f"{self.prefix}-evil"])
                self.assertEqual(answer[0], 403, f"{disk}: {answer}")

    def test_the_screen_shows_the_guest_and_comes_back_after_a_restart(self):
        name = f"{self.prefix}-seen"
        self.define(name, state="running")
        self.log_in()
        self.page.click(f".rows .row a:text-is('{name}')")
        self.page.click(".tabs >> text=Screen")
        self.page.wait_for_selector("roost-screen[data-state=connected] canvas")
        # The firmware writes white letters on black.
        self.until(LIT, 60)
        self.page.click(".machine-head [aria-haspopup]")
        self.page.click("[role=menuitem]:has-text('Force off')")
        self.page.click("dialog footer .danger")
        self.page.wait_for_selector("roost-screen[data-state=off]")
        self.page.click(".machine-head >> text=Start")
        self.page.wait_for_selector("roost-screen[data-state=connected]")
        self.until(LIT, 60)
        self.page.click(".tabs >> text=Serial")
        self.page.wait_for_selector("roost-serial[data-state=connected]")
        # noVNC complains when the machine is off by the time that it has connected again.
        self.complaints[:] = [line for line in self.complaints if "the machine is off" not in line]

    def test_a_guest_is_typed_at_rebooted_and_there_again_after_the_server_was_killed(self):
        name = f"{self.prefix}-typed"
        printed = []

        def listen(socket):
            if "/console/serial" in socket.url:
                socket.on("framereceived", lambda frame: printed.append(frame if isinstance(frame, bytes) else b""))

        def said(text, timeout):
            for _ in range(timeout * 4):
                if text.encode() in b"".join(printed):
                    printed.clear()
                    return
                self.page.wait_for_timeout(250)
            self.fail(f"the console never said {text!r}: {b''.join(printed)[-2000:]}")

        self.page.on("websocket", listen)
        self.define_guest(name)
        self.log_in()
        self.page.click(f".rows .row a:text-is('{name}')")
        self.page.click(".tabs >> text=Serial")
        self.page.wait_for_selector("roost-serial[data-state=connected]")
        said("root@roost-test", 240)
        self.page.click("roost-serial")
        self.page.keyboard.type("echo sum=$((40+2))\n")
        said("sum=42", 60)
        self.page.keyboard.type("reboot\n")
        said("Restarting system", 240)
        said("root@roost-test", 240)
        self.page.keyboard.type("echo again=$((50+5))\n")
        said("again=55", 60)
        # An address that its network gave it is in the table, and found there.
        address = self.virsh("domifaddr", name).split()[-1].split("/")[0]
        row = f".rows .row:has(a:text-is('{name}'))"
        self.kill_server()
        self.page.wait_for_selector(".banner:not([hidden]), roost-serial:not([data-state=connected])")
        self.start_server()
        self.page.wait_for_selector("roost-serial[data-state=connected]")
        printed.clear()
        self.page.click("roost-serial")
        self.page.keyboard.type("\necho after=$((60+6))\n")
        said("after=66", 60)
        self.go(f"machines?q={address}")
        self.page.wait_for_selector(row)
        # What the browser itself says of a connection that was lost.
        self.complaints[:] = [line for line in self.complaints if "WebSocket" not in line and "net::" not in line]

    def test_a_machine_is_made_from_an_image_in_three_clicks(self):
        roost = [ROOST, "--host", "system", "image"]
        if subprocess.run([*roost, "info", "debian-12"], capture_output=True, check=False).returncode != 0:
            image = os.environ["ROOST_TEST_CLOUD_IMAGE"]
            subprocess.run([*roost, "import", image, "--name", "debian-12"], check=True, capture_output=True)
            self.images.append("debian-12")
        self.log_in()
        self.page.click("text=New machine")
        self.page.wait_for_selector(".source:has-text('debian-12'):not(:has-text('fetched first'))")
        self.page.click(".source:has-text('debian-12')")
        self.page.fill(".field:has-text('Name') input", f"{self.prefix}-made")
        self.page.fill("input[type=password]", "only for this test")
        self.page.wait_for_selector(".side code:has-text('-made')")
        self.page.click("text=Create and run")
        self.page.wait_for_selector(f".machine-head h1:text-is('{self.prefix}-made'), .making .main", timeout=120000)
        self.assertIn("running", self.virsh("domstate", f"{self.prefix}-made"))

    def test_a_network_is_made_and_changed_with_what_is_refused_said_at_its_field(self):
        name = f"{self.prefix}-net"
        self.log_in()
        self.page.wait_for_selector(".shell")
        self.go("networks")
        self.page.click("button:has-text('New network')")
        self.page.fill(self.field("Name") + " input", name)
        # What the host chooses is known before the password is asked for.
        self.page.wait_for_selector(self.field("IPv4") + " output:text-matches('^(192|10|172)[.0-9]+1/24$')")
        self.page.select_option(self.field("IPv4") + " select", "given")
        self.page.fill(self.field("IPv4") + " input", "192.168.122.128/25")
        self.page.click("dialog summary")
        # A browser on the host loses what it has asked when a bridge comes.
        self.page.uncheck("dialog label:has-text('Start it now') input")
        self.page.click("dialog button:has-text('Add a name')")
        self.page.keyboard.type("db")
        self.page.click("dialog footer .main")
        self.elevate()
        self.page.wait_for_selector("dialog .lines .fault:has-text('is not NAME=ADDRESS')")
        self.page.keyboard.press("Tab")
        self.page.keyboard.type("10.77.0.9")
        self.page.click("dialog footer .main")
        self.page.wait_for_selector(self.field("IPv4") + " .fault:has-text('192.168.122.128/25 overlaps 192.168.122.0/24 of network default')")
        self.page.click("dialog .fault button")
        self.page.click("dialog footer .main")
        self.page.wait_for_selector("dialog", state="detached")
        self.page.click(f"a:has-text('{name}')")
        self.page.click("button:has-text('Edit')")
        self.page.click("dialog summary")
        self.page.fill(self.field("Largest packet, in bytes (MTU)") + " input", "1400")
        self.page.select_option(self.field("IPv6") + " select", "given")
        self.page.fill(self.field("IPv6") + " input", "192.168.1.0/24")
        self.page.click("dialog footer .main")
        self.page.wait_for_selector(self.field("IPv6") + " .fault:has-text('is not of IPv6')")
        self.page.fill(self.field("IPv6") + " input", "fd77:7:7:7::/64")
        self.page.click("dialog footer .main")
        self.page.wait_for_selector("dialog:has-text('When it starts') li:has-text('MTU 1400')")
        self.page.click("dialog footer .main")
        self.page.wait_for_selector("dd:has-text('fd77:7:7:7::1/64')")
        xml = self.virsh("net-dumpxml", name)
        for part in ["<mtu size='1400'/>", "<hostname>db</hostname>", "address='fd77:7:7:7::1'"]:
            self.assertIn(part, xml)

    def test_a_viewer_sees_and_changes_nothing(self):
        name = f"{self.prefix}-off"
        self.define(name)
        self.log_in("viewer")
        row = f".rows .row:has(a:text-is('{name}'))"
        self.page.wait_for_selector(row)
        self.page.click(f"{row} .tools .icon-button >> nth=0")
        self.page.wait_for_selector(".toast.bad")
        self.assertIn("shut off", self.virsh("domstate", name))


if __name__ == "__main__":
    unittest.main()
