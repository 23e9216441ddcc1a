"""Errors that say what to type instead."""

from __future__ import annotations

import asyncio
import operator
import re
from decimal import Decimal
from pathlib import Path

import pytest

import bcorm
from bcorm import Brand, Category, Customer, Location, Product, Session
from bcorm.exceptions import ConfigurationError, InvalidValue, ReadOnlyFieldError
from bcorm.model import idioms


@pytest.fixture
def product(session):
    return Product.objects.get(id=77)


class TestWords:
    """Words of Django and SQLAlchemy that bcorm has not."""

    @pytest.mark.parametrize("word", sorted(idioms.QUERYSET))
    def test_of_querysets(self, session, word):
        with pytest.raises(AttributeError, match=re.escape(idioms.QUERYSET[word])):
            getattr(Product.objects.all(), word)

    @pytest.mark.parametrize("word", sorted(idioms.MODEL))
    def test_of_classes(self, word):
        expected = idioms.MODEL[word].replace("{model}", "Product")
        with pytest.raises(AttributeError, match=re.escape(expected)):
            getattr(Product, word)

    @pytest.mark.parametrize("word", sorted(idioms.OBJECT))
    def test_of_objects(self, product, word):
        expected = idioms.OBJECT[word].replace("{model}", "Product")
        with pytest.raises(AttributeError, match=re.escape(expected)):
            getattr(product, word)

    @pytest.mark.parametrize(
        ("name", "word"), [(name, word) for name, words in idioms.OWN.items() for word in words]
    )
    def test_of_objects_of_one_class(self, name, word):
        made = getattr(bcorm, name)()
        with pytest.raises(AttributeError, match=re.escape(idioms.OWN[name][word])):
            getattr(made, word)
        first = re.match(r"[a-z_]+", idioms.OWN[name][word])
        assert hasattr(type(made), first[0])  # what is told is there

    @pytest.mark.parametrize("word", sorted(idioms.SESSION))
    def test_of_sessions(self, session, word):
        with pytest.raises(AttributeError, match=re.escape(idioms.SESSION[word])):
            getattr(session, word)

    @pytest.mark.parametrize("word", sorted(idioms.FIELD))
    def test_of_fields(self, word):
        expected = idioms.FIELD[word].replace("{field}", "price")
        with pytest.raises(AttributeError, match=re.escape(expected)):
            getattr(Product.price, word)

    @pytest.mark.parametrize("value", [5, "5", Decimal(5), True])
    def test_field_that_is_compared__says_filter(self, value):
        for compare in (operator.eq, operator.ne, operator.gt):
            with pytest.raises(TypeError, match=r"objects\.filter\(price"):
                compare(Product.price, value)
        assert Product.price == Product.price != Product.name
        assert hash(Product.price) == hash(Product.price)

    def test_lists_of_keys__are_no_sets(self, product):
        with pytest.raises(AttributeError, match=r"append\(value\).*category_set\.add"):
            product.categories.add(3)
        with pytest.raises(AttributeError, match=r"no attribute 'nonsense'$"):
            product.categories.nonsense  # noqa: B018

    def test_asynchronous_words__say_thread(self, session, product):
        for owner, word, told in [
            (Product.objects.all(), "aget", "queryset.get"),
            (Product.objects.all(), "aiterator", "queryset.iterator"),
            (product, "asave", "object.save"),
            (session, "acommit", "session.commit"),
        ]:
            with pytest.raises(AttributeError, match=re.escape(f"to_thread({told}")):
                getattr(owner, word)

        async def loop():
            async for _ in Product.objects.all():
                pass

        async def block():
            async with session:
                pass

        for job in (loop, block):
            with pytest.raises(TypeError, match="bcorm is synchronous"):
                asyncio.run(job())

    @pytest.mark.parametrize(
        ("words", "owner"),
        [(idioms.QUERYSET, Product.objects.all()), (idioms.SESSION, Session)],
        ids=["queryset", "session"],
    )
    def test_no_word_is_there_after_all(self, words, owner):
        assert not [word for word in words if hasattr(owner, word)]

    def test_misspelt_words__are_guessed(self, session, product):
        with pytest.raises(AttributeError, match="did you mean 'filter'"):
            Product.objects.fliter(id=7)
        with pytest.raises(AttributeError, match="did you mean 'commit'"):
            session.comit()
        with pytest.raises(AttributeError, match="did you mean 'price'"):
            Product.prise  # noqa: B018


class TestWhatIsNoObject:
    @pytest.mark.parametrize(
        "method", ["add", "delete", "expunge", "refresh", "expire", "resend", "save"]
    )
    @pytest.mark.parametrize(
        ("value", "hint"),
        [
            (77, "Product.objects.get"),
            ("77", "Product.objects.get"),
            (None, "Product.objects.get"),
            (Product, "an object of it"),
            ([1], "one object at a time|add_all"),
            (Product.objects.all(), "queryset.delete|for each"),
        ],
        ids=["number", "text", "None", "class", "list", "queryset"],
    )
    def test_session_says_so(self, emulator, session, method, value, hint):
        emulator.clear_requests()
        with pytest.raises(TypeError, match=hint) as caught:
            getattr(session, method)(value)
        assert "_state" not in str(caught.value)
        assert not emulator.requests

    @pytest.mark.parametrize("value", ["x", 7, Product])
    def test_using__takes_a_session(self, value):
        with pytest.raises(TypeError, match="takes a session"):
            Product.objects.using(value)

    def test_membership__of_anything_can_be_asked(self, session):
        assert 77 not in session

    def test_session_get__takes_a_class_and_a_key(self, session):
        assert session.get(Product, id=77).id == 77
        with pytest.raises(TypeError, match=r"get\(Product, 77\)"):
            session.get(77)
        with pytest.raises(InvalidValue, match="the key of a row"):
            session.get(Product)


class TestNames:
    @pytest.mark.parametrize(
        "method", ["order_by", "only", "defer", "include", "values", "values_list"]
    )
    @pytest.mark.parametrize("names", [["name", "price"], {"name"}, 7, None])
    def test_names_come_one_by_one(self, session, method, names):
        with pytest.raises(TypeError, match=f"{method}\\(\\) takes names of fields, one by one"):
            getattr(Product.objects.all(), method)(names)

    def test_position_that_is_a_name(self, product):
        with pytest.raises(TypeError, match=r"\.get\(display_name=\.\.\.\)"):
            product.options["Color"]
        with pytest.raises(TypeError, match=r"\.get\(name=\.\.\.\)"):
            Product.objects.all()["MUG"]


class TestConnect:
    @pytest.mark.parametrize(
        ("arguments", "options", "error", "told"),
        [
            (["abc"], {}, ConfigurationError, "access_token is missing"),
            ([], {"access_token": "t"}, ConfigurationError, "store_hash is missing"),
            (["abc"], {"token": "t"}, TypeError, "did you mean 'access_token'"),
            (["abc", "t"], {"timout": 5}, TypeError, "did you mean 'timeout'"),
            (["abc", "t"], {"concurency": 5}, TypeError, "did you mean 'concurrency'"),
            (["abc", "t"], {"retries": 5}, TypeError, "did you mean 'retry'"),
            (["abc", "t"], {"store_id": 5}, TypeError, "did you mean 'store_hash'"),
            (["abc", "t"], {"xyzzy": 5}, TypeError, "no argument 'xyzzy'"),
        ],
    )
    def test_what_is_missing_or_misspelt__is_named(self, arguments, options, error, told):
        with pytest.raises(error, match=told) as caught:
            bcorm.connect(*arguments, **options)
        assert "__init__" not in str(caught.value)


class TestValues:
    def test_everything_that_is_missing__is_told_at_once(self, session):
        session.add(Product(name="Mug"))
        with pytest.raises(InvalidValue) as caught:
            session.commit()
        assert all(name in str(caught.value) for name in ("type", "weight", "price"))
        session.rollback()
        with pytest.raises(InvalidValue) as caught:
            Category.objects.create()
        assert all(name in str(caught.value) for name in ("parent_id", "name"))

    def test_what_is_missing__is_told_of_all_objects_and_inside_them(self, emulator, session):
        mug = Product(name="Mug")
        session.add_all([mug, Product(name="Cup"), Customer(), Brand(name="Right")])
        emulator.clear_requests()
        with pytest.raises(InvalidValue) as caught:
            session.commit()
        told = str(caught.value)
        assert "name='Cup'> lacks type, weight, price" in told
        assert "<Customer id=None> lacks email, first_name, last_name" in told
        assert "Right" not in told
        session.rollback()
        values = {"managed_by_external_source": False, "type_id": "PHYSICAL", "label": "Here"}
        with pytest.raises(InvalidValue, match=r"time_zone.* address\.city .*address\.email"):
            Location.objects.create(**values, address={"address1": "Quay 1"})
        assert not emulator.requests

    def test_very_much_that_is_missing__is_counted(self, session):
        session.add_all([Product(name=f"P{number}") for number in range(15)])
        with pytest.raises(InvalidValue, match=r"P10'> lacks .*; and so do 4 more objects$"):
            session.commit()

    def test_status_of_an_order__says_status_id(self, session):
        with pytest.raises(ReadOnlyFieldError, match="status_id"):
            bcorm.Order(status="Shipped")
        with pytest.raises(InvalidValue, match=r"OrderStatus\.objects\.all"):
            bcorm.Order(status_id="Shipped")

    @pytest.mark.parametrize("value", [Path("mug.png"), "mug.png"])
    def test_file_of_an_image__says_upload(self, product, value):
        with pytest.raises(ReadOnlyFieldError, match="upload"):
            product.images.new(image_file=value)

    def test_object_where_a_key_is_held__names_the_key(self, session, product):
        category = Category.objects.first()
        told = f"key of the object \\({category.id}\\), or .category_set.add"
        with pytest.raises(InvalidValue, match=told):
            product.categories = category
        with pytest.raises(InvalidValue, match=told):
            product.categories.append(category)
        with pytest.raises(InvalidValue, match=r"key of the object .*or \.brand = object"):
            product.brand_id = bcorm.Brand.objects.first()

    def test_key_where_an_object_is_held__names_the_field_of_keys(self, product):
        with pytest.raises(InvalidValue, match="categories takes keys"):
            product.category_set.add(23)
        with pytest.raises(InvalidValue, match="brand_id takes a key"):
            product.brand = 3
