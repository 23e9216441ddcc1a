"""Tab at the prompt: what IPython's own completer offers, with jedi and without."""

from __future__ import annotations

from contextlib import suppress

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import bcorm
from bcorm import Order, Product
from bcorm.contrib.ipython import completions, lookups
from bcorm.exceptions import FieldError, InvalidValue, QueryError, UnsupportedLookup
from tools.models import models


@pytest.fixture(scope="module")
def shell():
    shell = InteractiveShell()
    shell.run_line_magic("load_ext", "bcorm")
    return shell


@pytest.fixture(params=[True, False], ids=["with jedi", "without jedi"])
def offered(shell, session, emulator, request):
    """What tab offers behind a text; nothing is sent for it."""
    shell.Completer.use_jedi = request.param
    product = Product.objects.get(77)
    shell.user_ns.update(
        bcorm=bcorm, Product=Product, Order=Order, product=product, cheap=Product.objects.all()
    )

    def offer(text):
        sent = len(emulator.requests)
        with provisionalcompleter():
            found = [one.text for one in shell.Completer.completions(text, len(text))]
        assert len(emulator.requests) == sent
        return found

    return offer


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Product.objects.filter(pri", ["price=", "price_hidden_label="]),
        ("Product.objects.filter(custom_u", ["custom_url__"]),
        ("Product.objects.filter(bra", ["brand=", "brand_id="]),
        ("Product.objects.filter(price__g", ["price__gte=", "price__gt="]),
        ("cheap.filter(price__lt=5).exclude(is_v", ["is_visible="]),
        ("cheap.filter(\n    name='Mug',\n    custom_url__u", ["custom_url__url="]),
        ("bcorm.Order.objects.get(status_i", ["status_id="]),
        ("Product.objects.create(is_v", ["is_visible="]),
        ("product.images.new(image_", ["image_url="]),
        ("product.options.filter(ty", ["type="]),
        ("cheap.filter(id=3).update(pri", ["price=", "price_hidden_label="]),
        ("Product(pri", ["price=", "price_hidden_label=", "primary_image="]),
        ("Product.objects.order_by('pri", ["price", "price_hidden_label"]),
        ("cheap.order_by('name', '-pri", ["-price", "-price_hidden_label"]),
        ("cheap.only('custom_", ["custom_url"]),
        ('cheap.values("custom_url__u', ["custom_url__url"]),
        ("Product.objects.include('bulk", ["bulk_pricing_rules"]),
        ("product.custom_url.", ["create_redirect", "is_customized", "url"]),
        ("product.brand.na", ["name"]),
        ("Product.objects.get(77).cust", ["custom_fields", "custom_url"]),
        ("cheap[0].custom_url.u", ["url"]),
        ("cheap[:3].exi", ["exists"]),
        ("Product.objects.fil", ["filter"]),
        ("product.inventory_l", ["inventory_level"]),
    ],
)
def test_what_tab_offers(offered, typed, names):
    found = [name.lstrip(".") for name in offered(typed)]
    assert set(names) <= set(found)
    assert len(found) < 20


@pytest.mark.parametrize(
    "typed",
    [
        "cheap.filter(price=pri",
        "cheap.filter(name='pri",
        "print(pri",
        "len('pri",
        "x = (",
        ")",
        "'",
    ],
)
def test_nothing_is_offered_where_no_name_belongs(shell, session, typed):
    assert completions(typed, {**shell.user_ns, "cheap": Product.objects.all()})[1] == []


def test_fields_and_lookups_that_are_offered_are_taken():
    refused = []
    for _, model in models():
        for name in (one for one in lookups(model) if not one.endswith("__")):
            with suppress(InvalidValue, QueryError):  # None is no value of most
                try:
                    model.objects.filter(**{name: None})
                except (FieldError, UnsupportedLookup) as error:
                    refused.append(str(error))
    assert refused == []


def test_it_is_taken_out_again(shell):
    shell.run_line_magic("unload_ext", "bcorm")
    assert not [one for one in shell.Completer.custom_matchers if "bcorm" in repr(one)]
    shell.run_line_magic("load_ext", "bcorm")
    shell.run_line_magic("reload_ext", "bcorm")
    kept = [one for one in shell.Completer.custom_matchers if one.matcher_identifier == "bcorm"]
    assert len(kept) == 1
