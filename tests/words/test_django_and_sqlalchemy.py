"""Words of Django and SQLAlchemy: that they do what they do there, and what they cost."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from operator import itemgetter

import pytest

from bcorm import Avg, Category, Count, F, Max, Min, Order, Product, ProductImage, Q, Sum
from bcorm.exceptions import (
    CommitError,
    FieldError,
    InvalidValue,
    QueryError,
    ReadOnlyFieldError,
    StateError,
    UnsupportedLookup,
)


@pytest.fixture
def sent(emulator, session):
    """The requests since it was last called."""

    def sent():
        found = [f"{request.method} {request.path}" for request in emulator.requests]
        emulator.clear_requests()
        return found

    return sent


class TestGet:
    def test_key_alone(self, sent):
        assert Product.objects.get(77).id == 77
        assert sent() == ["GET /v3/catalog/products/77"]
        with pytest.raises(Product.DoesNotExist):
            Product.objects.get(1)

    def test_key_below_a_parent_and_with_conditions(self, session):
        product = Product.objects.get(77)
        image = product.images.first()
        assert product.images.get(image.id) == image
        assert Product.objects.filter(is_visible=product.is_visible).get(77) is product
        with pytest.raises(Product.DoesNotExist):
            Product.objects.exclude(id=77).get(77)
        assert Product.objects.get(Q(id=77)) is product

    @pytest.mark.parametrize("key", [None, 7.5, True, [77], {"id": 77}])
    def test_no_key(self, session, key):
        with pytest.raises(TypeError, match=r"get\(77\)"):
            Product.objects.get(key)


class TestAggregates:
    def test_numbers_of_all_rows(self, sent):
        rows = list(Product.objects.all())
        prices = [row.price for row in rows]
        pages = len(sent())
        assert Product.objects.aggregate(
            Sum("price"), Avg("price"), low=Min("price"), high=Max("price"), n=Count("id")
        ) == {
            "price__sum": sum(prices),
            "price__avg": sum(prices) / len(prices),
            "low": min(prices),
            "high": max(prices),
            "n": len(rows),
        }
        assert len(sent()) == pages

    def test_count_of_keys__costs_a_count(self, sent):
        assert Product.objects.aggregate(Count("id"))["id__count"] > 100
        assert len(sent()) == 1
        assert Product.objects.none().aggregate(Sum("price"), Count("id"), Max("price")) == {
            "price__sum": None,
            "id__count": 0,
            "price__max": None,
        }

    def test_groups(self, session):
        groups = Product.objects.values("brand_id").annotate(Count("id"), top=Max("price"))
        counted = Counter(row.brand_id for row in Product.objects.all())
        assert {group["brand_id"]: group["id__count"] for group in groups} == counted
        assert len(groups) == groups.count() == len(counted)
        ordered = groups.order_by("-id__count", "brand_id")
        assert ordered[0]["id__count"] == max(counted.values())
        assert [one["top"] for one in groups.order_by("top")[:3]] == sorted(
            one["top"] for one in groups
        )[:3]

    def test_groups_of_nested_values_and_relations(self, session):
        found = Product.objects.all()[:50].values("brand").annotate(Count("categories"))
        assert sum(one["categories__count"] for one in found) == 50
        assert Product.objects.all()[:5].aggregate(n=Count("custom_url__url")) == {"n": 5}
        assert Product.objects.aggregate(n=Count("brand_id", distinct=True))["n"] == len(
            list(Product.objects.values_list("brand_id").distinct())
        )

    def test_groups_are_filtered_by_their_answers(self, session, sent):
        groups = (
            Order.objects.all()
            .scan()
            .values("customer")
            .annotate(Count("id"), total=Sum("total_inc_tax"), last=Max("date_created"))
        )
        known = list(groups)
        sent()
        rich = groups.filter(total__gt=500).exclude(customer=0)
        assert sent() == []
        kept = [one for one in known if one["total"] > 500 and one["customer"] != 0]
        assert 0 < len(kept) < len(known)
        assert list(rich) == kept
        assert sent() == []
        for q, holds in [
            (Q(id__count=1) | Q(customer_id=0), lambda n, _, who, __: n == 1 or who == 0),
            (~Q(id__count__in=[1, 2], total__lt=500), lambda n, total, *_: n > 2 or total >= 500),
            (Q(total__gte=F("id__count") * 500), lambda n, total, *_: total >= n * 500),
            (Q(customer__lt=F("id__count")), lambda n, _, who, __: who < n),
            (Q(last__month=11), lambda *one: one[3].month == 11),
            (Q(customer=None), lambda _, __, who, ___: who == 0),
        ]:
            columns = itemgetter("id__count", "total", "customer", "last")
            found = [one for one in known if holds(*columns(one))]
            assert 0 < len(found) < len(known), q
            assert list(groups.filter(q)) == found, q
            assert list(groups.exclude(q)) == [one for one in known if one not in found], q
        top = rich.order_by("-total")
        assert top.first()["total"] == max(one["total"] for one in kept)
        assert list(groups.filter()) == list(groups.exclude()) == known
        assert sent() == []

    @pytest.mark.parametrize(
        ("lookups", "error", "told"),
        [
            ({"totl__gt": 5}, FieldError, "did you mean 'total'"),
            ({"id__cont": 5}, FieldError, "did you mean 'id__count'"),
            ({"status_id": 3}, FieldError, "rows are filtered before"),
            ({"total__gt": F("totl")}, FieldError, "did you mean 'total'"),
            ({"total__gtt": 5}, UnsupportedLookup, "total has no lookup 'gtt'; did you mean 'gt'"),
            ({"total__isnull": F("id__count")}, UnsupportedLookup, "not compared by 'isnull'"),
            ({"total__gt": "much"}, InvalidValue, "total__gt cannot be 'much'"),
            ({"id__count__in": 3}, InvalidValue, "expected a list"),
            ({"customer__email": "a@b.c"}, UnsupportedLookup, "filter the rows before, Order."),
        ],
    )
    def test_what_groups_are_not_filtered_by__is_told_before_they_are_read(
        self, session, sent, lookups, error, told
    ):
        groups = Order.objects.values("customer_id").annotate(
            Count("id"), total=Sum("total_inc_tax")
        )
        for filtered in (groups.filter, groups.exclude):
            with pytest.raises(error, match=re.escape(told)):
                filtered(**lookups)
        assert sent() == []

    def test_of_loaded_relations(self, session, sent):
        product = Product.objects.include("images").get(77)
        sent()
        number = len(product.images)
        assert product.images.aggregate(Max("sort_order"), n=Count("id"))["n"] == number
        assert sent() == []

    def test_what_cannot_be__is_refused(self, session):
        with pytest.raises(FieldError, match="did you mean 'price'"):
            Product.objects.aggregate(Sum("prise"))
        with pytest.raises(FieldError, match="did you mean 'price'"):
            Product.objects.values("brand_id").annotate(Sum("prise"))
        with pytest.raises(TypeError, match="is no number"):
            Product.objects.aggregate(Sum("name"))
        with pytest.raises(TypeError, match=r"aggregate\(\) takes Sum"):
            Product.objects.aggregate("price")
        with pytest.raises(TypeError, match=r"Sum\('price'\)"):
            Sum(7)
        with pytest.raises(TypeError, match=r"values\('brand_id'\)\.annotate"):
            Product.objects.annotate(n=Count("images"))
        with pytest.raises(FieldError, match="did you mean 'brand_id'"):
            Product.objects.values("brand_id").annotate(Count("id")).order_by("brandid")


class TestQuerysets:
    def test_order_turned_around(self, session):
        keys = [row.id for row in Product.objects.all()]
        assert [row.id for row in Product.objects.reverse()] == keys[::-1]
        assert [row.id for row in Product.objects.order_by("-id").reverse()[:3]] == keys[:3]

    def test_latest_and_earliest(self, session, sent):
        orders = sorted(Order.objects.all(), key=lambda row: row.date_created)
        sent()
        assert Order.objects.latest("date_created").date_created == orders[-1].date_created
        assert Order.objects.earliest().date_created == orders[0].date_created
        assert len(sent()) == 2
        with pytest.raises(Order.DoesNotExist):
            Order.objects.none().latest()
        with pytest.raises(FieldError):
            Order.objects.latest("date_creatd")

    def test_distinct(self, session):
        assert len(Product.objects.distinct()) == Product.objects.count()
        brands = Product.objects.values_list("brand_id", flat=True)
        assert sorted(brands.distinct()) == sorted(set(brands))
        assert brands.distinct().count() == len(set(brands))
        assert Product.objects.values("categories")[:9].distinct().count() <= 9
        with pytest.raises(TypeError, match=r"values\('brand_id'\)\.distinct"):
            Product.objects.distinct("brand_id")

    def test_contains(self, session, sent):
        product = Product.objects.get(77)
        sent()
        assert Product.objects.filter(is_visible=product.is_visible).contains(product)
        assert not Product.objects.exclude(id=77).contains(product)
        assert len(sent()) == 2
        with pytest.raises(TypeError, match="takes a Product"):
            Product.objects.contains(77)

    def test_values__are_counted_and_looked_at(self, sent):
        assert Product.objects.values("id").count() == Product.objects.count()
        assert Product.objects.values("id").exists()
        assert Product.objects.values_list("id", flat=True).first() == Product.objects.first().id
        assert not Product.objects.none().values("id").exists()
        assert len(sent()) == 5

    def test_iterator(self, sent):
        assert sum(1 for _ in Product.objects.iterator(chunk_size=50)) == Product.objects.count()
        with pytest.raises(TypeError, match="chunk_size"):
            Product.objects.iterator(chunk_size="50")

    def test_relations_that_will_be_touched(self, sent):
        for product in Product.objects.select_related("brand").prefetch_related("images")[:5]:
            assert product.brand is None or product.brand.name
            assert len(product.images) >= 0
        assert len(sent()) == 2
        with pytest.raises(FieldError, match="did you mean 'images'"):
            Product.objects.prefetch_related("imges")


class TestUpdates:
    def test_fields_of_the_row_itself(self, session, sent):
        asked = Product.objects.filter(id__in=[77, 80, 81])
        before = {row.id: row.price for row in asked}
        changed = asked.all().update(price=F("price") * 2 + 1)
        assert changed == len(before)
        session.expunge_all()
        assert {row.id: row.price for row in asked.all()} == {
            key: price * 2 + 1 for key, price in before.items()
        }

    def test_the_row_is_the_stores__not_what_is_unsaved_here(self, emulator, session):
        product = Product.objects.get(77)
        stored = product.price
        product.price = Decimal(1000)
        Product.objects.filter(id=77).update(price=F("price") + 1)
        session.expunge_all()
        assert Product.objects.get(77).price == stored + 1

    def test_what_cannot_be__changes_nothing(self, session, sent):
        asked = Product.objects.filter(id=77)
        with pytest.raises(QueryError, match="adjust_inventory"):
            asked.update(inventory_level=F("inventory_level") - 1)
        with pytest.raises(ReadOnlyFieldError):
            asked.update(date_created=F("date_modified"))
        with pytest.raises(FieldError, match="did you mean 'price'"):
            asked.update(price=F("prise"))
        assert sent() == []
        with pytest.raises(InvalidValue, match=r"computed with"):
            asked.update(price=F("price") / 0)
        assert not session.dirty
        Product.objects.filter(id=77).update(price=3)
        with pytest.raises(InvalidValue, match="<Product id=77"):
            Product.objects.filter(id=77).update(name=F("date_last_imported"))

    def test_some_fields_of_an_object(self, session, sent):
        product = Product.objects.get(77)
        product.price += 1
        product.name = "Another"
        product.save(update_fields=["price"])
        assert [item.id for item in session.dirty] == [77]
        product.refresh_from_db(fields=["price"])
        assert product.name == "Another"
        product.save()
        with pytest.raises(FieldError, match="did you mean 'price'"):
            product.save(update_fields=["prise"])
        with pytest.raises(InvalidValue, match="a list of names"):
            product.save(update_fields="price")


class TestRelations:
    def test_rows_below_a_parent__are_deleted_by_the_commit(self, session, sent):
        product = Product.objects.get(77)
        number = len(product.images)
        first = product.images[0]
        assert first in product.images
        del product.images[0]
        assert session.deleted == [first]
        session.commit()
        assert len(product.images) == number - 1
        product.images.clear()
        session.commit()
        session.expunge_all()
        assert len(Product.objects.get(77).images) == 0

    def test_new_rows__are_forgotten(self, session):
        product = Product.objects.get(77)
        image = ProductImage(image_url="https://example.com/a.png")
        product.images.append(image)
        assert session.new == [image]
        product.images.remove(image)
        assert session.new == []
        assert image not in product.images

    def test_lists_of_keys__get_shorter(self, session):
        product = Product.objects.filter(categories__in=[23, 24, 25]).first() or (
            Product.objects.first()
        )
        category = product.category_set[0]
        product.category_set.remove(category)
        assert category.id not in product.categories
        product.category_set.add(category)
        assert category.id in product.categories
        product.category_set.clear()
        assert product.categories == []
        assert not session.deleted

    def test_what_is_of_another__is_refused(self, session):
        product, other = Product.objects.include("images")[:2]
        with pytest.raises(InvalidValue, match="expected a ProductImage"):
            product.images.remove(other)
        if other.images:
            with pytest.raises(InvalidValue, match="a ProductImage of"):
                product.images.remove(other.images[0])
        parent = Category.objects.filter(parent_id__gt=0).first().parent
        with pytest.raises(StateError, match="parent_id"):
            parent.children.remove(parent.children[0])
        with pytest.raises(IndexError):
            del product.images[1000]
        assert not session.deleted


class TestSessions:
    def test_begin__commits_at_the_end(self, session):
        with session.begin():
            Product.objects.get(77).price = Decimal(7)
        assert not session.dirty
        session.expunge_all()
        assert Product.objects.get(77).price == 7

    def test_begin__rolls_back_what_is_local(self, session, sent):
        def job():
            with session.begin():
                Product.objects.get(77).price = Decimal(9)
                raise KeyError

        with pytest.raises(KeyError):
            job()
        assert not session.dirty
        assert [one for one in sent() if not one.startswith("GET")] == []

        def refused():
            with session.begin():
                Product.objects.get(77).name = Product.objects.get(80).name

        with pytest.raises(CommitError):
            refused()
        assert not session.dirty

    def test_close__lets_go(self, session):
        product = Product.objects.get(77)
        product.price += 1
        session.close()
        assert product not in session
        assert not session.dirty
        assert Product.objects.get(77) is not product

    def test_expire_all(self, session, sent):
        products = list(Product.objects.all()[:3])
        products[0].price = Decimal(5)
        sent()
        session.expire_all()
        assert products[1].name
        assert products[0].price == 5
        assert sent()

    def test_is_modified(self, session):
        product = Product.objects.get(77)
        assert not session.is_modified(product)
        product.price += 1
        assert session.is_modified(product)
        product.price -= 1
        assert not session.is_modified(product)
        with pytest.raises(TypeError):
            session.is_modified(77)

    def test_merge__brings_changes_of_elsewhere(self, session):
        elsewhere = session.client.session()
        product = elsewhere.get(Product, 77)
        product.price = Decimal(77)
        own = session.merge(product)
        assert own is session.get(Product, 77)
        assert (own.price, own in session) == (77, True)
        assert session.merge(own) is own
        new = session.merge(Category(name="New", parent_id=0))
        assert session.new == [new]
        session.rollback()
        elsewhere.rollback()
