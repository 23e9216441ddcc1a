"""The example project's admin behind Django's test client, and an emulated store behind that.

One database file and one emulator per process; both are put back between tests.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest
from soak import length

django = pytest.importorskip("django", reason="NOT TESTED: install bcorm[django]")

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "examples" / "django_admin")]
_NUMBERS = itertools.count(1)
_DATA = tempfile.mkdtemp(prefix="bcorm-admin-")
atexit.register(shutil.rmtree, _DATA, ignore_errors=True)
os.environ["SHOP_DATA"] = _DATA
os.environ["SHOP_DEBUG"] = "0"
os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"
django.setup()


@pytest.fixture(scope="session")
def tables():
    """Django's own tables, in a file: bulk runs have threads with connections of their own."""
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.db.backends.signals import connection_created
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    connection_created.connect(_never_wait_for_the_disk)
    name = connection.creation.create_test_db(verbosity=0)
    users = get_user_model().objects
    users.create_superuser("demo", "demo@example.com", "demo")
    yield
    connection.creation.destroy_test_db(name, verbosity=0)
    teardown_test_environment()


def _never_wait_for_the_disk(connection, **_):
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")


@pytest.fixture(scope="session")
def running_store():
    from bcorm.emulator import Emulator

    with Emulator() as emulator:
        yield emulator
    emulator.close()


@pytest.fixture
def store(running_store):
    """The emulated store, as it always begins; the project is connected to it."""
    from django.test import override_settings

    running_store.reset()
    chosen = {
        # A store of its own for each test: what is known of a store's quota outlives its client.
        "STORE_HASH": f"store{next(_NUMBERS)}",
        "ACCESS_TOKEN": "SECRET-TOKEN",
        "API_URL": running_store.url,
        "OPTIONS": {"retry": _no_patience(), "patience": 0.05},
    }
    with override_settings(BCORM=chosen):
        _know_profile()
        running_store.clear_requests()
        yield running_store


def _know_profile():
    """Be where a site is a moment after its start: its pages know what the store is called."""
    from bcorm.contrib.django.connections import session
    from bcorm.contrib.django.profile import read_profile

    with session():
        read_profile()


def _no_patience():
    from bcorm.http.exchange import RetryPolicy

    return RetryPolicy(attempts=2, throttles=1, base=0.01, cap=0.01)


@pytest.fixture
def clean_tables(tables):
    """Django's tables without what other tests left in them."""
    from django.contrib.admin.models import LogEntry
    from django.contrib.auth import get_user_model

    from bcorm.contrib.django.models import BulkRun, Grant, StoreEntry, Submission

    yield
    for model in (LogEntry, StoreEntry, Submission, BulkRun, Grant):
        model.objects.all().delete()
    get_user_model().objects.exclude(username="demo").delete()


@pytest.fixture
def pages(store, clean_tables):
    """The admin's pages, as the superuser sees them."""
    from admin_pages import Pages

    return Pages(store, "demo")


@pytest.fixture
def pages_of(store, clean_tables):
    """Make a staff user with the named permissions, and return the pages as that user sees them."""
    from admin_pages import Pages
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Permission

    def make(*codenames):
        user = get_user_model().objects.create_user("staff", is_staff=True)
        user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
        return Pages(store, "staff")

    return make


@pytest.fixture
def in_session(store):
    """A current session of the store, as a request or a command has one."""
    from bcorm.contrib.django.connections import session

    with session() as opened:
        yield opened


@pytest.fixture
def other_site():
    """Serve `other_site` in place of the example project's admin."""
    from django.test import override_settings
    from django.urls import clear_url_caches

    with override_settings(ROOT_URLCONF="other_site"):
        clear_url_caches()
        yield
    clear_url_caches()


@pytest.fixture
def settings_of(store):
    """Change keys of the setting `BCORM` for a block."""
    from django.conf import settings
    from django.test import override_settings

    return lambda **keys: override_settings(BCORM={**settings.BCORM, **keys})


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    """The example project with two stores, of which one has thousands of products."""
    from browsing import serving

    options = ("--two-stores", "--products", str(length(4_000, 40_000)))
    with serving(tmp_path_factory.mktemp("shop"), *options) as addresses:
        yield addresses


@pytest.fixture(scope="module")
def chromium():
    """A browser without a screen; not longer than its module, for Django does nothing beside it."""
    from browser import CHROMIUM, FLAGS
    from browsing import playwright

    with playwright.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed_in(chromium, shop):
    """The state of a browser whose visitor has signed in."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(shop[0])
    page.fill('input[name="username"]', "demo")
    page.fill('input[name="password"]', "demo")
    page.click('input[type="submit"]')
    page.wait_for_selector("#user-tools")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def windows(chromium, signed_in):
    """The visitor's windows, each kept for the next test, with what it has read of style sheets."""

    @cache
    def make(width, *, script=True):
        window = chromium.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            storage_state=signed_in,
            timezone_id="UTC",
        )
        window.set_default_timeout(60_000)  # as long as a busy machine takes
        return window

    return make


@pytest.fixture
def visit(windows, shop):
    """Open a tab in a window of the visitor's; gives a `Day` of it."""
    from browsing import Day

    opened = []

    def make(width=1400, *, script=True, context=None):
        window = context or windows(width, script=script)
        found = Day(window.new_page(), *shop, script=script)
        opened.append(found.page)
        found.control("faults", "DELETE")
        found.asked()
        return found

    yield make
    for page in opened:
        page.close()


@pytest.fixture
def day(visit):
    """A window of the visitor's."""
    return visit(1280)
