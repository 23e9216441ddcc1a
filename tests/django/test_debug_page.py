"""Django's debug page shows the variables of every frame: no token is among them."""

import sys

import pytest
from django.test import override_settings
from django.views.debug import ExceptionReporter
from shown import check

from bcorm.contrib.django import connections
from bcorm.exceptions import ConfigurationError

TOKEN = "a-token-that-nobody-may-see"


def shown(setting):
    """Return the error of reading a setting, and what Django shows of bcorm's frames."""
    with override_settings(BCORM=setting):
        try:
            connections.configuration()
        except ConfigurationError as error:
            found = ExceptionReporter(None, *sys.exc_info()).get_traceback_data()["frames"]
            frames = [frame for frame in found if "bcorm/contrib" in frame["filename"]]
            assert frames
            return error, str([frame["vars"] for frame in frames])
    raise AssertionError("the setting was taken")


@pytest.mark.parametrize(
    ("setting", "right"),
    [
        ({"access_token": TOKEN}, "did you mean 'ACCESS_TOKEN'?"),
        ({"STORE_HASH": "abc", "ACCES_TOKEN": TOKEN}, "did you mean 'ACCESS_TOKEN'?"),
        ({"TOKEN": [TOKEN, TOKEN]}, "did you mean"),
        ({"STORES": {"one": {"store_hash": "abc", "access_token": TOKEN}}}, "'STORE_HASH'"),
        ({"STORES": {"one": {"STORE_HASH": "abc", "AUTH_TOKEN": TOKEN}}}, "BCORM['STORES']['one']"),
    ],
)
def test_a_misspelt_setting_shows_no_token(setting, right):
    error, frames = shown(setting)
    assert right in str(error)
    assert TOKEN not in frames


@pytest.mark.parametrize(
    "options",
    [
        {"acess_token": TOKEN},
        {"proxies": {"https": f"http://user:{TOKEN}@proxy:3128"}, "timeout": -1},
    ],
)
def test_a_misspelt_option_of_the_client_shows_no_token(options):
    setting = {"STORE_HASH": "abc", "ACCESS_TOKEN": "another", "OPTIONS": options}
    with override_settings(BCORM=setting), pytest.raises((TypeError, ConfigurationError)) as caught:
        connections.find_client()
    check(caught.value, TOKEN)


def test_a_name_that_is_like_none_is_refused_with_all_that_mean_something():
    error, frames = shown({"CREDENTIAL": TOKEN})
    assert "it knows ACCESS_TOKEN, API_URL" in str(error)
    assert TOKEN not in frames
