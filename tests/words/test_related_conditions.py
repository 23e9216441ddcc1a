"""Conditions on related rows, `filter(brand__name="Northlight")`: these are asked for first."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import islice

import pytest

import bcorm
from bcorm import (
    Brand,
    Category,
    Customer,
    CustomerAddress,
    CustomerGroup,
    F,
    Order,
    OrderProduct,
    OrderStatus,
    Product,
    ProductCategoryAssignment,
    ProductVariant,
    Q,
    Sum,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import FieldError, FullScanRefused, InvalidValue, UnsupportedLookup


@pytest.fixture
def brand(session):
    return Brand.objects.get(name="Northlight")


# Whose rows, the relation, their field that says who is meant, the others' field with its values.
RELATIONS = [
    (Product, "brand", "brand_id", Brand, "id", "name"),
    (Product, "brand_id", "brand_id", Brand, "id", "name"),
    (Product, "category_set", "categories", Category, "id", "name"),
    (Product, "categories", "categories", Category, "id", "parent_id"),
    (Product, "variants", "id", ProductVariant, "product_id", "sku"),
    (ProductVariant, "product", "product_id", Product, "id", "name"),
    (ProductCategoryAssignment, "category", "category_id", Category, "id", "name"),
    (Brand, "products", "id", Product, "brand_id", "type"),
    (Category, "parent", "parent_id", Category, "id", "name"),
    (Category, "children", "id", Category, "parent_id", "name"),
    (Customer, "group", "customer_group_id", CustomerGroup, "id", "name"),
    (Customer, "orders", "id", Order, "customer_id", "status_id"),
    (Customer, "addresses", "id", CustomerAddress, "customer_id", "city"),
    (CustomerAddress, "customer", "customer_id", Customer, "id", "last_name"),
    (Order, "customer", "customer_id", Customer, "id", "last_name"),
    (Order, "order_status", "status_id", OrderStatus, "id", "name"),
]


@pytest.mark.parametrize(
    "relation", RELATIONS, ids=[f"{row[0].__name__}.{row[1]}" for row in RELATIONS]
)
def test_rows_are_those_whose_related_rows_are_meant(session, relation):
    model, name, own, target, theirs, field = relation
    rows = list(model.objects.all())
    others = list(target.objects.all())
    values = Counter(getattr(row, field) for row in others)
    found = 0
    for value in [*dict(values.most_common(2)), next(reversed(values))]:
        keys = {getattr(row, theirs) for row in others if getattr(row, field) == value}
        expected = []
        for row in rows:
            held = getattr(row, own)
            if keys.intersection(held if isinstance(held, list) else [held]):
                expected.append(row)
        asked = {f"{name}__{field}": value}
        assert "is read first" in str(model.objects.filter(**asked).explain())
        # Values that have no common list come from several, one after the other.
        rows_found = list(model.objects.filter(**asked).scan())
        assert sorted(map(repr, rows_found)) == sorted(map(repr, expected))
        assert model.objects.filter(**asked).scan().count() == len(expected)
        left = [row for row in rows if row not in expected]
        assert list(model.objects.exclude(**asked).scan()) == left
        found += len(expected)
    assert found


def test_what_it_costs(brand, sent):
    sent()
    rows = Product.objects.filter(brand__name="Northlight", is_visible=True)
    shown = str(rows.explain())
    assert "Brand.id is read first. Brand: 1 list to read" in shown
    assert "GET v3/catalog/brands?name=Northlight" in shown
    assert "brand_id=Brand.id" in shown
    assert "name exact 'Northlight'" in repr(rows)
    assert sent() == []
    assert {row.brand_id for row in rows} == {brand.id}
    assert sent() == ["/v3/catalog/brands", "/v3/catalog/products"]
    assert not Product.objects.filter(brand__name="no such brand").exists()
    assert sent() == ["/v3/catalog/brands"]  # of no brand there is no product


def test_every_word_understands_them(brand, sent):
    rows = Product.objects.filter(brand__name="Northlight")
    known = list(Product.objects.filter(brand_id=brand.id))
    assert (rows.first(), rows.last(), rows.count()) == (known[0], known[-1], len(known))
    assert list(rows[1:3]) == known[1:3]
    assert list(rows.order_by("-price")) == list(known_by_price(brand))
    assert list(rows.values_list("id", flat=True)) == [row.id for row in known]
    assert [row.id for piece in rows.partitions(2) for row in piece] == [row.id for row in known]
    total = rows.aggregate(total=Sum("price"))["total"]
    assert total == sum(row.price for row in known)
    assert rows.contains(known[0])
    assert Product.objects.get(id=known[0].id, brand__name="Northlight") == known[0]
    assert list(rows.iterator()) == known
    assert Product.objects.in_bulk([row.id for row in known]).keys() == {row.id for row in rows}
    assert [row["brand__name"] for row in rows.values("brand__name")] == ["Northlight"] * len(known)
    groups = rows.values("brand_id").annotate(n=bcorm.Count("id"))
    assert [row["n"] for row in groups] == [len(known)]
    sent()
    assert "Brand.id is read first" in str(rows.values("id").explain())
    assert "Brand.id is read first" in str(groups.explain())
    assert "asked first, for Brand.id" in rows.explain()._repr_html_()
    assert sent() == []


def known_by_price(brand):
    return Product.objects.filter(brand_id=brand.id).order_by("-price")


def test_update_and_delete(brand, session):
    number = Product.objects.filter(brand__name="Northlight").update(price=F("price") * 2)
    assert number == Product.objects.filter(brand=brand).count() > 0
    gone, _ = Product.objects.filter(brand__name="Northlight").delete()
    assert gone == number
    assert not Product.objects.filter(brand=brand).exists()


def test_combined(brand, session):
    either = Product.objects.filter(Q(brand__name="Northlight") | Q(categories__name="Bath")).scan()
    bath = Category.objects.get(name="Bath")
    expected = [
        row
        for row in Product.objects.all()
        if row.brand_id == brand.id or bath.id in row.categories
    ]
    assert list(either) == expected
    both = Product.objects.filter(brand__name="Northlight").filter(categories__name="Bath").scan()
    assert list(both) == [
        row for row in expected if row.brand_id == brand.id and bath.id in row.categories
    ]
    two = Product.objects.filter(brand__name="Northlight") | Product.objects.filter(price__lt=0)
    assert list(two.scan()) == list(Product.objects.filter(brand=brand))
    twice = Product.objects.filter(brand__name="Northlight").filter(brand__name="x").scan()
    assert list(twice) == []
    assert str(twice.explain()).count("is read first") == 2


def test_through_several_relations(brand, session):
    lines = OrderProduct.objects.filter(order__customer__group__name="Wholesale").scan()
    group = CustomerGroup.objects.get(name="Wholesale")
    customers = [row.id for row in Customer.objects.filter(customer_group_id=group.id)]
    orders = [row.id for row in Order.objects.all() if row.customer_id in customers]
    assert {line.order.id for line in lines} == set(orders) != set()
    assigned = ProductCategoryAssignment.objects.filter(product__brand__name="Northlight")
    products = {row.id for row in Product.objects.filter(brand=brand)}
    assert {row.product_id for row in assigned} == products


def test_there_and_back(brand, session):
    """Siblings, and rows that are named by what others of their kind are like."""
    names = [row.name for row in Product.objects.filter(brand=brand)]
    siblings = Product.objects.filter(brand__products__name=names[0])
    assert list(siblings) == list(Product.objects.filter(brand=brand))
    nested = Product.objects.filter(brand__name__in=Brand.objects.values("name")).scan()
    assert list(nested) == list(Product.objects.exclude(brand=None).scan())
    cheap = Product.objects.filter(~Q(brand__name="Northlight") & Q(price__lt=20)).scan()
    expected = [row for row in Product.objects.all() if row.brand_id != brand.id and row.price < 20]
    assert list(cheap) == expected != []
    both = Product.objects.exclude(brand__name="Northlight", price__lt=100).scan()
    assert [row.id for row in both] == [
        row.id for row in Product.objects.all() if row.brand_id != brand.id or row.price >= 100
    ]


def test_one_call_means_one_row(session):
    """As in Django: what one `filter` says of a relation to many holds for one of its rows."""
    orders = list(Order.objects.all())
    dear, done = Decimal(100), 10
    one = {row.customer_id for row in orders if row.total_inc_tax > dear and row.status_id == done}
    any_dear = {row.customer_id for row in orders if row.total_inc_tax > dear}
    any_done = {row.customer_id for row in orders if row.status_id == done}
    together = {"orders__total_inc_tax__gt": dear, "orders__status_id": done}
    customers = Customer.objects.scan()
    assert {row.id for row in customers.filter(**together)} == one - {0}
    said = customers.filter(Q(orders__total_inc_tax__gt=dear) & Q(orders__status_id=done))
    assert {row.id for row in said} == one - {0}
    mixed = customers.filter(Q(orders__total_inc_tax__gt=dear), orders__status_id=done)
    assert {row.id for row in mixed} == one - {0}
    chained = customers.filter(orders__total_inc_tax__gt=dear).filter(orders__status_id=done)
    assert {row.id for row in chained} == (any_dear & any_done) - {0} > one - {0}


def test_loaded_relations_understand_them(session, sent):
    category = Category.objects.get(name="Bath")
    products = list(category.products)
    name = next(row.brand.name for row in products if row.brand_id)
    sent()
    found = list(category.products.filter(brand__name=name))
    assert found == [row for row in products if row.brand_id and row.brand.name == name] != []
    assert sent() == ["/v3/catalog/brands"]
    keys = category.products.filter(brand__name=name).values_list("id", flat=True)
    assert list(keys) == [row.id for row in found]


def test_the_store_is_that_of_the_query(session):
    """Keys of another store would name other rows."""
    with Emulator(seed=5) as other:
        away = bcorm.connect("store-hash", "access-token", api_url=other.url)
        brand = Brand.objects.using(away).create(name="Only there")
        product = Product.objects.using(away).first()
        product.brand_id = brand.id
        away.commit()
        found = Product.objects.using(away).filter(brand__name="Only there")
        assert [row.id for row in found] == [product.id]
        assert not Product.objects.using(session).filter(brand__name="Only there").exists()
        theirs = Brand.objects.filter(name="Only there")
        assert Product.objects.using(away).filter(brand__in=theirs).count() == 1
        assert not Product.objects.using(session).filter(brand__in=theirs).exists()
        named = Product.objects.using(session).filter(brand__in=theirs.using(away))
        assert "Brand.id is read first" in str(named.explain())
        assert not named.exists()  # no product here has a brand of that number


def test_querysets_are_asked_for_with_the_rows(brand, session, sent):
    brands = Brand.objects.filter(name="Northlight")
    sent()
    rows = Product.objects.filter(brand__in=brands)
    assert "Brand.id is read first" in str(rows.explain())
    others = Product.objects.exclude(brand__in=brands).scan()
    keys = Brand.objects.filter(id__in=Product.objects.filter(is_visible=True).values("brand_id"))
    assert "Product.brand_id is read first" in str(keys.explain())
    assert sent() == []
    assert {row.brand_id for row in rows} == {brand.id}
    assert sent() == ["/v3/catalog/brands", "/v3/catalog/products"]
    assert len(rows) + others.count() == Product.objects.count()
    left = Product.objects.filter(brand_id__not_in=brands).scan()
    assert list(left) == list(others)
    visible = {row.brand_id for row in Product.objects.filter(is_visible=True)}
    assert {row.id for row in keys} == {row.id for row in Brand.objects.all()} & visible
    scanned = Product.objects.filter(id__in=ProductVariant.objects.filter(upc="").scan())
    assert not scanned.filter(id__in=Product.objects.filter(sku="no such").values("id")).exists()


def test_querysets_are_conditions_of_their_own(brand, session):
    """They are no conditions on one and the same row, whether they were read before or not."""

    def keys(model, *wanted):
        return model.objects.filter(id__in=wanted), list(wanted)

    for index in (0, 1):
        one, two = keys(Brand, 1, 2)[index], keys(Brand, 2, 3)[index]
        left = Product.objects.filter(Q(brand_id__not_in=one) & Q(brand_id__not_in=two)).scan()
        assert {row.brand_id for row in left}.isdisjoint({1, 2, 3})
        assert len(left) == Product.objects.exclude(brand_id__in=[1, 2, 3]).scan().count()
        one, two = keys(Category, 1)[index], keys(Category, 2)[index]
        both = Product.objects.filter(Q(categories__in=one) & Q(categories__in=two)).scan()
        assert list(both) == [row for row in Product.objects.all() if {1, 2} <= {*row.categories}]
        assert both
    dear, cheap = (
        Product.objects.filter(**asked).scan().values("brand_id")
        for asked in ({"price__gt": 50}, {"price__lt": 20})
    )
    sold = Brand.objects.filter(Q(id__in=dear) & Q(id__in=cheap))
    assert {row.id for row in sold} == (
        {row["brand_id"] for row in dear} & {row["brand_id"] for row in cheap}
    ) - {0}
    assert sold


def test_querysets_that_are_read_or_cut_are_known(brand, session, sent):
    brands = Brand.objects.filter(name="Northlight")
    assert list(brands) == [brand]
    first = Brand.objects.order_by("id")[:2]
    expected = [row.id for row in first]
    sent()
    assert {row.brand_id for row in Product.objects.filter(brand__in=brands)} == {brand.id}
    assert sent() == ["/v3/catalog/products"]
    rows = Product.objects.filter(brand__in=first)
    assert sorted({row.brand_id for row in rows}) == sorted(expected)
    assert not Product.objects.filter(brand__in=Brand.objects.none()).exists()
    groups = Product.objects.values("brand").annotate(n=bcorm.Count("id"))
    kept = groups.filter(brand__in=Brand.objects.filter(name="Northlight"))
    assert [row["n"] for row in kept] == [Product.objects.filter(brand=brand).count()]


@pytest.mark.parametrize(
    ("lookups", "told"),
    [
        ({"brand__in": Category.objects.all}, "a Brand or its key"),
        ({"sku__in": Brand.objects.all}, "each a text"),
        ({"brand_id__in": lambda: Product.objects.values("sku")}, "each a whole number"),
    ],
)
def test_querysets_of_other_things_are_refused(session, lookups, told):
    with pytest.raises(InvalidValue, match=told):
        Product.objects.filter(**{name: asked() for name, asked in lookups.items()})


def test_strict_sessions_refuse_before_anything_is_sent(emulator):
    strict = bcorm.connect("store-hash", "access-token", api_url=emulator.url, strict=True)
    emulator.clear_requests()
    for asked in ({"brand__name": "x", "upc__contains": "7"}, {"variants__upc__contains": "7"}):
        with pytest.raises(FullScanRefused):
            list(Product.objects.using(strict).filter(**asked))
    assert [request.path for request in emulator.requests] in ([], ["/v3/catalog/brands"])


@pytest.mark.parametrize(
    ("lookups", "error", "told"),
    [
        ({"brand__nme": "x"}, FieldError, "Brand has no field 'nme'; did you mean 'name'"),
        ({"brand__name": 3}, InvalidValue, "Brand.name__exact cannot be 3: expected a text"),
        ({"brand__name__foo": 3}, UnsupportedLookup, "Brand.name has no lookup 'foo'"),
        ({"brand__name__in": "x"}, InvalidValue, r"expected a list"),
        ({"category__name": "x"}, FieldError, "did you mean 'category_set__name'"),
        ({"variants__image_ur": "x"}, FieldError, "did you mean 'image_url'"),
        ({"brand__name": None}, UnsupportedLookup, "brand__in=Brand"),
        ({"variants__price__lt": F("cost_price")}, UnsupportedLookup, "id__in=ProductVariant"),
        ({"images__description": "x"}, UnsupportedLookup, "include"),
    ],
)
def test_what_cannot_be__is_said_at_once(session, sent, lookups, error, told):
    for ask in (Product.objects.filter, Product.objects.exclude):
        with pytest.raises(error, match=told):
            ask(**lookups)
    with pytest.raises(error, match=told):
        Product.objects.filter(Q(**lookups) | Q(id=1))
    assert sent() == []


def test_lists_that_name_their_owners_are_refused_before_anything_is_sent(session, sent):
    with pytest.raises(bcorm.exceptions.QueryError, match="order_id"):
        list(OrderProduct.objects.filter(product__name="x"))
    assert sent() == []


def test_many_keys__are_spread_over_requests(session, emulator, sent):
    """More keys than an address has room for."""
    names = [row.name for row in islice(Category.objects.all(), 3)]
    rows = Product.objects.filter(category_set__name__in=names)
    keys = {row.id for row in Category.objects.filter(name__in=names)}
    assert {row.id for row in rows} == {
        row.id for row in Product.objects.all() if keys.intersection(row.categories)
    }
