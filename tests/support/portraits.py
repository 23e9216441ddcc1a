"""What a store's catalog says, without a number in it: two stores of one portrait are alike.

Read as the API shows it, row by row; nothing of `bcorm.moving` has a hand in it.
"""

from __future__ import annotations

import json
import re

from bcorm.http.credentials import OAuthCredentials
from bcorm.session import Client, Session

PARTS = "variants,images,custom_fields,bulk_pricing_rules,options,modifiers,videos,channels"
OWN = {
    "id", "product_id", "sku_id", "option_set_id", "option_set_display", "base_variant_id", "views",
    "date_created", "date_modified", "date_last_imported", "total_sold", "view_count",
    "reviews_count", "reviews_rating_sum", "rule_id", "category_id", "category_uuid", "tree_id",
    "parent_id", "resource_id", "owner_client_id", "length", "combination_id", "option_id",
}  # fmt: skip
STOCK = {"inventory_level"}


def rows(session, path, **params):
    """Every row of a list."""
    found, page = [], 1
    while True:
        part = session.client.get(path, params={**params, "page": str(page)}).data
        found += part or []
        size = 10 if "options" in params.get("include", "") else int(params["limit"])
        if len(part or ()) < size:
            return found
        page += 1


def stem(address):
    """A picture's own name: stores put sizes and numbers behind it."""
    name = address.rpartition("/")[2].rpartition(".")[0]
    return re.sub(r"(\.\d+\.\d+)+$", "", name)


def plain(row, *, stock, more=()):
    """A row's own values; the numbers of what it refers to are replaced where they are known."""
    left_out = OWN | set(more) | (set() if stock else STOCK)
    kept = {name: value for name, value in row.items() if name not in left_out}
    for name in ("custom_url", "url"):
        if isinstance(kept.get(name), dict):
            kept[name] = {
                word: text for word, text in kept[name].items() if word != "is_customized"
            }
    return {name: value for name, value in sorted(kept.items()) if value not in (None, "", [], {})}


def portrait(session, *, stock=False):
    """The catalog of a store: brands, categories by path, products by name, with all below."""
    brands = rows(session, "v3/catalog/brands", limit="250")
    categories = rows(session, "v3/catalog/trees/categories", limit="250")
    trees = {row["id"]: row["name"] for row in session.client.get("v3/catalog/trees").data}
    by_key = {row["category_id"]: row for row in categories}

    def path(key):
        row = by_key[key]
        above = path(row["parent_id"]) if row["parent_id"] else (trees[row["tree_id"]],)
        return (*above, row["name"])

    meta = {
        kind: rows(session, f"v3/catalog/{kind}/metafields", limit="250")
        for kind in ("brands", "categories", "products", "variants")
    }

    def metafields(kind, key):
        return sorted(
            json.dumps(plain(row, stock=stock), sort_keys=True)
            for row in meta[kind]
            if row["resource_id"] == key
        )

    products = rows(session, "v3/catalog/products", include=PARTS, limit="10", sort="id")
    names = {row["id"]: row["name"] for row in products} | {-1: "automatic"}
    brand = {row["id"]: row["name"] for row in brands}

    def value(one, drop=("id", "option_id")):
        shown = {name: part for name, part in one.items() if name not in drop}
        data = dict(shown.get("value_data") or {})
        if "product_id" in data:
            data["product_id"] = names[data["product_id"]]
        return {**shown, "value_data": data}

    def product(row):
        below = plain(row, stock=stock and row["inventory_tracking"] == "product", more=(
            "variants", "images", "custom_fields", "bulk_pricing_rules", "options", "modifiers",
            "videos", "channels", "brand_id", "categories", "related_products",
        ))  # fmt: skip
        below["brand"] = brand.get(row["brand_id"])
        below["categories"] = sorted(path(key) for key in row["categories"])
        below["related"] = sorted(names[key] for key in row["related_products"])
        below["channels"] = row["channels"]
        below["images"] = [
            (stem(one["url_zoom"]), one["sort_order"], one["description"], one["is_thumbnail"])
            for one in row["images"]
        ]
        for name in ("videos", "custom_fields", "bulk_pricing_rules"):
            below[name] = sorted(json.dumps(plain(one, stock=stock)) for one in row[name])
        for name in ("options", "modifiers"):
            below[name] = {
                one["display_name"]: {
                    **plain(one, stock=stock, more=("name", "option_values")),
                    "values": {two["label"]: value(two) for two in one["option_values"]},
                }
                for one in row[name]
            }
        counted = stock and row["inventory_tracking"] == "variant"
        below["variants"] = {
            str(
                sorted((two["option_display_name"], two["label"]) for two in one["option_values"])
            ): {
                **plain(one, stock=counted, more=("option_values",)),
                "metafields": metafields("variants", one["id"]),
            }
            for one in row["variants"]
        }
        below["metafields"] = metafields("products", row["id"])
        below["rules"] = rules(row)
        return below

    def rules(row):
        if not row["modifiers"] and not row["options"]:
            return []
        labels = {
            (one["id"], two["id"]): (one["display_name"], two["label"])
            for one in row["modifiers"]
            for two in one["option_values"]
        }
        skus = {one["id"]: one["sku"] for one in row["variants"]}
        found = rows(session, f"v3/catalog/products/{row['id']}/complex-rules", limit="250")
        return sorted(
            json.dumps({
                **plain(one, stock=stock, more=("conditions",)),
                "when": [
                    labels.get((two["modifier_id"], two["modifier_value_id"]))
                    or skus[two["variant_id"]]
                    for two in one["conditions"]
                ],
            })
            for one in found
        )  # fmt: skip

    return {
        "brands": {
            row["name"]: {**plain(row, stock=stock), "metafields": metafields("brands", row["id"])}
            for row in brands
        },
        "categories": {
            path(row["category_id"]): {
                **plain(row, stock=stock),
                "metafields": metafields("categories", row["category_id"]),
            }
            for row in categories
        },
        "products": {row["name"]: product(row) for row in products},
        "count": (len(brands), len(categories), len(products)),
    }


def fill(emulator, path, every=1):
    """Put the catalog of a file, or every so many rows of it, into an emulated store, adorned."""
    rows_ = json.loads(path.read_text())["products"][::every]
    put, brands, categories = emulator.put_document, {}, {}

    def category(text):
        above, _, name = text.rpartition("/")
        if text not in categories:
            parent = category(above) if above else 0
            row = {"name": name, "parent_id": parent, "sort_order": len(categories) % 5}
            categories[text] = put("v3/catalog/categories", row)["id"]
        return categories[text]

    made = []
    for number, row in enumerate(rows_):
        if row["brand"] and row["brand"] not in brands:
            brands[row["brand"]] = put("v3/catalog/brands", {"name": row["brand"]})["id"]
        images = list(dict.fromkeys(row["images"]))
        fields = {(one["name"], one["value"]): one for one in row["custom_fields"] if one["value"]}
        document = {
            "name": row["name"], "type": "physical", "weight": row["weight"], "price": row["price"],
            "sku": f"P-{row['sku']}", "description": row["description"],
            "brand_id": brands.get(row["brand"], 0), "inventory_tracking": "variant",
            "categories": [category(one) for one in row["categories"]],
            "images": [
                {"image_url": f"https://pictures.example/{number}{one.rpartition('/')[2]}",
                 "sort_order": place, "description": f"view {place}"}
                for place, one in enumerate(images)
            ],
            "custom_fields": list(fields.values()),
            "variants": [
                {"sku": one["sku"], "price": one["price"], "option_values": one["option_values"],
                 "inventory_level": one.get("inventory_level", number % 7)}
                for one in row["variants"]
            ],
        }  # fmt: skip
        made.append(put("v3/catalog/products", document))
    adorn(emulator, [one["id"] for one in made])
    return made


def adorn(emulator, keys):
    """Give some products what a catalog may hold besides."""
    put = emulator.put_document
    products = "v3/catalog/products"
    for number, key in enumerate(keys):
        options = emulator.documents(f"{products}/{key}/options")
        for option in options:
            values = emulator.documents(f"{products}/{key}/options/{option['id']}/values")
            if option["display_name"] == "Color":
                red = {"colors": ["#FF0000"]}
                data = [
                    {
                        "id": one["id"],
                        "sort_order": 9 - place,
                        "value_data": red,
                    }
                    for place, one in enumerate(values)
                ]
                change = {
                    "id": option["id"],
                    "type": "swatch",
                    "sort_order": 5,
                    "option_values": data,
                }
                put(f"{products}/{key}/options", change)
        if number % 7 == 0:
            rules(emulator, key)
        if number % 5 == 0:
            change = {
                "id": key,
                "related_products": [keys[number - 1], keys[(number + 1) % len(keys)]],
            }
            put(products, change)
            put(f"{products}/{key}/metafields", metafield(f"p{number}"))
        if number % 11 == 0:
            for variant in emulator.documents(f"{products}/{key}/variants")[:2]:
                put(f"{products}/{key}/variants/{variant['id']}/metafields", metafield("v"))
    for kind in ("brands", "categories"):
        for row in emulator.documents(f"v3/catalog/{kind}")[:3]:
            put(f"v3/catalog/{kind}/{row['id']}/metafields", metafield(kind))


def rules(emulator, key):
    """Give a product a modifier, a list of products to choose from, and complex rules."""
    put, products = emulator.put_document, "v3/catalog/products"
    modifier = put(f"{products}/{key}/modifiers", {
        "display_name": "Wrapping", "type": "dropdown", "required": False,
        "option_values": [{"label": "Paper", "sort_order": 0},
                          {"label": "Box", "sort_order": 1, "adjusters": {
                              "price": {"adjuster": "relative", "adjuster_value": 4}}}],
    })  # fmt: skip
    put(f"{products}/{key}/modifiers", {
        "display_name": "With", "type": "product_list", "required": False,
        "option_values": [{"label": "Itself", "sort_order": 0, "value_data": {"product_id": key}}],
    })  # fmt: skip
    chosen = emulator.documents(f"{products}/{key}/modifiers/{modifier['id']}/values")[1]
    variant = emulator.documents(f"{products}/{key}/variants")[0]
    for place, condition in enumerate((
        {"modifier_id": modifier["id"], "modifier_value_id": chosen["id"]},
        {"variant_id": variant["id"]},
    )):  # fmt: skip
        put(f"{products}/{key}/complex-rules", {
            "sort_order": place, "price_adjuster": {"adjuster": "relative", "adjuster_value": 2},
            "conditions": [condition],
        })  # fmt: skip


def metafield(key):
    """A metafield's values."""
    return {
        "namespace": "tests", "key": key, "value": f"of {key}", "permission_set": "read",
        "description": "some",
    }  # fmt: skip


def opened(emulator, name):
    """A session that loses no time waiting for what will not come."""
    client = Client(OAuthCredentials(name, "t"), api_url=emulator.url, patience=0.2)
    return Session(client)


def shift(emulator, most=3):
    """Use up numbers, and leave a brand and a category."""
    for number in range(1, most + 1):
        brand = emulator.put_document("v3/catalog/brands", {"name": f"Own {number}"})
        row = {"name": f"Own {number}", "parent_id": 0}
        category = emulator.put_document("v3/catalog/categories", row)
        product = {"name": f"Own {number}", "type": "physical", "price": 1, "weight": 1}
        key = emulator.put_document("v3/catalog/products", product)["id"]
        emulator.remove_document("v3/catalog/products", key)
        if number < most:
            emulator.remove_document("v3/catalog/brands", brand["id"])
            emulator.remove_document("v3/catalog/categories", category["id"])
