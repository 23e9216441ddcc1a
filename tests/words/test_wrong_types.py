"""Every public call with values of wrong types: an error that helps, or an answer."""

from __future__ import annotations

import inspect

import pytest
import wrong_types

from bcorm import Product, Resource

SESSION = [
    *("add", "add_all", "begin", "call", "commit", "delete", "expire", "expire_all", "expunge"),
    *("flush", "get", "insert", "is_modified", "merge", "partition", "plan", "refresh", "resend"),
    "save",
]

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """Where a text is a good path, a file is written."""
    monkeypatch.chdir(tmp_path)


def listed(found):
    return "\n".join(dict.fromkeys(found))


def test_querysets(session):
    product = Product.objects.get(77)
    for asked in (Product.objects.filter(id=77), product.images, Product.objects.values("id")[:2]):
        assert listed(wrong_types.try_all(asked)) == ""


def test_sessions(session):
    assert listed(wrong_types.try_all(session, iter(SESSION))) == ""


def test_objects(session):
    product = Product.objects.get(77)
    assert listed(wrong_types.try_all(product)) == ""


def test_methods_of_all_resources(session):
    kinds = (classmethod, staticmethod)
    found = []
    for model in wrong_types.models():
        own = [name for name in wrong_types.public(model) if name not in vars(Resource)]
        of_class = [name for name in own if isinstance(inspect.getattr_static(model, name), kinds)]
        found += wrong_types.try_all(model, iter(of_class))
        endpoint = model.endpoint
        above = dict.fromkeys(endpoint.owners, 9)
        (row,) = session.materialize(model, [{endpoint.key or "id": 99}], above, None)
        found += wrong_types.try_all(row, iter(name for name in own if name not in of_class))
        session.expunge_all()
    assert listed(found) == ""


def test_an_unhelpful_error_is_seen():
    class Bad:
        def sorts(self, values):
            return sorted(values)

        def looks(self, value):
            raise AttributeError("'int' object has no attribute '_state'")

    found = list(wrong_types.try_all(Bad()))
    assert any("raw TypeError" in one for one in found)
    assert any("_state in" in one for one in found)
