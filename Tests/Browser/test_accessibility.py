"""What of docs/accessibility.md a program can check."""

import re
import unittest

from page_case import PLACES, TABS, PageCase
from standin import WEB

NAMELESS = """() => {
    const named = (element) => element.getAttribute('aria-label')?.trim() || element.getAttribute('aria-labelledby')
        || element.labels?.length > 0 || element.textContent.trim() || element.getAttribute('title')?.trim() || element.getAttribute('alt');
    return [...document.querySelectorAll('button, input, select, textarea, a[href], [role=button], [role=img], dialog, nav, [tabindex="0"]')]
        .filter((element) => element.checkVisibility() && !named(element)).map((element) => element.outerHTML.slice(0, 160));
}"""

STRUCTURE = """() => {
    const faults = [];
    if (document.querySelectorAll('main').length !== 1) faults.push('one main');
    if (document.querySelectorAll('h1').length !== 1) faults.push('one h1: ' + document.querySelectorAll('h1').length);
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('id twice: ' + id);
    for (const element of document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby], [aria-activedescendant]'))
        for (const name of ['aria-controls', 'aria-labelledby', 'aria-describedby'])
            for (const id of element.getAttribute(name)?.split(' ') ?? [])
                if (!document.getElementById(id)) faults.push(name + ' leads nowhere: ' + id);
    for (const image of document.querySelectorAll('img')) if (!image.hasAttribute('alt')) faults.push('img without alt');
    if (!document.documentElement.lang) faults.push('no lang');
    if (!document.title) faults.push('no title');
    return faults;
}"""


def tokens(block):
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block))


def luminance(colour):
    parts = [int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted([luminance(one), luminance(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


class Tokens(unittest.TestCase):
    pairs = [(front, back) for back in ("ground", "surface", "hover")
             for front in ("text", "muted", "accent", "good", "warn", "bad")] + [
        ("text", "sunken"), ("muted", "sunken"), ("text", "chip"), ("good", "chip"), ("on-accent", "accent"), ("on-bad", "bad"),
        ("accent", "accent-soft"), ("text", "accent-soft"), ("muted", "accent-soft"), ("bad", "accent-soft"), ("warn", "warn-soft"), ("text", "warn-soft"),
        ("text", "bad-soft"), ("bad", "bad-soft")]
    shapes = [("edge", "surface"), ("edge", "ground"), ("accent", "surface"), ("accent", "ground"), ("bar", "surface")]

    def test_contrast(self):
        source = (WEB / "styles" / "tokens.css").read_text()
        light, rest = source.split("@media", 1)
        media, chosen = rest.split(':root[data-theme="dark"]')
        self.assertEqual(tokens(media), tokens(chosen), "dark by the system and dark by choice are the same")
        for name, colours in [("light", tokens(light)), ("dark", tokens(chosen))]:
            for least, pairs in [(4.5, self.pairs), (3, self.shapes)]:
                for front, back in pairs:
                    with self.subTest(f"{name}: {front} on {back}"):
                        self.assertGreaterEqual(round(contrast(colours[front], colours[back]), 2), least)


class Translations(unittest.TestCase):
    def test_the_same_keys_and_places(self):
        for part in ("", "-devices", "-hosts", "-networks", "-words"):
            found = {}
            for language in ("en", "zh"):
                text = (WEB / "i18n" / f"{language}{part}.js").read_text()
                found[language] = dict(re.findall(r"^    '([^']+)': '((?:[^'\\]|\\.)*)',$", text, re.M))
                self.assertGreater(len(found[language]), 30)
            self.assertEqual(found["en"].keys(), found["zh"].keys())
            for key, english in found["en"].items():
                with self.subTest(key):
                    self.assertEqual(sorted(re.findall(r"\{\w+\}", english)), sorted(re.findall(r"\{\w+\}", found["zh"][key])))
                    self.assertTrue(found["zh"][key].strip())


class Pages(PageCase):
    def test_everything_has_a_name_and_the_structure_is_sound(self):
        self.sign_in()
        row = self.some_machine()
        for place in PLACES + [self.place_of(row, tab) for tab in TABS]:
            self.go(place)
            self.page.wait_for_timeout(200)
            with self.subTest(place):
                self.assertEqual(self.page.evaluate(NAMELESS), [])
                self.assertEqual(self.page.evaluate(STRUCTURE), [])

    def test_dialogs_keep_the_focus_and_give_it_back(self):
        self.sign_in(place=self.place_of(self.some_machine()))
        self.page.click("text=Edit")
        self.page.wait_for_selector("dialog")
        self.assertEqual(self.page.evaluate(NAMELESS), [])
        for _ in range(30):
            self.page.keyboard.press("Tab")
            self.assertTrue(self.page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')"))
        self.page.keyboard.press("Escape")
        self.page.wait_for_selector("dialog", state="detached")
        self.assertEqual(self.page.evaluate("document.activeElement.textContent"), "Edit")

    def test_the_dialogs_of_networks_are_named_and_keep_within_a_phone(self):
        self.sign_in()
        for place, opener in [("networks", "New network"), ("networks/host1/default", "Edit")]:
            self.go(place)
            self.page.click(f"button:has-text('{opener}')")
            self.page.click("dialog summary")
            for label in ["Add a name", "Add a port group"]:
                self.page.click(f"dialog button:has-text('{label}')")
            for width in (1440, 390):
                self.page.set_viewport_size({"width": width, "height": 844})
                with self.subTest(f"{place} {width}"):
                    self.assertEqual(self.page.evaluate(NAMELESS), [])
                    self.assertEqual(self.page.evaluate(STRUCTURE), [])
                    self.assertLessEqual(*self.page.evaluate("(() => { const d = document.querySelector('dialog'); return [d.scrollWidth, d.clientWidth]; })()"))
            self.page.keyboard.press("Escape")

    def test_the_focus_is_seen_wherever_it_goes(self):
        self.sign_in()
        row = self.some_machine()
        for place in ["machines", "create", "settings", self.place_of(row)]:
            self.go(place)
            self.page.wait_for_timeout(200)
            seen = set()
            for _ in range(40):
                self.page.keyboard.press("Tab")
                found = self.page.evaluate("""() => {
                    const element = document.activeElement;
                    if (element === document.body) return null;
                    const style = getComputedStyle(element);
                    const box = element.closest('.xml') ?? element;
                    const outline = getComputedStyle(box);
                    return [element.outerHTML.slice(0, 100), parseFloat(outline.outlineWidth) >= 2 && outline.outlineStyle !== 'none'
                        || element.matches('.skip') || element.matches('.menu button')];
                }""")
                if found and found[0] not in seen:
                    seen.add(found[0])
                    self.assertTrue(found[1], f"{place}: no outline on {found[0]}")
            self.assertGreater(len(seen), 5)

    def test_menus_open_and_close_by_keyboard(self):
        self.sign_in(place=self.place_of(self.some_machine()))
        self.page.focus(".machine-head [aria-haspopup]")
        self.page.keyboard.press("Enter")
        self.assertEqual(self.page.evaluate("document.activeElement.getAttribute('role')"), "menuitem")
        self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Escape")
        self.assertEqual(self.page.evaluate("document.activeElement.getAttribute('aria-haspopup')"), "menu")


class InChinese(PageCase):
    locale = "zh-CN"

    def test_no_key_and_no_english_is_left(self):
        self.sign_in()
        self.assertEqual(self.page.evaluate("document.documentElement.lang"), "zh-CN")
        for place in PLACES:
            self.go(place)
            self.page.wait_for_timeout(150)
            text = self.page.inner_text("main")
            for english in ("Loading", "Cancel", "Refresh", "Machines", "New machine"):
                self.assertNotIn(english, text, place)

    def test_no_english_is_left_in_the_dialogs_of_networks(self):
        self.sign_in()
        for place, opener in [("networks", "新建网络"), ("networks/host1/default", "编辑")]:
            self.go(place)
            self.page.click(f"button:has-text('{opener}')")
            self.page.click("dialog summary")
            words = set(re.findall(r"[A-Za-z]{3,}", self.page.inner_text("dialog")))
            self.assertLessEqual(words, {"NAT", "IPv", "DHCP", "DNS", "MTU", "VLAN", "libvirt", "roost", "net", "create", "edit", "NAME", "host", "default"}, place)
            self.page.keyboard.press("Escape")


if __name__ == "__main__":
    unittest.main()
