"""What a prompt and a notebook show, and rows as JSON."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from bcorm import Category, CommitError, CommitReport, Customer, Order, Product, Q


def test_rows_as_json(emulator, session):
    product = Product.objects.get(77)
    emulator.clear_requests()
    product.price = Decimal("12.50")
    known = json.loads(json.dumps(product.to_dict()))
    assert (known["id"], known["price"], known["name"]) == (77, "12.50", product.name)
    assert known["custom_url"]["url"] == product.custom_url.url
    assert isinstance(known["date_created"], str)
    assert not emulator.requests
    for model in (Order, Customer, Category):
        assert json.dumps(model.objects.first().to_dict())
    assert Product(name="New").to_dict() == {"name": "New"}


def test_rows_as_dictionaries(emulator, session):
    product = Product.objects.only("name", "price").get(77)
    emulator.clear_requests()
    product.price = Decimal("12.50")
    assert dict(product) == {"id": 77, "name": product.name, "price": Decimal("12.50")}
    assert {**product} == dict(product)
    assert product["price"] == Decimal("12.50")
    with pytest.raises(KeyError, match="did you mean 'price'"):
        product["prise"]
    for asked in (list, lambda row: "price" in row):
        with pytest.raises(TypeError):
            asked(product)
    assert not emulator.requests


def test_secrets__are_masked(session):
    customer = Customer(email="a@b.example", authentication={"new_password": "hush-hush-1"})
    assert "hush-hush-1" not in json.dumps(customer.to_dict())


def test_plan__shows_names_and_values(session):
    product = Product.objects.get(77)
    old = product.price
    product.price = Decimal("12.50")
    category = Category.objects.first()
    session.delete(category)
    session.add(Category(name="<New>", parent_id=0))
    plan = session.plan()
    for shown in (repr(plan), plan._repr_html_()):
        assert product.name in shown
        assert category.name in shown
        assert "12.50" in shown
        assert str(old) in shown
    assert "&lt;New&gt;" in plan._repr_html_()
    assert "<New>" not in plan._repr_html_()
    assert product.name in session._repr_html_()
    session.rollback()


def test_querysets__show_what_is_asked_and_what_is_loaded(emulator, session):
    asked = Product.objects.filter(Q(id=77) | Q(id=80))
    assert repr(Product.objects.all()[:2]) == "<QuerySet of Product: all[:2] (not loaded)>"
    assert "id exact 77 or id exact 80" in repr(asked)
    assert "not loaded" in asked._repr_html_()
    assert not emulator.requests
    assert asked[0].name in asked.all()._repr_html_() or len(asked) == 2
    assert asked[0].name in asked._repr_html_()


def test_reports__show_what_was_refused_first(session):
    product = Product.objects.get(77)
    product.price = Decimal(3)
    assert "<RequestPlan of 1 request>" in repr(session.plan())
    shown = session.commit()._repr_html_()
    assert "1 saved" in shown
    assert product.name in shown
    first, second = Product.objects.filter(id__in=[78, 80])
    first.name, second.price = product.name, Decimal(4)
    with pytest.raises(CommitError) as caught:
        session.commit()
    shown = caught.value.report._repr_html_()
    assert shown.index("<td>failed</td>") < shown.index("<td>saved</td>")
    assert "409" in shown
    many = CommitReport(saved=list(Product.objects.all()[:60]))
    assert "and 10 more" in many._repr_html_()


def test_explanation__is_its_text(session):
    told = Product.objects.filter(price__gte=3).explain()
    assert repr(told) == str(told)
    assert "evaluated here" in told._repr_html_()
