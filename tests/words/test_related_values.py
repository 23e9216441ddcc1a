"""Rows that are made of mappings, of objects, and of other rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bcorm import (
    Brand,
    Category,
    Customer,
    PriceList,
    PriceRecord,
    Product,
    ProductOption,
    ProductOptionValue,
)
from bcorm.exceptions import FieldError, InvalidValue


class TestPlaces:
    """Values of options and modifiers stand in the order in which they were given."""

    def test_values_that_are_mappings(self, session):
        product = Product.objects.get(77)
        labels = [{"label": "S"}, {"label": "M", "sort_order": 9}, {"label": "L"}]
        option = product.options.create(
            display_name="Size", type="dropdown", option_values=[*labels, {"label": "S2"}]
        )
        assert [(value.label, value.sort_order) for value in option.option_values] == [
            ("S", 0),
            ("M", 9),
            ("L", 10),
            ("S2", 11),
        ]
        modifier = product.modifiers.create(
            display_name="Gift", type="dropdown", required=False, option_values=labels
        )
        assert [value.sort_order for value in modifier.option_values] == [0, 9, 10]

    def test_later_values__stand_behind_those_that_are_known(self, session):
        product = Product.objects.get(77)
        option = product.options.first()
        last = max(value.sort_order for value in option.option_values)
        added = [option.option_values.new(label=label) for label in ("X", "Y")]
        session.commit()
        assert [value.sort_order for value in added] == [last + 1, last + 2]
        assert option.option_values.create(label="Z").sort_order == last + 3
        given = ProductOptionValue(option=option, label="First", sort_order=-1)
        assert given.sort_order == -1

    def test_unsaved_option__has_its_values_in_order(self):
        option = ProductOption(product_id=77, display_name="Size", type="dropdown")
        values = [option.option_values.new(label=label) for label in "ab"]
        assert [value.sort_order for value in values] == [0, 1]


class TestPriceRecords:
    @pytest.fixture
    def prices(self, session):
        return PriceList.objects.create(name="Friends")

    @pytest.fixture
    def variants(self, session):
        return list(Product.objects.get(77).variants)

    def test_objects_mappings_and_whose_they_are(self, prices, variants):
        one, two, three = variants
        prices.upsert_records([
            PriceRecord(variant_id=one.id, currency="USD", price=Decimal(3)),
            {"variant_id": two.id, "currency": "usd", "price": Decimal(4)},
        ])  # fmt: skip
        PriceList.upsert_records(
            [{"price_list_id": prices.id, "sku": three.sku, "currency": "usd", "price": 5}]
        )
        found = {record.variant_id: record.price for record in prices.records}
        assert found == {one.id: 3, two.id: 4, three.id: 5}
        prices.records.first().price = 9
        record = prices.records.first()
        prices.upsert_records([record])
        assert not PriceList.upsert_records([])

    def test_new_records(self, prices, variants):
        prices.create_records([PriceRecord(price_list=prices, variant_id=1, currency="usd")])
        assert [record.variant_id for record in prices.records] == [1]

    @pytest.mark.parametrize(
        ("records", "told"),
        [
            ([{"variant_id": 1, "currency": "usd"}], "price_list_id in each"),
            ([{"price": 3}], "price_list_id and currency and variant_id"),
            (3, "a list"),
            ([3], "PriceRecord or"),
            ({"variant_id": 1}, "a list"),
        ],
    )
    def test_what_is_missing__is_told_before_anything_is_sent(
        self, emulator, prices, records, told
    ):
        emulator.clear_requests()
        with pytest.raises(InvalidValue, match=told):
            PriceList.upsert_records(records)
        with pytest.raises(FieldError, match="did you mean 'price'"):
            prices.upsert_records([{"prise": 3}])
        assert not emulator.requests


class TestCopies:
    def test_product_with_all_that_comes_with_it(self, emulator, session):
        product = Product.objects.include("images").get(80)
        session.expunge_all()
        product = Product.objects.get(80)
        emulator.clear_requests()
        twin = product.copy_as(name="Twin", sku="TWIN")
        assert len(emulator.requests) == 1
        assert (twin.name, twin.sku, twin.price) == ("Twin", "TWIN", product.price)
        assert twin.pk is None
        assert twin.custom_url is None
        session.add(twin)
        session.commit()
        session.expunge_all()
        twin, product = Product.objects.get(twin.id), Product.objects.get(80)
        for name in ("options", "variants", "images", "custom_fields", "modifiers"):
            assert len(getattr(twin, name)) == len(getattr(product, name)), name

        def labels(item):
            return sorted(
                (sorted((value.option_display_name, value.label) for value in one.option_values),
                 one.price)
                for one in item.variants
            )  # fmt: skip

        assert labels(twin) == labels(product)
        assert [one.type for one in twin.options] == [one.type for one in product.options]
        assert [[value.label for value in one.option_values] for one in twin.options] == [
            [value.label for value in one.option_values] for one in product.options
        ]
        assert (twin.total_sold, twin.description) == (0, product.description)
        assert twin.custom_url.url != product.custom_url.url

    def test_nothing_of_the_original_changes(self, session):
        product = Product.objects.get(77)
        twin = product.copy_as(name="Twin")
        twin.categories.append(1)
        twin.variants.remove(twin.variants[0])
        assert not session.dirty
        assert 1 not in product.categories
        assert not twin.sku

    def test_product_without_options(self, session):
        product = Product.objects.get(78)
        twin = product.copy_as(name="Twin", images=[])
        twin.save()
        assert len(twin.variants) == 1
        assert len(twin.images) == 0

    def test_other_rows(self, session):
        brand = Brand.objects.first().copy_as(name="Twin")
        below = Category.objects.filter(parent_id__gt=0).first()
        category = below.copy_as(name="Twin")
        customer = Customer.objects.first().copy_as(email="twin@example.com")
        session.add_all([brand, category, customer])
        session.commit()
        assert category.parent_id == below.parent_id
        assert len(customer.addresses) == len(Customer.objects.first().addresses)

    def test_what_tells_them_apart__is_asked_for(self, emulator, session):
        product = Product.objects.get(78)
        emulator.clear_requests()
        with pytest.raises(TypeError, match=r"copy_as\(\) needs name=\.\.\."):
            product.copy_as(sku="X")
        with pytest.raises(FieldError, match="did you mean 'name'"):
            product.copy_as(name="X", nmae="Y")
        assert emulator.requests == []
