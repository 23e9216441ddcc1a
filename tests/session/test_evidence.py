"""What an answer proves: the table of `bcorm.session.evidence`, over real answers."""

from __future__ import annotations

import time
from decimal import Decimal
from types import SimpleNamespace

import pytest

from bcorm import (
    Brand,
    CommitError,
    Coupon,
    Customer,
    CustomerAddress,
    Order,
    OrderProduct,
    Product,
    ProductCustomField,
    ProductImage,
)
from bcorm.exceptions import (
    BadRequest,
    BadResponse,
    ConnectionFailed,
    NotFound,
    RateLimited,
    RequestTimeout,
    ServerError,
    ServiceUnavailable,
    UnknownOutcome,
    ValidationFailed,
)
from bcorm.http import jsontext
from bcorm.http.message import Headers, Response
from bcorm.session import engine
from bcorm.session.evidence import Attempt, Fate, of_attempts, of_error, settles

# Bodies under a success that prove nothing, of a store that has applied nothing.
NOTHING = [
    (200, b""),
    (202, b""),
    (204, b""),
    (200, b"null"),
    (200, b"{}"),
    (200, b'{"data": null}'),
    (200, b'{"data": {}}'),
    (200, b'{"data": []}'),
    (200, b"7"),
    (200, b'"ok"'),
    (200, b'{"status": 500}'),
    (200, b'{"data": {"id": null}}'),
    (200, b'{"data": {"id": 0, "name": "Acme"}}'),
    (200, b"[[]]"),
]

STREET = {
    "first_name": "A", "last_name": "B", "city": "Austin", "state_or_province": "Texas",
    "postal_code": "78701", "country_code": "US",
}  # fmt: skip


class Liar:
    """A transport that answers some requests by itself, and lets the store see them or not."""

    def __init__(self, inner):
        self.inner = inner
        self.lies = []
        self.edits = []

    def edit(self, method, change):
        """Change the document of the next answer to a method."""
        self.edits.append((method, change))

    def lie(self, method, status, body, *, applied=False, path="", times=1, when=lambda: True):
        self.lies.append([method, path, when, status, body, applied, times])

    def send(self, request, *, timeout):
        for lie in self.lies:
            method, path, when, status, body, applied, times = lie
            if request.method == method and path in request.path and times and when():
                lie[-1] = times - 1
                if applied:
                    self.inner.send(request, timeout=timeout)
                return Response(status, Headers({"Content-Type": "application/json"}), body)
        answer = self.inner.send(request, timeout=timeout)
        if self.edits and self.edits[0][0] == request.method:
            document = jsontext.loads(answer.body)
            self.edits.pop(0)[1](document)
            return Response(answer.status, answer.headers, jsontext.dumps(document))
        return answer

    def close(self):
        self.inner.close()


@pytest.fixture
def liar(empty_session):
    """Lies to the session of an empty store, which does not wait long for anything."""
    exchange = empty_session.client._exchange
    exchange._transport = Liar(exchange._transport)
    empty_session.client.patience = 0.05
    return exchange._transport


def _ids(lies):
    return [f"{status} {body.decode()}" for status, body in lies]


def _writes(store):
    return [request.method for request in store.requests if request.method != "GET"]


def _product(store, **values):
    row = {"name": "Chair", "type": "physical", "weight": 1, "price": 5, **values}
    return store.put_document("v3/catalog/products", row)


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (None, Fate.SAVED),
        (ValidationFailed(status=422, body={"title": "no"}), Fate.REFUSED),
        (BadRequest(status=400, body=[{"message": "no"}]), Fate.REFUSED),
        (BadRequest(status=400), Fate.REFUSED),
        (NotFound(status=404, body="<html>"), Fate.DOUBTFUL),
        (BadRequest(status=408, body={}), Fate.DOUBTFUL),
        (BadRequest(status=413, body="<html>"), Fate.REFUSED),
        (RateLimited(status=429), Fate.UNSENT),
        (ConnectionFailed(sent=False), Fate.UNSENT),
        (ConnectionFailed(), Fate.DOUBTFUL),
        (RequestTimeout(), Fate.DOUBTFUL),
        (ServerError(status=500), Fate.DOUBTFUL),
        (ServerError(status=520, body="<html>"), Fate.DOUBTFUL),
        (ServiceUnavailable("Store is suspended", status=503), Fate.UNSENT),
        (UnknownOutcome(status=503), Fate.DOUBTFUL),
        (KeyboardInterrupt(), Fate.DOUBTFUL),
    ],
    ids=repr,
)
def test_one_attempt(error, fate):
    assert of_error(error) is fate


@pytest.mark.parametrize("kind", ["create", "update", "delete", "act"])
@pytest.mark.parametrize("status", [400, 401, 404, 409, 422, 429])
def test_a_refusal_proves_nothing_after_an_attempt_that_may_have_arrived(kind, status):
    from bcorm.http.message import class_for

    refused = class_for(status)(status=status, body={"title": "no"})
    lost, answered = Attempt(0, 1, ConnectionFailed()), Attempt(1, 2, refused)
    gone = kind == "delete" and status == 404
    assert of_attempts(kind, [lost, answered]) is (Fate.SAVED if gone else Fate.DOUBTFUL)
    if not gone:
        assert of_attempts(kind, [answered]) in {Fate.REFUSED, Fate.UNSENT}


def test_the_longest_of_what_may_still_arrive_is_waited_for():
    slow, quick = Attempt(0, 10, RequestTimeout()), Attempt(11, 12, ConnectionFailed())
    assert settles([quick], 3, 30) == 15
    assert settles([slow, quick], 3, 30) == 40
    assert settles([Attempt(0, 1, RateLimited(status=429)), quick], 3, 30) == 15


@pytest.mark.parametrize(("status", "body"), NOTHING, ids=_ids(NOTHING))
def test_a_create_that_was_not_applied_is_not_saved_by_any_success(
    empty_emulator, empty_session, liar, status, body
):
    liar.lie("POST", status, body, times=9)
    brand = Brand(name="Acme")
    empty_session.add(brand)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert (caught.value.report.saved, brand.id) == ([], None)
    assert [one.object for one in caught.value.report.unknown] == [brand]
    liar.lies.clear()
    assert empty_session.commit().saved == [brand]
    assert [row["id"] for row in empty_emulator.documents("v3/catalog/brands")] == [brand.id]


@pytest.mark.parametrize(("status", "body"), NOTHING, ids=_ids(NOTHING))
def test_a_create_that_was_applied_is_found_whatever_the_success_says(
    empty_emulator, empty_session, liar, status, body
):
    liar.lie("POST", status, body, applied=True)
    brand = Brand(name="Acme")
    empty_session.add(brand)
    assert empty_session.commit().saved == [brand]
    assert [row["id"] for row in empty_emulator.documents("v3/catalog/brands")] == [brand.id]
    assert _writes(empty_emulator) == ["POST"]


@pytest.mark.parametrize("applied", [True, False])
@pytest.mark.parametrize("lie", NOTHING, ids=_ids(NOTHING))
def test_an_update_is_saved_if_its_row_shows_it(empty_emulator, empty_session, liar, lie, applied):
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    product.price = Decimal(7)
    liar.lie("PUT", *lie, applied=applied)
    if applied:
        assert empty_session.commit().saved == [product]
        assert not empty_session.dirty
    else:
        with pytest.raises(CommitError) as caught:
            empty_session.commit()
        assert [one.object for one in caught.value.report.unknown] == [product]
        assert empty_session.dirty == [product]
        empty_session.commit()
    assert empty_emulator.documents("v3/catalog/products")[0]["price"] == 7


@pytest.mark.parametrize("body", [b"7", b'"ok"', b'{"status": 500}', b'{"data": {"status": 502}}'])
def test_a_delete_that_was_answered_by_something_odd_is_looked_for(
    empty_emulator, empty_session, liar, body
):
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    empty_session.delete(product)
    liar.lie("DELETE", 200, body)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert [one.object for one in caught.value.report.unknown] == [product]
    assert empty_session.commit().saved == [product]
    assert empty_emulator.documents("v3/catalog/products") == []


@pytest.mark.parametrize("gone", [True, False])
def test_a_404_that_is_not_the_apis_says_nothing_of_a_delete(
    empty_emulator, empty_session, liar, gone
):
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    if gone:
        empty_emulator.remove_document("v3/catalog/products", row["id"])
    empty_session.delete(product)
    liar.lie("DELETE", 404, b"<html><title>Not found</title></html>")
    if gone:
        assert empty_session.commit().saved == [product]
    else:
        with pytest.raises(CommitError) as caught:
            empty_session.commit()
        assert [one.object for one in caught.value.report.unknown] == [product]


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"null", b'{"data": null}', b'{"data": {}}', b"7", b'{"status": 500}']
)
def test_a_look_that_shows_no_list_proves_nothing(empty_emulator, empty_session, liar, body):
    """Custom fields may be there twice: what is sent again after such a look is a duplicate."""
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    below = f"v3/catalog/products/{product.id}/custom-fields"
    field = ProductCustomField(product=product, name="Colour", value="red")
    empty_session.add(field)
    liar.lie("POST", 200, b"", applied=True)
    liar.lie("GET", 200, body, path="custom-fields", times=99)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert [one.object for one in caught.value.report.unknown] == [field]
    liar.lies.clear()
    assert empty_session.commit().saved == [field]
    assert [row["id"] for row in empty_emulator.documents(below)] == [field.id]


@pytest.mark.parametrize("ids", [[None, None], [0, 0], ["x", "y"], ["", None]])
def test_a_batch_whose_rows_lost_their_keys_is_looked_for(empty_emulator, empty_session, liar, ids):
    people = [Customer(email=f"{n}@e.com", first_name="A", last_name="B") for n in range(2)]
    empty_session.add_all(people)
    rows = [
        {"id": key, "email": one.email, "first_name": "A", "last_name": "B"}
        for key, one in zip(ids, people, strict=True)
    ]
    liar.lie("POST", 200, jsontext.dumps({"data": rows, "meta": {}}), applied=True)
    assert set(empty_session.commit().saved) == set(people)
    found = {row["email"]: row["id"] for row in empty_emulator.documents("v3/customers")}
    assert found == {one.email: one.id for one in people}


def test_an_answer_with_another_objects_row_proves_nothing(empty_emulator, empty_session, liar):
    first = Brand(name="First")
    empty_session.add(first)
    empty_session.commit()
    second = Brand(name="Second")
    empty_session.add(second)
    liar.lie("POST", 200, b'{"data": {"id": %d, "name": "First"}}' % first.id, applied=True)
    assert empty_session.commit().saved == [second]
    names = {row["id"]: row["name"] for row in empty_emulator.documents("v3/catalog/brands")}
    assert names == {first.id: "First", second.id: "Second"}


@pytest.mark.parametrize("status", [401, 403, 404, 409, 422])
@pytest.mark.parametrize("applied", [True, False])
def test_an_update_that_is_refused_after_it_may_have_arrived(
    empty_emulator, empty_session, liar, status, applied
):
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    product.price = Decimal(7)
    liar.lie("PUT", 502, b"", applied=applied)
    liar.lie("PUT", status, b'{"status": %d, "title": "no"}' % status, times=9)
    if applied and status != 401:  # after a 401 nothing more is asked
        assert empty_session.commit().saved == [product]
        return
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    report = caught.value.report
    assert report.saved == []
    assert [one.object for one in [*report.failed, *report.unknown]] == [product]
    assert bool(report.unknown) is (status == 401)


def test_a_conflict_after_a_lost_create_whose_look_fails_is_unknown(
    empty_emulator, empty_session, liar
):
    liar.lie("POST", 500, b"", applied=True)
    brand = Brand(name="Acme")
    empty_session.add(brand)
    # Looks are told that there is nothing, until the row has stood in the way of a second request.
    liar.lie(
        "GET", 200, b'{"data": [], "meta": {}}', times=99,
        when=lambda: len(_writes(empty_emulator)) < 2,
    )  # fmt: skip
    liar.lie("GET", 503, b"", times=99)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert [one.object for one in caught.value.report.unknown] == [brand]
    assert caught.value.report.temporary
    liar.lies.clear()
    assert empty_session.commit().saved == [brand]
    assert len(empty_emulator.documents("v3/catalog/brands")) == 1


def _order(**values):
    address = {
        "first_name": "A", "last_name": "B", "street_1": "1 Elm", "city": "Austin",
        "state": "Texas", "zip": "78701", "country": "United States", "email": "a@b.example",
    }  # fmt: skip
    lines = [
        OrderProduct(name=name, quantity=1, price_inc_tax=Decimal(5), price_ex_tax=Decimal(5))
        for name in ("Chair", "Table")
    ]
    return Order(status_id=1, customer_id=0, billing_address=address, products=lines, **values)


@pytest.mark.parametrize(("status", "body"), [(500, b""), (200, b""), (200, b"[]"), (502, b"<")])
def test_an_order_that_can_be_found_is_found_with_its_lines(
    empty_emulator, empty_session, liar, status, body
):
    order = _order(external_order_id="E1")
    lines = list(order.products)
    empty_session.add(order)
    liar.lie("POST", status, body, applied=True)
    assert set(empty_session.commit().saved) == {order, *lines}
    (row,) = empty_emulator.documents("v2/orders")
    stored = empty_emulator.documents(f"v2/orders/{row['id']}/products")
    assert row["id"] == order.id
    assert {line["id"]: line["name"] for line in stored} == {one.id: one.name for one in lines}
    assert empty_session.commit().requests == 0


@pytest.mark.parametrize("status", [500, 502, 503])
def test_an_order_is_not_sent_a_second_time_without_the_users_word(
    empty_emulator, empty_session, liar, status
):
    order = _order(external_order_id="E1")
    empty_session.add(order)
    liar.lie("POST", status, b"")
    for _ in range(3):
        with pytest.raises(CommitError, match="resend") as caught:
            empty_session.commit()
        assert order in [one.object for one in caught.value.report.unknown]
        assert not caught.value.report.temporary
    assert empty_emulator.documents("v2/orders") == []
    empty_session.resend(order)
    empty_session.commit()
    assert len(empty_emulator.documents("v2/orders")) == 1


def test_lines_of_an_order_whose_natural_keys_differ_are_saved_once(emulator, session):
    product = Product.objects.first()
    order = _order()
    session.add(order)
    session.commit()
    for values in ({"product_id": product.id}, {"name": "gift wrap"}, {"name": "card"}):
        price = {"price_inc_tax": Decimal(5), "price_ex_tax": Decimal(5)}
        order.products.add(OrderProduct(quantity=1, **price, **values))
    assert len(session.commit(acknowledge=["discounts"]).saved) == 3
    assert session.commit().requests == 0
    assert len(emulator.documents(f"v2/orders/{order.id}/products")) == 5
    assert all(line.id for line in order.products)


def test_thirty_errors_wait_once(empty_emulator, empty_session, liar, monkeypatch):
    """Each coupon is a request of its own, and each is answered by an error."""
    slept = []
    clock = SimpleNamespace(monotonic=lambda: time.monotonic() + sum(slept))
    monkeypatch.setattr(engine, "time", clock)
    monkeypatch.setattr(engine, "cancellable_sleep", slept.append)
    liar.lie("POST", 500, b"", times=30)
    empty_session.client.patience = 300
    coupons = [
        Coupon(
            name=f"c{n}", code=f"C{n}", type="per_item_discount", amount=Decimal(1),
            applies_to={"entity": "categories", "ids": [0]},
        )
        for n in range(30)
    ]  # fmt: skip
    empty_session.add_all(coupons)
    assert len(empty_session.commit().saved) == 30
    assert len(empty_emulator.documents("v2/coupons")) == 30
    assert 200 < sum(slept) <= 300


def test_rollback_keeps_what_nobody_knows_of(empty_emulator, empty_session, liar):
    row = _product(empty_emulator)
    product = Product.objects.get(id=row["id"])
    image = ProductImage(product=product, image_url="https://example.com/a.jpg")
    brand = Brand(name="Never sent")
    empty_session.add(image)
    liar.lie("POST", 502, b"", applied=True)
    with pytest.raises(CommitError):
        empty_session.commit()
    empty_session.add(brand)
    empty_session.rollback()
    assert empty_session.new == [image]
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert [one.object for one in caught.value.report.unknown] == [image]
    empty_session.expunge(image)
    assert empty_session.commit().requests == 0


def test_an_address_that_is_there_already_is_saved_only_if_nobody_has_it(emulator, session):
    """A batch leaves out what exists: once our own equal row, once another object's."""
    values = {
        "customer_id": 1, "first_name": "A", "last_name": "B", "address1": "9 Elm",
        "city": "Austin", "state_or_province": "Texas", "postal_code": "78701",
        "country_code": "US",
    }  # fmt: skip
    emulator.put_document("v3/customers/addresses", values)
    address = CustomerAddress(**values)
    other = CustomerAddress(**{**values, "address1": "10 Elm"})
    session.add_all([address, other])
    assert set(session.commit().saved) == {address, other}
    twin = CustomerAddress(**values)
    session.add(twin)
    with pytest.raises(CommitError, match="leaves the row out"):
        session.commit()


@pytest.mark.parametrize("status", [401, 403, 422])
def test_companions_that_cannot_be_read_fail_in_the_report(
    empty_emulator, empty_session, liar, status
):
    coupon = {
        "name": "Old", "code": "OLD", "type": "per_item_discount", "amount": "1",
        "applies_to": {"entity": "categories", "ids": [0]},
    }  # fmt: skip
    empty_emulator.put_document("v2/coupons", coupon)
    found = Coupon.objects.only("name").get(code="OLD")
    found._state.row.pop("applies_to", None)
    found._state.partial = True
    found.name = "New"
    brand = Brand(name="Acme")
    empty_session.add(brand)
    liar.lie("GET", status, b'{"status": %d, "title": "no"}' % status, path="coupons", times=9)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    report = caught.value.report
    assert report.saved == [brand]
    assert [(one.object, one.error.status) for one in report.failed] == [(found, status)]
    liar.lies.clear()
    empty_session.commit()
    assert empty_emulator.documents("v2/coupons")[0]["name"] == "New"


def test_a_deadline_ends_a_commit_in_its_report(empty_emulator, empty_session, liar):
    empty_session.client.patience = 60
    row = _product(empty_emulator)
    field = ProductCustomField(product_id=row["id"], name="Colour", value="red")
    brand = Brand(name="Acme")
    empty_session.add_all([field, brand])
    liar.lie("POST", 502, b"", path="custom-fields")
    with pytest.raises(CommitError) as caught:
        empty_session.commit(deadline=5)
    report = caught.value.report
    assert [one.object for one in report.unknown] == [field]
    assert report.saved == [brand]
    assert empty_session.new == [field]
    with pytest.raises(CommitError) as caught:
        empty_session.commit(deadline=0)
    assert caught.value.report.temporary


def test_rows_without_keys_are_no_proof_that_a_row_is_gone(empty_emulator, empty_session, liar):
    row = empty_emulator.put_document(
        "v3/customers", {"email": "a@e.com", "first_name": "A", "last_name": "B"}
    )
    person = Customer.objects.get(id=row["id"])
    empty_session.delete(person)
    liar.lie("DELETE", 503, b"", times=99)
    rows = [{"id": None, "email": "a@e.com", "first_name": "A", "last_name": "B"}]
    liar.lie("GET", 200, jsontext.dumps({"data": rows, "meta": {}}), times=99)
    with pytest.raises(CommitError) as caught:
        empty_session.commit()
    assert [one.object for one in caught.value.report.unknown] == [person]
    liar.lies.clear()
    assert empty_session.commit().saved == [person]
    assert empty_emulator.documents("v3/customers") == []


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("lost", ["nested", "listed", "neither"])
def test_one_that_has_all_of_another_and_more_is_not_taken_for_it(
    empty_emulator, empty_session, liar, lost, turned
):
    """Two addresses of one house: the row of the flat holds all that the house has sent."""
    person = Customer(email="a@e.com", first_name="A", last_name="B")
    house = CustomerAddress(**STREET, address1="1 Elm")
    flat = CustomerAddress(**STREET, address1="1 Elm", address2="Flat 2")
    both = [flat, house] if turned else [house, flat]
    empty_session.add(person)
    if lost != "nested":
        empty_session.commit()
    for one in both:
        person.addresses.add(one)
    if lost == "listed":
        liar.lie("POST", 200, b"", path="addresses", applied=True)
    assert len(empty_session.commit().saved) == (3 if lost == "nested" else 2)
    found = {
        row["id"]: row["address2"] for row in empty_emulator.documents("v3/customers/addresses")
    }
    assert found == {house.id: "", flat.id: "Flat 2"}


def test_rows_in_another_order_belong_to_those_that_sent_them(empty_emulator, empty_session, liar):
    person = Customer(email="a@e.com", first_name="A", last_name="B")
    empty_session.add(person)
    empty_session.commit()
    house = CustomerAddress(**STREET, address1="1 Elm")
    flat = CustomerAddress(**STREET, address1="1 Elm", address2="Flat 2")
    for one in (house, flat):
        person.addresses.add(one)
    liar.edit("POST", lambda document: document["data"].reverse())
    empty_session.commit()
    found = {
        row["id"]: row["address2"] for row in empty_emulator.documents("v3/customers/addresses")
    }
    assert found == {house.id: "", flat.id: "Flat 2"}


def test_a_row_of_another_is_not_taken_for_ones_own(empty_emulator, empty_session, liar):
    """Whatever is changed afterwards would be written to the other one."""
    mine, other = _product(empty_emulator), _product(empty_emulator, name="Other", price=77)
    product = Product.objects.get(id=mine["id"])
    liar.lie("GET", 200, jsontext.dumps({"data": {**other}, "meta": {}}), times=9)
    with pytest.raises(BadResponse):
        product.refresh()
    empty_session.expire(product)
    with pytest.raises(BadResponse):
        assert product.name
    liar.lies.clear()
    product.price += 1
    assert empty_session.commit().saved == [product]
    prices = {row["name"]: row["price"] for row in empty_emulator.documents("v3/catalog/products")}
    assert prices == {"Chair": 6, "Other": 77}
