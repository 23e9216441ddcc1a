"""Rows of every resource: what the wire says is what Python holds, and says again."""

from __future__ import annotations

import pickle
from datetime import datetime, timezone
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bcorm
from bcorm import resources
from bcorm.exceptions import ReadOnlyFieldError
from bcorm.http import jsontext
from bcorm.model import timestamps
from bcorm.model.mapper import mapper_for
from bcorm.model.types import (
    Boolean,
    Choice,
    Day,
    Either,
    Float,
    Integer,
    Moment,
    Money,
    Nested,
    Sequence,
    Table,
    Text,
)
from bcorm.resources import v2
from bcorm.session.requests import difference, writable

MODELS = [
    model
    for package, index in ((resources, resources.INDEX), (v2, v2.V2_INDEX))
    for model in (getattr(package, name) for name in index)
    if hasattr(model, "endpoint")
]
everyone = pytest.mark.parametrize(
    "model", MODELS, ids=lambda model: f"v{model.endpoint.version}.{model.__name__}"
)
few = settings(
    max_examples=4,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

MOMENTS = st.datetimes(
    datetime(1971, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone itself
    datetime(2037, 1, 1),  # noqa: DTZ001
    timezones=st.just(timezone.utc),
).map(lambda moment: moment.replace(microsecond=0))
NAMES = st.text("abcdefgh_", min_size=1, max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=3,
)


def amounts(converter):
    low = Decimal(str(converter.minimum)) if converter.minimum is not None else Decimal(-10_000)
    high = Decimal(str(converter.maximum)) if converter.maximum is not None else Decimal(10**7)
    return st.decimals(low, min(high, Decimal(10**9)), places=4)


def whole(converter):
    low = int(converter.minimum) if converter.minimum is not None else -(10**6)
    high = int(converter.maximum) if converter.maximum is not None else 10**9
    return st.integers(low, high)


def wire(converter, depth=3):  # noqa: C901, PLR0912 - one line for each kind of type
    """Values as the API writes them, for a field of that type."""
    match converter:
        case Text():
            return st.text(st.characters(codec="utf-8"), max_size=min(converter.max_length or 9, 9))
        case Choice():
            return st.sampled_from(converter.choices)
        case Boolean():
            forms = {"flag": [0, 1], "string": ["0", "1"]}
            return st.sampled_from(forms.get(converter.form, [True, False]))
        case Integer():
            return whole(converter).map(str if converter.form == "string" else int)
        case Float():
            return st.floats(0, 1000, allow_nan=False).map(lambda number: Decimal(repr(number)))
        case Money():
            shown = amounts(converter)
            return shown.map(lambda number: f"{number:f}") if converter.as_text else shown
        case Moment():
            return MOMENTS.map(lambda moment: timestamps.write(moment, converter.form))
        case Day():
            return MOMENTS.map(lambda moment: moment.date().isoformat())
        case Sequence():
            return st.lists(wire(converter.item, depth), max_size=3)
        case Table():
            return st.dictionaries(NAMES, wire(converter.item, depth), max_size=3)
        case Nested():
            if not depth:  # a struct may hold others of its own kind
                return st.none()
            return rows_of(mapper_for(converter.struct, converter.version), depth - 1)
        case Either():
            return st.one_of([wire(member, depth) for member in converter.members])
        case _:
            return JSON


def rows_of(mapper, depth=3):
    """Rows with a value for each field, for some of them, or null."""
    written = {field.options.shown_as: field for field in mapper.fields.values()}
    shown = {
        field.wire: wire(field.converter, depth)
        for field in mapper.fields.values()
        if not field.options.write_only
    }
    for name, field in written.items():
        if name is not None:  # where the API shows, as a text, what was written to another field
            texts = wire(field.converter, depth).filter(lambda value: isinstance(value, str))
            shown[mapper.fields[name].wire] = texts
    return st.fixed_dictionaries(
        {}, optional={name: st.none() | values for name, values in shown.items()}
    )


@cache  # what building them takes is more than what drawing takes
def listed(model):
    """Rows as they come in lists: with a key, where the endpoint has one."""
    mapper, key = mapper_for(model), model.endpoint.key
    if key is None:
        return rows_of(mapper)
    field = mapper.field(key)
    return st.builds(
        lambda row, value: {**row, field.wire: value}, rows_of(mapper), wire(field.converter)
    )


def loaded(model, row):
    """An object of a row, as a query makes it; without a session."""
    session = bcorm.Client(
        bcorm.OAuthCredentials("testing", "not-a-secret"), api_url="http://127.0.0.1:9"
    ).session()
    parents = dict.fromkeys(model.endpoint.placeholders, 1)
    return session.materialize(model, [row], parents or None, None)[0]


@everyone
@few
@given(data=st.data())
def test_what_was_read_can_be_set_again_and_changes_nothing(model, data):
    mapper = mapper_for(model)
    row = data.draw(listed(model), label="row")
    item = loaded(model, dict(row))
    for name, field in mapper.fields.items():
        if field.wire not in row:
            continue
        value = getattr(item, name)
        if field.options.readonly:
            with pytest.raises(ReadOnlyFieldError):
                setattr(item, name, value)
        else:
            setattr(item, name, value)
    assert difference(item) == {}
    assert item.raw == row


@everyone
@few
@given(data=st.data())
def test_pickles_hold_the_same(model, data):
    mapper = mapper_for(model)
    row = data.draw(listed(model), label="row")
    item = loaded(model, dict(row))
    changed = data.draw(st.sets(st.sampled_from(sorted(mapper.fields) or [""])), label="changed")
    for name in changed:
        field = mapper.fields.get(name)
        if field is not None and field.wire in row and not field.options.readonly:
            item._note(name)
            getattr(item, name)
    twin = pickle.loads(pickle.dumps(item))
    assert twin.raw == row
    for name, field in mapper.fields.items():
        if field.wire in row:
            assert getattr(twin, name) == getattr(item, name)
    assert difference(twin) == difference(item) == {}


@everyone
@few
@given(data=st.data())
def test_a_change_is_sent_alone_and_comes_back_the_same(model, data):
    mapper = mapper_for(model)
    row = data.draw(listed(model), label="row")
    free = [
        name
        for name, field in mapper.fields.items()
        if not (field.options.readonly or field.options.create_only)
    ]
    if not free:
        return
    name = data.draw(st.sampled_from(free), label="field")
    field = mapper.fields[name]
    other = data.draw(wire(field.converter), label="new value")
    value = field.converter.load(other)
    if value is None:
        return
    item = loaded(model, dict(row))
    setattr(item, name, value)
    body = difference(item)
    # Where the API shows under another name what was written, that is what is held.
    shown = mapper.fields[field.options.shown_as or name].wire
    known = [raw for raw in (row.get(shown), row.get(field.wire)) if raw is not None]
    same = any(field.converter.same(raw, value) for raw in known)
    assert set(body) == (set() if same else {field.wire})
    if not same and not field.options.merge:
        assert body[field.wire] == writable(field.converter, value)
        again = field.converter.load(jsontext.loads(jsontext.dumps(body[field.wire])))
        assert readable(field, again) == readable(field, value)
    if field.wire in row:
        setattr(item, name, field.converter.load(known[0]) if known else None)
        assert difference(item) == {}


def readable(field, value):
    """A value without what only the API sets, which is not sent and does not come back."""
    return writable(field.converter, value) if field.converter.mutable else value


@given(MOMENTS, st.sampled_from(["iso", "rfc2822", "unix", "unix_string"]))
def test_moments__every_form_means_the_same(moment, form):
    assert timestamps.parse(timestamps.write(moment, form)) == moment


@pytest.mark.parametrize(
    "text",
    [
        "2018-01-10T21:05:30Z",
        "2018-01-10T21:05:30+00:00",
        "2018-01-10T21:05:30+0000",
        "2018-01-10T22:05:30+01:00",
        "2018-01-10T21:05:30.000Z",
        "2018-01-10T21:05:30.0000000Z",
        "2018-01-10 21:05:30",
        "Wed, 10 Jan 2018 21:05:30 +0000",
        "Wed, 10 Jan 2018 21:05:30 GMT",
        "1515618330",
        1515618330,
    ],
)
def test_moments__all_spellings_of_the_api(text):
    assert timestamps.parse(text) == datetime(2018, 1, 10, 21, 5, 30, tzinfo=timezone.utc)


@pytest.mark.parametrize("text", ["", "0", 0, "0000-00-00 00:00:00", "  "])
def test_moments__none(text):
    assert timestamps.parse(text) is None


@pytest.mark.parametrize("text", ["tomorrow", "2018-13-01", True, [], {}, "99999999999999999999"])
def test_moments__nonsense(text):
    with pytest.raises(ValueError):
        timestamps.parse(text)
