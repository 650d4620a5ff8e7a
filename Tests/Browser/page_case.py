"""What the tests of the page share: a stand-in server, a browser, and a person who is signed in."""

import os
import sys
import time
import unittest

from playwright.sync_api import sync_playwright

sys.path.insert(0, os.path.dirname(__file__))
import standin  # noqa: E402

CHROMIUM = os.environ.get("ROOST_CHROMIUM", "/usr/bin/chromium")
PLACES = ["machines", "create", "images", "networks", "networks/host1/default", "storage", "storage/host1/default", "hosts", "hosts/host1", "operations", "audit", "settings"]
TABS = ["", "usage", "disks", "network", "snapshots", "xml", "log"]


class PageCase(unittest.TestCase):
    machines = 3
    hosts = 2
    locale = "en-GB"
    scheme = "light"
    width, height = 1440, 900

    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.server, self.world = standin.serve(machines=self.machines, hosts=self.hosts)
        self.addCleanup(self.stop_server)
        phone = self.width < 500
        context = self.browser.new_context(viewport={"width": self.width, "height": self.height}, locale=self.locale,
                                           color_scheme=self.scheme, is_mobile=phone, has_touch=phone)
        self.addCleanup(context.close)
        self.page = context.new_page()
        self.complaints = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text)
                     if message.type == "error" and "Failed to load resource" not in message.text else None)
        self.base = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def tearDown(self):
        self.assertEqual(self.complaints, [], "the browser complained")

    def stop_server(self):
        self.server.shutdown()
        self.server.server_close()

    def sign_in(self, user="ada", place=None):
        self.page.goto(self.base)
        self.page.fill("input[name=user]", user)
        self.page.fill("input[name=password]", "right")
        self.page.keyboard.press("Enter")
        self.page.wait_for_selector(".shell")
        if place:
            self.go(place)

    def go(self, place):
        self.page.goto(f"{self.base}#/{place}")
        self.until("!document.querySelector('main .loading')")

    def until(self, expression, timeout=15):
        """Playwright's wait_for_function evaluates text inside the page, which its Content-Security-Policy forbids."""
        end = time.monotonic() + timeout
        while not self.page.evaluate(expression):
            if time.monotonic() > end:
                self.fail(f"never came: {expression}")
            self.page.wait_for_timeout(30)

    @staticmethod
    def field(label):
        """Where the dialog asks for something."""
        return f"dialog .field:has(> label:text-is('{label}'))"

    def some_machine(self, state="running"):
        return next(row for row in self.world.rows.values() if row["state"] == state)

    def place_of(self, row, tab=""):
        return f"machines/{row['host']}/{row['uuid']}/{tab}".rstrip("/")
