"""The example app of the docs, from installation to uninstallation, against the emulator."""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from urllib.parse import urlencode
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
import requests

from bcorm.auth import App, SqliteTokenStore, WrongClaim, generate_key
from bcorm.emulator import Emulator
from bcorm.emulator.apps import launch_payload

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "oauth_app.py"
CLIENT_ID = "6sv16tfx3j5gsopm42ss5dd67g2srvq"
SECRET = "0123456789abcdef" * 4
TOKEN = "swordfishtoken123"


class Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def emulator(monkeypatch):
    with Emulator(store_hash="abc123", access_token=TOKEN, client_secret=SECRET) as emulator:
        monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
        monkeypatch.setenv("BIGCOMMERCE_AUTH_URL", emulator.url)
        yield emulator
    emulator.close()


@pytest.fixture
def example():
    spec = importlib.util.spec_from_file_location("oauth_app", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def app(emulator, example, tmp_path):
    settings = {
        "BC_CLIENT_ID": CLIENT_ID,
        "BC_CLIENT_SECRET": SECRET,
        "APP_URL": "https://app.example.com",
        "BCORM_TOKEN_KEY": generate_key(),
    }
    application = example.create_app(settings, tmp_path / "tokens.db")
    server = make_server("127.0.0.1", 0, application, handler_class=Quiet)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    application.url = f"http://127.0.0.1:{server.server_port}"
    application.key = settings["BCORM_TOKEN_KEY"]
    yield application
    server.shutdown()
    server.server_close()
    thread.join()
    application.app.tokens.close()


def install(app, **changes):
    query = {
        "code": "onceonly",
        "scope": "store_v2_products store_v2_default",
        "context": "stores/abc123",
        "account_uuid": "7f3c",
        **changes,
    }
    return requests.get(f"{app.url}/auth?{urlencode(query)}", timeout=10)


def opened(app, page="load", **changes):
    payload = launch_payload(CLIENT_ID, **{"secret": SECRET, "store_hash": "abc123", **changes})
    return requests.get(f"{app.url}/{page}", params={"signed_payload_jwt": payload}, timeout=10)


def test_app__from_installation_to_uninstallation(app, emulator, tmp_path, issuer):
    assert "not installed here" in opened(app).text

    page = install(app)
    assert (page.status_code, "Installed in abc123" in page.text) == (200, True)
    assert "You sell 220 products" in page.text

    page = opened(app)
    assert "Hello merchant@example.com" in page.text
    assert "You sell 220 products" in page.text

    body, headers = issuer.webhook()
    hook = requests.post(f"{app.url}/webhooks", data=body, headers=headers, timeout=10)
    assert hook.status_code == 200

    assert TOKEN.encode() not in (tmp_path / "tokens.db").read_bytes()
    store = SqliteTokenStore(tmp_path / "tokens.db", app.key)
    assert store.load("abc123").access_token.reveal() == TOKEN
    store.close()

    assert "Goodbye merchant@example.com" in opened(app, "remove_user").text
    assert "Goodbye abc123" in opened(app, "uninstall").text
    assert "not installed here" in opened(app).text
    assert app.app.tokens.stores() == []


def test_app__link_works_once(app):
    payload = launch_payload(CLIENT_ID, SECRET, store_hash="abc123")
    answers = [
        requests.get(f"{app.url}/load", params={"signed_payload_jwt": payload}, timeout=10)
        for _ in range(2)
    ]
    assert [answer.status_code for answer in answers] == [200, 401]


def test_app__forged_uninstall_uninstalls_nothing(app):
    install(app)
    for changes in ({"secret": "f" * 64}, {}):
        client_id = CLIENT_ID if changes else "another-app"
        payload = launch_payload(client_id, **{"secret": SECRET, "store_hash": "abc123", **changes})
        page = requests.get(
            f"{app.url}/uninstall", params={"signed_payload_jwt": payload}, timeout=10
        )
        assert page.status_code == 401
    assert app.app.tokens.stores() == ["abc123"]


def test_app__a_staff_users_link_uninstalls_nothing(app, issuer):
    install(app)
    staff = {"user": {"id": 7, "email": "staff@example.com"}, "owner": {"id": 1, "email": "o@e.c"}}
    payload = issuer.payload_jwt(**staff)
    with pytest.raises(WrongClaim, match="is not the owner"):
        App(issuer.client_id, issuer.secret, "https://a.example/", tokens=app.app.tokens).uninstall(
            {"signed_payload_jwt": payload}
        )
    assert app.app.tokens.stores() == ["abc123"]


def test_app__code_is_good_once(app):
    assert install(app).status_code == 200
    assert install(app).status_code == 400
    assert install(app, code="another").status_code == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"scope": "store_v2_orders"},
        {"context": "stores/"},
        {"context": "stores/../x"},
        {"code": ""},
        {"error": "access_denied"},
        {"context": "stores/other"},
    ],
    ids=str,
)
def test_app__callback_that_makes_no_sense(app, changes):
    assert install(app, **changes).status_code == 400
    assert app.app.tokens.stores() == []


def test_app__nothing_shows_a_secret(app, caplog):
    install(app)
    install(app)
    opened(app, secret="f" * 64)
    assert caplog.text
    for secret in (SECRET, TOKEN, "onceonly"):
        assert secret not in caplog.text
