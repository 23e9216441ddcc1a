"""Natural keys are data: every resource that can be created has one, or a reason."""

from __future__ import annotations

import pytest

from bcorm import Order, Product, resources
from bcorm.emulator import Fault
from bcorm.model.mapper import mapper_for
from bcorm.resources.category_trees import CategoryTree
from bcorm.resources.order_products import OrderProduct
from bcorm.resources.price_lists import PriceRecord

MODELS = {
    name: model
    for name in resources.INDEX
    if hasattr(model := getattr(resources, name), "endpoint")
    and ("create" in model.endpoint.verbs or model.endpoint.create_batch is not None)
}
# Creates that nothing can find again; when their answer is lost they are reported as unknown.
NONE = {
    "Cart": "there is no list of carts: a shopper's is known by its key alone",
    "CarrierConnection": "the API does not show it",
    "PageContent": "the widgets of a page, of which there may be equal ones",
    "AbandonedCartEmail": "subjects and texts may be the same, and there is no filter for them",
    "ComplexRule": "nothing but its conditions and effects, which may be the same",
    "Deployment": "each one is a new event",
    "OrderPickup": "an order may be picked up in equal parts",
    "OrderRefund": "money: an equal refund may be meant",
    "OrderShipment": "an order may be shipped in equal parts, and each sends an e-mail",
    "ProductImage": "the row does not tell where its file came from",
    "ProductReview": "two shoppers may say the same",
    "StockAdjustment": "relative: an equal adjustment may be meant",
}


def _chosen_address(endpoint, model):
    """Whether the user says under which key, or under which path, a row is created."""
    if endpoint.key is None:
        return "get" in endpoint.verbs and bool(endpoint.placeholders)
    chosen = not mapper_for(model).field(endpoint.key).options.readonly
    return (chosen or endpoint.key in endpoint.placeholders) and endpoint.verbs & {"get", "list"}


@pytest.mark.parametrize("name", MODELS)
def test_a_create_can_be_found_again_or_there_is_a_reason(name):
    model = MODELS[name]
    endpoint = model.endpoint
    found = endpoint.natural_key or endpoint.upserts or _chosen_address(endpoint, model)
    assert bool(found) is (name not in NONE)
    if endpoint.natural_key:
        fields = mapper_for(model).fields
        assert set(endpoint.natural_key) <= set(fields)
        assert not any(fields[n].converter.mutable for n in endpoint.natural_key)
        assert endpoint.upserts or "list" in endpoint.verbs
        # A list that is no page of one parent, and has no filter, is read for it: it is short.
        hidden = [n for n in endpoint.natural_key if fields[n].options.write_only]
        assert all(n in endpoint.filters for n in hidden)


def test_how_creates_are_found_again(figures):
    ways = dict.fromkeys(
        ["by their address", "by a filter", "below their parent", "by reading the list"], 0
    )
    for model in MODELS.values():
        endpoint = model.endpoint
        if endpoint.upserts or (not endpoint.natural_key and model.__name__ in NONE):
            continue
        if not endpoint.natural_key:
            ways["by their address"] += 1
        elif endpoint.placeholders:
            ways["below their parent"] += 1
        elif any(_is_filtered(model, name) for name in endpoint.natural_key):
            ways["by a filter"] += 1
        else:
            ways["by reading the list"] += 1
    upserts = sum(model.endpoint.upserts for model in MODELS.values())
    told = ", ".join(f"{number} {way}" for way, number in ways.items())
    figures(
        f"{len(MODELS)} resources can be created: {upserts} by requests that may be repeated, "
        f"{told}; {len(NONE)} cannot be found again, each for a reason"
    )
    assert ways["by a filter"] > ways["by reading the list"]


def _is_filtered(model, name):
    filter_ = model.endpoint.filters.get(name)
    return filter_ is not None and bool(filter_.lookups & {"exact", "in"})


def test_puts_that_add_rows_are_not_repeated(emulator, make_client):
    """An order's lines, and category trees, are created by PUT."""
    with make_client(emulator.url).session() as session:
        order = Order.objects.first()
        product = emulator.documents("v3/catalog/products")[0]["id"]
        lines = emulator.documents(f"v2/orders/{order.id}/products")
        trees = emulator.documents("v3/catalog/trees")
        line = OrderProduct(
            order=order, product_id=product, name="Line", quantity=1,
            price_ex_tax=1, price_inc_tax=1,
        )  # fmt: skip
        tree = CategoryTree(name="Tree")
        session.add_all([line, tree])
        for _ in range(2):
            emulator.faults.add(Fault("reset-after", method="PUT"))
        session.commit()
        now = emulator.documents(f"v2/orders/{order.id}/products")
        assert {row["id"] for row in now} - {row["id"] for row in lines} == {line.id}
        now = emulator.documents("v3/catalog/trees")
        assert {row["id"] for row in now} - {row["id"] for row in trees} == {tree.id}


@pytest.mark.parametrize("kind", ["reset-before", "reset-after"])
def test_a_row_whose_path_is_its_key_is_looked_for_there(store, work, kind):
    store.put_document(
        "v3/catalog/products", {"name": "Chair", "type": "physical", "weight": 1, "price": 5}
    )
    prices = store.put_document("v3/pricelists", {"name": "Sale"})["id"]
    variant = Product.objects.get(name="Chair").variants.first().id
    record = PriceRecord(price_list_id=prices, variant_id=variant, currency="usd", price=3)
    work.add(record)
    store.faults.add(Fault(kind, method="POST"))
    assert work.commit().saved == [record]
    rows = store.documents(f"v3/pricelists/{prices}/records")
    assert [(row["variant_id"], row["price"]) for row in rows] == [(variant, 3)]
    posts = [request for request in store.requests if request.method == "POST"]
    assert len(posts) == 1 + (kind == "reset-before")
