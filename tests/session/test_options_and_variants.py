"""Products that come into the world with options of their own and the variants made of them."""

from __future__ import annotations

import pytest

from bcorm import CommitError, Product
from bcorm.emulator import Fault


def asked(emulator):
    return [(item.method, item.path.removeprefix("/")) for item in emulator.requests
            if item.method != "GET"]  # fmt: skip


def with_options(product, *labels):
    """Give a product an option and a variant for each of its values, in the wrong order."""
    for label in labels:
        choice = {"option_display_name": "Finish", "label": label}
        product.variants.new(sku=f"LAMP-{label}", option_values=[choice])
    option = product.options.new(display_name="Finish", type="swatch")
    for place, label in enumerate(labels):
        colors = {"colors": ["#b5a642"]}
        option.option_values.new(label=label, sort_order=place, value_data=colors)
    return option


def new_lamp():
    return Product(name="Lamp", type="physical", weight=1, price=2)


def test_a_new_product_gets_its_options_first_and_then_its_variants(emulator, session):
    lamp = new_lamp()
    option = with_options(lamp, "Brass", "Steel")
    session.add(lamp)
    assert len(session.commit().saved) == 6
    below = f"v3/catalog/products/{lamp.id}"
    assert asked(emulator) == [
        ("POST", "v3/catalog/products"),
        ("POST", f"{below}/options"),
        ("POST", f"{below}/variants"),
        ("POST", f"{below}/variants"),
    ]
    assert session.get(type(option), option.id, product_id=lamp.id).type == "swatch"
    lamp.refresh()
    assert {item.sku for item in lamp.variants} == {"LAMP-Brass", "LAMP-Steel"}


def test_variants_without_new_options_still_ride_along(emulator, session):
    lamp = new_lamp()
    choice = {"option_display_name": "Finish", "label": "Brass"}
    lamp.variants.new(sku="LAMP-Brass", option_values=[choice])
    lamp.save()
    assert asked(emulator) == [("POST", "v3/catalog/products")]


def test_a_saved_product_gets_its_new_options_first_too(emulator, session):
    lamp = new_lamp()
    lamp.save()
    emulator.clear_requests()
    with_options(lamp, "Brass")
    session.commit()
    assert [path.rsplit("/")[-1] for _, path in asked(emulator)] == ["options", "variants"]


def test_what_was_interrupted_is_finished_by_the_next_commit(emulator, session):
    lamp = new_lamp()
    with_options(lamp, "Brass")
    session.add(lamp)
    path = "v3/catalog/products/*/options"
    emulator.faults.add(Fault("429-bare", method="POST", path=path, times=99))
    with pytest.raises(CommitError) as caught:
        session.commit()
    assert {failure.temporary for failure in caught.value.report.failed} == {True}
    assert asked(emulator)[-1][1].endswith("/options")
    emulator.faults.clear()
    session.commit()
    assert session.new == []
    lamp.refresh()
    assert [item.sku for item in lamp.variants] == ["LAMP-Brass"]
