"""The sample catalog: brands, a tree of categories, products and what hangs under them.

Everything goes to a `Shelf`, which stores it in bulk.
"""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.emulator.domains.brands import tables as brands_tables
from bcorm.emulator.domains.categories import tables as categories_tables
from bcorm.emulator.domains.options import tables as options_tables
from bcorm.emulator.domains.options import v2_tables as v2_options
from bcorm.emulator.domains.products import tables as products_tables
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.sample import words
from bcorm.emulator.sample.shelf import Shelf
from bcorm.emulator.timestamps import offset_style
from bcorm.emulator.urls import slug

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id

OPENING = 1_500_000_000  # 2017-07-14, when the first product was listed
# A shop that is running has counted its stock.
COUNTED = {"counted": True}
_DAY = 86_400
PRODUCTS = 220
FIRST_PRODUCT = 77
_WARNING = 5
_NAMESPACE = uuid.UUID("5b3b8a0e-6f0d-4b1e-9d7c-2f6f7f0a9c11")


def fill_catalog(shelf: Shelf, chance: random.Random) -> None:
    """Put the sample catalog on the shelf."""
    shelf.add(categories_tables.TREE, None, {"name": "Default catalog tree", "channels": [1]})
    brands = [_brand(shelf, name) for name in words.BRANDS]
    shelves = _categories(shelf)
    names = [f"{first} {second}" for first in words.ADJECTIVES for second in words.NOUNS]
    chance.shuffle(names)
    for number in range(PRODUCTS):
        _product(shelf, chance, number, names[number], brands=brands, shelves=shelves)
    for question, kind in (("Engraving", "T"), ("Your drawing", "F")):
        values = {"product_id": FIRST_PRODUCT, "name": question, "type": kind}
        shelf.add(v2_options.CONFIGURABLE_FIELD, FIRST_PRODUCT, values)


def _brand(shelf: Shelf, name: str) -> Id:
    url = {"url": f"/brands/{slug(name)}.html", "is_customized": False}
    doc = shelf.add(
        brands_tables.BRAND, None, {"name": name, "page_title": name, "custom_url": url}
    )
    key: Id = doc["id"]
    return key


def _categories(shelf: Shelf) -> list[list[int]]:
    """The tree of categories; the answer is the path of ids to every shelf."""
    paths = []
    for department, aisles in words.CATEGORIES.items():
        top = _category(shelf, department, 0, f"/{slug(department)}/")
        for aisle, names in aisles.items():
            url = f"/{slug(department)}/{slug(aisle)}/"
            middle = _category(shelf, aisle, top, url)
            for position, name in enumerate(names):
                bottom = _category(shelf, name, middle, f"{url}{slug(name)}/", position)
                paths.append([top, middle, bottom])
    return paths


def _category(shelf: Shelf, name: str, parent: int, url: str, position: int = 0) -> int:
    number = shelf.last.get("category uuid", 0) + 1
    shelf.last["category uuid"] = number
    doc = shelf.add(
        categories_tables.CATEGORY,
        None,
        {
            "parent_id": parent,
            "name": name,
            "description": f"<p>{name} for every day.</p>",
            "sort_order": position,
            "tree_id": 1,
            "category_uuid": str(uuid.uuid5(_NAMESPACE, str(number))),
            "custom_url": {"url": url, "is_customized": False},
        },
    )
    key: int = doc["id"]
    return key


def _product(
    shelf: Shelf,
    chance: random.Random,
    number: int,
    name: str,
    *,
    brands: Sequence[Id],
    shelves: Sequence[Sequence[int]],
) -> None:
    listed = OPENING + number * 5 * _DAY + chance.randrange(_DAY)
    price = _cents(chance.randrange(495, 24_000))
    sale = _cents(int(price * 85)) if chance.random() < 0.15 else 0
    tracked = chance.choice(("none", "product", "variant"))
    path = chance.choice(shelves)
    sku = f"{''.join(word[0] for word in name.upper().split())}-{1000 + number}"
    many = number % 3 == 0
    doc = shelf.add(
        products_tables.PRODUCT,
        None,
        {
            "name": name,
            "type": "digital" if number % 40 == 39 else "physical",
            "sku": sku,
            "description": f"<p>{name}, made to be used and to last.</p>",
            "weight": plain_number(Decimal(chance.randrange(1, 120)) / 4),
            "width": chance.randrange(2, 40),
            "depth": chance.randrange(2, 40),
            "height": chance.randrange(1, 30),
            "price": price,
            "cost_price": _cents(int(price * 40)),
            "retail_price": _cents(int(price * 120)) if number % 4 == 0 else 0,
            "sale_price": sale,
            "calculated_price": sale or price,
            "categories": list(path[-chance.randrange(1, 4) :]),
            "brand_id": chance.choice(brands) if number % 10 else 0,
            "inventory_tracking": "product" if tracked == "variant" and not many else tracked,
            "inventory_level": _level(chance, number) if tracked != "none" else 0,
            "inventory_warning_level": _WARNING if tracked != "none" else 0,
            "total_sold": chance.randrange(400),
            "is_free_shipping": chance.random() < 0.1,
            "is_visible": chance.random() < 0.92,
            "is_featured": chance.random() < 0.12,
            "upc": f"{700_000_000_000 + number * 37}",
            "mpn": f"MP-{number:04d}",
            "condition": chance.choice(("New", "New", "New", "New", "Used", "Refurbished")),
            "search_keywords": ", ".join(name.lower().split()),
            "page_title": name,
            "sort_order": number % 7,
            "view_count": chance.randrange(5000),
            "custom_url": {"url": f"/{slug(name)}/", "is_customized": False},
            "date_created": offset_style(listed),
            "date_modified": offset_style(listed + chance.randrange(1, 900) * _DAY // 3),
        },
        FIRST_PRODUCT + number,
    )
    shelf.add(products_tables.CHANNEL_ASSIGNMENT, None, {"product_id": doc["id"], "channel_id": 1})
    _under_product(shelf, chance, doc, number)
    if many:
        _variants(shelf, chance, doc, number)
    else:
        _base_variant(shelf, doc)


def _level(chance: random.Random, number: int) -> int:
    """How many there are: of every twentieth product, fewer than it warns of."""
    level = chance.randrange(120)
    return 1 + level % (_WARNING - 1) if number % 20 == 13 else level


def _cents(cents: int) -> int | Decimal:
    return plain_number(Decimal(cents) / 100)


def variant_of(product: Doc, values: Doc) -> Doc:
    """A variant that inherits price and weight, and what it says otherwise."""
    shared = ("sku", "upc", "mpn", "gtin", "inventory_level", "inventory_warning_level")
    return {
        "product_id": product["id"],
        **{name: product[name] for name in shared},
        "calculated_price": product["calculated_price"],
        "calculated_weight": product["weight"],
        **values,
    }


def _base_variant(shelf: Shelf, product: Doc) -> None:
    doc = shelf.add(options_tables.VARIANT, product["id"], variant_of(product, {}), private=COUNTED)
    doc["sku_id"] = doc["id"]
    product["base_variant_id"] = doc["id"]


def _variants(shelf: Shelf, chance: random.Random, product: Doc, number: int) -> None:
    colors = chance.sample(words.COLORS, 3)
    shades: list[tuple[str, Doc]] = [(name, {"colors": [code]}) for name, code in colors]
    sizes: list[tuple[str, Doc]] = [(size, {}) for size in words.SIZES[:2]]
    axes = [("Color", "swatch", shades), ("Size", "rectangles", sizes)][: 1 + number % 2]
    chosen: list[list[Doc]] = [[]]
    for position, (name, kind, labels) in enumerate(axes):
        option = shelf.add(
            options_tables.OPTION,
            product["id"],
            {
                "name": f"{name}{OPENING}-{product['id']}",
                "display_name": name,
                "type": kind,
                "config": {},
                "sort_order": position,
            },
        )
        values = [
            shelf.add(
                options_tables.OPTION_VALUE,
                option["id"],
                {"label": label, "sort_order": order, "value_data": data},
            )
            for order, (label, data) in enumerate(labels)
        ]
        chosen = [[*before, _choice(option, value)] for before in chosen for value in values]
    level = 0
    for position, values in enumerate(chosen):
        stock = chance.randrange(40) if product["inventory_tracking"] == "variant" else 0
        level += stock
        own = plain_number(product["price"] + Decimal(position)) if position % 3 == 2 else None
        suffix = "-".join(value["label"][:2].upper() for value in values)
        doc = shelf.add(
            options_tables.VARIANT,
            product["id"],
            variant_of(
                product,
                {
                    "sku": f"{product['sku']}-{suffix}",
                    "upc": "",
                    "mpn": "",
                    "price": own,
                    "calculated_price": product["calculated_price"] if own is None else own,
                    "inventory_level": stock,
                    "option_values": values,
                },
            ),
            private=COUNTED,
        )
        doc["sku_id"] = doc["id"]
    if product["inventory_tracking"] == "variant":
        product["inventory_level"] = level


def _choice(option: Doc, value: Doc) -> Doc:
    return {
        "id": value["id"],
        "label": value["label"],
        "option_id": option["id"],
        "option_display_name": option["display_name"],
    }


def _under_product(shelf: Shelf, chance: random.Random, product: Doc, number: int) -> None:
    key = product["id"]
    pictures = chance.randrange(1, 4)
    # Some have none yet.
    for position in range(pictures if number % 73 < 72 else 0):
        _image(shelf, product, position)
    for name, values in (("Material", words.MATERIALS), ("Made in", words.ORIGINS))[: number % 3]:
        shelf.add(products_tables.CUSTOM_FIELD, key, {"name": name, "value": chance.choice(values)})
    if number % 6 == 0:
        _rules(shelf, key)
    if number % 8 == 0:
        shelf.add(
            products_tables.VIDEO,
            key,
            {"title": f"{product['name']} in use", "video_id": f"vid{key:07d}", "length": "1:05"},
        )
    if number % 9 == 0:
        _modifiers(shelf, key)
    if number % 5 == 0:
        for kind in ("origin", "care")[: 1 + number % 2]:
            _metafield(shelf, product, kind)
    ratings = [_review(shelf, chance, product) for _ in range(chance.randrange(4))]
    approved = [rating for rating in ratings if rating]
    product |= {"reviews_count": len(approved), "reviews_rating_sum": sum(approved)}


def _image(shelf: Shelf, product: Doc, position: int) -> None:
    stem = f"{slug(product['name'])}-{position + 1}"
    base = f"https://cdn11.bigcommerce.com/s-emulated/products/{product['id']}/images/{stem}"
    shelf.add(
        products_tables.IMAGE,
        product["id"],
        {
            "image_file": f"{str(product['id'])[:1]}/{product['id'] % 1000:03d}/{stem}.jpg",
            "is_thumbnail": position == 0,
            "sort_order": position,
            "description": f"{product['name']}, view {position + 1}",
            "url_zoom": f"{base}.1280.1280.jpg",
            "url_standard": f"{base}.386.513.jpg",
            "url_thumbnail": f"{base}.190.250.jpg",
            "url_tiny": f"{base}.44.58.jpg",
            "date_modified": product["date_created"],
        },
    )


def _rules(shelf: Shelf, key: Id) -> None:
    for low, high, amount in ((5, 9, 5), (10, 0, 10)):
        rule = {"quantity_min": low, "quantity_max": high, "type": "percent", "amount": amount}
        shelf.add(products_tables.BULK_PRICING_RULE, key, rule)


def _modifiers(shelf: Shelf, key: Id) -> None:
    modifier = shelf.add(
        options_tables.MODIFIER,
        key,
        {
            "name": f"Gift wrap{OPENING}-{key}",
            "display_name": "Gift wrap",
            "type": "dropdown",
            "required": False,
            "config": {},
        },
    )
    for position, (label, price) in enumerate((("None", None), ("Paper", 4), ("Box", 9))):
        adjuster = {"adjuster": "relative", "adjuster_value": price} if price else {}
        shelf.add(
            options_tables.MODIFIER_VALUE,
            modifier["id"],
            {
                "label": label,
                "sort_order": position,
                "value_data": {},
                "is_default": position == 0,
                "adjusters": {
                    "price": adjuster,
                    "weight": {},
                    "image_url": "",
                    "purchasing_disabled": {"status": False, "message": ""},
                },
            },
        )


def _metafield(shelf: Shelf, product: Doc, key: str) -> None:
    shelf.add(
        products_tables.PRODUCT_METAFIELD,
        product["id"],
        {
            "permission_set": "write",
            "namespace": "sample",
            "key": key,
            "value": f"{key} of {product['name']}",
            "resource_type": "product",
            "date_created": product["date_created"],
            "date_modified": product["date_created"],
            "owner_client_id": "emulated-client",
        },
    )


def _review(shelf: Shelf, chance: random.Random, product: Doc) -> int:
    rating = chance.randrange(1, 6)
    status = chance.choice(("approved", "approved", "pending"))
    name = chance.choice(words.FIRST_NAMES)
    shelf.add(
        products_tables.REVIEW,
        product["id"],
        {
            "title": chance.choice(words.PRAISE),
            "text": f"{product['name']}: {rating} of 5.",
            "status": status,
            "rating": rating,
            "email": f"{name.lower()}@example.com",
            "name": name,
            "date_reviewed": product["date_modified"],
            "date_created": product["date_modified"],
            "date_modified": product["date_modified"],
        },
    )
    return rating if status == "approved" else 0
