"""A catalog in a neutral JSON shape: loaded into a store in few requests, read back, compared.

For `bcorm demo --catalog` and for tests. The file is an object whose `products` each have `name`,
`sku`, `description`, `weight`, `price`, `brand` (a name), `categories` (paths such as
"Men/Shoes"), `images` (addresses, or paths below a media host), `custom_fields`, `url_key`,
`source` and `variants` (`sku`, `price`, `inventory_level`, `option_values`, an image).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import attrs

from bcorm.exceptions import CommitError, ConfigurationError
from bcorm.http import jsontext
from bcorm.resources.brands import Brand
from bcorm.resources.category_trees import CategoryTree, TreeCategory
from bcorm.resources.products import Product, ProductUrl
from bcorm.resources.variants import ProductVariant, VariantOptionValue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from bcorm.model.report import Failure
    from bcorm.session import Session

    Entry = Mapping[str, Any]
    CategoryPath = tuple[str, ...]

MEDIA = "https://media.example.com/catalog/"
"""Where pictures are, of which the file only has a path."""

_KEYS = (
    "name", "sku", "description", "weight", "price", "brand", "categories", "images",
    "custom_fields", "url_key", "source", "variants",
)  # fmt: skip


@attrs.define
class Loaded:
    """What came of loading a catalog.

    Attributes:
        products, variants, categories, brands: how many of each the store was given.
        requests: how many requests it took.
        notes: what could not be loaded as it stands, and what was loaded instead.
        refused: products that the store did not take, with its reasons.
    """

    products: int = 0
    variants: int = 0
    categories: int = 0
    brands: int = 0
    requests: int = 0
    notes: list[str] = attrs.field(factory=list)
    refused: list[Failure] = attrs.field(factory=list)

    @property
    def objects(self) -> int:
        """How many objects the store was given."""
        return self.products + self.variants + self.categories + self.brands


@attrs.define
class Comparison:
    """How a store differs from a catalog: how many values were compared, and which differ."""

    values: int = 0
    differences: list[str] = attrs.field(factory=list)

    def check(self, where: str, wanted: object, found: object) -> None:
        """Compare one value."""
        self.values += 1
        if wanted != found:
            self.differences.append(f"{where}: {wanted!r:.80} went in, {found!r:.80} came back")


def read(path: Path) -> list[Entry]:
    """Read the products of a catalog file; numbers keep their digits.

    Raises:
        OSError: the file cannot be read.
        ConfigurationError: it is no JSON, has no products, or one of them lacks something.
    """
    try:
        content = jsontext.loads(path.read_bytes())
    except ValueError as error:
        raise ConfigurationError(f"{path} is no JSON: {error}") from None
    products = content.get("products") if isinstance(content, dict) else None
    if not isinstance(products, list):
        raise ConfigurationError(f"{path}: a JSON object with a list of products was expected")
    for number, entry in enumerate(products, 1):
        missing = [name for name in _KEYS if not isinstance(entry, dict) or name not in entry]
        if missing:
            raise ConfigurationError(f"{path}: product {number} has no {', '.join(missing)}")
        wrong = [name for name in _KEYS if not _fits(name, entry[name])]
        if wrong:
            raise ConfigurationError(f"{path}: product {number}: what is {', '.join(wrong)}?")
    return products


def _fits(name: str, value: object) -> bool:
    if name in ("weight", "price"):
        return isinstance(value, int | Decimal) and not isinstance(value, bool)
    if name in ("categories", "images"):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if name in ("custom_fields", "variants"):
        needed = {"name", "value"} if name == "custom_fields" else {"sku", "option_values"}
        return (
            isinstance(value, list)
            and all(
                isinstance(item, dict)
                and needed <= {*item}
                and isinstance(item.get("sku", ""), str)
                for item in value
            )
            and (name == "custom_fields" or all(map(_is_variant, value)))
        )
    return isinstance(value, str) or (value is None and name in ("brand", "url_key"))


def _is_variant(item: Entry) -> bool:
    """Whether its options have names and values, and its pictures are places."""
    options, places = item["option_values"], item.get("image_urls", ())
    return (
        isinstance(options, list)
        and all(
            isinstance(one, dict)
            and isinstance(one.get("option_display_name"), str)
            and isinstance(one.get("label"), str)
            for one in options
        )
        and isinstance(places, (list, tuple))
        and all(isinstance(place, str) for place in (*places, item.get("image_file") or ""))
    )


def load(session: Session, catalog: Sequence[Entry]) -> Loaded:
    """Put a catalog into a store.

    A request per level of the category tree, and one per product: its POST takes its variants,
    options, images, custom fields and the name of its brand along.

    Raises:
        InvalidValue: a value does not fit the field that it is for; nothing of its product is sent.
    """
    before = session.stats.requests
    entries, notes = distinct(catalog)
    keys = _load_categories(session, entries)
    products = [_product(entry, keys) for entry in entries]
    loaded = Loaded(categories=len(keys), notes=notes)
    try:
        Product.objects.using(session).bulk_create(products)
    except CommitError as error:
        report = error.report
        failures = [*report.failed, *report.unknown]
        loaded.refused = [item for item in failures if isinstance(item.object, Product)]
    refused = {id(failure.object) for failure in loaded.refused}
    taken = [
        entry
        for entry, product in zip(entries, products, strict=True)
        if id(product) not in refused
    ]
    loaded.products = len(taken)
    loaded.variants = sum(len(entry["variants"]) for entry in taken)
    loaded.brands = len({entry["brand"].casefold() for entry in taken if entry["brand"]})
    loaded.requests = session.stats.requests - before
    return loaded


def distinct(catalog: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """Return the products with names and SKUs that one store can hold, and a note for each change.

    A store has every product's name once, and every SKU, whatever its case.
    """
    names: set[str] = set()
    skus: set[str] = set()
    notes: list[str] = []
    entries: list[Entry] = []

    def unique(kind: str, text: str, taken: set[str], suffix: str) -> str:
        chosen, number = text, 1
        while chosen.casefold() in taken:
            number += 1
            chosen = f"{text}{suffix}" if number == 2 and suffix else f"{text}-{number}"
        if chosen != text:
            notes.append(f"the {kind} {text!r} is there already: loaded as {chosen!r}")
        taken.add(chosen.casefold())
        return chosen

    for entry in catalog:
        sku = unique("SKU", entry["sku"], skus, "")
        name = unique("name", entry["name"], names, f" ({sku})")
        variants = [
            {**variant, "sku": unique("SKU", variant["sku"], skus, "")}
            for variant in entry["variants"]
        ]
        entries.append({**entry, "name": name, "sku": sku, "variants": variants})
    return entries, notes


def category_paths(entries: Sequence[Entry]) -> list[CategoryPath]:
    """Return every category that products are in, and those above them, from the top."""
    paths: dict[CategoryPath, None] = {}
    for entry in entries:
        for text in entry["categories"]:
            parts = tuple(text.split("/"))
            for depth in range(1, len(parts) + 1):
                paths[parts[:depth]] = None
    return sorted(paths, key=lambda path: (len(path), path))


def _load_categories(session: Session, entries: Sequence[Entry]) -> dict[CategoryPath, int]:
    """Create the category tree, a request per level; returns the keys."""
    tree = CategoryTree.objects.using(session).first()
    made: dict[CategoryPath, TreeCategory] = {}
    for path in category_paths(entries):
        category = TreeCategory(name=path[-1], tree_id=tree.id if tree else 1, is_visible=True)
        if len(path) > 1:
            category.parent = made[path[:-1]]
        else:
            category.parent_id = 0
        made[path] = category
    TreeCategory.objects.using(session).bulk_create(made.values())
    return {path: category.category_id for path, category in made.items()}


def _product(entry: Entry, keys: Mapping[CategoryPath, int]) -> Product:
    tracked = any("inventory_level" in variant for variant in entry["variants"])
    values: dict[str, Any] = {}
    if entry["brand"]:
        values["brand_name"] = entry["brand"]
    if entry["url_key"]:
        values["custom_url"] = ProductUrl(url=f"/{entry['url_key']}/", is_customized=True)
    product = Product(
        name=entry["name"],
        type="physical",
        sku=entry["sku"],
        description=entry["description"],
        weight=Decimal(entry["weight"]),
        price=Decimal(entry["price"]),
        categories=[keys[tuple(text.split("/"))] for text in entry["categories"]],
        is_visible=True,
        inventory_tracking="variant" if tracked else "none",
        **values,
    )
    product.variants.add(*map(_variant, entry["variants"]))
    for position, image in enumerate(entry["images"]):
        product.images.new(
            image_url=urljoin(MEDIA, image.lstrip("/")),
            description=entry["name"],
            is_thumbnail=position == 0,
            sort_order=position,
        )
    for name, value in _custom_fields(entry):
        product.custom_fields.new(name=name, value=value)
    return product


def _variant(variant: Entry) -> ProductVariant:
    values: dict[str, Any] = {}
    if "inventory_level" in variant:
        values["inventory_level"] = variant["inventory_level"]
    image = _variant_image(variant)
    if image:
        values["image_url"] = image
    return ProductVariant(
        sku=variant["sku"],
        price=Decimal(variant["price"]),
        option_values=[
            VariantOptionValue(option_display_name=name, label=label)
            for name, label in _choices(variant)
        ],
        **values,
    )


def _variant_image(variant: Entry) -> str:
    images = [variant.get("image_file"), *variant.get("image_urls", ())]
    first = next((image for image in images if image), "")
    return urljoin(MEDIA, first.lstrip("/")) if first else ""


def _choices(variant: Entry) -> list[tuple[str, str]]:
    return [(item["option_display_name"], item["label"]) for item in variant["option_values"]]


def _custom_fields(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield an entry's custom fields, and where it comes from as one more."""
    yield from ((item["name"], item["value"]) for item in entry["custom_fields"])
    yield "source", entry["source"]


def compare(session: Session, catalog: Sequence[Entry]) -> Comparison:
    """Read a store and compare every value of a catalog with what it holds.

    Pictures are compared by file name and order: a store serves them from addresses of its own.
    """
    entries, _ = distinct(catalog)
    result = Comparison()
    found = {
        product.sku: product
        for product in Product.objects.using(session).include("variants", "images", "custom_fields")
    }
    paths = _paths(session)
    brands = {brand.id: brand.name for brand in Brand.objects.using(session)}
    result.check("products", len(entries), len(found))
    result.check("categories", sorted(category_paths(entries)), sorted(paths.values()))
    wanted_brands = {entry["brand"] for entry in entries if entry["brand"]}
    result.check("brands", sorted(wanted_brands), sorted(brands.values()))
    for entry in entries:
        product = found.get(entry["sku"])
        if product is None:
            result.check(entry["sku"], entry["name"], None)
        else:
            _compare_product(result, entry, product, paths, brands)
    return result


def _paths(session: Session) -> dict[int, CategoryPath]:
    """Return the path of every category of the store, by key."""
    held = {item.category_id: item for item in TreeCategory.objects.using(session)}

    def path(key: int) -> CategoryPath:
        item = held[key]
        above = path(item.parent_id) if item.parent_id else ()
        return (*above, item.name)

    return {key: path(key) for key in held}


def _compare_product(
    result: Comparison,
    entry: Entry,
    product: Product,
    paths: Mapping[int, CategoryPath],
    brands: Mapping[int, str],
) -> None:
    sku = entry["sku"]
    for name in ("name", "description", "weight", "price"):
        result.check(f"{sku}.{name}", entry[name], getattr(product, name))
    result.check(f"{sku}.brand", entry["brand"], brands.get(product.brand_id))
    in_categories = sorted("/".join(paths[key]) for key in product.categories)
    result.check(f"{sku}.categories", sorted(entry["categories"]), in_categories)
    if entry["url_key"]:
        result.check(f"{sku}.url", f"/{entry['url_key']}/", product.custom_url.url)
    pictures = sorted(product.images, key=lambda image: image.sort_order)
    result.check(
        f"{sku}.images",
        [_file_name(image) for image in entry["images"]],
        [_file_name(image.image_file) for image in pictures],
    )
    fields = [(item.name, item.value) for item in product.custom_fields]
    result.check(f"{sku}.custom_fields", sorted(_custom_fields(entry)), sorted(fields))
    variants = {variant.sku: variant for variant in product.variants if variant.option_values}
    result.check(f"{sku}.variants", len(entry["variants"]), len(variants))
    for wanted in entry["variants"]:
        _compare_variant(result, wanted, variants.get(wanted["sku"]))


def _compare_variant(result: Comparison, wanted: Entry, variant: ProductVariant | None) -> None:
    sku = wanted["sku"]
    if variant is None:
        result.check(sku, "a variant", None)
        return
    result.check(f"{sku}.price", wanted["price"], variant.price)
    if "inventory_level" in wanted:
        result.check(f"{sku}.inventory_level", wanted["inventory_level"], variant.inventory_level)
    result.check(f"{sku}.image", _variant_image(wanted), variant.image_url)
    found = [(item.option_display_name, item.label) for item in variant.option_values]
    result.check(f"{sku}.option_values", _choices(wanted), found)


def _file_name(path: str) -> str:
    return path.rpartition("/")[2]
