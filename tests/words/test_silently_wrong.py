"""What is typed first and looked right while it was wrong."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest

import bcorm
from bcorm import Brand, Category, Customer, Order, Product, ProductImage
from bcorm.exceptions import ConfigurationError, ReadOnlyFieldError, UnsavedChangesWarning
from bcorm.model.mapper import mapper_for
from bcorm.model.matching import Matcher
from bcorm.model.unit_of_work import current_session

PNG = b"\x89PNG\r\n\x1a\n"


def connect(emulator):
    return bcorm.connect("b", "another", api_url=emulator.url)


def paths(emulator):
    found = [request.path for request in emulator.requests]
    emulator.clear_requests()
    return found


class TestBlocks:
    def test_block_of_connect__makes_the_former_session_current_again(self, emulator, session):
        with connect(emulator) as other:
            assert current_session.get() is other
        assert current_session.get() is session

    def test_block_without_a_former_session__leaves_none(self, emulator):
        before = current_session.get()
        current_session.set(None)
        try:
            with connect(emulator):
                pass
            with pytest.raises(ConfigurationError, match="no current session"):
                Product.objects.count()
        finally:
            current_session.set(before)

    def test_nested_blocks__end_in_turn(self, emulator, session):
        with connect(emulator) as outer:
            with outer:
                with connect(emulator):
                    pass
                assert current_session.get() is outer
            assert current_session.get() is outer
        assert current_session.get() is session

    def test_session_that_was_connected_before__restores_where_its_block_began(
        self, emulator, session
    ):
        one, two = connect(emulator), connect(emulator)
        with one:
            pass
        assert current_session.get() is two

    def test_sessions_that_follow_each_other__are_not_kept(self, emulator, session):
        first = connect(emulator)
        connect(emulator)
        third = connect(emulator)
        assert first not in third._replaced

    def test_unsaved_changes__are_warned_of(self, emulator, session):
        with pytest.warns(UnsavedChangesWarning, match="1 changed"), connect(emulator):
            Product.objects.get(id=77).price += 1

    def test_values_that_are_what_they_were__are_not(self, emulator, session):
        with connect(emulator):
            product = Product.objects.get(id=77)
            product.price += 1
            product.price -= 1

    def test_error_in_the_block__is_the_only_news(self, emulator, session):
        def job():
            with connect(emulator):
                Product.objects.get(id=77).price += 1
                raise KeyError

        with pytest.raises(KeyError):
            job()


class TestFiles:
    @pytest.mark.parametrize("value", ["no/such/file.png", b"bytes"])
    def test_file_as_a_value__is_refused_and_names_the_upload(self, emulator, session, value):
        product = Product.objects.get(id=77)
        emulator.clear_requests()
        with pytest.raises(ReadOnlyFieldError, match=r"images\.upload"):
            product.images.create(image_file=value)
        with pytest.raises(ReadOnlyFieldError, match=r"images\.upload"):
            ProductImage(image_file=value)
        assert paths(emulator) == []

    def test_upload__takes_path_text_file_and_bytes(self, session, tmp_path):
        product = Product.objects.get(id=77)
        count = product.images.count()
        file = tmp_path / "mug.png"
        file.write_bytes(PNG)
        found = [
            product.images.upload(file),
            product.images.upload(str(file), description="The mug"),
            product.images.upload(PNG, "mug.png"),
        ]
        with file.open("rb") as opened:
            found.append(product.images.upload(opened, is_thumbnail=True, sort_order=3))
        assert all(image.image_file.endswith("mug.png") for image in found)
        assert product.images.count() == count + 4
        session.expunge_all()
        stored = {image.id: image for image in Product.objects.get(id=77).images}
        assert stored[found[1].id].description == "The mug"
        assert stored[found[3].id].sort_order == 3

    def test_upload_of_no_file__sends_nothing(self, emulator, session, tmp_path):
        product = Product.objects.get(id=77)
        emulator.clear_requests()
        with pytest.raises(FileNotFoundError):
            product.images.upload(tmp_path / "no.png")
        with pytest.raises(TypeError, match="filename= is missing"):
            product.images.upload(PNG)
        with pytest.raises(TypeError, match="filename= is missing"):
            product.images.upload(io.BytesIO(PNG))
        with pytest.raises(TypeError, match="mode 'rb'"):
            product.images.upload(io.StringIO("text"), "mug.png")
        with pytest.raises(TypeError, match="not made of files"):
            product.videos.upload(PNG, "mug.mpg")
        assert paths(emulator) == []

    def test_other_pictures__take_paths_too(self, session, tmp_path):
        file = tmp_path / "mug.png"
        file.write_bytes(PNG)
        assert Brand.objects.first().upload_image(file)
        assert Category.objects.first().upload_image(str(file))


class TestNone:
    @pytest.mark.parametrize(
        "none",
        [{"brand": None}, {"brand_id": None}, {"brand_id__isnull": True}, {"brand_id__in": [None]}],
    )
    def test_no_brand__is_asked_of_the_server(self, emulator, session, none):
        expected = Product.objects.filter(brand_id=0).count()
        emulator.clear_requests()
        found = Product.objects.filter(**none)
        assert expected == found.count() > 0
        assert len(paths(emulator)) == 1
        assert not found.explain().full_scan

    @pytest.mark.parametrize("field", ["sale_price", "cost_price", "retail_price", "map_price"])
    def test_no_price__is_a_price_of_nothing(self, session, field):
        rows = list(Product.objects.all())
        without = [row for row in rows if not getattr(row, field)]
        for none in ({field: None}, {f"{field}__isnull": True}):
            assert Product.objects.filter(**none).scan().count() == len(without)
            assert Product.objects.exclude(**none).scan().count() == len(rows) - len(without)
        assert Product.objects.filter(**{f"{field}__ne": None}).scan().count() == len(rows) - len(
            without
        )

    def test_categories_at_the_top(self, emulator, session):
        expected = Category.objects.filter(parent_id=0).count()
        emulator.clear_requests()
        assert Category.objects.filter(parent=None).count() == expected > 0
        assert Category.objects.filter(parent_id__isnull=True).count() == expected
        assert len(paths(emulator)) == 2

    def test_guests_and_customers_without_a_group(self, emulator, session):
        for model, field in ((Order, "customer_id"), (Customer, "customer_group_id")):
            expected = model.objects.filter(**{field: 0}).count()
            assert model.objects.filter(**{field: None}).count() == expected
            assert not model.objects.filter(**{field: None}).explain().full_scan

    def test_null_in_a_row__counts_as_none_too(self):
        asked = Product.objects.filter(sale_price=None)._query.conditions
        matcher = Matcher(mapper_for(Product), asked)
        assert [matcher({"sale_price": raw}) for raw in (None, 0, Decimal("0.00"), 5)] == [
            True,
            True,
            True,
            False,
        ]


class TestNoise:
    @pytest.mark.parametrize(
        ("value", "said"),
        [
            (0.1 + 0.2, "0.3"),
            (55.99 * 1.1, "61.589"),
            (Decimal("0.1000000000000000055511151231257827021181583404541015625"), "0.1"),
            (0.1, "0.1"),
            (Decimal("1.2345678901234567890123"), "1.2345678901234567890123"),
            (3, "3"),
        ],
    )
    def test_amount__is_what_was_meant(self, session, value, said):
        product = Product.objects.get(id=77)
        product.price = value
        assert product.price == Decimal(said)
        assert str(product.price) == said
        assert f"price={said}&" in Product.objects.filter(price=value).explain().requests[0]


class TestListsOfKeys:
    def test_orders_that_are_far_apart__are_read_by_their_addresses(self, emulator, session):
        asked = Order.objects.filter(id__in=[900_000, 399, 100])
        assert not asked.explain().full_scan
        assert [order.id for order in asked] == [100, 399]
        assert {"/v2/orders/100", "/v2/orders/399", "/v2/orders/900000"} == set(paths(emulator))
        assert [order.id for order in asked.all()[1:2]] == [399]
        assert asked.all().count() == 2

    def test_orders_that_are_near__are_read_by_their_range(self, emulator, session):
        keys = list(range(100, 140))
        assert sorted(Order.objects.in_bulk(keys)) == keys
        assert len(paths(emulator)) == 1
        assert len(Order.objects.filter(id__in=keys).scan()) == 40
        assert len(paths(emulator)) == 1
