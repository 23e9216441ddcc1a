"""Names, lookups and arguments that people guess: each works, or the error says what to type."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import bcorm
from bcorm import (
    Brand,
    Category,
    Coupon,
    Customer,
    CustomerGroup,
    F,
    InventoryItem,
    Order,
    Product,
    ProductImage,
    ProductVariant,
    Q,
    Redirect,
    Sum,
    Webhook,
)
from bcorm.exceptions import BcormError, FieldError, InvalidValue, UnsupportedLookup
from bcorm.model import idioms
from bcorm.synonyms import nearest

HINT = re.compile(r"(?:filter|exclude)\(.+\)$|\[row for .+\]$")


@pytest.fixture
def product(session):
    return Product.objects.get(77)


class TestNames:
    @pytest.mark.parametrize(
        ("model", "guesses"),
        [
            (Product, "title:name quantity:inventory_level cost:cost_price tags:search_keywords"),
            (Product, "vendor:brand category:categories createdAt:date_created visible:is_visible"),
            (ProductImage, "url:url_standard src:url_standard alt:description position:sort_order"),
            (Coupon, "kind:type discount:amount active:enabled expires_at:expires limit:max_uses"),
            (Redirect, "path:from_path old:from_path target:to"),
            (Webhook, "event:scope url:destination active:is_active"),
            (Category, "subcategories:children parent_category:parent"),
            (Order, "total:total_inc_tax line_items:products email:billing_address.email"),
        ],
    )
    def test_guesses__are_told_the_right_name(self, model, guesses):
        for guess, right in (pair.split(":") for pair in guesses.split()):
            with pytest.raises(FieldError, match=f"did you mean '{re.escape(right)}'"):
                model(**{guess: "x"})

    def test_guesses__on_objects_and_classes(self, product):
        with pytest.raises(AttributeError, match="did you mean 'url_standard'"):
            ProductImage.url  # noqa: B018
        with pytest.raises(AttributeError, match="did you mean 'adjust_absolute'"):
            InventoryItem.set  # noqa: B018
        with pytest.raises(AttributeError, match="did you mean 'url'"):
            product.custom_url.slug  # noqa: B018
        with pytest.raises(AttributeError, match="did you mean 'variants'"):
            product.variant_set  # noqa: B018

    def test_what_is_near_to_nothing__is_told_nothing(self):
        assert nearest("xyzzy", ["name", "price"]) is None
        assert nearest("", ["name"]) is None
        assert nearest("name", []) is None
        with pytest.raises(AttributeError, match=r"has no field 'xyzzy'$"):
            Product().xyzzy  # noqa: B018

    @pytest.mark.parametrize("word", sorted(idioms.MODULE))
    def test_of_the_module(self, word):
        assert not hasattr(bcorm, word)
        with pytest.raises(AttributeError, match=re.escape(idioms.MODULE[word])):
            getattr(bcorm, word)

    def test_of_the_module__nearest(self):
        with pytest.raises(AttributeError, match="did you mean 'ProductVariant'"):
            bcorm.Variant  # noqa: B018


class TestResults:
    @pytest.mark.parametrize("word", sorted(idioms.VALUES))
    def test_of_values(self, session, word):
        with pytest.raises(AttributeError, match=re.escape(idioms.VALUES[word])):
            getattr(Product.objects.values("id"), word)

    @pytest.mark.parametrize("word", sorted(idioms.GROUPS))
    def test_of_groups(self, session, word):
        groups = Product.objects.values("brand_id").annotate(Sum("price"))
        with pytest.raises(AttributeError, match=re.escape(idioms.GROUPS[word])):
            getattr(groups, word)

    def test_of_groups__first(self, session):
        groups = Product.objects.values("brand_id").annotate(Sum("price"))
        assert groups.exists()
        assert groups.first() == groups[0]

    @pytest.mark.parametrize("word", sorted(idioms.PLAN))
    def test_of_plans(self, session, word):
        with pytest.raises(AttributeError, match=re.escape(idioms.PLAN[word])):
            getattr(session.plan(), word)

    @pytest.mark.parametrize("word", sorted(idioms.REPORT))
    def test_of_reports(self, session, word):
        with pytest.raises(AttributeError, match=re.escape(idioms.REPORT[word])):
            getattr(session.commit(), word)

    @pytest.mark.parametrize("word", sorted(idioms.RELATION))
    def test_of_relations(self, word):
        expected = idioms.RELATION[word].replace("{relation}", "images")
        with pytest.raises(AttributeError, match=re.escape(expected)):
            getattr(Product.images, word)


class TestRelations:
    @pytest.mark.parametrize(
        ("model", "lookups", "told"),
        [
            (Product, {"variants__sku": None}, r"ProductVariant\.objects\.filter\(sku=None\)"),
            (Product, {"images": None}, r"include\('images'\) if not row\.images"),
            (Product, {"custom_fields__name": "x"}, r"any\(one\.name == 'x' for one in"),
            (Product, {"brand__name": None}, r"brand__in=Brand\.objects\.filter\(name=None\)"),
            (Product, {"categories__name__isnull": True}, r"categories__in=Category\.objects"),
            (Customer, {"orders": None}, r"exclude\(id__in=Order\.objects\.values_list\('cust"),
            (Brand, {"products__upc": None}, r"values_list\('brand_id', flat=True\)"),
            (Order, {"products__sku": "x"}, r"any\(one\.sku == 'x' for one in row\.products\)"),
            (ProductVariant, {"product__upc": None}, r"product__in=Product\.objects\.filter"),
        ],
    )
    def test_conditions_on_other_rows__say_the_way(self, model, lookups, told):
        for ask in (model.objects.filter, model.objects.exclude):
            with pytest.raises(UnsupportedLookup, match=told):
                ask(**lookups)
        with pytest.raises(UnsupportedLookup, match=told):
            model.objects.filter(Q(**lookups) | Q(id=1))

    def test_the_ways_that_are_told__lead_there(self, session, product):
        product = Product.objects.filter(brand__isnull=False).scan()[0]
        sku = product.variants.first().sku
        ways = {
            "filter(id__in=ProductVariant.objects.filter(sku=...": Product.objects.filter(
                id__in=ProductVariant.objects.filter(sku=sku).values_list("product_id", flat=True)
            ),
            "filter(brand__in=Brand.objects.filter(name=...": Product.objects.filter(
                brand__in=Brand.objects.filter(name=product.brand.name)
            ),
            "filter(categories__in=Category.objects.filter(...": Product.objects.filter(
                categories__in=Category.objects.filter(id__in=product.categories)
            ),
        }
        assert [way for way, rows in ways.items() if product not in rows] == []
        rows = [row for row in Product.objects.include("images") if not row.images]
        assert all(not row.images for row in rows)

    def test_names_where_keys_are_compared(self, session):
        told = r"filter\(brand__name='Acme'\)"
        with pytest.raises(InvalidValue, match=told):
            Product.objects.filter(brand="Acme")
        with pytest.raises(InvalidValue, match=told):
            Product.objects.filter(brand_id="Acme")
        with pytest.raises(InvalidValue, match=r"brand__name__in=\['Acme'\]"):
            Product.objects.filter(brand__in=["Acme"])
        with pytest.raises(InvalidValue, match=r"Brand\.objects\.get\(name='Acme'\)"):
            Product(brand="Acme")

    def test_lists_of_keys__by_their_relation(self, session, product):
        category = product.category_set[0]
        for found in (
            Product.objects.filter(category_set=category),
            Product.objects.filter(category_set__in=[category]),
            Product.objects.filter(categories=category),
        ):
            assert product in found
        assert not Product.objects.filter(categories=None).scan().exists()
        assert not Product.objects.filter(category_set__isnull=True).scan().exists()
        product.categories = []
        session.commit()
        assert [row.id for row in Product.objects.filter(categories=None).scan()] == [77]
        keys = Product.objects.values("category_set").first()["category_set"]
        assert keys == Product.objects.exclude(id=77).first().categories or keys == []

    def test_keys_of_related_rows(self, session, product):
        for lookups in ({"brand__id": product.brand_id}, {"brand__pk": product.brand_id}):
            assert product in Product.objects.filter(**lookups)

    @pytest.mark.parametrize("name", ["primary_image__id", "images__url_standard", "images"])
    def test_values_of_other_rows__say_the_way(self, session, name):
        for ask in (Product.objects.values, Product.objects.values_list, Product.objects.order_by):
            with pytest.raises(FieldError, match=r"\[.+ for row in Product\.objects\."):
                ask(name)

    def test_way_to_the_names_of_others__works_where_there_is_none(self, session, emulator):
        emulator.put_document("v3/catalog/products", {"id": 77, "brand_id": 0})
        with pytest.raises(FieldError) as caught:
            Product.objects.order_by("brand__name")
        told = str(caught.value)
        names = {"Product": Product, "Brand": Brand}
        read, ordered = (
            eval(re.search(pattern, told)[0], names)
            for pattern in (r"\[row\.brand and .+?\](?= reads)", r"sorted\(.+?name\)")
        )
        assert None in read
        assert [row.brand.name for row in ordered] == sorted(filter(None, read))
        assert list(Product.objects.values_list("brand__name", flat=True)) == read
        assert "values('brand__name') reads it without objects" in told

    def test_customers_of_a_group(self, emulator, session):
        groups = list(CustomerGroup.objects.all())
        emulator.clear_requests()
        found = {group.id: len(group.customers) for group in groups}
        assert len(emulator.requests) <= 2
        assert sum(found.values()) == Customer.objects.exclude(group=None).scan().count()

    def test_set__takes_out_and_adds(self, session, product):
        old = list(product.category_set)
        other = Category.objects.exclude(id__in=product.categories).first()
        product.category_set.set([old[0], other])
        assert product.categories == [old[0].id, other.id]
        product.images.set([{"image_url": "https://example.com/a.png"}])
        session.commit()
        session.expunge_all()
        assert Product.objects.get(77).images.count() == 1

    def test_mappings__stand_for_new_rows(self, session, product):
        product.custom_fields.append({"name": "Made of", "value": "Iron"})
        assert [item.name for item in session.new] == ["Made of"]
        for wrong in ("mug.png", Path("mug.png")):
            with pytest.raises(InvalidValue, match=r"\.images\.upload\(path\)"):
                product.images.add(wrong)
        with pytest.raises(TypeError, match="extend"):
            product.images += [ProductImage()]
        with pytest.raises(TypeError, match=r"new\(\.\.\.\)"):
            product.custom_fields.add(name="a", value="b")


class TestDates:
    """Years and days of moments are bounds that the API takes; what else they have is read here."""

    @pytest.mark.parametrize(
        ("lookups", "test"),
        [
            ({"date_created__year": 2026}, lambda at: at.year == 2026),
            ({"date_created__year__gt": 2025}, lambda at: at.year > 2025),
            ({"date_created__year__lt": 2026}, lambda at: at.year < 2026),
            ({"date_created__year__range": (2025, 2026)}, lambda at: at.year in {2025, 2026}),
            ({"date_created__year__in": [2026]}, lambda at: at.year == 2026),
            ({"date_created__month": 11}, lambda at: at.month == 11),
            ({"date_created__month__gte": 10}, lambda at: at.month >= 10),
            ({"date_created__day": 1}, lambda at: at.day == 1),
            ({"date_created__quarter": 2}, lambda at: at.month in {4, 5, 6}),
            ({"date_created__week_day": 1}, lambda at: at.isoweekday() == 7),
            ({"date_created__hour__lt": 12}, lambda at: at.hour < 12),
        ],
        ids=lambda value: str(value) if isinstance(value, dict) else "",
    )
    def test_parts(self, session, lookups, test):
        every = {row.id: row.date_created.astimezone(timezone.utc) for row in Order.objects.all()}
        right = {key for key, at in every.items() if test(at)}
        assert {row.id for row in Order.objects.filter(**lookups).scan()} == right
        assert {row.id for row in Order.objects.exclude(**lookups).scan()} == every.keys() - right
        assert {row.id for row in Order.objects.filter(~Q(**lookups)).scan()} == (
            every.keys() - right
        )

    def test_days__are_bounds_at_the_server(self, emulator, session):
        day = Order.objects.latest().date_created.astimezone(timezone.utc).date()
        emulator.clear_requests()
        found = list(Order.objects.filter(date_created__date=day))
        assert found
        assert all(row.date_created.astimezone(timezone.utc).date() == day for row in found)
        assert found == list(Order.objects.filter(date_created__date=day.isoformat()))
        (first, _) = emulator.requests
        assert first.query["min_date_created"].startswith(day.isoformat())
        week = (day - timedelta(days=7), day)
        assert len(Order.objects.filter(date_created__date__range=week)) >= len(found)
        for word in ("gt", "gte", "lt", "lte"):
            assert (
                not Order.objects.filter(**{f"date_created__date__{word}": day}).explain().full_scan
            )

    def test_the_last_year_and_the_first_day(self, session):
        assert not Order.objects.filter(date_created__year__gt=9999).scan().exists()
        assert not Order.objects.filter(date_created__date__lt=date.min).exists()
        with pytest.raises(InvalidValue, match="a whole number"):
            Order.objects.filter(date_created__year="2026")

    def test_moments_without_a_zone__say_how(self, session):
        for value in (datetime(2026, 1, 1), date(2026, 1, 1), "2026-01-01"):  # noqa: DTZ001
            with pytest.raises(InvalidValue, match=r"timezone\.utc|date_created__date") as caught:
                Order.objects.filter(date_created__gte=value)
            assert "datetime.now(timezone.utc)" in str(caught.value)

    def test_lookups_that_are_not_there__are_listed_or_guessed(self):
        with pytest.raises(UnsupportedLookup, match=r"it knows date, day, .*week_day, year"):
            Order.objects.filter(date_created__time=3)
        for word, right in {"iregex": "regex", "like": "icontains", "between": "range"}.items():
            with pytest.raises(UnsupportedLookup, match=f"did you mean '{right}'"):
                Product.objects.filter(**{f"name__{word}": "x"})
        with pytest.raises(FieldError, match=r"take \.year of it"):
            Order.objects.values("date_created__year")


class TestArguments:
    @pytest.mark.parametrize(
        ("ask", "told"),
        [
            (lambda rows, one: rows.bulk_create([], ignore_conflicts=True), "add_all"),
            (lambda rows, one: rows.bulk_update([], ["price"], batch_size=5), "batches have"),
            (lambda rows, one: rows.in_bulk(field_name="sku"), "row.sku: row for row"),
            (lambda rows, one: rows.values("id", low=F("price")), "names of fields"),
            (lambda rows, one: rows.values_list("id", named=True), "dictionaries"),
            (lambda rows, one: rows.update_or_create(id=7, create_defaults={}), "get_or_create"),
            (lambda rows, one: rows.aggregate(Sum("price") / 2), "compute with the answer"),
            (lambda rows, one: rows.aggregate(bcorm.Count("*")), r"Count\('id'\)"),
            (lambda rows, one: one.save(force_insert=True), "each by itself"),
            (lambda rows, one: one.save(using="default"), "session.add"),
            (lambda rows, one: Product("Mug"), "name="),
            (lambda rows, one: 77 in rows, r"filter\(id=77\)\.exists"),
        ],
    )
    def test_of_django__say_what_is_right(self, emulator, session, product, ask, told):
        emulator.clear_requests()
        with pytest.raises(TypeError, match=told) as caught:
            ask(Product.objects.all(), product)
        assert "__init__" not in str(caught.value)
        assert not emulator.requests

    def test_values__are_told_in_the_words_of_the_field(self, session, product):
        with pytest.raises(InvalidValue, match=r"Decimal\('3\.5'\)"):
            product.price = "3.5"
        with pytest.raises(InvalidValue, match="a mapping with type, entity_id, url"):
            Redirect(to="/b")
        with pytest.raises(UnsupportedLookup, match="custom_url__url="):
            Product.objects.filter(custom_url={"url": "/x/"})
        with pytest.raises(BcormError, match="copy_as"):
            product.pk = None
        with pytest.raises(BcormError, match=r"random\.sample"):
            Product.objects.order_by("?")
        with pytest.raises(FieldError, match="did you mean 'name'"):
            Product.objects.select_related("brand__nmae")

    def test_one_or_the_other(self, session):
        both = Q(is_visible=True) ^ Q(is_featured=True)
        rows = {row.id for row in Product.objects.filter(both).scan()}
        assert rows == {
            row.id for row in Product.objects.all() if row.is_visible != row.is_featured
        }
        assert (Q() ^ Q(id=77)).parts

    def test_answers_of_values__are_lists_of_keys(self, session):
        wanted = [row.id for row in Product.objects.all()[:3]]
        for values in (
            Product.objects.values("id")[:3],
            Product.objects.values_list("id")[:3],
            Product.objects.values_list("id", flat=True)[:3],
        ):
            assert [row.id for row in Product.objects.filter(id__in=values)] == wanted


class TestNewRows:
    @pytest.mark.parametrize(
        ("make", "missing"),
        [
            (Order.objects.create, "billing_address products"),
            (CustomerGroup.objects.create, "name"),
            (bcorm.Subscriber.objects.create, "email"),
            (lambda: Order.objects.first().shipments.create(), "items"),  # noqa: PLW0108
            (lambda: Product.objects.first().options.create(), "display_name type"),  # noqa: PLW0108
            (lambda: Product.objects.first().images.create(), "image_url upload"),  # noqa: PLW0108
            (lambda: Product.objects.first().videos.create(), "video_id"),  # noqa: PLW0108
            (bcorm.Cart.objects.create, "line_items custom_items"),
        ],
    )
    def test_what_no_schema_requires__is_told_before_anything_is_sent(
        self, emulator, session, make, missing
    ):
        with pytest.raises(InvalidValue) as caught:
            make()
        assert all(name in str(caught.value) for name in missing.split())
        assert not [one for one in emulator.requests if one.method != "GET"]

    def test_plans__name_new_parents(self, session):
        shirt = Product(name="Shirt", type="physical", price=1, weight=1)
        shirt.metafields.new(namespace="a", key="b", value="c", permission_set="read")
        session.add(shirt)
        assert "v3/catalog/products/(new Product 'Shirt')/metafields" in str(session.plan())
        session.commit()
        assert shirt.metafields.count() == 1
