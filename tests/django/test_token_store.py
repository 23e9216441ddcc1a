"""Grants in the site's database: sealed, bound to their store, and rotated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bcorm.auth import Account, StoreGrant, TokenStoreError, generate_key
from bcorm.auth.sealing import Sealer
from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret

pytest.importorskip("cryptography", reason="NOT TESTED: install bcorm[auth]")
GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "django-admin.md"
pytestmark = pytest.mark.usefixtures("clean_tables")


def grant(store_hash="abc", token="SECRET-TOKEN"):
    return StoreGrant(
        store_hash=store_hash,
        access_token=Secret(token),
        scopes=frozenset({"store_v2_products"}),
        user=Account(id=1, email="a@example.com"),
    )


@pytest.fixture
def tokens():
    from bcorm.contrib.django.tokens import DjangoTokenStore

    return DjangoTokenStore(generate_key())


def test_grant__comes_back_as_it_was(tokens):
    tokens.save(grant())
    found = tokens.load("abc")
    assert found == grant() or found.to_document() == {
        **grant().to_document(),
        "granted_at": found.to_document()["granted_at"],
    }
    assert tokens.load("other") is None


def test_grant__a_new_one_replaces_it(tokens):
    tokens.save(grant(token="one"))
    tokens.save(grant(token="two"))
    assert tokens.load("abc").access_token.reveal() == "two"
    assert tokens.stores() == ["abc"]


def test_grant__delete_and_list(tokens):
    tokens.save(grant("b"))
    tokens.save(grant("a"))
    assert tokens.stores() == ["a", "b"]
    tokens.delete("a")
    tokens.delete("a")
    assert tokens.stores() == ["b"]


def test_table__holds_nothing_in_clear(tokens):
    from bcorm.contrib.django.models import Grant

    tokens.save(grant())
    row = Grant.objects.get()
    assert b"SECRET" not in bytes(row.sealed)
    assert b"example" not in bytes(row.sealed)


def test_table__another_key_opens_nothing(tokens):
    from bcorm.contrib.django.tokens import DjangoTokenStore

    tokens.save(grant())
    with pytest.raises(TokenStoreError):
        DjangoTokenStore(generate_key()).load("abc")


def test_table__a_moved_row_is_refused(tokens):
    from bcorm.contrib.django.models import Grant

    tokens.save(grant("abc"))
    Grant.objects.update(store_hash="evil")
    with pytest.raises(TokenStoreError, match="another store"):
        tokens.load("evil")


def test_keys__rotate():
    from bcorm.contrib.django.tokens import DjangoTokenStore

    old, new = generate_key(), generate_key()
    DjangoTokenStore(old).save(grant())
    assert DjangoTokenStore([new, old]).rotate() == 1
    assert DjangoTokenStore(new).load("abc").access_token.reveal() == "SECRET-TOKEN"


def test_keys__rotation_keeps_a_grant_that_is_saved_meanwhile(tokens, monkeypatch):
    tokens.save(grant(token="old"))
    rotate = Sealer.rotate

    def slow(sealer, sealed):
        tokens.save(grant(token="new"))
        return rotate(sealer, sealed)

    monkeypatch.setattr(Sealer, "rotate", slow)
    tokens.rotate()
    assert tokens.load("abc").access_token.reveal() == "new"


def test_key__from_the_settings(store, settings_of):
    from bcorm.contrib.django.tokens import DjangoTokenStore

    with settings_of(TOKEN_KEY=generate_key()):
        DjangoTokenStore().save(grant())
        assert DjangoTokenStore().stores() == ["abc"]


def test_key__missing(monkeypatch):
    from bcorm.contrib.django.tokens import DjangoTokenStore

    monkeypatch.delenv("BCORM_TOKEN_KEY", raising=False)
    with pytest.raises(ConfigurationError):
        DjangoTokenStore()


def test_guide__opens_the_store_of_whoever_is_logged_in(settings_of):
    from django.test import RequestFactory

    from bcorm.contrib.django.tokens import DjangoTokenStore

    names = {}
    exec(
        re.search(r"```python\n([^`]*def client_of.*?)```", GUIDE.read_text(), re.DOTALL)[1], names
    )
    request = RequestFactory().get("/")
    with settings_of(TOKEN_KEY=generate_key()):
        DjangoTokenStore().save(grant())
        request.session = {"store_hash": "abc"}
        client = names["client_of"](request)
        assert client.store_key == "abc"
        assert names["client_of"](request) is client
        DjangoTokenStore().save(grant(token="renewed"))
        assert names["client_of"](request) is not client
        DjangoTokenStore().delete("abc")
        assert names["client_of"](request) is None
        request.session = {}
        assert names["client_of"](request) is None
        assert names["client_of"](None) is None
