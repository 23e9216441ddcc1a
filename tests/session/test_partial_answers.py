"""Answers that are neither yes nor no: 207, 422 with rows saved, rows left out, none echoed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import (
    Cart,
    Category,
    CommitError,
    Coupon,
    CustomerAddress,
    Product,
    ProductCategoryAssignment,
    ProductMetafield,
)
from bcorm.emulator import Fault
from bcorm.exceptions import DriftWarning, InvalidValue, StaleObjectError
from bcorm.http.message import Headers, Response
from bcorm.http.transport import RequestsTransport


class Scripted:
    """A transport that answers some requests itself, and passes the others on."""

    def __init__(self, inner):
        self.inner = inner
        self.answers = []
        self.asked = []

    def send(self, request, *, timeout):
        for index, (method, status, change) in enumerate(self.answers):
            if request.method == method:
                del self.answers[index]
                answer = self.inner.send(request, timeout=timeout)
                return change(status, answer)
        return self.inner.send(request, timeout=timeout)

    def close(self):
        self.inner.close()


@pytest.fixture
def script(session):
    """Changes answers on their way back."""
    exchange = session.client._exchange
    scripted = Scripted(exchange._transport)
    assert isinstance(scripted.inner, RequestsTransport)
    exchange._transport = scripted
    return scripted.answers


def changed(edit):
    """An answer with its body edited."""
    from bcorm.http import jsontext

    def change(status, answer):
        body = jsontext.loads(answer.body) if answer.body else None
        return Response(
            status,
            Headers({"Content-Type": "application/json"}),
            jsontext.dumps(edit(body)),
        )

    return change


def partly(errors, **values):
    """A 207: the first row is as it was, for some of its fields, and the errors say why."""

    def edit(body):
        rows = body["data"] if isinstance(body["data"], list) else [body["data"]]
        rows[0].update(values)
        return {**body, "errors": {"status": 207, "title": "Partly", "errors": errors}}

    return edit


def test_207__of_one_row__only_what_was_not_taken_stays_dirty(emulator, session, script):
    product = Product.objects.get(id=77)
    product.price = Decimal(3)
    product.inventory_level = 9
    script.append(
        ("PUT", 207, changed(partly({"inventory_level": "is not tracked"}, inventory_level=0)))
    )
    with pytest.raises(CommitError) as caught:
        session.commit()
    (failure,) = caught.value.report.failed
    assert failure.errors == {"inventory_level": "is not tracked"}
    assert session.dirty == [product]
    emulator.clear_requests()
    session.commit()
    assert [item.body for item in emulator.requests] == [{"inventory_level": 9}]


def test_207__of_a_new_row__it_exists(emulator, session, script):
    product = Product(name="New", type="physical", weight=Decimal(1), price=Decimal(1))
    product.inventory_level = 9
    session.add(product)
    script.append(
        ("POST", 207, changed(partly({"inventory_level": "is not tracked"}, inventory_level=0)))
    )
    with pytest.raises(CommitError):
        session.commit()
    assert product.id
    assert session.new == []
    assert session.dirty == [product]
    session.commit()
    assert [item.method for item in emulator.requests] == ["POST", "PUT"]


def test_207__of_a_batch__the_row_whose_values_differ_failed(emulator, session, script):
    products = list(Product.objects.all()[:4])
    for product in products:
        product.inventory_level = 9
        product.price = Decimal(3)

    def edit(body):
        body["data"][2]["inventory_level"] = 0
        return {**body, "errors": {"status": 207, "errors": {"inventory_level": "is not tracked"}}}

    script.append(("PUT", 207, changed(edit)))
    with pytest.raises(CommitError) as caught:
        session.commit()
    report = caught.value.report
    assert [failure.object for failure in report.failed] == [products[2]]
    assert report.failed[0].errors == {"inventory_level": "is not tracked"}
    assert report.saved == [products[0], products[1], products[3]]
    emulator.clear_requests()
    session.commit()
    assert [(item.path, item.body) for item in emulator.requests] == [
        (f"/v3/catalog/products/{products[2].id}", {"inventory_level": 9})
    ]


def test_207__of_a_batch__messages_that_name_a_row(emulator, session, script):
    products = list(Product.objects.all()[:3])
    for product in products:
        product.custom_url = {"url": f"/new-{product.id}/", "is_customized": True}

    def edit(body):
        return {**body, "errors": {"status": 207, "errors": {"1.custom_url": "is taken"}}}

    script.append(("PUT", 207, changed(edit)))
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert [failure.object for failure in caught.value.report.failed] == [products[1]]


def test_403__of_a_batch_is_not_tried_row_by_row(emulator, session, script):
    products = list(Product.objects.all()[:8])
    for product in products:
        product.price += 1
    script.append(("PUT", 403, changed(lambda body: {"status": 403, "title": "Not in scope"})))
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert len(caught.value.report.failed) == 8
    assert caught.value.report.requests == 1


def test_422_with_rows__the_saved_ones_are_saved(emulator, session):
    product = Product.objects.get(id=77)
    facts = {"namespace": "test", "permission_set": "app_only"}
    taken = product.metafields.create(key="one", value="1", **facts)
    emulator.clear_requests()
    keys = ("two", "one", "three")
    fields = [product.metafields.new(key=key, value="2", **facts) for key in keys]
    with pytest.raises(CommitError) as caught:
        session.commit()
    report = caught.value.report
    assert [failure.object for failure in report.failed] == [fields[1]]
    assert {item.key for item in report.saved} == {"two", "three"}
    assert session.new == [fields[1]]
    stored = emulator.documents("v3/catalog/products/77/metafields")
    assert {item["key"]: item["value"] for item in stored if item["namespace"] == "test"} == {
        "one": "1",
        "two": "2",
        "three": "2",
    }
    fields[1].key = "four"
    session.commit()
    assert taken.value == "1"


def test_metafields__are_deleted_by_a_list_in_the_body(emulator, session):
    product = Product.objects.get(id=77)
    facts = {"namespace": "test", "permission_set": "app_only"}
    fields = [product.metafields.create(key=str(key), value="1", **facts) for key in range(3)]
    emulator.clear_requests()
    for field in fields:
        session.delete(field)
    session.commit()
    (request,) = emulator.requests
    assert (request.method, request.path) == ("DELETE", "/v3/catalog/products/metafields")
    assert not request.query
    assert sorted(request.body) == sorted(field.id for field in fields)
    assert not set(request.body) & {item.id for item in ProductMetafield.objects.all()}
    assert all(item.namespace != "test" for item in product.metafields.all())


def test_rows_that_the_answer_leaves_out_were_not_saved(emulator, session):
    existing = CustomerAddress.objects.filter(customer_id=1)[0]
    copied = (
        "customer_id first_name last_name company address1 address2 city state_or_province "
        "postal_code country_code phone address_type"
    )
    twin = CustomerAddress(**{name: getattr(existing, name) for name in copied.split()})
    other = CustomerAddress(
        customer_id=1, first_name="A", last_name="B", address1="9 Elm", city="Austin",
        state_or_province="Texas", postal_code="78701", country_code="US",
    )  # fmt: skip
    session.add_all([twin, other])
    with pytest.raises(CommitError, match="leaves the row out") as caught:
        session.commit()
    assert [failure.object for failure in caught.value.report.failed] == [twin]
    assert caught.value.report.saved == [other]
    assert other.id


def test_check__refuses_to_overwrite_what_somebody_changed(emulator, session):
    mine, free = Product.objects.filter(id__in=[77, 78])
    mine.price = free.price = Decimal(1)
    emulator.put_document("v3/catalog/products", {"id": 77, "name": "Theirs"})
    emulator.clear_requests()
    with pytest.raises(CommitError) as caught:
        session.commit(check=True)
    (failure,) = caught.value.report.failed
    assert failure.object is mine
    assert isinstance(failure.error, StaleObjectError)
    assert caught.value.report.saved == [free]
    assert [item.method for item in emulator.requests] == ["GET", "PUT"]
    assert caught.value.report.requests == 2
    assert [item.method for item in caught.value.report.sent] == ["PUT"]
    mine.refresh()
    session.commit(check=True)
    session.commit(check=True)
    assert mine.price == 1
    assert mine.name == "Theirs"


def test_report__counts_what_a_commit_reads_and_repeats(emulator, session):
    coupon = Coupon.objects.only("name").first()
    coupon.name = "Ours"
    emulator.faults.add(Fault("503", method="PUT"))
    emulator.clear_requests()
    report = session.commit()
    assert report.requests == len(emulator.requests) > len(report.sent)


def test_check__by_the_version_where_there_is_one(emulator, session):
    product = next(
        item
        for item in Product.objects.include("variants")[:40]
        if item.base_variant_id and item.inventory_tracking == "none"
    )
    mine = Cart.objects.create(line_items=[{"product_id": product.id, "quantity": 2}])
    session.client.put(f"v3/carts/{mine.id}", json={"customer_id": 2, "version": mine.version})
    mine.customer_id = 1
    with pytest.raises(CommitError, match=r"at 2 \(loaded: 1\)"):
        session.commit(check=True)
    mine.refresh()
    session.commit(check=True)
    assert mine.version == 3


def test_check__a_row_that_is_gone(emulator, session):
    mine = Product.objects.get(id=77)
    mine.price = Decimal(1)
    emulator.remove_document("v3/catalog/products", 77)
    with pytest.raises(CommitError) as caught:
        mine.save(check=True)
    assert isinstance(caught.value.report.failed[0].error, StaleObjectError)


def test_check__needs_to_know_what_was_loaded(emulator, session):
    mine = Product.objects.only("sku").get(id=77)
    mine.price = Decimal(1)
    with pytest.raises(CommitError, match="what would be overwritten was not loaded"):
        session.commit(check=True)
    mine.refresh()
    session.commit(check=True)


def test_check__again_after_our_own_commit(emulator, session):
    mine = Product.objects.get(id=77)
    for price in (1, 2, 3):
        mine.price = Decimal(price)
        session.commit(check=True)
    assert mine.price == 3


@pytest.mark.parametrize("key", [78, 0, None, "x", [77]])
def test_the_answer_to_an_update_tells_another_key(emulator, session, script, key):
    product = Product.objects.get(id=77)
    product.price = Decimal(3)

    def edit(body):
        body["data"]["id"] = key
        return body

    script.append(("PUT", 200, changed(edit)))
    session.commit()
    assert (product.id, product.price) == (77, 3)
    assert session.get(Product, 77) is product
    product.price = Decimal(4)
    session.commit()
    assert {item.path for item in emulator.requests if item.method == "PUT"} == {
        "/v3/catalog/products/77"
    }


def test_keys_of_new_objects__in_rows_that_no_answer_shows(emulator, session):
    """An assignment is answered with nothing, and holds the key of what was new beside it."""
    product = Product(name="New", type="physical", weight=Decimal(1), price=Decimal(1))
    category = Category.objects.first()
    assigned = ProductCategoryAssignment(product=product, category=category)
    session.add(assigned)
    session.commit()
    assert assigned.product_id == product.id is not None
    assert assigned.product is product
    assert not session.dirty


def test_what_rides_along_and_is_not_what_was_declared__is_named(emulator, session, script):
    def edit(body):
        body[0]["applies_to"] = "everything"
        return body

    script.append(("GET", 200, changed(edit)))
    coupon = Coupon.objects.get(id=emulator.documents("v2/coupons")[0]["id"])
    coupon.name = "Other"
    with pytest.warns(DriftWarning), pytest.raises(InvalidValue, match="applies_to"):
        session.commit()
    assert [item.method for item in emulator.requests if item.method != "GET"] == []
