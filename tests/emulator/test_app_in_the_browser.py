"""An app and the emulator, both started from the command line, joined in a real browser."""

from __future__ import annotations

import secrets
import time

import pytest
import requests
from browser import CHROMIUM, FLAGS, ROOT, running
from ports import free_port

from bcorm.auth import generate_key

playwright = pytest.importorskip("playwright.sync_api", reason="NOT TESTED: install playwright")

CLIENT_ID = "6sv16tfx3j5gsopm42ss5dd67g2srvq"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="NOT TESTED: install Debian's chromium")


@pytest.fixture
def addresses(tmp_path):
    """The store and the app, each in a process of its own, with one secret."""
    secret = secrets.token_hex(32)
    store, app = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
    emulator = [
        "-m", "bcorm.emulator", f"--port={store.rsplit(':', 1)[1]}", "--store-hash=abc123",
        f"--client-secret={secret}",
    ]  # fmt: skip
    settings = {
        "BC_CLIENT_ID": CLIENT_ID,
        "BC_CLIENT_SECRET": secret,
        "APP_URL": app,
        "BCORM_TOKEN_KEY": generate_key(),
        "BIGCOMMERCE_API_URL": store,
        "BIGCOMMERCE_AUTH_URL": store,
    }
    example = [str(ROOT / "docs" / "examples" / "oauth_app.py")]
    log = tmp_path / "app.log"
    with (
        running(emulator, f"{store}/_emulator/quota", tmp_path / "store.log"),
        running(example, f"{app}/", log, **settings),
    ):
        yield store, app, log


@pytest.fixture
def page():
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page()
        browser.close()


def press(page, action):
    page.click(f"button[value={action}]")
    return page.text_content("#status"), page.text_content("#answer")


def test_an_app_is_installed_opened_told_and_uninstalled(addresses, page):
    store, app, log = addresses
    page.goto(f"{store}/_emulator/apps")
    page.fill("input[name=app_url]", app)
    page.fill("input[name=client_id]", CLIENT_ID)
    assert page.input_value("input[name=store_hash]") == "abc123"

    status, answer = press(page, "install")
    assert (status, "Installed in abc123" in answer) == ("200 OK", True), answer
    assert "You sell 220 products" in answer
    status, answer = press(page, "load")
    assert (status, "Hello merchant@example.com" in answer) == ("200 OK", True), answer

    path = f"{store}/stores/abc123/v3/catalog/products/77"
    requests.put(path, json={"name": "Told"}, headers={"X-Auth-Token": "t"}, timeout=10)
    ends = time.monotonic() + 20
    while "updated: product (77,) of abc123" not in log.read_text():
        assert time.monotonic() < ends, log.read_text()
        time.sleep(0.1)

    status, answer = press(page, "uninstall")
    assert (status, "Goodbye abc123" in answer) == ("200 OK", True), answer
    assert "not installed here" in press(page, "load")[1]


@pytest.mark.parametrize(
    "url", ["http://evil.example", "", "ftp://127.0.0.1", "http://169.254.0.1/"]
)
def test_the_page_calls_nobody_elsewhere(make_shop, url):
    shop = make_shop()
    form = {"action": "install", "app_url": url}
    answer = requests.post(f"{shop.emulator.url}/_emulator/apps", data=form, timeout=10)
    assert answer.status_code == 422


def test_the_page_shows_no_markup_of_others(make_shop):
    shop = make_shop()
    form = {"action": "load", "app_url": "http://127.0.0.1:1", "client_id": '"><script>x</script>'}
    answer = requests.post(f"{shop.emulator.url}/_emulator/apps", data=form, timeout=10)
    assert "<script>" not in answer.text
    assert "no answer" in answer.text
