"""Bad input fails before the first request, and names the object and the field."""

from __future__ import annotations

import pytest

from bcorm import (
    Brand,
    CommitError,
    Product,
    ProductImage,
    ProductMetafield,
)
from bcorm.exceptions import InvalidValue, QueryError
from bcorm.model import Resource, field, readonly
from bcorm.model.report import NotSent
from bcorm.query.endpoint import Endpoint


def test_a_child_without_a_parent_is_refused_before_anything_is_sent(emulator, session):
    session.add(Brand(name="first in line"))
    orphan = ProductImage(image_url="http://e.com/x.png")
    session.add(orphan)
    for attempt in (session.plan, session.commit):
        with pytest.raises(InvalidValue, match=r"product=… or product_id=…") as caught:
            attempt()
        assert (caught.value.model, caught.value.field) == ("ProductImage", "product_id")
    assert emulator.requests == []
    assert not session.unknown
    session.expunge(orphan)
    assert session.commit().requests == 1


def test_rows_of_a_store_wide_batch_need_their_parents_too(emulator, session):
    for key in "ab":
        session.add(ProductMetafield(key=key, namespace="n", value="v", permission_set="app_only"))
    with pytest.raises(InvalidValue, match=r"ProductMetafield\.resource_id"):
        session.commit()
    assert emulator.requests == []


class Notice(Resource):
    """A row that can only be read, of a class of somebody's own."""

    id: int = readonly()
    text: str = field()

    endpoint = Endpoint(path="v3/notices", verbs=("list", "get"))


def test_what_the_api_does_not_write_is_refused_before_anything_is_sent(emulator, session):
    session.add(Brand(name="first in line"))
    new = Notice(text="Mine")
    session.add(new)
    with pytest.raises(QueryError, match="cannot create Notice rows"):
        session.commit()
    session.expunge(new)
    (found,) = session.materialize(Notice, [{"id": 1, "text": "Theirs"}], {}, None)
    found.text = "Mine"
    with pytest.raises(QueryError, match="cannot update Notice rows"):
        session.commit()
    found.text = "Theirs"
    with pytest.raises(QueryError, match="cannot delete Notice rows"):
        session.delete(found)
    assert emulator.requests == []
    assert session.commit().requests == 1


def test_a_value_that_no_json_can_carry_is_refused_before_anything_is_sent(emulator, session):
    session.add(Brand(name="first in line"))
    brand = Brand(name="second")
    brand.__dict__["meta_keywords"] = [float("nan")]  # as a converter would let it pass
    brand._note("meta_keywords")
    session.add(brand)
    with pytest.raises(InvalidValue, match=r"Brand\.meta_keywords.*name='second'"):
        session.commit()
    assert emulator.requests == []


def test_what_fails_here_in_the_middle_of_a_commit_is_reported_as_not_sent(
    emulator, session, monkeypatch
):
    product = session.get(Product, 77)
    product.price += 1
    brand = Brand(name="first in line")
    session.add(brand)
    call = session.client.request

    def broken(method, path, **options):
        if method == "PUT":
            options["params"] = {"since": object()}
        return call(method, path, **options)

    monkeypatch.setattr(session.client, "request", broken)
    with pytest.raises(CommitError) as caught:
        session.commit()
    report = caught.value.report
    assert report.saved == [brand]
    (failure,) = report.failed
    assert failure.object is product
    assert isinstance(failure.error, NotSent)
    assert not failure.temporary
    assert (report.requests, report.unknown, session.unknown) == (1, [], {})
    assert session.dirty == [product]
