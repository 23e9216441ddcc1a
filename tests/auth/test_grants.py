"""Grants: kept, encrypted, and never shown."""

from __future__ import annotations

import pickle
import sqlite3
import stat
import threading

import pytest
from open_files import open_below

from bcorm.auth import (
    Account,
    MemoryTokenStore,
    SqliteTokenStore,
    StoreGrant,
    TokenStoreError,
    generate_key,
)
from bcorm.auth.sealing import Sealer
from bcorm.exceptions import ConfigurationError
from bcorm.http import Secret

TOKEN = "swordfishtoken123"


def grant(store_hash="abc123", token=TOKEN):
    return StoreGrant(
        store_hash=store_hash,
        access_token=Secret(token),
        scopes=frozenset({"store_v2_products", "store_v2_orders"}),
        user=Account(7, "user@example.com", username="u"),
        owner=Account(1, "owner@example.com"),
        account_uuid="uuid",
    )


@pytest.fixture(params=["memory", "sqlite", "file"])
def tokens(request, tmp_path):
    if request.param == "memory":
        yield MemoryTokenStore()
        return
    store = SqliteTokenStore(
        ":memory:" if request.param == "sqlite" else tmp_path / "tokens.db", generate_key()
    )
    yield store
    store.close()


def test_store__keeps_replaces_and_drops(tokens):
    assert tokens.load("abc123") is None
    tokens.save(grant())
    tokens.save(grant("other"))
    loaded = tokens.load("abc123")
    assert loaded.access_token.reveal() == TOKEN
    assert (loaded.scopes, loaded.user, loaded.owner, loaded.account_uuid) == (
        grant().scopes,
        grant().user,
        grant().owner,
        "uuid",
    )
    assert tokens.stores() == ["abc123", "other"]
    tokens.save(grant(token="newer"))
    assert tokens.load("abc123").access_token.reveal() == "newer"
    tokens.delete("abc123")
    tokens.delete("abc123")
    assert (tokens.load("abc123"), tokens.stores()) == (None, ["other"])


def test_store__many_threads(tokens):
    def work(number):
        tokens.save(grant(f"store{number}"))
        assert tokens.load(f"store{number}").store_hash == f"store{number}"

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(tokens.stores()) == 16


def test_sqlite__file_holds_nothing_in_clear(tmp_path):
    path = tmp_path / "tokens.db"
    key = generate_key()
    store = SqliteTokenStore(path, key)
    store.save(grant())
    store.close()
    content = path.read_bytes()
    for secret in (TOKEN, "user@example.com", "store_v2_products", key):
        assert secret.encode() not in content
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = SqliteTokenStore(path, key)
    assert again.load("abc123").access_token.reveal() == TOKEN
    again.close()


def test_sqlite__another_key_opens_nothing(tmp_path):
    path = tmp_path / "tokens.db"
    store = SqliteTokenStore(path, generate_key())
    store.save(grant())
    store.close()
    other = SqliteTokenStore(path, generate_key())
    with pytest.raises(TokenStoreError) as caught:
        other.load("abc123")
    assert TOKEN not in str(caught.value)
    with pytest.raises(TokenStoreError):
        other.rotate()
    other.close()


def test_sqlite__moved_row_is_refused(tmp_path):
    """Whoever can write the file must not give one store another's token."""
    path, key = tmp_path / "tokens.db", generate_key()
    store = SqliteTokenStore(path, key)
    store.save(grant("victim", "victim-token"))
    store.save(grant("thief", "thief-token"))
    store.close()
    with sqlite3.connect(path) as raw:
        raw.execute(
            "UPDATE grants SET sealed = (SELECT sealed FROM grants WHERE store_hash = 'victim')"
        )
    raw.close()
    store = SqliteTokenStore(path, key)
    with pytest.raises(TokenStoreError):
        store.load("thief")
    store.close()


def test_sqlite__what_is_no_token_store_is_refused_and_closed(tmp_path):
    (tmp_path / "text").write_text("hello " * 1000)
    for path in (tmp_path / "text", tmp_path, tmp_path / "no" / "folder"):
        with pytest.raises(ConfigurationError, match="is no token store") as held:
            SqliteTokenStore(path, generate_key())
        # While the error is held, as loggers do, so are the frames that it went through.
        assert held
        assert not open_below(tmp_path)


def test_sqlite__a_dropped_store_closes_its_file(tmp_path):
    store = SqliteTokenStore(tmp_path / "tokens.db", generate_key())
    store.save(grant())
    assert open_below(tmp_path)
    del store
    assert not open_below(tmp_path)


def test_sqlite__keys_rotate(tmp_path):
    path, old, new = tmp_path / "tokens.db", generate_key(), generate_key()
    store = SqliteTokenStore(path, old)
    store.save(grant())
    store.close()
    both = SqliteTokenStore(path, [new, old])
    assert both.load("abc123").access_token.reveal() == TOKEN
    assert both.rotate() == 1
    both.close()
    fresh = SqliteTokenStore(path, new)
    assert fresh.load("abc123").access_token.reveal() == TOKEN
    fresh.close()


def test_sqlite__rotation_keeps_a_grant_that_is_saved_meanwhile(tmp_path, monkeypatch):
    path, key = tmp_path / "tokens.db", generate_key()
    one, other = SqliteTokenStore(path, key), SqliteTokenStore(path, key)
    one.save(grant(token="old"))
    rotate = Sealer.rotate

    def slow(sealer, sealed):
        other.save(grant(token="new"))
        return rotate(sealer, sealed)

    monkeypatch.setattr(Sealer, "rotate", slow)
    one.rotate()
    assert one.load("abc123").access_token.reveal() == "new"
    one.close()
    other.close()


def test_sqlite__key_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.delenv("BCORM_TOKEN_KEY", raising=False)
    with pytest.raises(ConfigurationError, match="BCORM_TOKEN_KEY"):
        SqliteTokenStore(tmp_path / "tokens.db")
    monkeypatch.setenv("BCORM_TOKEN_KEY", f"{generate_key()},{generate_key()}")
    SqliteTokenStore(tmp_path / "tokens.db").close()


def test_sqlite__bad_key_is_not_shown(tmp_path):
    with pytest.raises(ConfigurationError) as caught:
        SqliteTokenStore(tmp_path / "tokens.db", "not-a-key")
    assert "not-a-key" not in str(caught.value)


def test_grant__token_is_never_shown():
    one = grant()
    for shown in (repr(one), str(one), f"{one}", repr([one]), str(one.credentials())):
        assert TOKEN not in shown
    with pytest.raises(TypeError):
        pickle.dumps(one)


def test_grant__credentials_open_the_store():
    credentials = grant().credentials("client")
    assert credentials.store_hash == "abc123"
    assert credentials.auth_headers()["X-Auth-Token"] == TOKEN
