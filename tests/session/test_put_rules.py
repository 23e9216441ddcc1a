"""PUT rules: what a careless PUT would have destroyed, and that the session prevents it.

Every rule that any resource declares is shown: a new one needs a scene in `put_rule_scenes.py`.
"""

from __future__ import annotations

import copy
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import bcorm
from bcorm import Brand, CustomerGroup, Order, Product, resources, v2
from bcorm.exceptions import ApiError, CommitError, FieldError, InvalidValue, PutRuleViolation
from bcorm.model.mapper import mapper_for
from bcorm.resources import v2 as v2_resources

sys.path.insert(0, str(Path(__file__).parent))
from put_rule_scenes import ALONE, LENIENT, SCENES


def declared(kind):
    """Each class that has a rule of a kind, with its rules of that kind."""
    found = []
    for prefix, package, index in (
        ("", resources, resources.INDEX),
        ("v2.", v2_resources, v2_resources.V2_INDEX),
    ):
        for name in index:
            model = getattr(package, name)
            rules = getattr(getattr(model, "endpoint", None), "put_rules", ())
            rules = [rule for rule in rules if rule.kind == kind]
            if rules:
                found.append((f"{prefix}{name}", model, rules))
    return found


def cases(kind):
    return [
        pytest.param(
            *item,
            id=item[0],
        )
        for item in declared(kind)
    ]


def test_every_rule_says_where_it_is_written_and_why():
    for kind in ("resend", "whole", "refuse", "only_with"):
        found = declared(kind)
        assert found, kind
        for name, model, rules in found:
            for rule in rules:
                assert len(rule.source) > 8, name
                assert len(rule.reason) > 8, name
                for field in (*rule.fields, *rule.companions):
                    assert field in mapper_for(model).fields, (name, field)


def stored(session, item):
    """What the store holds of an object now, read by another session."""
    with session.client.session() as other:
        twin = copy.copy(item)
        other.add(twin)
        twin.refresh()
        return dict(twin.raw)


def one_row(body):
    """The row of a batch of one, and how to put another in its place."""
    if isinstance(body, list):
        return body[0], lambda row: [row]
    if isinstance(body, dict) and len(body) == 1:
        ((name, rows),) = body.items()
        if isinstance(rows, list) and len(rows) == 1 and isinstance(rows[0], dict):
            return rows[0], lambda row: {name: [row]}
    return body, lambda row: row


@pytest.mark.parametrize(("name", "model", "rules"), cases("resend"))
def test_resend__companions_ride_along(emulator, session, name, model, rules):
    make, change = SCENES[name]
    item = make()
    if model.endpoint.key is None or "get" in model.endpoint.verbs:
        item.refresh()
    before = dict(item.raw)
    for field, value in change.items():
        setattr(item, field, value)
    (request,) = session.plan()
    row, wrapped = one_row(request.body)
    mapper = mapper_for(model)
    changed = {mapper.fields[field].wire for field in change}
    wires = {mapper.fields[field].wire for rule in rules for field in rule.fields} - changed
    known = {wire for wire in wires if before.get(wire) is not None}
    assert known <= row.keys()
    if name in ALONE:
        return
    left_out = {key: value for key, value in row.items() if key not in wires}
    assert left_out != row, "nothing rides along: the scene shows nothing"
    destroyed = careless_put(session, request, wrapped(left_out), item, before, wires)
    assert destroyed is (name not in LENIENT)
    if "version" in wires:
        return  # the careless write has moved the version on
    session.commit()
    if readable(model):
        after = stored(session, item)
        found, wanted = ({wire: row.get(wire) for wire in known} for row in (after, before))
        assert undated(found) == undated(wanted)


def careless_put(session, request, body, item, before, wires):  # noqa: PLR0917 - a helper
    """Send what somebody would who does not know the rule; whether that is refused, or hurts."""
    try:
        session.client.request(request.method, request.path, params=request.params, json=body)
    except ApiError as error:
        return error.status in {400, 409, 422}
    after = stored(session, item) if readable(type(item)) else {}
    return any(after.get(wire) != before.get(wire) for wire in wires)


def readable(model):
    endpoint = model.endpoint
    return "get" in endpoint.verbs or "list" in endpoint.verbs


@pytest.fixture
def careless(session):
    """Sends a PUT past the session."""

    def send(path, body):
        return session.client.request("PUT", path, json=body)

    return send


def test_whole__is_shown_for_every_resource():
    assert {name for name, *_ in declared("whole")} == {
        "Product",
        "v2.Product",
        "Order",
        "CustomerGroup",
    }


def undated(value):
    """A value without the moments of its last change, which every write moves."""
    if isinstance(value, dict):
        return {key: undated(one) for key, one in value.items() if key != "date_modified"}
    return [undated(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("face", [Product, v2.Product], ids=["v3", "v2"])
def test_whole__categories(emulator, session, careless, face):
    version = face.endpoint.version
    before = set(session.get(Product, 77).categories)
    other = next(iter({1, 2, 3} - before))
    careless(f"v{version}/{'catalog/' * (version == 3)}products/77", {"categories": [other]})
    session.expunge_all()
    assert session.get(Product, 77).categories == [other]

    product = session.get(face, 78)
    loaded = list(product.categories)
    session.expire(product, ["categories"])
    product.categories = [other]
    emulator.clear_requests()
    with pytest.raises(PutRuleViolation, match="replace all that the product was in"):
        session.commit()
    assert emulator.requests == []
    session.rollback()
    product.categories.append(other)
    session.commit()
    assert emulator.requests[-1].body == {"categories": [*loaded, other]}
    session.expire(product, ["categories"])
    product.categories = [other]
    session.commit(acknowledge=["categories"])
    assert emulator.requests[-1].body == {"categories": [other]}


def fee(name, cost):
    return {
        "type": "custom_fee",
        "display_name_customer": name,
        "display_name_merchant": name,
        "base_cost": Decimal(cost),
        "cost_ex_tax": Decimal(cost),
        "cost_inc_tax": Decimal(cost),
        "source": "AA",
    }


def fees_of(order):
    return [item.display_name_customer for item in order.list_fees()]


def test_whole__fees_of_an_order(emulator, session, careless):
    order = Order.objects.first()
    with pytest.raises(FieldError, match="OrderFee has no field 'name'"):
        order.fees = [{"name": "Boxes"}]
    order.fees = [fee("Boxes", 3), fee("Wrapping", 4)]
    with pytest.raises(PutRuleViolation, match="deleted"):
        session.commit()
    session.commit(acknowledge=["fees"])
    assert fees_of(order) == ["Boxes", "Wrapping"]

    kept = order.list_fees()[0]
    careless(f"v2/orders/{order.id}", {"fees": [{"id": kept.id, "base_cost": "3.0000"}]})
    assert fees_of(order) == ["Boxes"]

    order.refresh(["fees"])
    order.fees.append(fee("Ribbon", 1))
    session.commit()
    assert fees_of(order) == ["Boxes", "Ribbon"]


def test_whole__discount_rules_of_a_group(emulator, session, careless):
    group = CustomerGroup.objects.create(
        name="Friends",
        discount_rules=[
            {"type": "all", "method": "percent", "amount": Decimal(5)},
            {"type": "product", "method": "percent", "amount": Decimal(9), "product_id": 77},
        ],
    )
    careless(
        f"v2/customer_groups/{group.id}",
        {"discount_rules": [{"type": "all", "method": "percent", "amount": "6.0000"}]},
    )
    group.refresh()
    assert len(group.discount_rules) == 1
    session.expire(group, ["discount_rules"])
    group.discount_rules = []
    with pytest.raises(PutRuleViolation, match="replace"):
        session.commit()
    session.rollback()
    group.discount_rules.append(
        {"type": "product", "method": "percent", "amount": Decimal(9), "product_id": 77}
    )
    session.commit()
    group.refresh()
    assert [rule.type for rule in group.discount_rules] == ["all", "product"]


def test_coupon__the_careless_put_clears_what_it_applies_to(emulator, session, careless):
    """The rule of `API_FACTS` that has cost shops most, spelled out."""
    make, _ = SCENES["Coupon"]
    coupon = make()
    required = {
        "name": coupon.name,
        "type": coupon.type,
        "amount": "5.0000",
        "code": coupon.code,
    }
    careless(f"v2/coupons/{coupon.id}", {**required, "min_purchase": "20.0000"})
    (document,) = [item for item in emulator.documents("v2/coupons") if item["id"] == coupon.id]
    assert document["applies_to"] != {"entity": "categories", "ids": [1]}


def amounts():
    return [
        pytest.param(name, model, rule, id=f"{name}.{rule.fields[0]}")
        for name, model, rules in declared("only_with")
        for rule in rules
    ]


@pytest.mark.parametrize(("name", "model", "rule"), amounts())
def test_only_with__twins_travel_together(session, careless, name, model, rule):
    order = Order.objects.first()
    item = order if model is Order else order.products[0]
    (amount,), (twin,) = rule.fields, rule.companions
    if model is Order and amount.endswith("_ex_tax"):
        with pytest.raises(ApiError) as refused:
            careless(f"v2/orders/{order.id}", {amount: "12.0000"})
        assert refused.value.status == 400
    setattr(item, amount, Decimal(12))
    (request,) = session.plan(acknowledge=["discounts"])
    row = request.body if model is Order else request.body["products"][0]
    assert {amount, twin} <= set(row)
    companion = getattr(item, twin)
    session.commit(acknowledge=["discounts"])
    assert Decimal(str(stored(session, item)[twin])) == companion


def test_refuse__is_shown_for_every_resource():
    assert {name for name, *_ in declared("refuse")} == {"OrderShippingAddress", "OrderProduct"}


def test_refuse__an_address_whose_costs_are_not_recomputed(emulator, session, careless):
    order = next(item for item in Order.objects.all() if len(item.shipping_addresses))
    address = order.shipping_addresses[0]
    cost = address.cost_inc_tax
    path = f"v2/orders/{order.id}/shipping_addresses/{address.id}"
    careless(path, {"zip": "00000"})
    address.refresh()
    assert address.zip == "00000"
    assert address.cost_inc_tax == cost

    address.company = "Allowed"
    session.commit()
    address.zip = "11111"
    emulator.clear_requests()
    with pytest.raises(PutRuleViolation, match="no_recalculation"):
        session.commit()
    assert emulator.requests == []
    session.commit(acknowledge=["no_recalculation"])
    assert [item.body for item in emulator.requests] == [{"zip": "11111"}]


def test_refuse__lines_whose_discounts_would_go(emulator, session):
    for order in Order.objects.all()[:120]:
        line = next((item for item in order.products if item.applied_discounts), None)
        if line is not None:
            break
    else:
        pytest.fail("no order of the sample shop has discounts")
    line.quantity += 1
    emulator.clear_requests()
    with pytest.raises(PutRuleViolation, match="discounts"):
        session.commit()
    assert emulator.requests == []
    session.commit(acknowledge=["discounts"])
    line.refresh()
    assert line.applied_discounts == []


def test_a_refusal_is_no_commit_error_and_keeps_the_change(session):
    product = Product.objects.get(id=77)
    session.expire(product, ["categories"])
    product.categories = [1]
    with pytest.raises(PutRuleViolation) as refused:
        session.commit()
    assert not isinstance(refused.value, CommitError)
    assert session.dirty == [product]
    assert product.categories == [1]


def test_companions_that_were_not_loaded_are_loaded_for_all_at_once(emulator, session):
    brands = list(bcorm.Brand.objects.only("page_title")[:5])
    for brand in brands:
        brand.page_title = f"{brand.page_title}!"
    emulator.clear_requests()
    session.commit()
    assert [item.method for item in emulator.requests] == ["GET"] + ["PUT"] * 5
    assert all(set(item.body) == {"page_title", "name"} for item in emulator.requests[1:])


@pytest.mark.parametrize(
    "send",
    [
        lambda session, _item: session.commit(acknowledge="discounts"),
        lambda session, _item: session.plan(acknowledge="discounts"),
        lambda session, _item: session.flush(acknowledge=b"discounts"),
        lambda _session, item: item.save(acknowledge="discounts"),
        lambda session, item: session.flush([item], fields="name"),
        lambda _session, item: type(item).objects.bulk_update([item], fields="name"),
    ],
)
def test_a_text_is_no_list_of_texts(emulator, session, send):
    brand = Brand.objects.first()
    brand.name = "Renamed"
    before = len(emulator.requests)
    with pytest.raises(InvalidValue, match="a list of"):
        send(session, brand)
    assert len(emulator.requests) == before
    assert session.dirty == [brand]
    assert session.commit(acknowledge=["discounts"]).saved == [brand]


def test_a_field_that_none_of_the_objects_has_is_refused(emulator, session):
    brand, product = Brand.objects.first(), Product.objects.get(id=77)
    brand.name, product.price = "Renamed", 3
    emulator.clear_requests()
    for objects in ([brand], None):
        with pytest.raises(FieldError, match="nmae"):
            session.flush(objects, fields=["nmae"])
    assert emulator.requests == []
    assert session.flush(fields=["price"]).saved == [product]
    assert session.dirty == [brand]
