"""`Q`, `F`, and querysets that are combined: the same rows as plain Python finds."""

from __future__ import annotations

import operator
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bcorm import Brand, F, Order, OrderProduct, Product, ProductImage, Q
from bcorm.exceptions import FieldError, QueryError, UnsupportedLookup

LEAVES = {
    "brand_id": lambda row, value: row.brand_id == value,
    "is_visible": lambda row, value: row.is_visible == value,
    "id__lte": lambda row, value: row.id <= value,
    "price__gte": lambda row, value: row.price >= value,
    "sale_price": lambda row, value: (row.sale_price or 0) == (value or 0),
}
VALUES = {
    "brand_id": st.integers(0, 6),
    "is_visible": st.booleans(),
    "id__lte": st.integers(70, 400),
    "price__gte": st.integers(0, 300).map(Decimal),
    "sale_price": st.sampled_from([None, 0]),
}


def leaf(name):
    return VALUES[name].map(
        lambda value: (Q(**{name: value}), lambda row: LEAVES[name](row, value))
    )


def pair(sign, combine):
    return lambda both: (
        sign(both[0][0], both[1][0]),
        lambda row: combine(both[0][1](row), both[1][1](row)),
    )


conditions = st.recursive(
    st.sampled_from(sorted(LEAVES)).flatmap(leaf),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(pair(operator.or_, lambda one, two: one or two)),
        st.tuples(inner, inner).map(pair(operator.and_, lambda one, two: one and two)),
        inner.map(lambda one: (~one[0], lambda row: not one[1](row))),
    ),
    max_leaves=5,
)


class Rows(list):
    def __repr__(self):
        return f"<{len(self)} rows>"


@pytest.fixture
def rows(session):
    return Rows(Product.objects.all()[:400])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(condition=conditions)
def test_any_condition__finds_what_python_finds(rows, condition):
    q, holds = condition
    base = Product.objects.filter(id__lte=rows[-1].id).scan()
    expected = [row.id for row in rows if holds(row)]
    assert [row.id for row in base.filter(q)] == expected
    assert base.filter(q).count() == len(expected)
    assert [row.id for row in base.exclude(q)] == [row.id for row in rows if not holds(row)]


def paths(emulator):
    found = [f"{request.method} {request.path}" for request in emulator.requests]
    emulator.clear_requests()
    return found


class TestUnions:
    @pytest.fixture
    def skus(self, session, emulator):
        found = [row.sku for row in Product.objects.all()[:3]]
        emulator.clear_requests()
        return found

    def test_sides_that_the_server_filters__are_a_list_each(self, emulator, skus):
        one, two, _ = skus
        asked = Product.objects.filter(Q(sku=one) | Q(sku=two) | Q(sku=one, is_visible=True))
        assert not asked.explain().here
        assert [row.sku for row in asked] == [one, two]
        assert paths(emulator) == ["GET /v3/catalog/products"] * 3
        assert asked.all().count() == 2
        assert [row.sku for row in asked.order_by("-id")] == [two, one]
        assert [row.sku for row in asked.order_by("-id")[:1]] == [two]
        assert asked.last().sku == two
        assert asked.values_list("sku", flat=True)[0] == one

    def test_same_list_twice__is_read_once(self, emulator, skus):
        assert len(Product.objects.filter(Q(sku=skus[0]) | Q(sku=skus[0]))) == 1
        assert paths(emulator) == ["GET /v3/catalog/products"]

    def test_one_side_that_it_cannot_filter__has_all_evaluated_here(self, session, skus):
        asked = Product.objects.filter(Q(sku=skus[0]) | Q(price__gte=10_000)).scan()
        assert asked.explain().here == (f"sku exact {skus[0]!r} or price gte Decimal('10000')",)
        assert asked.explain().full_scan
        assert [row.sku for row in asked] == [skus[0]]

    def test_deleting__is_by_key_and_of_each_once(self, emulator, skus):
        asked = Product.objects.filter(sku=skus[0]) | Product.objects.filter(sku__in=skus[:2])
        assert asked.delete() == (2, {"Product": 2})
        assert paths(emulator)[-1] == "DELETE /v3/catalog/products"
        assert not asked.all().exists()

    def test_updating__is_of_each_once(self, skus):
        asked = Product.objects.filter(Q(sku=skus[0]) | Q(sku=skus[1]))
        assert asked.update(price=Decimal(3)) == 2

    def test_sides_below_different_parents(self, session):
        rows = {key: list(OrderProduct.objects.filter(order_id=key)) for key in (100, 101)}
        expected = [row.id for key in rows for row in rows[key]]
        for asked in (
            Q(order_id=101) | Q(order_id=100),
            Q(order_id=100) | Q(order_id__in=[100, 101]),
        ):
            lines = OrderProduct.objects.filter(asked)
            assert sorted(line.id for line in lines) == expected
            assert {line.order_id for line in lines} == {100, 101}
            assert lines.all().count() == len(expected)
        one, two = rows[100][0], rows[101][0]
        named = Q(order_id=100, name=one.name) | Q(order_id=101, name=two.name)
        found = {line.id for line in OrderProduct.objects.filter(named)}
        assert found == {
            row.id
            for row in [*rows[100], *rows[101]]
            if (row.order_id, row.name) in {(100, one.name), (101, two.name)}
        }
        for nowhere in (Q(order_id=100) | Q(name=one.name), ~Q(order_id=100)):
            with pytest.raises(QueryError, match="live under order_id"):
                list(OrderProduct.objects.filter(nowhere))
        lines = OrderProduct.objects.filter(order_id=100)
        keys = [line.id for line in lines]
        assert [line.id for line in lines.filter(Q(id=keys[0]) | Q(id=0))] == keys[:1]

    def test_sides_below_one_parent__are_one_list(self, emulator, session):
        images = list(ProductImage.objects.filter(product_id=77))
        emulator.clear_requests()
        asked = Q(product_id=77, is_thumbnail=True) | Q(product_id=77, sort_order=0)
        found = list(ProductImage.objects.filter(asked))
        assert found == [row for row in images if row.is_thumbnail or row.sort_order == 0] != []
        assert paths(emulator) == ["GET /v3/catalog/products/77/images"]

    def test_rows_that_are_loaded__are_chosen_here(self, emulator, session):
        product = Product.objects.include("images").get(id=77)
        images = list(product.images)
        emulator.clear_requests()
        asked = product.images.filter(Q(id=images[0].id) | Q(id=0))
        assert list(asked) == images[:1]
        assert paths(emulator) == []

    def test_nothing_and_all(self, session, skus):
        one = Product.objects.filter(sku=skus[0])
        assert len(one | Product.objects.none()) == len(Product.objects.none() | one) == 1
        assert len(one & Product.objects.none()) == 0
        assert (one | Product.objects.all()).explain().requests == (
            Product.objects.all().explain().requests
        )
        assert len(one & one) == 1
        assert Product.objects.filter(Q()).explain() == Product.objects.all().explain()
        assert Product.objects.filter(~Q()).explain() == Product.objects.all().explain()

    def test_an_or_of_orders(self, session):
        asked = Order.objects.filter(Q(status_id=2) | Q(status_id=11))
        expected = [row.id for row in Order.objects.all() if row.status_id in {2, 11}]
        assert [row.id for row in asked] == expected
        assert asked.all().count() == len(expected)

    def test_what_cannot_be_combined__is_refused(self, session):
        with pytest.raises(TypeError, match="both must be querysets of Product"):
            Product.objects.all() | Brand.objects.all()
        with pytest.raises(TypeError, match="both must be querysets"):
            Product.objects.all() & 7
        with pytest.raises(QueryError, match="slice"):
            Product.objects.all()[:3] | Product.objects.all()
        with pytest.raises(TypeError, match="is no Q"):
            Q(id=1) | 7
        with pytest.raises(TypeError, match="is no Q"):
            Q({"id": 1})
        with pytest.raises(TypeError, match=r"Q\(name=\.\.\.\)"):
            Product.objects.filter("id=1")
        with pytest.raises(FieldError, match="did you mean 'price'"):
            Product.objects.filter(Q(prise=1) | Q(id=1))


class TestFields:
    def test_filter__compares_fields_of_a_row(self, rows):
        base = Product.objects.filter(id__lte=rows[-1].id).scan()
        for asked, holds in [
            ({"price__gt": F("cost_price") * 2}, lambda row: row.price > row.cost_price * 2),
            ({"price__lt": F("retail_price") - 1}, lambda row: row.price < row.retail_price - 1),
            ({"weight__lte": F("width") / F("height")}, None),
        ]:
            found = [row.id for row in base.filter(**asked)]
            if holds:
                assert found == [row.id for row in rows if holds(row)]
            assert sorted([*found, *(row.id for row in base.exclude(**asked))]) == [
                row.id for row in rows
            ]

    def test_explain__says_where(self):
        asked = Product.objects.filter(price__gt=F("cost_price") + 1)
        assert asked.explain().here == ("price gt F('cost_price') + 1",)

    def test_what_cannot_be__is_refused(self):
        with pytest.raises(FieldError, match="did you mean 'price'"):
            Product.objects.filter(price__gt=F("prise"))
        with pytest.raises(UnsupportedLookup):
            Product.objects.filter(keyword=F("name"))
        with pytest.raises(TypeError, match="F takes the name of a field"):
            F(7)
        with pytest.raises(TypeError, match="numbers and other fields"):
            F("price") * "2"
