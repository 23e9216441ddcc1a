"""One write whose answer is lost, in every way: what the session makes of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from ports import free_port

from bcorm import Banner, Brand, Customer, Product
from bcorm.emulator import Fault
from bcorm.emulator.faults import KINDS
from bcorm.exceptions import CommitError, ConnectionFailed
from bcorm.resources.customers import CustomerAddress
from bcorm.resources.products import ProductCustomField, ProductReview

BRANDS, PRODUCTS = "v3/catalog/brands", "v3/catalog/products"
ADDRESSES = "v3/customers/addresses"
STREET = {"city": "Wien", "country_code": "AT", "state_or_province": "W", "postal_code": "1010"}

# Kinds of faults, and whether the store has applied the write that they struck.
WAYS = [(kind, None) for kind in KINDS] + [
    (kind, True) for kind in ("500", "502", "503", "504", "hang")
]


def _fault(store, kind, applied=None, method="", **options):
    seconds = {"429": 0.0, "slow": 0.01, "hang": 0.4}.get(kind, 1.0)
    options.setdefault("seconds", seconds)
    store.faults.add(Fault(kind, method=method, applied=applied, **options))


def _asked(store, method):
    return [request for request in store.requests if request.method == method]


def _commit(session):
    """Commit once, and once more if that makes sense."""
    try:
        return session.commit()
    except CommitError as error:
        if not error.report.temporary:
            raise
        return session.commit()


def _product(name="Chair", **values):
    return Product(name=name, type="physical", weight=1, price=Decimal("9.5"), **values)


@pytest.fixture
def brand(store, work):
    """A saved brand, loaded."""
    store.put_document(BRANDS, {"name": "Acme"})
    found = Brand.objects.get(name="Acme")
    store.clear_requests()
    return found


@pytest.mark.parametrize(("kind", "applied"), WAYS)
def test_a_create_is_done_once(store, work, kind, applied):
    _fault(store, kind, applied, "POST")
    brand = Brand(name="Acme", page_title="All of it")
    work.add(brand)
    _commit(work)
    rows = store.documents(BRANDS)
    assert [(row["id"], row["name"]) for row in rows] == [(brand.id, "Acme")]
    assert not work.new
    brand.name = "Acme Ltd"
    work.commit()
    assert store.documents(BRANDS)[0]["name"] == "Acme Ltd"


@pytest.mark.parametrize(("kind", "applied"), WAYS)
def test_an_update_is_done(store, work, brand, kind, applied):
    _fault(store, kind, applied, "PUT")
    brand.name = "Acme Ltd"
    _commit(work)
    assert [row["name"] for row in store.documents(BRANDS)] == ["Acme Ltd"]
    assert not work.dirty


@pytest.mark.parametrize(("kind", "applied"), WAYS)
def test_a_delete_is_done(store, work, brand, kind, applied):
    _fault(store, kind, applied, "DELETE")
    work.delete(brand)
    _commit(work)
    assert store.documents(BRANDS) == []
    assert not work.deleted


@pytest.mark.parametrize("kind", ["502", "reset-after", "truncated"])
def test_a_batch_of_which_nothing_came_back(store, work, kind):
    _fault(store, kind, True, "POST")
    people = [
        Customer(first_name=f"P{n}", last_name="Doe", email=f"p{n}@shop.example") for n in range(10)
    ]
    work.add_all(people)
    assert len(work.commit().saved) == 10
    rows = store.documents("v3/customers")
    assert sorted(row["email"] for row in rows) == sorted(item.email for item in people)
    assert {row["id"] for row in rows} == {item.id for item in people}
    assert len(_asked(store, "GET")) == 1  # all of them in one look


def test_a_batch_of_which_a_part_was_applied(store, work):
    for number in (0, 2):
        store.put_document(
            "v3/customers",
            {"first_name": f"P{number}", "last_name": "Doe", "email": f"p{number}@shop.example"},
        )
    _fault(store, "504", False, "POST")
    people = [
        Customer(first_name=f"P{n}", last_name="Doe", email=f"p{n}@shop.example") for n in range(4)
    ]
    work.add_all(people)
    assert len(work.commit().saved) == 4
    assert sorted(row["first_name"] for row in store.documents("v3/customers")) == [
        "P0", "P1", "P2", "P3",
    ]  # fmt: skip


def test_children_come_back_with_the_parent_that_they_rode_along_with(store, work):
    _fault(store, "reset-after", None, "POST")
    product = _product()
    work.add(product)
    fields = [product.custom_fields.create(name="Colour", value=value) for value in ("red", "blue")]
    report = work.commit()
    assert set(report.saved) == {product, *fields}
    rows = store.documents(f"{PRODUCTS}/{product.id}/custom-fields")
    assert {(row["id"], row["value"]) for row in rows} == {(one.id, one.value) for one in fields}


def test_a_child_that_the_parent_was_saved_without_is_sent_by_itself(store, work):
    row = {"name": "Chair", "type": "physical", "weight": 1, "price": 9.5}
    row["custom_fields"] = [{"name": "Colour", "value": "red"}]
    store.put_document(PRODUCTS, row)
    _fault(store, "502", None, "POST", path=PRODUCTS)
    product = _product()
    work.add(product)
    red, blue = (product.custom_fields.create(name="Colour", value=v) for v in ("red", "blue"))
    with pytest.raises(CommitError) as caught:
        work.commit()
    assert [failure.object for failure in caught.value.report.failed] == [blue]
    assert caught.value.report.temporary
    assert set(caught.value.report.saved) == {product, red}
    work.commit()
    rows = store.documents(f"{PRODUCTS}/{product.id}/custom-fields")
    assert {row["id"]: row["value"] for row in rows} == {red.id: "red", blue.id: "blue"}


def test_a_row_is_recognised_by_its_whole_natural_key(store, work):
    person = store.put_document(
        "v3/customers", {"first_name": "P", "last_name": "Doe", "email": "p@shop.example"}
    )
    own = {**STREET, "customer_id": person["id"], "first_name": "P", "last_name": "Doe"}
    store.put_document(ADDRESSES, {**own, "address1": "Ring 1"})
    for kind in ("reset-before", "reset-after"):
        _fault(store, kind, None, "POST")
    work.add(CustomerAddress(**own, address1="Ring 2"))
    work.commit()
    streets = [row["address1"] for row in store.documents(ADDRESSES)]
    assert sorted(streets) == ["Ring 1", "Ring 2"]


def test_equal_rows_are_told_apart_by_what_the_session_knows(store, work):
    """Banners may be there twice: the row of the first is not the lost second one's."""
    said = {"content": "Now", "page": "home_page", "location": "top", "date_type": "always"}
    first = Banner(name="Sale", **said)
    work.add(first)
    work.commit()
    _fault(store, "reset-before", None, "POST")
    second = Banner(name="Sale", **said)
    work.add(second)
    work.commit()
    rows = store.documents("v2/banners")
    assert {row["id"] for row in rows} == {first.id, second.id}
    assert len(rows) == 2


def test_a_row_of_the_same_key_with_other_values_is_nobodys_to_take(store, work):
    store.put_document(BRANDS, {"name": "Acme", "page_title": "Somebody else's"})
    _fault(store, "502", None, "POST")
    brand = Brand(name="Acme", page_title="Mine")
    work.add(brand)
    for _ in range(2):  # it stays in doubt, and is not sent again
        with pytest.raises(CommitError, match="other values") as caught:
            work.commit()
        assert [failure.object for failure in caught.value.report.unknown] == [brand]
        assert not caught.value.report.temporary
    assert len(_asked(store, "POST")) == 1
    assert store.documents(BRANDS)[0]["page_title"] == "Somebody else's"
    work.resend(brand)
    with pytest.raises(CommitError, match="409"):
        work.commit()


def test_a_create_that_is_applied_late_is_waited_for(store, work):
    _fault(store, "slow", None, "POST", seconds=0.4)
    store.put_document(PRODUCTS, {"name": "Chair", "type": "physical", "weight": 1, "price": 1})
    product = Product.objects.get(name="Chair")
    field = ProductCustomField(product=product, name="Colour", value="red")
    work.add(field)
    work.commit()
    assert len(_asked(store, "POST")) == 1
    rows = store.documents(f"{PRODUCTS}/{product.id}/custom-fields")
    assert [row["id"] for row in rows] == [field.id]


def test_a_create_that_is_refused_because_it_had_worked_counts_as_saved(store, work):
    """The store applies the first request only after the second look, so the second is refused."""
    _fault(store, "502", None, "POST")
    brand = Brand(name="Acme")
    work.add(brand)

    class Late(Fault):
        def fits(self, method, path):
            if method == "POST" and self.struck == 0 and len(_asked(store, "POST")) == 1:
                self.struck += 1
                store.put_document(BRANDS, {"name": "Acme"})
            return False

    store.faults.add(Late("500"))
    work.commit()
    assert [row["id"] for row in store.documents(BRANDS)] == [brand.id]
    assert len(_asked(store, "POST")) == 2


def test_without_a_natural_key_the_user_decides(store, work):
    store.put_document(PRODUCTS, {"name": "Chair", "type": "physical", "weight": 1, "price": 1})
    product = Product.objects.get(name="Chair")
    review = ProductReview(product=product, title="Fine", date_reviewed="2026-01-02T03:04:05Z")
    work.add(review)
    _fault(store, "reset-before", None, "POST")
    for match in ("the answer was lost", "no natural key"):
        with pytest.raises(CommitError, match=match) as caught:
            work.commit()
        assert [failure.object for failure in caught.value.report.unknown] == [review]
    assert not caught.value.report.temporary
    assert len(_asked(store, "POST")) == 1
    work.resend(review)
    work.commit()
    assert [row["id"] for row in store.documents(f"{PRODUCTS}/{product.id}/reviews")] == [review.id]


def test_a_look_that_fails_too_leaves_the_create_in_doubt(store, work):
    _fault(store, "reset-after", None, "POST")
    _fault(store, "503", None, "GET", times=None)
    brand = Brand(name="Acme")
    work.add(brand)
    for _ in range(2):
        with pytest.raises(CommitError) as caught:
            work.commit()
        assert caught.value.report.temporary
    store.faults.clear()
    assert work.commit().saved == [brand]
    assert len(_asked(store, "POST")) == 1


def test_an_interrupted_create_is_looked_for_by_the_next_commit(store, work, monkeypatch):
    brand = Brand(name="Acme")
    work.add(brand)
    send = type(work.client).request

    def interrupt(client, method, *args, **options):
        answer = send(client, method, *args, **options)
        if method == "POST":
            raise KeyboardInterrupt
        return answer

    monkeypatch.setattr(type(work.client), "request", interrupt)
    with pytest.raises(KeyboardInterrupt):
        work.commit()
    monkeypatch.undo()
    assert work.commit().saved == [brand]
    assert [row["id"] for row in store.documents(BRANDS)] == [brand.id]
    assert len(_asked(store, "POST")) == 1


def test_an_answer_without_the_row_is_completed_by_a_look(store, work, monkeypatch):
    send = type(work.client).request

    def silent(client, method, *args, **options):
        answer = send(client, method, *args, **options)
        if method == "POST":
            answer.body = {"data": {}, "meta": {}}
        return answer

    monkeypatch.setattr(type(work.client), "request", silent)
    brand = Brand(name="Acme")
    work.add(brand)
    work.commit()
    assert [row["id"] for row in store.documents(BRANDS)] == [brand.id]


def test_what_needs_something_that_failed_is_in_the_report_too(store, work):
    store.put_document(BRANDS, {"name": "Acme"})
    brand = Brand(name="Acme")
    product = _product(brand=brand)
    field = product.custom_fields.create(name="Colour", value="red")
    work.add(product)
    with pytest.raises(CommitError) as caught:
        work.commit()
    report = caught.value.report
    assert {failure.object for failure in report.failed} == {brand, product, field}
    assert not report.temporary
    brand.name = "Acme Ltd"
    assert set(work.commit().saved) == {brand, product, field}


def test_an_unreachable_store_has_everything_in_the_report(store, work, make_client):
    there, work.client = work.client, make_client(f"http://127.0.0.1:{free_port()}")
    brand = Brand(name="Acme")
    work.add_all([brand, _product(brand=brand)])
    with pytest.raises(CommitError) as caught:
        work.commit()
    report = caught.value.report
    assert len(report.failed) == 2
    assert isinstance(report.failed[0].error, ConnectionFailed)
    assert report.temporary
    work.client = there
    assert len(work.commit().saved) == 2
