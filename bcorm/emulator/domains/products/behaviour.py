"""Products: prices, brands, categories, URLs, images, reviews, and the filters of their list."""

# ruff: noqa: S608 - names in SQL come from our tables, values are always bound

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext, timestamps
from bcorm.emulator.crud import create, update
from bcorm.emulator.domains.inventory.behaviour import note_counted
from bcorm.emulator.domains.options import variants
from bcorm.emulator.errors import ApiError
from bcorm.emulator.filters import read, read_list
from bcorm.emulator.numerals import plain_number
from bcorm.emulator.refusals import Refusal
from bcorm.emulator.tables import Clause
from bcorm.emulator.urls import settle_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc
    from bcorm.emulator.tables import Id, Row

PRODUCTS = "v3/catalog/products"
BRANDS = "v3/catalog/brands"
CATEGORIES = "v3/catalog/categories"
ASSIGNMENTS = "v3/catalog/products/channel-assignments"
_UNDER = PRODUCTS + "/{product_id}/"
# The arrays of a product body that become documents of their own, in this order.
_NESTED = {
    "images": _UNDER + "images",
    "videos": _UNDER + "videos",
    "custom_fields": _UNDER + "custom-fields",
    "bulk_pricing_rules": _UNDER + "bulk-pricing-rules",
}


HIDDEN_PRICE = Refusal(
    request="a product with is_price_hidden that is not disabled",
    status=422,
    errors={"is_price_hidden": "the availability must be disabled"},
    source="spec",
    says="is_price_hidden (products_catalog.v3.yml); the words are not known",
)


def prepare(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check what a product refers to and derive its brand, URL and price."""
    name = doc.pop("brand_name", None)
    if name:
        doc["brand_id"] = _brand_named(ctx, name)
    if old is None or doc.get("brand_id") != old.get("brand_id"):
        brand = doc.get("brand_id")
        if brand and not ctx.store.exists(BRANDS, brand):
            raise ApiError(422, errors={"brand_id": f"Brand with id {brand} does not exist."})
    if doc.get("is_price_hidden") and doc.get("availability") != "disabled":
        raise HIDDEN_PRICE.error()
    _check_categories(ctx, doc, old)
    settle_url(ctx, PRODUCTS, doc, old)
    doc["calculated_price"] = calculated_price(doc)
    del body


def _check_categories(ctx: Context, doc: Doc, old: Doc | None) -> None:
    categories = doc["categories"] = list(dict.fromkeys(doc.get("categories") or ()))
    if old is not None and categories == old["categories"]:
        return
    missing = [key for key in categories if not ctx.store.exists(CATEGORIES, key)]
    if missing:
        listed = ", ".join(map(str, missing))
        raise ApiError(422, errors={"categories": f"Categories do not exist: {listed}"})


def calculated_price(doc: Doc) -> int | Decimal:
    """What the shop asks: the sale price when there is a lower one."""
    price = Decimal(doc.get("price") or 0)
    sale = Decimal(doc.get("sale_price") or 0)
    return plain_number(sale if 0 < sale < price else price)


def _brand_named(ctx: Context, name: str) -> Id:
    known = ctx.store.ids(BRANDS, Clause("t.name = ? COLLATE NOCASE", (name,)))
    if known:
        return known[0]
    return create(ctx, ctx.resource(BRANDS), None, {"name": name}).id


def saved(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Keep what hangs under a product in step with it."""
    if old is None:
        _created(ctx, doc, body)
        return
    for name, path in _NESTED.items():
        for item in body.get(name) or ():
            _put_under(ctx, path, doc["id"], item)
    variants.follow_product(ctx, doc, old)
    if "inventory_level" in body and doc["base_variant_id"]:
        note_counted(ctx, doc["base_variant_id"])


def _created(ctx: Context, doc: Doc, body: Doc) -> None:
    key = doc["id"]
    variants.create_with_product(ctx, doc, body.get("variants") or [])
    base = ctx.require(PRODUCTS, key).doc["base_variant_id"]
    if "inventory_level" in body and base:
        note_counted(ctx, base)
    for name, path in _NESTED.items():
        for item in body.get(name) or ():
            create(ctx.child((key,)), ctx.resource(path), key, item)
    assign_channel(ctx, key, 1)


def _put_under(ctx: Context, path: str, key: Id, item: Any) -> None:
    """Entries of a nested array with an id change that document, others are added.

    Documents that the array does not name stay: no spec says that they go.
    """
    resource = ctx.resource(path)
    child = ctx.child((key,))
    known = item.get("id") if isinstance(item, dict) else None
    row = ctx.store.get(resource.collection, known, key) if isinstance(known, int) else None
    if row is None:
        create(child, resource, key, item)
    else:
        update(child, resource, row, item)


def assign_channel(ctx: Context, product: Id, channel: Id) -> None:
    """Put a product on a channel, once."""
    where = Clause("t.product_id = ? AND t.channel_id = ?", (product, channel))
    if not ctx.store.count(ASSIGNMENTS, where):
        key = ctx.store.next_id(ASSIGNMENTS)
        ctx.store.insert(ASSIGNMENTS, key, {"product_id": product, "channel_id": channel})


def deleting(ctx: Context, row: Row) -> None:
    """Take the product off its channels."""
    ctx.store.delete(ASSIGNMENTS, ctx.store.ids(ASSIGNMENTS, Clause("t.product_id = ?", (row.id,))))


def touch(_ctx: Context, _doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """Leave the product's own date alone: live stores do not move it for what hangs under it."""


def change(ctx: Context, product: Id, **values: Any) -> None:
    """Set values of a product that follow from something else."""
    row = ctx.require(PRODUCTS, product)
    doc = row.doc
    if any(doc.get(name) != value for name, value in values.items()):
        ctx.store.update(PRODUCTS, product, {**doc, **values})


_SIZES = {"zoom": "1280.1280", "standard": "386.513", "thumbnail": "190.250", "tiny": "44.58"}
_CDN = "https://cdn11.bigcommerce.com/s-emulated/products"


SAME_CUSTOM_FIELD = Refusal(
    request="a second custom field of a product with the same name and value",
    status=422,
    title="The pair of name and value of a custom field is unique.",
    errors={"name": "'{name}' with the value '{value}' is there already"},
    source="spec",
    says="products_catalog.v3.yml (the 409 and 422 of custom fields); the words are not known",
)
IMAGE_FILE_AS_TEXT = Refusal(
    request="POST or PUT of a product's image with JSON that has image_file",
    status=422,
    title="image_url must be present if uploading by url",
    errors={"image_file": "must be uploaded as multipart/form-data"},
    source="spec",
    says="products_catalog.v3.yml: for image_file, use the multipart/form-data media type",
)


def prepare_image(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Find where the picture comes from and where the shop serves it."""
    source = ctx.files.get("image_file") or body.get("image_url")
    if not source and body.get("image_file") and ctx.version == "v3":
        raise IMAGE_FILE_AS_TEXT.error()
    if old is None and not source:
        raise ApiError(
            422,
            "image_url must be present if uploading by url",
            errors={"image_url": "error.path.missing"},
        )
    if source:
        name = str(source).split("?")[0].rstrip("/").rsplit("/", 1)[-1] or "image.jpg"
        stem, _, suffix = name.rpartition(".")
        product = doc.get("product_id") or (old or {}).get("product_id")
        doc["image_file"] = f"{str(product)[:1]}/{(ctx.now % 1000):03d}/{name}"
        for size, pixels in _SIZES.items():
            doc[f"url_{size}"] = (
                f"{_CDN}/{product}/images/{stem or name}.{pixels}.{suffix or 'jpg'}"
            )
    doc["date_modified"] = ctx.stamp("offset", (old or {}).get("date_modified"))


def image_saved(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A product has one thumbnail: the first image, until another is chosen."""
    collection = PRODUCTS + "/images"
    others = [
        row for row in ctx.store.select(collection, parent=doc["product_id"]) if row.id != doc["id"]
    ]
    if doc["is_thumbnail"]:
        for row in others:
            other = row.doc
            if other["is_thumbnail"]:
                ctx.store.update(collection, row.id, {**other, "is_thumbnail": False})
    elif old is None and not any(row.doc["is_thumbnail"] for row in others):
        ctx.store.update(collection, doc["id"], {**doc, "is_thumbnail": True})


def image_deleting(ctx: Context, row: Row) -> None:
    """Hand the thumbnail on."""
    if not row.doc["is_thumbnail"]:
        return
    collection = PRODUCTS + "/images"
    for other in ctx.store.select(collection, parent=row.parent):
        if other.id != row.id:
            ctx.store.update(collection, other.id, {**other.doc, "is_thumbnail": True})
            return


def refuse_overlapping_rule(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """Two bulk rules of a product never cover the same quantity; 0 means without end."""
    low, high = doc["quantity_min"], doc["quantity_max"] or 2**31
    if high < low:
        raise ApiError(422, errors={"quantity_max": "must not be below quantity_min"})
    for row in ctx.store.select(PRODUCTS + "/bulk-pricing-rules", parent=ctx.ids[0]):
        other = row.doc
        if old is not None and row.id == old["id"]:
            continue
        if low <= (other["quantity_max"] or 2**31) and other["quantity_min"] <= high:
            raise ApiError(
                422, errors={"quantity_min": "The quantity range overlaps another rule."}
            )


def prepare_complex_rule(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Give conditions their ids."""
    if "conditions" not in body and old is not None:
        return
    collection = "complex rule conditions"
    for condition in doc.get("conditions") or ():
        for name in ("modifier_id", "modifier_value_id", "variant_id"):
            condition.setdefault(name, None)
        condition.setdefault("combination_id", 0)
        condition["id"] = ctx.store.next_id(collection)


def complex_rule_saved(_ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """Tell conditions the id of their rule, which a new one has not had before."""
    for condition in doc.get("conditions") or ():
        condition["rule_id"] = doc["id"]


def review_saved(ctx: Context, _doc: Doc, _old: Doc | None, _body: Doc) -> None:
    """Count the approved reviews on the product."""
    _count_reviews(ctx, ctx.ids[0], None)


def review_deleting(ctx: Context, row: Row) -> None:
    """Take a review out of the count."""
    if row.parent is not None and ctx.store.exists(PRODUCTS, row.parent):
        _count_reviews(ctx, row.parent, row.id)


def _count_reviews(ctx: Context, product: Id, without: Id | None) -> None:
    rows = ctx.store.select(PRODUCTS + "/reviews", parent=product)
    reviews = [row.doc for row in rows if row.id != without]
    ratings = [review["rating"] for review in reviews if review["status"] == "approved"]
    change(ctx, product, reviews_rating_sum=sum(ratings), reviews_count=len(ratings))


def review_status(_ctx: Context, text: str) -> Clause:
    """`status=1` is approved, `status=0` is not."""
    if text not in ("0", "1"):
        raise ApiError(422, "The filter value is not valid.", errors={"status": "must be 0 or 1"})
    return Clause(f"t.status {'=' if text == '1' else '<>'} 'approved'")


def in_condition(_ctx: Context, text: str) -> Clause:
    """`condition`: the filter is lower case, the property is not."""
    return Clause("json_extract(t._doc, '$.condition') = ?", (text.capitalize(),))


def in_only_category(_ctx: Context, text: str) -> Clause:
    """`categories`: products in that category and in no other."""
    key = read("categories", "integer", text, "v3")
    return Clause("json_extract(t._doc, '$.categories') = ?", (f"[{key}]",))


def in_categories(_ctx: Context, text: str) -> Clause:
    """`categories:in`: products that are in all of them, as the spec has it."""
    keys = sorted(set(read_list("categories:in", "integer", text, "v3")))
    marks = ",".join("?" * len(keys))
    return Clause(
        "t._id IN (SELECT id FROM elements WHERE collection = ? AND field = 'categories'"
        f" AND value IN ({marks}) GROUP BY id HAVING count(*) = ?)",
        (PRODUCTS, *keys, len(keys)),
    )


def in_channels(_ctx: Context, text: str) -> Clause:
    """`channel_id:in`."""
    keys = read_list("channel_id:in", "integer", text, "v3")
    marks = ",".join("?" * len(keys))
    return Clause(
        f't._id IN (SELECT a.product_id FROM "{ASSIGNMENTS}" a WHERE a.channel_id IN ({marks}))',
        tuple(keys),
    )


def with_keyword(_ctx: Context, text: str) -> Clause:
    """`keyword`: found in name, description, sku, or in the name of the brand."""
    words = text.split()
    one = (
        "(t.name LIKE ? OR t.sku LIKE ? OR json_extract(t._doc, '$.description') LIKE ?"
        f' OR t.brand_id IN (SELECT b._id FROM "{BRANDS}" b WHERE b.name LIKE ?))'
    )
    args = tuple(f"%{word}%" for word in words for _ in range(4))
    return Clause(" AND ".join([one] * len(words)) or "1", args)


def running_low(_ctx: Context, text: str) -> Clause:
    """`inventory_low`: tracked, and at or under the warning level."""
    low = read("inventory_low", "boolean", text, "v3")
    test = (
        "json_extract(t._doc, '$.inventory_tracking') <> 'none' AND"
        " t.inventory_level <= json_extract(t._doc, '$.inventory_warning_level')"
    )
    return Clause(test if low else f"NOT ({test})")


def sold_out(_ctx: Context, text: str) -> Clause:
    """`out_of_stock`: tracked, and none left."""
    out = read("out_of_stock", "boolean", text, "v3")
    test = "json_extract(t._doc, '$.inventory_tracking') <> 'none' AND t.inventory_level = 0"
    return Clause(test if out else f"NOT ({test})")


def show_channels(ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=channels`: the ids of the channels a product is on."""
    found: defaultdict[Id, list[int]] = defaultdict(list)
    marks = ",".join("?" * len(rows))
    for product, channel in ctx.store.query(
        f'SELECT product_id, channel_id FROM "{ASSIGNMENTS}" WHERE product_id IN ({marks})'
        " ORDER BY channel_id",
        [row.id for row in rows],
    ):
        found[product].append(channel)
    return {row.id: jsontext.dumps(found[row.id]) for row in rows}


def show_parent_relations(_ctx: Context, rows: Sequence[Row]) -> Mapping[Id, str]:
    """`include=parent_relations`: no sample product is sold as an option of another."""
    return {row.id: "[]" for row in rows}


def moment_of(doc: Doc) -> int:
    """When a product was made, in seconds."""
    return timestamps.epoch(doc["date_created"]) or 0
