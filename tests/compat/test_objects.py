"""What the objects are, in each thing that Python does with them: both packages side by side.

`SAME` holds what programs may rely on. `DIFFERENT` holds what is otherwise on purpose, with what
each package gives and the reason.
"""

from __future__ import annotations

import collections.abc
import copy
import json
import pickle
import sys
from decimal import Decimal
from importlib import import_module
from unittest import mock

import attrs
import bigcommerce as official
import pytest

import bcorm.compat
from bcorm import BcormError
from bcorm.compat.exception import NotConnected

ROW = {"id": 5, "name": "Mug", "coupons": {"url": "https://x"}, "price": "1.0", "tags": ["a"]}


@attrs.frozen
class World:
    """A package, and what a step may use of it."""

    package: object

    @property
    def connection(self):
        return self.package.connection.OAuthConnection("client", "abc123", "t" * 31)

    def row(self, kind="Orders", **fields):
        return getattr(self.package.resources, kind)({**ROW, **fields}, _connection="bound")

    def nothing(self):
        return self.package.resources.Orders._create_object({}, connection="bound")

    def listing(self):
        return self.package.resources.Orders._create_object([ROW, ROW], connection="bound")


def with_set(row, name, value):
    setattr(row, name, value)
    return row


def without(row, name):
    del row[name]
    return "_connection" in row, hasattr(row, "_connection")


def patched(row, name):
    with mock.patch.object(row, name, return_value="patched"):
        inside = getattr(row, name)()
    return inside, callable(getattr(row, name))


def patched_class(world):
    kind = world.package.resources.Orders
    with mock.patch.object(kind, "all", return_value="patched"):
        return kind.all()


def subclassed(world):
    class Own(world.package.resources.Orders):
        def label(self):
            return f"#{self.id}"

    own = Own._create_object([ROW], connection="bound")[0]
    return own.label(), own.resource_name, type(own).__name__, own._connection, dict(own)["id"]


def replaced(world):
    with mock.patch.object(world.package.api, "Orders") as orders:
        api = world.package.api.BigcommerceApi(client_id="c", store_hash="abc123")
        api.Orders.all(limit=1)
    return orders.all.call_args == mock.call(connection=api.connection, limit=1)


def raised(work):
    try:
        return work()
    except Exception as error:  # noqa: BLE001 - whatever a step raises is compared
        kinds = KeyError, IndexError, AttributeError, TypeError
        return {kind.__name__ for kind in kinds if isinstance(error, kind)}


def public(row):
    return {name: value for name, value in row.items() if name != "_connection"}


SAME = {
    "is a dict": lambda w: isinstance(w.row(), dict),
    "is an abstract mapping": lambda w: isinstance(w.row(), collections.abc.MutableMapping),
    "is its class": lambda w: type(w.row()) is w.package.resources.Orders,
    "class names": lambda w: [one.__name__ for one in type(w.row()).__mro__][:3],
    "listing is a list": lambda w: type(w.listing()) is list,
    "rows are objects": lambda w: [type(row).__name__ for row in w.listing()],
    "nothing is no list": lambda w: isinstance(w.nothing(), list),
    "nothing is the class": lambda w: type(w.nothing()) is w.package.resources.Orders,
    "nothing has no id": lambda w: raised(lambda: w.nothing().id),
    "nothing by name": lambda w: raised(lambda: w.nothing()["id"]),
    "nothing as text": lambda w: str(w.nothing()),
    "nothing holds a connection": lambda w: "_connection" in w.nothing(),
    "nothing from None": lambda w: str(w.package.resources.Orders(None)),
    "no field": lambda w: raised(lambda: w.row()["nope"]),
    "no attribute": lambda w: raised(lambda: w.row().nope),
    "truth": lambda w: bool(w.row()),
    "dots": lambda w: (w.row().name, w.row()["name"]),
    "fields": lambda w: public(w.row()),
    "order of fields": lambda w: list(public(w.row())),
    "links give way to methods": lambda w: ("coupons" in w.row(), callable(w.row().coupons)),
    "a set attribute is a field": lambda w: public(with_set(w.row(), "x", 1)),
    "a set field is an attribute": lambda w: w.row(x=1).x,
    "set over a method": lambda w: with_set(w.row(), "coupons", [1]).coupons,
    "set over a method, by name": lambda w: with_set(w.row(), "coupons", [1])["coupons"],
    "vars is the object": lambda w: vars(row := w.row()) is row,
    "vars has the fields": lambda w: {k: v for k, v in vars(w.row()).items() if k[0] != "_"},
    "pop": lambda w: (row := w.row()).pop("name") + str("name" in row),
    "pop of nothing": lambda w: raised(lambda: w.row().pop("nope")),
    "pop with a default": lambda w: w.row().pop("nope", 1),
    "the connection, by attribute": lambda w: w.row()._connection,
    "the connection, by name": lambda w: w.row()["_connection"],
    "pop the connection": lambda w: w.row().pop("_connection"),
    "pop it from a plain one": lambda w: w.package.resources.Mapping({"_connection": 1}).pop(
        "_connection"
    ),
    "delete the connection": lambda w: without(w.row(), "_connection"),
    "set the connection": lambda w: with_set(w.row(), "_connection", "new")["_connection"],
    "without a connection": lambda w: raised(lambda: w.package.resources.Orders(ROW)._connection),
    "the connection as a field": lambda w: (
        w.package.resources.Orders({"id": 1, "_connection": "bound"})._connection
    ),
    "other hidden fields": lambda w: w.package.resources.Mapping({"a": 1}, _b=2)["_b"],
    "delete a field": lambda w: raised(lambda: without(w.row(), "nope")),
    "text": lambda w: str(w.row()),
    "repr": lambda w: repr(w.row()).partition(" at ")[0],
    "dir": lambda w: {"name", "coupons", "update"} <= set(dir(w.row())),
    "no hash": lambda w: raised(lambda: hash(w.row())),
    "equal to itself": lambda w: (row := w.row()) == row,
    "unequal": lambda w: w.row() == w.row(name="Cup"),
    "equal rows": lambda w: w.row() == w.row(),
    "copy": lambda w: public(copy.copy(w.row())),
    "copies hold the connection": lambda w: copy.copy(w.row())._connection,
    "copies are their own": lambda w: (copy.copy(row := w.row()).pop("name"), row.name)[1],
    "deep copies are their own": lambda w: copy.deepcopy(row := w.row())["tags"] is row["tags"],
    "pickle": lambda w: public(pickle.loads(pickle.dumps(w.row()))),
    "pickled class": lambda w: type(pickle.loads(pickle.dumps(w.row()))).__name__,
    "json of public fields": lambda w: json.loads(json.dumps(public(w.row()))),
    "setdefault": lambda w: (w.row().setdefault("name", 1), w.row().setdefault("x", 2)),
    "union": lambda w: public(w.row() | {"x": 1}),
    "patched method": lambda w: patched(w.row(), "coupons"),
    "patched update": lambda w: patched(w.row(), "update"),
    "patched class": patched_class,
    "replaced class": replaced,
    "subclass": subclassed,
    "spec": lambda w: isinstance(mock.MagicMock(spec=w.row()), w.package.resources.Orders),
    "mocked connection": lambda w: w.package.resources.Orders.count(mock.MagicMock()) is not None,
    "match": lambda w: bool([1 for one in [w.row()] if isinstance(one, dict) and "id" in one]),
    "connections are copied": lambda w: vars(copy.copy(c := w.connection)) == vars(c),
    "deep copies of connections": lambda w: (
        copy.deepcopy(c := w.connection)._session is not c._session,
        copy.deepcopy(c)._session.headers == c._session.headers,
    ),
    "session headers": lambda w: type(w.connection._session.headers),
    "session auth": lambda w: w.connection._session.auth,
    "logger": lambda w: w.package.connection.log.name,
}

APART = (
    "what iterates, counts, compares, writes or pickles an object's fields meets fields alone, and"
    " hands no token on"
)
NOTHING = "an empty answer is false and has nothing in it, so that loops and tests of it end"
DICT = "a field that a method of `dict` hides is not lost; the method is still the method"
DIFFERENT = {
    "iteration": (lambda w: "_connection" in list(w.row()), True, False, APART),
    "items": (lambda w: "_connection" in dict(w.row().items()), True, False, APART),
    "dict()": (lambda w: "_connection" in dict(w.row()), True, False, APART),
    "unpacking": (lambda w: "_connection" in {**w.row()}, True, False, APART),
    "length": (lambda w: len(w.row()), 5, 4, APART),
    "copy()": (lambda w: "_connection" in w.row().copy(), True, False, APART),
    "equal to a dict": (lambda w: w.row() == public(w.row()), False, True, APART),
    "json": (
        lambda w: raised(lambda: bool(json.dumps(w.package.resources.Orders(ROW, _connection=w)))),
        {"TypeError"},
        True,
        APART,
    ),
    "a pickled connection": (
        lambda w: "_connection" in pickle.loads(pickle.dumps(w.row())),
        True,
        False,
        APART,
    ),
    "nothing is false": (lambda w: bool(w.nothing()), True, False, NOTHING),
    "nothing counted": (lambda w: len(w.nothing()), 1, 0, NOTHING),
    "nothing iterated": (lambda w: list(w.nothing()), ["_connection"], [], NOTHING),
    "nothing sliced": (lambda w: raised(lambda: w.nothing()[:2]), "error", [], NOTHING),
    "nothing by number": (
        lambda w: raised(lambda: w.nothing()[0]),
        {"KeyError"},
        {"KeyError", "IndexError"},
        "who thinks of a list catches IndexError, and who knows the official client KeyError",
    ),
    "a field `items`": (
        lambda w: raised(lambda: w.row("OrderShipments", items=[1])["items"]),
        {"KeyError"},
        [1],
        DICT,
    ),
    "a field `values`": (
        lambda w: raised(lambda: w.row("OptionSetOptions", values=[1])["values"]),
        {"KeyError"},
        [1],
        DICT,
    ),
    "items() of a set field": (
        lambda w: raised(lambda: callable(with_set(w.row(), "items", [1]).items)),
        False,
        True,
        DICT,
    ),
    "a deep copy's dots": (
        lambda w: raised(lambda: copy.deepcopy(w.row()).name),
        {"AttributeError"},
        "Mug",
        "a copy is what it is a copy of",
    ),
    "unknown names": (
        lambda w: hasattr(
            w.package.api.ApiResourceWrapper(w.package.resources.Orders, w), "nonsense"
        ),
        True,
        False,
        "a misspelt method is told when it is looked up, not when it is called",
    ),
    "values of classes": (
        lambda w: w.package.api.ApiResourceWrapper("Orders", w).resource_name == "orders",
        False,
        True,
        "what is no method cannot be called, and is given as it is",
    ),
}


def url(w, call):
    """Where a call of a connection goes."""
    connection = w.connection
    answer = mock.MagicMock(status_code=204, headers={})
    connection._session.request = mock.MagicMock(return_value=answer)
    call(connection)
    return connection._session.request.call_args.args[1].partition("/v2/")[2]


def body(w, data, **headers):
    connection = w.connection
    connection._session.request = mock.MagicMock()
    return raised(
        lambda: (
            connection._run_method("POST", "x", data, headers=headers)
            and connection._session.request.call_args.kwargs["data"]
        )
    )


def no_json(w):
    answer = mock.MagicMock(status_code=200, headers={}, content=b"<html>")
    answer.json.side_effect = ValueError("no JSON")
    try:
        w.connection._handle_response("x", answer)
    except Exception as error:  # noqa: BLE001 - the class is what is asked for
        return type(error).__name__


READ = "what is sent is what the API understands"
KEPT = "an id stays an id: it neither widens what is read or deleted, nor leads elsewhere"
ON_THE_WIRE = {
    "a boolean filter": (
        lambda w: url(w, lambda c: c.get("x", a=True, b=False)),
        "x?a=True&b=False",
        "x?a=true&b=false",
        READ,
    ),
    "a list": (
        lambda w: url(w, lambda c: c.get("x", a=[1, 2])),
        "x?a=%5B1%2C+2%5D",
        "x?a=1%2C2",
        READ,
    ),
    "None": (lambda w: url(w, lambda c: c.get("x", a=None, b=1)), "x?a=None&b=1", "x?b=1", READ),
    "delete 0": (lambda w: url(w, lambda c: c.delete("brands", 0)), "brands", "brands/0", KEPT),
    "get 0": (lambda w: url(w, lambda c: c.get("brands", 0)), "brands", "brands/0", KEPT),
    "a query in an id": (
        lambda w: url(w, lambda c: c.get("brands", "1?a=2")),
        "brands/1?a=2",
        "brands/1%3Fa%3D2",
        KEPT,
    ),
    "a path in an id": (
        lambda w: url(w, lambda c: c.get("brands", "1/../../x")),
        "brands/1/../../x",
        "brands/1%2F..%2F..%2Fx",
        KEPT,
    ),
    "a Decimal": (lambda w: body(w, {"a": Decimal("1.10")}), {"TypeError"}, b'{"a":1.1}', READ),
    "JSON that is called JSON": (
        lambda w: body(w, {"a": 1}, **{"Content-Type": "application/json"}),
        {"a": 1},
        '{"a": 1}',
        "a dictionary that is called JSON is sent as JSON, not as a form",
    ),
    "an answer that is no JSON": (
        no_json,
        "AttributeError",
        "ServerException",
        "the cause is said",
    ),
    "pickled connections": (
        lambda w: raised(lambda: bool(pickle.dumps(w.connection))),
        True,
        {"TypeError"},
        "a token is in no file and no queue",
    ),
}
SAME_ON_THE_WIRE = {
    "a path below an id": lambda w: url(w, lambda c: c.get("orders", "100/products")),
    "text": lambda w: url(w, lambda c: c.get("x", a="b c,d&e=f", **{"id:in": "1,2"})),
    "numbers": lambda w: url(w, lambda c: c.get("x", a=1, b=2.5)),
    "a query in a path": lambda w: url(w, lambda c: c.get("x?a=b")),
    "an empty id": lambda w: url(w, lambda c: c.get("brands", "")),
    "JSON text": lambda w: body(w, '{"a": 1}', **{"Content-Type": "application/json"}),
    "a form": lambda w: body(w, {"a": 1}, **{"Content-Type": "application/x-www-form-urlencoded"}),
    "plain text": lambda w: body(w, "text"),
    "a list of objects": lambda w: body(w, [{"a": None, "ä": 1.0}]),
    "no data": lambda w: body(w, {}),
}

WORLDS = {"official": World(official), "ours": World(bcorm.compat)}


@pytest.mark.parametrize("name", [*SAME, *SAME_ON_THE_WIRE])
def test_same(name):
    ask = {**SAME, **SAME_ON_THE_WIRE}[name]
    theirs, ours = (ask(world) for world in WORLDS.values())
    assert ours == theirs


@pytest.mark.parametrize("name", [*DIFFERENT, *ON_THE_WIRE])
def test_different_on_purpose(name):
    ask, theirs, ours, reason = {**DIFFERENT, **ON_THE_WIRE}[name]
    given = ask(WORLDS["official"])
    assert theirs in (given, "error")
    assert ask(WORLDS["ours"]) == ours != given
    assert reason


def test_nothing__is_a_key_error_and_an_index_error():
    nothing = WORLDS["ours"].nothing()
    for kind in (KeyError, IndexError, BcormError):
        with pytest.raises(kind, match="nothing was found"):
            nothing[0]
    with pytest.raises(IndexError):
        nothing.pop(0)


@pytest.mark.parametrize("kind", ["Orders", "OrderShipments"])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_made_by_hand__says_what_it_needs(kind, verb):
    one = getattr(bcorm.compat.resources, kind)({"id": 1, "order_id": 2})
    with pytest.raises(NotConnected, match=rf"{kind} has no connection: get it with api\.{kind}"):
        getattr(one, verb)()
    with pytest.raises(AttributeError):
        getattr(one, verb)()


@pytest.mark.parametrize("kind", ["Orders", "Products"])
def test_class__without_a_connection_says_so(kind):
    with pytest.raises(NotConnected, match="no connection"):
        getattr(bcorm.compat.resources, kind).all()


def test_pickle__of_the_official_package_is_read(monkeypatch):
    """What a cache holds from before is an object of ours afterwards."""
    text = pickle.dumps(WORLDS["official"].row())
    monkeypatch.setitem(sys.modules, "bigcommerce", bcorm.compat)
    for name in ("resources", "resources.orders"):
        module = import_module(f"bcorm.compat.{name}")
        monkeypatch.setitem(sys.modules, f"bigcommerce.{name}", module)
    found = pickle.loads(text)
    assert type(found) is bcorm.compat.resources.Orders
    assert (found.name, found._connection) == ("Mug", "bound")
    assert vars(found) is found
