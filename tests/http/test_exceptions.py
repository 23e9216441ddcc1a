"""The error tree: families, texts, pickles."""

from __future__ import annotations

import copy
import inspect
import pickle
import re
from types import SimpleNamespace

import pytest

from bcorm import exceptions
from bcorm.exceptions import (
    ApiError,
    BcormError,
    CommitError,
    FieldError,
    InvalidValue,
    ReadOnlyFieldError,
)

CLASSES = [
    value
    for _, value in inspect.getmembers(exceptions, inspect.isclass)
    if issubclass(value, (BcormError, Warning)) and value.__module__ == exceptions.__name__
]
ARGUMENTS = {
    FieldError: ("Product", "pricee", "price"),
    ReadOnlyFieldError: ("Product", "id"),
    InvalidValue: ("Product", "price", "dear", "a decimal number"),
    CommitError: (SimpleNamespace(failed=["a", "b"], unknown=["c"]),),
}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_class_stands_in_the_drawing_and_says_what_it_is(kind):
    assert re.search(rf"\b{kind.__name__}\b", exceptions.__doc__)
    assert kind.__doc__


@pytest.mark.parametrize("kind", [kind for kind in CLASSES if issubclass(kind, BcormError)])
def test_every_error_survives_pickle_and_copy(kind):
    error = kind(*ARGUMENTS.get(kind, ("what happened",)))
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is kind
        assert str(again) == str(error) != ""
        assert again.__dict__ == error.__dict__ or kind is CommitError


@pytest.mark.parametrize(
    ("kind", "family"),
    [
        ("ConfigurationError", ValueError),
        ("FieldError", ValueError),
        ("ObjectDoesNotExist", LookupError),
        ("ReadOnlyFieldError", AttributeError),
        ("InvalidValue", ValueError),
        ("RateLimited", exceptions.ClientError),
        ("ServiceUnavailable", exceptions.ServerError),
        ("UnknownOutcome", ApiError),
        ("FullScanWarning", UserWarning),
    ],
)
def test_families(kind, family):
    assert issubclass(getattr(exceptions, kind), family)


def test_texts_name_the_model_the_field_and_the_way_out():
    assert str(FieldError("Product", "pricee", "price")) == (
        "Product has no field 'pricee'; did you mean 'price'?"
    )
    assert str(InvalidValue("Product", "price", "dear", "a decimal number")) == (
        "Product.price cannot be 'dear': expected a decimal number"
    )
    assert str(ReadOnlyFieldError(SimpleNamespace, "id", "the store sets it")) == (
        "SimpleNamespace.id is read-only: the store sets it"
    )


def test_texts_are_bounded():
    report = SimpleNamespace(failed=[f"row {n} " + "x" * 1000 for n in range(1000)], unknown=["u"])
    text = str(CommitError(report))
    assert text.startswith("1000 failed, 1 unknown\n")
    assert text.endswith("… and 996 more, see .report")
    assert len(text) < 2500
    errors = {f"field{n}": "y" * 1000 for n in range(1000)}
    assert len(str(ApiError("t" * 5000, errors=errors, path="p" * 5000))) < 4000
    assert len(str(InvalidValue("M", "f", "z" * 10_000, "short"))) < 500


def test_an_error_without_details_still_says_what_it_is():
    assert str(exceptions.RequestTimeout()) == "RequestTimeout"
