"""Products of a mapped file, laid over a store: with their variants, images, brands, categories.

A product that the store does not have is created whole; of one that it has, values and variants
become what the file says. Brands come with the products that name them; categories are created
first, for products name them by key.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from bcorm.cli.drafts import (
    AtRow,
    address,
    folded_options,
    folded_path,
    is_address,
    labels_of,
    leave,
    parts_of,
    row_of,
    settle_variants,
    shows,
    skus_of,
    url_of,
)
from bcorm.cli.mapping import IMAGE, RULE, VARIANT, VIDEO, Cell, Draft, Drafts, Map, Part, pairs
from bcorm.cli.matching import CHUNK
from bcorm.cli.merging import Care, Merged, refuse_doubtful
from bcorm.cli.naming import named
from bcorm.cli.numbers import Exact, Notation, TwoReadings
from bcorm.cli.rows import Missing, Tally
from bcorm.cli.skus import SkuFinder
from bcorm.cli.values import cell, same, typed, unquoted
from bcorm.exceptions import BcormError
from bcorm.model.frames.columns import plain
from bcorm.model.mapper import mapper_for
from bcorm.model.types import Bounded, Sequence
from bcorm.resources.brands import Brand
from bcorm.resources.category_trees import CategoryTree, TreeCategory
from bcorm.resources.product_media import ProductImage, ProductVideo
from bcorm.resources.products import Product, ProductCustomField
from bcorm.resources.store import Store
from bcorm.resources.variants import ProductVariant, VariantOptionValue
from bcorm.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bcorm.cli.sources import Source
    from bcorm.model.resource import Resource

    Path = tuple[str, ...]

# What is read of a draft besides the fields of a product.
_OTHERS = ("brand", "category", "url", "custom_fields", "images")
_GRAMS = {
    "g": Decimal(1), "kg": Decimal(1000), "lb": Decimal("453.59237"), "lbs": Decimal("453.59237"),
    "oz": Decimal("28.349523125"), "t": Decimal(1_000_000),
}  # fmt: skip
_METRES = {"cm": Decimal("0.01"), "mm": Decimal("0.001"), "m": Decimal(1), "in": Decimal("0.0254")}
# As stores call their units.
_STORE_UNITS = {
    "ounces": "oz", "oz": "oz", "lbs": "lb", "pounds": "lb", "kgs": "kg", "kilograms": "kg",
    "grams": "g", "tonnes": "t", "inches": "in", "centimeters": "cm",
}  # fmt: skip
_PLACES = Decimal("0.0001")
_SAID_UNIT = re.compile(r"\s*([a-zA-Z]+)$")
# A rule's price: `[ADD]2`, `[REMOVE]2`, `[FIXED]28`.
_ADJUSTED = re.compile(r"\[(ADD|REMOVE|FIXED)\](.+)")


class Assembler:
    """Lays the products of a mapped file over a store.

    Args:
        session: where objects are changed and made.
        source: the file.
        mapped: its map.
        care: what must not be done.
        mark: what stands before the fraction of a number, if that was said.

    Attributes:
        first: a session of the categories that have to be there before the products are sent.
    """

    model: type[Resource] = Product
    writes: tuple[type[Resource], ...] = (
        Product, ProductVariant, ProductImage, ProductVideo, ProductCustomField, TreeCategory,
    )  # fmt: skip

    def __init__(
        self, session: Session, source: Source, mapped: Map, care: Care, mark: str | None
    ) -> None:
        self.session = session
        self.rows = Tally(source)
        self.result = Merged()
        self.first = Session(session.client)
        self._map, self._care = mapped, care
        self._notation = Notation(mark)
        self._paths: dict[Path, int] = {}
        self._keys: set[int] = set()
        self._new_paths: dict[Path, TreeCategory] = {}
        self._made: list[str] = []
        self._brands: dict[str, int] = {}
        self._new_brands: dict[str, str] = {}
        self._units: dict[str, str] = {}
        self._linked: list[tuple[Product, list[int], list[Path]]] = []

    @staticmethod
    def named(count: int) -> str:
        """Return what so many of the rows are called."""
        return named(count, Product)

    def merge(self, told: Callable[[int], object] = bool) -> Merged:
        """Lay the file over the store.

        Args:
            told: is called with how many rows more were read.
        """
        reader = Drafts(self.rows.source, self._map, told)
        drafts = reader.read()
        self.rows.count, self.rows.unread = reader.count, reader.unread
        for number, reason in reader.stray.items():
            self.rows.problem(number, ValueError(reason))
        self._learn(drafts)
        self._look_around(drafts)
        for draft, item in self._found(drafts):
            try:
                self._lay(draft, item)
            except (BcormError, ValueError) as error:
                self._refuse(draft, error)
            else:
                self.result.notes += [f"row {number}: {text}" for number, text in draft.told]
        made = [*self._made, *(f"creates the brand {name}" for name in self._new_brands.values())]
        self.result.notes[:0] = made
        return self.result

    def link(self) -> None:
        """Put products into the categories that have been created meanwhile."""
        for product, keys, paths in self._linked:
            made = [self._new_paths[folded_path(path)].category_id for path in paths]
            product.categories = list(dict.fromkeys([*keys, *made]))

    def _refuse(self, draft: Draft, error: Exception) -> None:
        """Take note of all rows of a product that cannot be taken."""
        at = getattr(error, "number", 0) or draft.number
        kind = type(error) if isinstance(error, Missing) else ValueError
        for number in draft.rows:
            reason = str(error) if number == at else f"it belongs to row {at}: {error}"
            self.rows.problem(number, kind(reason))

    # What the store has

    def _learn(self, drafts: list[Draft]) -> None:
        """Find out what stands before the fractions of the file's numbers."""
        if self._notation.mark is not None:
            return
        fields = {
            name: mapped.converter
            for model in (ProductVariant, ProductImage, Product)
            for name, mapped in mapper_for(model).fields.items()
        }
        self._notation.learn(
            _SAID_UNIT.sub("", one.text)
            for draft in drafts
            for values in (draft.values, *(part.values for part in parts_of(draft)))
            for name, one in values.items()
            if isinstance(fields.get(name), Bounded)
        )

    def _look_around(self, drafts: list[Draft]) -> None:
        """Read categories, brands and units, as far as the file asks for them."""
        if any("category" in draft.values or "categories" in draft.values for draft in drafts):
            self._read_categories()
        wanted = {draft.values["brand"].text for draft in drafts if "brand" in draft.values}
        if wanted:
            for brand in Brand.objects.using(self.session).only("name").iterator():
                self._brands[brand.name.casefold()] = brand.id
        cells = (
            one for draft in drafts for part in parts_of(draft) for one in part.values.values()
        )
        own = (one for draft in drafts for one in draft.values.values())
        if any(one.column is not None and one.column.unit for one in (*own, *cells)):
            store = Store.objects.using(self.session).get()
            units = (str(store.weight_units), str(store.dimension_units))
            found = [_STORE_UNITS.get(unit.casefold(), unit.casefold()) for unit in units]
            self._units = dict(zip(("weight", "length"), found, strict=True))
            self.result.notes.append(f"weights are converted to the store's {units[0]}")

    def _read_categories(self) -> None:
        held = {item.category_id: item for item in TreeCategory.objects.using(self.session)}
        self._keys = set(held)

        def path(key: int, below: frozenset[int] = frozenset()) -> Path:
            item = held[key]
            above = item.parent_id
            if not above or above not in held or above in below:
                return (item.name,)
            return (*path(above, below | {key}), item.name)

        self._paths = {folded_path(path(key)): key for key in held}

    def _found(self, drafts: list[Draft]) -> Iterator[tuple[Draft, Product | None]]:
        """Yield each product of the file with the store's, if there is one."""
        waiting = iter(drafts)
        finder = SkuFinder(self.session, (), self.rows.count)
        asked: set[str] = set()
        while part := list(islice(waiting, CHUNK)):
            skus = dict.fromkeys(sku for draft in part for sku in skus_of(draft))
            found = finder.find(sku for sku in skus if sku.casefold() not in asked)
            asked |= {sku.casefold() for sku in skus}
            keys: dict[int, int] = {}
            for draft in part:
                sold = [one for sku in skus_of(draft) for one in found.get(sku.casefold(), ())]
                key = next((one.product_id for one in sold), None) or self._named(draft)
                if key is not None:
                    keys[id(draft)] = key
            items = self._products(set(keys.values()))
            for draft in part:
                yield draft, items.get(keys.get(id(draft), 0))

    def _named(self, draft: Draft) -> int | None:
        """Return the key of the product of a name, where there is no SKU to find it by."""
        if skus_of(draft) or "name" not in draft.values:
            return None
        chosen = Product.objects.using(self.session).filter(name=draft.values["name"].text)
        item = chosen.only("name").first()
        return None if item is None else item.id

    def _products(self, keys: set[int]) -> dict[int, Product]:
        if not keys:
            return {}
        chosen = Product.objects.using(self.session).filter(id__in=sorted(keys))
        return {item.id: item for item in chosen.include("variants", "images", "custom_fields")}

    # What the file says

    def _lay(self, draft: Draft, item: Product | None) -> None:
        settle_variants(draft)
        self._apply_rules(draft)
        if item is None:
            if self._care.only_updates or self._care.skips_missing:
                name = next(iter(skus_of(draft)), draft.number)
                raise Missing(f"the store has no product {name!r}")
            self._create(draft)
        else:
            self._update(draft, item)

    def _create(self, draft: Draft) -> None:
        fields = mapper_for(Product).fields
        for name, text in self._map.defaults.items():
            if name not in draft.values:
                draft.values[name] = Cell(text, None, draft.number)
                if name == "weight":
                    draft.tell(draft.number, f"it has no weight: {text} is taken")
        values = self._values(Product, draft.values, skip=_OTHERS)
        keys, paths = self._categories(draft)
        if keys or paths:
            values["categories"] = keys
        missing = [
            name for name, one in fields.items() if one.options.required and name not in values
        ]
        if missing:
            raise ValueError(f"a new product needs {', '.join(missing)}")
        variants = [self._variant(part) for part in draft.parts.get(VARIANT, ())]
        images = list(self._images(draft))
        videos = [
            ProductVideo(**self._values(ProductVideo, part.values))
            for part in draft.parts.get(VIDEO, ())
        ]
        product = Product(**values, **self._brand(draft), **url_of(draft))
        product.variants.add(*variants)
        product.images.add(*images)
        product.videos.add(*videos)
        for name, value in self._custom_fields(draft):
            product.custom_fields.new(name=name, value=value)
        self.session.add(product)
        self.result.created += 1
        for number in draft.rows:
            self.result.wrote(product, number)
        self._link(product, keys, paths)

    def _link(self, product: Product, keys: list[int], paths: list[Path]) -> None:
        """Remember what a product is in as soon as its categories are there."""
        if not paths:
            return
        self._linked.append((product, keys, paths))
        tree = None
        for path in paths:
            for depth in range(1, len(path) + 1):
                part = folded_path(path[:depth])
                if part in self._paths or part in self._new_paths:
                    continue
                tree = tree or CategoryTree.objects.using(self.session).first()
                made = TreeCategory(
                    name=path[depth - 1], tree_id=tree.id if tree else 1, is_visible=True
                )
                above = part[:-1]
                if above in self._new_paths:
                    made.parent = self._new_paths[above]
                else:
                    made.parent_id = self._paths.get(above, 0)
                self._new_paths[part] = made
                self.first.add(made)
                self._made.append(f"creates the category {'/'.join(path[:depth])}")

    def _update(self, draft: Draft, item: Product) -> None:
        values = self._values(Product, draft.values, skip=_OTHERS)
        keys, paths = self._categories(draft)
        if not paths and ("category" in draft.values or "categories" in draft.values):
            same_set = set(item.categories) == set(keys)
            values["categories"] = list(item.categories) if same_set else keys
        changed = [self._set(item, values, draft.values, cell(item.sku or item.name))]
        brand = self._brand(draft)
        if "brand_name" in brand or item.brand_id != brand.get("brand_id", item.brand_id):
            for name, value in brand.items():
                setattr(item, name, value)
            self.result.note(cell(item.sku), "brand", item.brand_id, draft.values["brand"].text)
            changed.append(True)
        changed += self._update_variants(draft, item)
        if paths:
            told = "/".join(paths[0]) + (" and others" if len(paths) > 1 else "")
            self.result.note(cell(item.sku), "categories", list(item.categories), told)
            changed.append(True)
        changed.append(self._update_children(draft, item))
        if any(changed):
            self.result.changed += 1
        for number in draft.rows:
            self.result.wrote(item, number)
        self._link(item, keys, paths)

    def _update_variants(self, draft: Draft, item: Product) -> Iterator[bool]:
        """Change and make the variants of a product; yield of each whether it changes."""
        held = {str(one.sku).casefold(): one for one in item.variants}
        options = {labels_of(one.option_values): one for one in item.variants if one.option_values}
        for part in draft.parts.get(VARIANT, ()):
            sku = part.values["sku"].text.casefold() if "sku" in part.values else None
            one = held.get(sku or "") or options.get(folded_options(part.options))
            if one is None:
                if self._care.only_updates:
                    raise Missing(f"{item!r} has no variant {sku!r}")
                made = self._variant(part)
                item.variants.add(made)
                self.result.wrote(made, part.number)
                yield True
            else:
                given = self._values(ProductVariant, part.values)
                given.pop("sku", None)
                picture = given.pop("image_url", None)
                if picture and not shows(one.image_url, picture):
                    leave(draft, part.values["image_url"], "image_url", "pictures of variants")
                yield self._set(one, given, part.values, cell(one.sku))
                self.result.wrote(one, part.number)

    def _update_children(self, draft: Draft, item: Product) -> bool:
        changed = False
        images = list(self._images(draft))
        if images and not len(item.images):
            item.images.add(*images)
            changed = True
        elif len(images) > len(item.images):
            draft.tell(
                draft.number,
                f"it has {len(item.images)} of {len(images)} pictures: those of products that are "
                "there are left alone",
            )
        elif any(
            not any(shows(one.image_file, image.image_url) for one in item.images)
            for image in images
        ):
            draft.tell(
                draft.number,
                "its pictures are others than the file's: those of products that are there are "
                "left alone",
            )
        self._tell_left(draft, item)
        held = {one.name.casefold(): one for one in item.custom_fields}
        for name, value in self._custom_fields(draft):
            one = held.get(name.casefold())
            if one is None:
                item.custom_fields.new(name=name, value=value)
            elif one.value == value:
                continue
            else:
                self.result.note(cell(item.sku), f"custom field {name}", one.value, value)
                one.value = value
            changed = True
        return changed

    def _tell_left(self, draft: Draft, item: Product) -> None:
        """Tell what the file says of a product that is there, and what is not changed of one."""
        address, said = item.custom_url, url_of(draft).get("custom_url")
        there = "" if address is None else str(address.url)
        if said is not None and said.url.casefold() != f"/{there.strip('/')}/".casefold():
            leave(draft, draft.values["url"], "url", f"addresses of products, as {there!r},")
        parts = [part for part in draft.parts.get(VIDEO, ()) if "video_id" in part.values]
        held = {one.video_id for one in item.videos} if parts else set()
        for part in parts:
            if part.values["video_id"].text.strip() not in held:
                leave(draft, part.values["video_id"], "video_id", "videos of products")

    def _set(
        self, item: Resource, values: dict[str, Any], cells: dict[str, Cell], row: str
    ) -> bool:
        """Set what differs; whether anything does."""
        fields, changed = mapper_for(type(item)).fields, False
        for name, value in values.items():
            current = plain(fields[name].converter, getattr(item, name))
            if same(fields[name].converter, current, value):
                continue
            try:
                refuse_doubtful(name, value, current)
                self._care.check(name, current, value)
                setattr(item, name, value)
            except ValueError as error:
                raise AtRow(row_of(cells, name), str(error)) from error
            self.result.note(row, name, current, value)
            changed = True
        return changed

    def _values(
        self, model: type[Resource], cells: dict[str, Cell], skip: Iterable[str] = ()
    ) -> dict[str, Any]:
        """Return texts as the fields of a class hold them.

        Raises:
            ValueError: one does not fit.
        """
        fields, found = mapper_for(model).fields, {}
        for name, one in cells.items():
            if name in skip:
                continue
            mapped = fields.get(name)
            if mapped is None:
                raise AtRow(one.number, f"{model.__name__} has no field {name!r}")
            try:
                value = self._value(mapped.converter, name, one)
            except (TypeError, ValueError):
                told = f"{name}: {one.text!r:.60} is not {mapped.converter.expected}"
                raise AtRow(one.number, told) from None
            if isinstance(value, TwoReadings):
                raise AtRow(one.number, f"{name}: {value}")
            found[name] = value
        return found

    def _value(self, converter: Any, name: str, one: Cell) -> Any:
        text = unquoted(converter, one.text)
        if name.endswith("image_url"):
            return address(text)
        if one.column is not None and one.column.unit:
            return self._converted(text, one.column.unit)
        if isinstance(converter, Sequence) and one.column is not None and one.column.split:
            parts = [part.strip() for part in text.split(one.column.split)]
            return [typed(converter.item, part, self._notation) for part in parts if part]
        return typed(converter, text, self._notation)

    def _converted(self, text: str, unit: str) -> Any:
        """Return a weight or a length in the store's unit."""
        if unit == "said":
            found = _SAID_UNIT.search(text)
            unit = found[1].casefold() if found else self._units["weight"]
            text = _SAID_UNIT.sub("", text)
        number = self._notation.number(text)
        if isinstance(number, TwoReadings):
            return number
        kind, factors = ("weight", _GRAMS) if unit in _GRAMS else ("length", _METRES)
        there = self._units[kind]
        if unit not in factors or there not in factors:
            raise ValueError(text)
        exact = number if unit == there else number * factors[unit] / factors[there]
        return exact if unit == there else exact.quantize(_PLACES).normalize() + 0

    def _categories(self, draft: Draft) -> tuple[list[int], list[Path]]:
        """Return the keys of a product's categories, and the paths of those that are not there.

        Raises:
            ValueError: it names a key that this store does not have.
        """
        keys: list[int] = []
        if "categories" in draft.values:
            one = draft.values["categories"]
            converter = mapper_for(Product).fields["categories"].converter
            try:
                keys = self._value(converter, "categories", one)
            except ValueError:
                raise AtRow(
                    one.number, f"categories: {one.text!r:.60} is no list of keys"
                ) from None
            missing = [key for key in keys if key not in self._keys]
            if missing:
                told = f"this store has no category {missing[0]}: in every store they have others"
                raise AtRow(one.number, f"categories: {told}")
        paths = []
        if "category" in draft.values:
            one = draft.values["category"]
            column = one.column
            split = column.split if column else None
            for text in one.text.split(split) if split else [one.text]:
                words = text.split(column.path) if column and column.path else [text]
                path = tuple(word.strip() for word in words if word.strip())
                if not path:
                    continue
                key = self._paths.get(folded_path(path))
                if key is None:
                    paths.append(path)
                else:
                    keys.append(key)
        return list(dict.fromkeys(keys)), paths

    def _brand(self, draft: Draft) -> dict[str, Any]:
        if "brand" not in draft.values:
            return {}
        name = draft.values["brand"].text
        key = self._brands.get(name.casefold())
        if key is not None:
            return {"brand_id": key}
        self._new_brands.setdefault(name.casefold(), name)
        return {"brand_name": name}

    def _variant(self, part: Part) -> ProductVariant:
        values = self._values(ProductVariant, part.values)
        labels = [
            VariantOptionValue(option_display_name=name, label=label)
            for name, label in part.options
        ]
        return ProductVariant(**values, option_values=labels)

    def _images(self, draft: Draft) -> Iterator[ProductImage]:
        """Yield the pictures of a product, each address once; files without one are told."""
        parts = list(draft.parts.get(IMAGE, ()))
        if "images" in draft.values:
            one = draft.values["images"]
            split = one.column.split if one.column else ","
            parts += [
                Part(one.number, {"image_url": Cell(text.strip(), None, one.number)})
                for text in one.text.split(split or ",")
            ]
        seen: set[str] = set()
        for part in parts:
            if "image_url" not in part.values:
                continue
            text = part.values["image_url"].text
            if not is_address(text):
                draft.tell(part.number, f"the picture {text!r:.60} has no address to fetch it from")
                continue
            values = self._values(ProductImage, part.values)
            if values["image_url"] in seen:
                continue
            seen.add(values["image_url"])
            values.setdefault("sort_order", len(seen) - 1)
            values.setdefault("is_thumbnail", len(seen) == 1)
            yield ProductImage(**values)

    @staticmethod
    def _custom_fields(draft: Draft) -> Iterator[tuple[str, str]]:
        if "custom_fields" in draft.values:
            one = draft.values["custom_fields"]
            found = [(name, value) for name, value, _ in pairs(one.text)]
            if not found:
                draft.tell(one.number, f"custom fields {one.text!r:.60}: no name and value")
            yield from found
        options = {
            name.casefold() for part in draft.parts.get(VARIANT, ()) for name, _ in part.options
        }
        for name, text in draft.attributes:
            if name.casefold() not in options:
                yield name, text

    def _apply_rules(self, draft: Draft) -> None:
        """Give the variants of rules their prices; rules of anything else are told."""
        base = draft.values.get("price")
        for rule in draft.parts.get(RULE, ()):
            sku = rule.values["sku"].text.casefold() if "sku" in rule.values else None
            wanted = folded_options(rule.options)
            part = next(
                (
                    one
                    for one in draft.parts.get(VARIANT, ())
                    if (sku and "sku" in one.values and one.values["sku"].text.casefold() == sku)
                    or (wanted and folded_options(one.options) == wanted)
                ),
                None,
            )
            price = rule.values.get("price")
            found = _ADJUSTED.fullmatch(price.text.strip()) if price else None
            if part is None or found is None or base is None:
                options = ", ".join(f"{name}={label}" for name, label in rule.options)
                told = f"the rule {options or sku} {price.text if price else ''}".rstrip()
                draft.tell(rule.number, f"{told} is of no one variant of the file")
                continue
            whole, amount = (self._notation.number(text) for text in (base.text, found[2]))
            if isinstance(whole, TwoReadings) or isinstance(amount, TwoReadings):
                raise AtRow(rule.number, f"price: {whole} {amount}")
            prices = {"ADD": whole + amount, "REMOVE": whole - amount, "FIXED": amount}
            part.values["price"] = Cell(Exact(prices[found[1]]), None, rule.number)
