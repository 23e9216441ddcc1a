"""Whatever stands in what a reader is given, it ends in a value or in a `BcormError`, in time.

The readers beside sessions and their helpers: what browsers bring to an app, what senders of
webhooks sign, the hosts beside the API, the official client's face, and every file that is read.
"""

from __future__ import annotations

import base64
import contextlib
import copy
import csv
import gc
import gzip
import hashlib
import hmac
import json
import random
import socket
import sqlite3
import threading
import time
import tracemalloc
from collections import Counter
from functools import partial
from urllib.parse import urlencode

import click
import jwt
import pytest
import requests
from soak import length, patient

import bcorm
from bcorm.auth import (
    Account,
    App,
    AuthorizeCallback,
    MemoryTokenStore,
    SqliteTokenStore,
    StoreGrant,
    WebhookReceiver,
    exchange_code,
    generate_key,
    process_payment,
    sign_webhook,
    verify_current_customer,
    verify_signed_payload,
    verify_signed_payload_jwt,
)
from bcorm.cli import bookmarks, catalog, mapping, stores
from bcorm.cli.sources import Source
from bcorm.compat.connection import HttpException, OAuthConnection
from bcorm.emulator import Emulator
from bcorm.exceptions import BcormError
from bcorm.http import Headers, OAuthCredentials, Response, RetryPolicy, Secret
from bcorm.http.governor import Unlimited
from bcorm.session.client import Client

# What a journal left to do stays undone, for nobody reaches the store; a value in it that does not
# fit its field is told as one of the store's is.
pytestmark = [
    pytest.mark.filterwarnings("ignore::bcorm.exceptions.UnsavedChangesWarning"),
    pytest.mark.filterwarnings("ignore::bcorm.exceptions.DriftWarning"),
]
EACH = length(250, 20_000)
SENT = length(120, 20_000)
FILES = length(60, 4_000)
SLOWEST = 5.0
MOST_MEMORY = 200_000_000

CLIENT_ID, SECRET = "6sv16tfx3j5gsopm42ss5dd67g2srvq", "0123456789abcdef" * 4
NOW = int(time.time())
PERSON = {"id": 7, "email": "user@example.com", "locale": "en-US"}
CLAIMS = {
    "aud": CLIENT_ID, "iss": "bc", "iat": NOW, "nbf": NOW - 5, "exp": NOW + 86_400,
    "jti": "7a2e2a63-9a0a-4d21-9a49-a46b1f7a4f0f", "sub": "stores/abc123", "user": PERSON,
    "owner": PERSON, "url": "/products?id=5", "channel_id": None,
}  # fmt: skip
SHOPPER = {
    "customer": {"id": 4927, "email": "john@example.com", "group_id": "6"}, "iss": "bc/apps",
    "sub": "abc123", "iat": NOW, "exp": NOW + 900, "version": 1, "aud": CLIENT_ID,
    "application_id": CLIENT_ID, "store_hash": "abc123", "operation": "current_customer",
}  # fmt: skip
LEGACY = {"user": PERSON, "owner": PERSON, "context": "stores/abc123", "timestamp": NOW}
EVENT = {
    "scope": "store/order/updated", "producer": "stores/abc123", "hash": "a" * 40, "store_id": "1",
    "created_at": NOW, "data": {"type": "order", "id": 173331},
}  # fmt: skip
CALLBACK = {"code": "once", "scope": "a b", "context": "stores/abc123", "account_uuid": "x"}
GRANT = {"access_token": "tok", "scope": "a b", "context": "stores/abc123", "user": PERSON}
PAID = {"data": {"id": "1", "transaction_type": "x", "status": "success"}}
BRAND = {"url": "https://a.example/v2/brands/1", "resource": "/brands/1"}
ROW = {"id": 5, "name": "x", "price": "1.00", "brand": BRAND}
MAP = """title = "Old"
resource = "products"
key = "sku"
[columns.Title]
to = "name"
[columns.Colour]
values = { Red = "red" }
to = "custom_fields.colour"
"""
ODD = [
    None, True, 0, -1, 10**30, 1.5, "", "x", "9" * 5_000, "\x00", "\ud83d\ude00", "2026-13-45", [],
    {}, [[]], [None], [{}], {"id": []}, "NaN", "-1", 1e300, "stores/", "stores/../x", [1] * 40,
]  # fmt: skip
PIECES = [
    b"\0", b"\xff\xfe", b'"', b"\n", b",", b"[", b"{", b"}", b"=", b"\r", b"9" * 400,
    b"1e999999999",
]  # fmt: skip


def replaced(value, chance):
    """A copy of a document of which one part is another one."""
    if chance.random() < 0.2 or not isinstance(value, (dict, list)) or not value:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, list):
        at = chance.randrange(len(value))
        return [*value[:at], replaced(value[at], chance), *value[at + 1 :]]
    name = chance.choice(list(value))
    if chance.random() < 0.2:
        return {key: item for key, item in value.items() if key != name}
    return {**value, name: replaced(value[name], chance)}


def reshaped(document, chance):
    for _ in range(chance.choice([0, 1, 1, 2, 4])):
        document = replaced(document, chance)
    return document


def damaged(data, chance):
    """The same bytes with a few of them cut, doubled, replaced or added."""
    data = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 5])):
        at, how = chance.randrange(len(data) + 1), chance.randrange(5)
        if how == 0:
            data[at:at] = chance.choice(PIECES)
        elif how == 1:
            del data[at : at + chance.randrange(1, 60)]
        elif how == 2 and chance.random() < 0.3:
            del data[at:]
        elif how == 3:
            data[at : at + 1] = bytes([chance.randrange(256)])
        else:
            data[at:at] = data[at : at + chance.randrange(1, 90)]
    return bytes(data)


def _text(data):
    return data.decode("utf-8", "surrogateescape")


def _signed(claims, chance, secret=SECRET):
    """A token of claims, perhaps with a byte that is another one."""
    header = reshaped({"alg": "HS256", "typ": "JWT"}, chance) if chance.random() < 0.2 else None
    try:
        told = jwt.encode(claims, secret, algorithm="HS256")
    except (TypeError, ValueError):
        told = jwt.encode(CLAIMS, secret, algorithm="HS256")
    if header is not None:
        part = base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")
        body = told.split(".")[1]
        digest = hmac.new(secret.encode(), f"{part}.{body}".encode(), hashlib.sha256).digest()
        told = f"{part}.{body}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"
    return _text(damaged(told.encode(), chance)) if chance.random() < 0.2 else told


def read_payload(chance):
    verify_signed_payload_jwt(_signed(reshaped(CLAIMS, chance), chance), CLIENT_ID, SECRET, now=NOW)


def read_shopper(chance):
    told = _signed(reshaped(SHOPPER, chance), chance)
    verify_current_customer(told, CLIENT_ID, SECRET, store_hash="abc123", now=NOW)


def read_legacy(chance):
    message = json.dumps(reshaped(LEGACY, chance)).encode()
    if chance.random() < 0.2:
        message = damaged(message, chance)
    digest = hmac.new(SECRET.encode(), message, hashlib.sha256).hexdigest().encode()
    told = b".".join(base64.b64encode(part) for part in (message, digest))
    if chance.random() < 0.2:
        told = damaged(told, chance)
    verify_signed_payload(_text(told), SECRET, now=NOW)


def read_delivery(chance):
    body = json.dumps(reshaped(EVENT, chance)).encode()
    if chance.random() < 0.2:
        body = damaged(body, chance)
    headers = {"webhook-id": str(chance.random()), "webhook-timestamp": str(NOW)}
    headers["webhook-signature"] = sign_webhook(headers["webhook-id"], NOW, body, SECRET)
    for _ in range(chance.choice([0, 0, 1, 2])):
        name = chance.choice(list(headers))
        headers[name] = _text(damaged(headers[name].encode(errors="surrogateescape"), chance))
    if chance.random() < 0.1:
        headers.pop(chance.choice(list(headers)))
    event = WebhookReceiver(SECRET).receive(body, headers, now=NOW)
    _ = event.ref, event.verb, repr(event)


def read_callback(chance):
    said = reshaped(CALLBACK, chance)
    said = said if isinstance(said, dict) else {"code": str(said)}
    query = urlencode({name: str(value) for name, value in said.items()}, errors="replace")
    if chance.random() < 0.5:
        query = _text(damaged(query.encode(), chance))
    AuthorizeCallback.from_query(said if chance.random() < 0.3 else query)


def read_link(chance):
    query = {"signed_payload_jwt": _signed(reshaped(CLAIMS, chance), chance)}
    if chance.random() < 0.2:
        query = _text(damaged(urlencode(query, errors="replace").encode(), chance))
    app = App(CLIENT_ID, SECRET, "https://a.example/auth", tokens=MemoryTokenStore())
    chance.choice([app.load, app.uninstall, app.remove_user])(query)


MESSAGES = {
    "signed payloads": read_payload,
    "current customers": read_shopper,
    "older payloads": read_legacy,
    "deliveries": read_delivery,
    "callbacks": read_callback,
    "links": read_link,
}


def ended(act, kinds, allowed=(BcormError,)):
    """Do it, and note how it ended; anything but a value and an allowed error is raised."""
    started = time.monotonic()
    try:
        act()
        kinds["values"] += 1
    except allowed as error:
        kinds[type(error).__name__] += 1
    took = time.monotonic() - started
    assert took < SLOWEST
    return took


def told(kinds):
    return ", ".join(f"{number} {name}" for name, number in kinds.most_common())


@contextlib.contextmanager
def within_memory():
    """No mutant makes the process grow without bound."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()


@patient
@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_a_value_or_refused(name, figures):
    chance, kinds = random.Random(name), Counter()
    slowest = max(ended(partial(MESSAGES[name], chance), kinds) for _ in range(EACH))
    figures(f"{EACH} {name} ended in {told(kinds)}; the slowest in {slowest:.2f} s")
    assert len(kinds) > 1
    assert kinds["values"] > EACH / 50


class Answers:
    """A host that answers each request with the next mutant."""

    def __init__(self):
        self.status, self.body, self.fields = 200, b"{}", b""
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection, contextlib.suppress(OSError):
            connection.settimeout(20)
            while self._asked(connection):
                head = b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n%s\r\n"
                connection.sendall(head % (self.status, len(self.body), self.fields) + self.body)

    @staticmethod
    def _asked(connection):
        head = b""
        while b"\r\n\r\n" not in head:
            received = connection.recv(65536)
            if not received:
                return False
            head += received
        head, _, body = head.partition(b"\r\n\r\n")
        lengths = [
            line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")
        ]
        missing = int(lengths[0].split(b":")[1]) - len(body) if lengths else 0
        while missing > 0:
            missing -= len(connection.recv(65536))
        return True

    def mutate(self, document, chance):
        body = json.dumps(reshaped(document, chance)).encode()
        self.body = damaged(body, chance) if chance.random() < 0.3 else body
        self.status = chance.choice(
            [200, 200, 200, 200, 201, 202, 302, 400, 401, 404, 409, 422, 500]
        )
        named = chance.choice([b"Content-Type", b"X-Rate-Limit-Requests-Left", b"X-Request-Id"])
        value = chance.choice([b"", b"x", b"9" * 4_000, b"-1", b"application/json", b"\xff"])
        self.fields = named + b": " + value + b"\r\n" if chance.random() < 0.3 else b""
        if chance.random() < 0.1:
            self.fields += b"Content-Encoding: gzip\r\n"
            self.body = chance.choice([gzip.compress(self.body), self.body])

    def close(self):
        self._listener.close()


@pytest.fixture
def answers():
    answers = Answers()
    yield answers
    answers.close()


def ask_for_grant(url):
    exchange_code(
        AuthorizeCallback(Secret("code-of-a-callback"), ("a",), "abc123"),
        client_id="app",
        client_secret=SECRET,
        redirect_uri="https://a.example/",
        auth_url=url,
    )


def ask_for_payment(url):
    process_payment("abc123", "token-of-a-payment", {"instrument": {}}, payments_url=url)


HOSTS = {"grants": (ask_for_grant, GRANT), "payments": (ask_for_payment, PAID)}


@patient
@pytest.mark.parametrize("name", HOSTS)
def test_an_answer_of_the_hosts_beside_the_api(answers, name, figures):
    chance, kinds, slowest = random.Random(name), Counter(), 0.0
    ask, document = HOSTS[name]
    for _ in range(SENT):
        answers.mutate(document, chance)
        slowest = max(slowest, ended(partial(ask, answers.url), kinds))
    figures(f"{SENT} answers to {name} ended in {told(kinds)}; the slowest in {slowest:.2f} s")
    assert kinds["values"] > SENT / 50


# What programs of the official client catch.
CAUGHT = (BcormError, HttpException, requests.exceptions.RequestException)


@patient
def test_an_answer_to_the_official_clients_face(answers, figures, monkeypatch):
    monkeypatch.setattr("bcorm.compat.connection.sleep", lambda _seconds: None)
    chance, kinds, slowest = random.Random(81), Counter(), 0.0
    connection = OAuthConnection("client", "abc123", "token-of-compat-1234", host=answers.url)
    verbs = [
        lambda: connection.get("products", limit=5),
        lambda: connection.get("products", 5),
        lambda: connection.update("products", 5, {"name": "x"}),
        lambda: connection.create("products", {"name": "x"}),
        lambda: connection.delete("products", 5),
    ]
    for _ in range(SENT):
        answers.mutate(chance.choice([ROW, [ROW, ROW]]), chance)
        slowest = max(slowest, ended(chance.choice(verbs), kinds, CAUGHT))
    figures(f"{SENT} answers to compat ended in {told(kinds)}; the slowest in {slowest:.2f} s")
    assert kinds["values"] > SENT / 50


# Files


def a_table(path):
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "price"])
        writer.writerows([number, f"Thing {number}", "9.50"] for number in range(40))


def a_packed_table(path):
    plain = path.with_suffix("")
    a_table(plain)
    path.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))


def a_list(path):
    path.write_text("".join(json.dumps({**ROW, "id": number}) + "\n" for number in range(40)))


def a_workbook(path):
    openpyxl = pytest.importorskip("openpyxl", reason="NOT TESTED: install bcorm[excel]")
    book = openpyxl.Workbook()
    for number in range(8):
        book.active.append([number, "x", 9.5])
    book.save(path)


def a_frame(path):
    arrow = pytest.importorskip("pyarrow", reason="NOT TESTED: install bcorm[arrow]")
    pytest.importorskip("pyarrow.parquet").write_table(
        arrow.table({"id": [1, 2, 3], "name": ["a", "b", "c"]}), path
    )


def a_bookmark(path):
    known = {"products": {"since": "2026-01-01T00:00:00+00:00", "keys": [1, 2, 3]}}
    path.write_text(json.dumps({"store": "abc123", "resources": known}))


def a_config(path):
    path.write_text("[shop]\nstore_hash = abc123\naccess_token = token-of-a-profile\n")
    path.chmod(0o600)


def a_catalog(path):
    names = "sku description brand categories images custom_fields url_key source variants"
    texts = dict.fromkeys(names.split(), "")
    lists = {name: [] for name in ("categories", "images", "custom_fields")}
    variants = [{"sku": "v", "option_values": []}]
    entry = {**texts, **lists, "variants": variants, "name": "x", "weight": 1, "price": 2}
    path.write_text(json.dumps({"products": [entry]}))


KEY = generate_key()


def a_token_store(path):
    store = SqliteTokenStore(path, KEY)
    installer = Account(id=7, email="user@example.com")
    store.save(StoreGrant("abc123", Secret("token-of-a-grant-12"), frozenset({"a"}), installer))
    store.close()


def a_journal(path):
    with _client(Lost()) as client, client.session(journal=path) as session:
        session.add_all([bcorm.Brand(name="A"), bcorm.Brand(name="B")])
        product = bcorm.Product(name="P", type="physical", weight=1, price=1)
        session.add(product)
        with contextlib.suppress(BcormError):
            session.commit()
    del session, client, product
    gc.collect()  # closes the journal, which its session has held
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


class Lost:
    """A store that nobody reaches: it has what it is looked for, or has not."""

    def send(self, request, *, timeout):
        del timeout
        if request.method == "GET":
            body = {"data": [], "meta": {"pagination": {"total": 0, "total_pages": 0}}}
            return Response(200, Headers({}), json.dumps(body).encode())
        return Response(503, Headers({}), b"")

    def close(self):
        pass


def _client(transport):
    return Client(
        OAuthCredentials("abc123", "token-of-a-journal-1"),
        transport=transport,
        governor=Unlimited(),
        retry=RetryPolicy.never(),
        patience=0,
    )


def read_rows(path):
    source = Source(path)
    source.digest()
    source.estimate()
    for _ in source.rows():
        pass


def read_bookmark(path):
    bookmarks.Bookmark.read(path, "abc123").since(bcorm.Product)


def read_config(path):
    del path
    [repr(profile) for profile in stores.profiles().values()]


def read_grants(path):
    with contextlib.closing(SqliteTokenStore(path, KEY)) as store:
        for name in ["abc123", *store.stores()]:
            repr(store.load(name))
        store.rotate()


def read_journal(path):
    with _client(Lost()) as client, client.session() as session:
        bcorm.recover(path, session)


# How a file is made, and how it is read: its name says what it is.
READ = {
    "rows.csv": (a_table, read_rows),
    "rows.csv.gz": (a_packed_table, read_rows),
    "rows.jsonl": (a_list, read_rows),
    "rows.xlsx": (a_workbook, read_rows),
    "rows.parquet": (a_frame, read_rows),
    "map.toml": (lambda path: path.write_text(MAP), lambda path: mapping.read(str(path))),
    "exports.json": (a_bookmark, read_bookmark),
    "stores.ini": (a_config, read_config),
    "catalog.json": (a_catalog, lambda path: catalog.distinct(catalog.read(path))),
    "tokens.db": (a_token_store, read_grants),
    "commits.journal": (a_journal, read_journal),
}
# A command tells these to whoever has typed it.
SAID = (BcormError, click.ClickException)


def rewritten(whole, name, chance):
    """A file as it was made, or of another shape, or with damaged bytes."""
    how = chance.random()
    if how < 0.1:
        return whole
    if name.endswith(".json") and how < 0.6:
        return json.dumps(reshaped(json.loads(whole), chance)).encode()
    return damaged(whole, chance)


@patient
@pytest.mark.parametrize("name", READ)
def test_a_file_is_read_or_refused(name, tmp_path, monkeypatch, figures):
    path = tmp_path / name
    monkeypatch.setenv("BCORM_CONFIG", str(path))
    make, read = READ[name]
    make(path)
    whole = path.read_bytes()
    chance, kinds, slowest = random.Random(name), Counter(), 0.0
    with within_memory():
        for _ in range(FILES):
            for beside in tmp_path.glob(f"{name}-*"):
                beside.unlink()
            path.write_bytes(rewritten(whole, name, chance))
            slowest = max(slowest, ended(partial(read, path), kinds, SAID))
    figures(f"{FILES} files {name} ended in {told(kinds)}; the slowest in {slowest:.2f} s")
    assert len(kinds) > 1


def _texts(database):
    """Every text in a SQLite file, as table, column and row."""
    for (table,) in database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        for column in columns:
            found = database.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
            yield from ((table, column, row, value) for row, value in found)


@patient
@pytest.mark.parametrize("name", ["tokens.db", "commits.journal"])
def test_a_sound_file_with_wrong_values(name, tmp_path, figures):
    path = tmp_path / name
    make, read = READ[name]
    make(path)
    with contextlib.closing(sqlite3.connect(path)) as database:
        places = [place for place in _texts(database) if place[3] is not None]
    whole = path.read_bytes()
    chance, kinds, slowest = random.Random(name), Counter(), 0.0
    for _ in range(FILES):
        for beside in tmp_path.glob(f"{name}-*"):
            beside.unlink()
        path.write_bytes(whole)
        with contextlib.closing(sqlite3.connect(path)) as database, database:
            for _ in range(chance.choice([1, 1, 2, 4])):
                table, column, row, value = chance.choice(places)
                wrong = _wrong(value, chance)
                with contextlib.suppress(sqlite3.Error, OverflowError, UnicodeError):
                    database.execute(
                        f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (wrong, row)
                    )
        slowest = max(slowest, ended(partial(read, path), kinds, SAID))
    figures(f"{FILES} sound {name} ended in {told(kinds)}; the slowest in {slowest:.2f} s")
    assert len(kinds) > 1


def _wrong(value, chance):
    if isinstance(value, str) and value[:1] in ("{", "[") and chance.random() < 0.7:
        return json.dumps(reshaped(json.loads(value), chance))
    if isinstance(value, (str, bytes)) and chance.random() < 0.5:
        data = damaged(value if isinstance(value, bytes) else value.encode(), chance)
        return data if isinstance(value, bytes) else data.decode("utf-8", "replace")
    return chance.choice([None, "", "x", -1, 10**12, b"\xff", "bcorm.Nothing", "os:system", "[]"])


@patient
def test_a_state_file_of_the_emulator(tmp_path, figures):
    path = tmp_path / "store.db"
    Emulator(db=str(path), empty=True).close()
    whole = path.read_bytes()
    chance, kinds = random.Random(85), Counter()
    for _ in range(FILES // 4):
        for beside in tmp_path.glob("store.db-*"):
            beside.unlink()
        path.write_bytes(damaged(whole, chance))
        try:
            emulator = Emulator(db=str(path))
        except (sqlite3.Error, OSError) as error:
            kinds[type(error).__name__] += 1
            continue
        try:
            client = emulator.app.test_client()
            for place in ("v3/catalog/products", "v2/orders", "v3/hooks", "v3/catalog/trees"):
                answer = client.get(f"/stores/x/{place}", headers={"X-Auth-Token": "t"})
                kinds[answer.status_code] += 1
        finally:
            emulator.close()
    figures(f"{FILES // 4} state files of the emulator ended in {told(kinds)}")


FAULT = {"kind": "500", "method": "GET", "path": "/v3/*", "times": 1, "seconds": 0.1, "rate": 0.5}


@patient
def test_a_body_at_the_emulators_own_paths(figures):
    chance, kinds = random.Random(86), Counter()
    with Emulator(empty=True) as emulator:
        client = emulator.app.test_client()
        for _ in range(EACH):
            path, document = chance.choice(
                [
                    ("faults", FAULT),
                    ("faults", [FAULT]),
                    ("faults/random", FAULT),
                    ("lies", ["zero-totals"]),
                ]
            )
            body = json.dumps(reshaped(document, chance)).encode()
            body = damaged(body, chance) if chance.random() < 0.3 else body
            method = client.put if path == "lies" else client.post
            answer = method(f"/_emulator/{path}", data=body)
            assert answer.status_code < 500, (path, body)
            kinds[answer.status_code] += 1
            emulator.faults.clear()
    figures(f"{EACH} bodies at the emulator's own paths ended in {told(kinds)}")
