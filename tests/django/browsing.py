"""A merchant's browser: Chromium over the example project as `make admin` starts it.

`BCORM_SCREENSHOTS=1` has screenshots written to `build/screenshots/django-admin`. They are for
eyes, and drawing them takes long.
"""

from __future__ import annotations

import json
import os
import re
import urllib.request
from contextlib import contextmanager

import pytest
from browser import ROOT, running
from ports import free_port

playwright = pytest.importorskip(
    "playwright.sync_api", reason="the admin in a browser: pip install playwright"
)

SHOTS = ROOT / "build" / "screenshots" / "django-admin"
SHOTS_WANTED = "BCORM_SCREENSHOTS" in os.environ
MISSING = "the admin in a browser: install Chromium (Debian: chromium)"


# A click on what is inside an element is one on the element.
_WATCHED = (
    "e => { e.hit = false; e.addEventListener('click', () => { e.hit = true }, {once: true}) }"
)


@contextmanager
def serving(data, *options):
    """`manage.py demo` in a process of its own; gives the admin's and the store's addresses."""
    admin, store = free_port(), free_port()
    command = [
        str(ROOT / "examples" / "django_admin" / "manage.py"), "demo",
        "--port", str(admin), "--store-port", str(store), *options,
    ]  # fmt: skip
    settings = {"SHOP_DATA": str(data), "SHOP_DEBUG": "1"}
    with running(command, f"http://127.0.0.1:{admin}/admin/login/", data / "log", **settings):
        yield f"http://127.0.0.1:{admin}/admin/", f"http://127.0.0.1:{store}/_emulator/"


class Day:
    """The merchant's browser, and the store's own view of what was asked of it."""

    def __init__(self, page, admin, store, *, script=True):
        self.script = script
        self.page = page
        self.admin = admin
        self.store = store

    def open(self, path):
        self.page.goto(self.admin + path)
        self.painted()

    def painted(self):
        """Wait until the page was painted: what is clicked before is lost on a busy machine."""
        if self.script:
            self.page.evaluate("new Promise((d) => requestAnimationFrame(() => setTimeout(d, 50)))")

    def shoot(self, name, *, whole=False, part=None):
        """Write a picture, where pictures are wanted: of what is seen, of all, or of a part."""
        if not SHOTS_WANTED:
            return
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = str(SHOTS / f"{name}.png")
        if part is not None:
            self.page.locator(part).screenshot(path=path)
            return
        self.page.evaluate("window.scrollTo(0, 0)")
        self.page.screenshot(path=path, full_page=whole)

    def control(self, path, method="GET", body=None):
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.store + path, data, headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def create(self, path, body):
        """Be another program that writes to the store."""
        address = self.store.replace("_emulator/", f"stores/north/{path}")
        data = json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "X-Auth-Token": "demo"}
        request = urllib.request.Request(address, data, headers, method="POST")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())

    def read(self, path):
        """Ask the store, as another program."""
        address = self.store.replace("_emulator/", f"stores/north/{path}")
        headers = {"X-Auth-Token": "demo", "Accept": "application/json"}
        request = urllib.request.Request(address, headers=headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read())

    def name_of(self, key):
        """Ask the store what a product is called."""
        return self.read(f"v3/catalog/products/{key}")["data"]["name"]

    def unshipped(self, least=1):
        """Ask the store for the orders of so many items of which nothing has been shipped."""
        rows = self.read("v2/orders?limit=250&status_id=11")
        rows += self.read("v2/orders?limit=250&status_id=9")
        return [
            row["id"] for row in rows if not row["items_shipped"] and row["items_total"] >= least
        ]

    def asked(self):
        """Return the requests since the last look, and forget them."""
        found = self.control("requests")
        self.control("requests", "DELETE")
        rows = found["requests"] if isinstance(found, dict) else found
        return [f"{row['method']} {row['path']}" for row in rows]

    def writes(self):
        """Return those of them that change something."""
        return [line for line in self.asked() if not line.startswith("GET")]

    def fits(self):
        """Whether nothing is wider than the screen."""
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        return wide <= self.page.viewport_size["width"]

    def text(self):
        return re.sub(r"\s+", " ", self.page.inner_text("body"))

    def click(self, target):
        """Click a selector or a locator, again if the page moved and something else was hit."""
        found = self.page.locator(target) if isinstance(target, str) else target
        found = found.first
        for _ in range(5 if self.script else 1):
            if self.script:
                found.evaluate(_WATCHED)
            found.click()
            if not self.script or not self._missed(found):
                return

    @staticmethod
    def _missed(found):
        try:
            # What has gone with its page was hit, and so was what another page has in its place.
            return bool(found.count()) and found.evaluate("e => e.hit === false", timeout=2_000)
        except playwright.Error:
            return False

    def choose(self, field, typed, name):
        """Choose from what a field completes, and wait until it is chosen: then the page moves."""
        box = self.page.locator(f"{field} .select2-selection").first
        self.click(box)
        search = f"{field} .select2-search__field, .select2-container--open .select2-search__field"
        self.page.locator(search).first.fill(typed)
        self.click(self.page.locator(".select2-results__option", has_text=name))
        box.filter(has_text=name).wait_for()
        self.page.locator(".select2-dropdown").first.wait_for(state="hidden")

    def save(self, name="_save"):
        self.painted()
        self.click(f'input[name="{name}"]')
