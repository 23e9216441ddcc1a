"""Which store a request talks to, and how long it waits."""

from __future__ import annotations

import many_stores
import pytest
from admin_pages import asked
from django.test import RequestFactory, override_settings

from bcorm.contrib.django import connections
from bcorm.exceptions import ConfigurationError


def test_client__is_one_per_process(store):
    assert connections.client_for() is connections.client_for(RequestFactory().get("/"))


def test_client__follows_the_settings(store, settings_of):
    before = connections.client_for()
    with settings_of(STORE_HASH="other"):
        assert connections.client_for().store_key == "other"
    assert connections.client_for().store_key == before.store_key


def test_client__from_the_environment(monkeypatch):
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "fromenv")
    monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "token")
    with override_settings(BCORM={}):
        assert connections.client_for().store_key == "fromenv"


def test_client__nothing_configured(monkeypatch):
    monkeypatch.delenv("BIGCOMMERCE_STORE_HASH", raising=False)
    monkeypatch.delenv("BIGCOMMERCE_ACCESS_TOKEN", raising=False)
    with override_settings(BCORM={}), pytest.raises(ConfigurationError, match="STORE_HASH"):
        connections.client_for()


def test_settings__a_key_that_means_nothing():
    with override_settings(BCORM={"STORE": "x"}), pytest.raises(ConfigurationError, match="STORE"):
        connections.configuration()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("os:system", "BCORM is a dictionary"),
        ([1], "BCORM is a dictionary"),
        ({1: 2}, "knows no 1"),
        ({"OPTIONS": [1]}, "OPTIONS'\\] is a dictionary"),
        ({"OPTIONS": {"timout": 3}}, "did you mean 'timeout'"),
        ({"OPTIONS": {"api_url": "x"}}, "knows no 'api_url'"),
        ({"OPTIONS": {"timeout": "soon"}}, "a timeout is a positive number"),
        ({"OPTIONS": {"patience": "x"}}, "patience is a number of seconds"),
        ({"OPTIONS": {"wrap": "os.system"}}, "wrap is called with"),
        ({"PATIENCE": "soon"}, "PATIENCE'\\] is a number of seconds"),
        ({"PATIENCE": float("nan")}, "PATIENCE'\\] is a number of seconds"),
        ({"STORES": "x"}, "STORES'\\] is a dictionary"),
        ({"STORES": {"a": "x"}}, "STORES'\\]\\['a'\\] is a dictionary"),
        ({"CLIENT_FOR": "no.such.module"}, "none that can be imported"),
        ({"CLIENT_FOR": "os:system"}, "none that can be imported"),
        ({"CLIENT_FOR": "../x"}, "none that can be imported"),
        ({"CLIENT_FOR": 5}, "none that can be imported"),
    ],
)
def test_settings__what_cannot_be_meant(wrong, told):
    if isinstance(wrong, dict):
        wrong = {"STORE_HASH": "abc", "ACCESS_TOKEN": "token", **wrong}
    with override_settings(BCORM=wrong), pytest.raises(ConfigurationError, match=told):
        connections.session()


def test_client_for__gives_each_request_its_store(pages, store, settings_of):
    """A site for many stores chooses by what it likes; here by the host name."""
    from bcorm import Client, OAuthCredentials
    from bcorm.emulator import Emulator

    with Emulator(empty=True) as other:
        for host, emulator in (("testserver", store), ("localhost", other)):
            many_stores.CLIENTS[host] = Client(
                OAuthCredentials(host, "token"), api_url=emulator.url
            )
        with settings_of(CLIENT_FOR="many_stores.client_of_host"):
            assert pages.get("bcorm/brand/").context["cl"].result_count > 0
            here = pages.client.get("/admin/bcorm/brand/", headers={"host": "localhost"})
            assert here.context["cl"].result_count == 0
            assert [line.path for line in asked(other)] == ["/v3/catalog/brands"]


def test_client_for__a_request_without_a_store(pages, settings_of):
    """An app's callbacks come before it is installed anywhere."""
    with settings_of(CLIENT_FOR="many_stores.no_client"):
        assert pages.client.get("/admin/").status_code == 200
        with pytest.raises(ConfigurationError, match="CLIENT_FOR"):
            connections.session()


def test_session__is_current_within_the_block(store):
    from bcorm import Brand

    with connections.session() as opened:
        assert Brand.objects.first().session is opened
        assert opened.store.lane == "interactive"


def test_debug_page__shows_no_token(pages, settings_of):
    """It shows the variables of every frame, also of where the token is read, which fails here."""
    pages.client.raise_request_exception = False
    with settings_of(STORE_HASH="not / a hash"), override_settings(DEBUG=True):
        response = pages.client.get("/admin/bcorm/product/")
    assert response.status_code == 500
    shown = response.content.decode()
    assert "ConfigurationError" in shown
    assert "SECRET-TOKEN" not in shown
