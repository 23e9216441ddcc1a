"""Price lists as people have them: what is sold under a SKU, product or variant, and its prices."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from bcorm.cli.matching import CHUNK
from bcorm.cli.merging import Care, Merger, refuse_doubtful
from bcorm.cli.rows import Missing, folded, plain_name
from bcorm.cli.skus import SkuFinder
from bcorm.exceptions import BcormError
from bcorm.model.mapper import mapper_for
from bcorm.resources.price_lists import PriceList, PriceRecord
from bcorm.resources.products import Product
from bcorm.resources.variants import ProductVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcorm.cli.merging import Merged
    from bcorm.cli.rows import Row, Rows
    from bcorm.cli.skus import Sold
    from bcorm.model.resource import Resource
    from bcorm.session import Session

PRICES = ("price", "sale_price", "cost_price", "retail_price", "map_price")
"""What a product and a variant cost."""

RECORD_PRICES = ("price", "sale_price", "retail_price", "map_price")

RECORD_FIELDS = ("price_list_id", "variant_id", "sku", "currency", *RECORD_PRICES)

# What people call the columns, where that is not the field's name.
_CALLED = {
    "sku": ("sku", "productcodesku", "code", "itemnumber", "articlenumber"),
    "price": ("price", "defaultprice", "regularprice"),
    "sale_price": ("saleprice", "sale"),
    "cost_price": ("costprice", "cost"),
    "retail_price": ("retailprice", "retail", "msrp", "rrp"),
    "map_price": ("mapprice", "map"),
    "currency": ("currency", "currencycode"),
    "price_list_id": ("pricelistid", "pricelist"),
    "variant_id": ("variantid",),
}


def field_of(fields: tuple[str, ...]) -> Callable[[str], str | None]:
    """Return what tells which field a column of a price list is for.

    Args:
        fields: what may be taken.
    """
    names = {called: name for name in fields for called in _CALLED[name]}
    return lambda column: names.get(plain_name(column))


class PriceMerger(Merger):
    """Lays prices over products and variants.

    Args:
        session: where objects are changed.
        rows: the file's, of `Product` by SKU.
        care: what must not be done.
    """

    def __init__(self, session: Session, rows: Rows, care: Care | None = None) -> None:
        super().__init__(session, rows, care)
        self._finder = SkuFinder(session, PRICES, rows.source.estimate())

    @property
    def writes(self) -> tuple[type[Resource], ...]:
        """See `Merger.writes`."""
        return (Product, ProductVariant)

    def named(self, count: int) -> str:
        """See `Merger.named`."""
        return "price" if count == 1 else "prices"

    def merge(self, told: Callable[[int], object] = bool) -> Merged:
        """See `Merger.merge`."""
        ready = self.rows.read(told)
        while part := list(islice(ready, CHUNK)):
            found = self._finder.find(str(row.key[-1]) for row in part)
            for row in part:
                try:
                    self._price(row, found.get(folded(row.key)[-1], []))
                except (BcormError, ValueError) as error:
                    self.rows.problem(row.number, error)
        return self.result

    def _price(self, row: Row, sold: list[Sold]) -> None:
        sku = row.key[-1]
        if not sold:
            raise Missing(f"the store sells nothing under the SKU {sku!r}")
        if len(sold) > 1:
            raise ValueError(f"the store has more than one product or variant {sku!r}")
        self._update(self._object(sold[0]), row)

    def _object(self, sold: Sold) -> Resource:
        """Make the object of what was found, without reading it again."""
        known = {"id": sold.key, "sku": sold.sku, **dict(zip(PRICES, sold.values, strict=True))}
        return made(self.session, sold.model, known, sold.product_id)


def made(session: Session, model: type[Any], known: dict[str, Any], product_id: int) -> Resource:
    """Return the object of a row of which some fields are known."""
    mapper = mapper_for(model)
    row = {
        mapper.fields[name].wire: mapper.fields[name].converter.dump(value)
        for name, value in known.items()
    }
    parents = {"product_id": product_id} if model is ProductVariant else None
    if model is ProductVariant:
        row["product_id"] = product_id
    item: Resource = session.materialize(model, [row], parents, None, partial=True)[0]
    return item


class PriceListMerger(Merger):
    """Lays prices over the records of price lists, by SKU and currency.

    Args:
        session: where objects are changed and made.
        rows: the file's, of `PriceRecord` by SKU and currency.
        care: what must not be done.
    """

    def __init__(self, session: Session, rows: Rows, care: Care | None) -> None:
        super().__init__(session, rows, care)
        self._lists: set[int] | None = None
        self._finder = SkuFinder(session, (), rows.source.estimate())

    def merge(self, told: Callable[[int], object] = bool) -> Merged:
        """See `Merger.merge`."""
        ready = self.rows.read(told)
        while part := list(islice(ready, CHUNK)):
            of_lists: dict[int, list[Row]] = {}
            for row in part:
                of_lists.setdefault(row.key[0], []).append(row)
            for key, rows in of_lists.items():
                if key in self._known():
                    self._merge_into(key, rows)
                    continue
                for row in rows:
                    self.rows.problem(row.number, Missing(f"the store has no price list {key!r}"))
        return self.result

    def _known(self) -> set[int]:
        """Return the keys of the price lists that the store has."""
        if self._lists is None:
            self._lists = set(PriceList.objects.using(self.session).values_list("id", flat=True))
        return self._lists

    def _merge_into(self, key: int, part: list[Row]) -> None:
        """Lay rows over the records of a price list."""
        skus = list(dict.fromkeys(str(row.key[1]) for row in part))
        held = self._held(key, skus)
        unknown = [row for row in part if folded(row.key) not in held]
        found = self._finder.find(str(row.key[1]) for row in unknown) if unknown else {}
        # Records are filtered by a SKU as the store spells it.
        spelled = {one.sku for row in unknown for one in found.get(str(row.key[1]).casefold(), ())}
        held |= self._held(key, sorted(spelled.difference(skus)))
        for row in part:
            try:
                item = held.get(folded(row.key))
                if item is not None:
                    self._update(item, row)
                else:
                    self._make(row, found.get(str(row.key[1]).casefold(), []))
            except (BcormError, ValueError) as error:
                self.rows.problem(row.number, error)

    def _held(self, key: int, skus: list[str]) -> dict[Any, PriceRecord]:
        """Return the records of a price list that have these SKUs, by what their rows say."""
        if not skus:
            return {}
        records = PriceRecord.objects.using(self.session).filter(price_list_id=key, sku__in=skus)
        return {
            folded((key, item.sku, item.currency)): item
            for item in records.include("sku").iterator()
        }

    def _make(self, row: Row, sold: list[Sold]) -> None:
        price_list_id, sku, currency = row.key
        if not sold:
            raise Missing(f"the store sells nothing under the SKU {sku!r}")
        bought = [key for one in sold for key in one.bought]
        if len(bought) != 1:
            raise ValueError(f"{sku!r} is a product of several variants, whose SKUs have prices")
        if self.care.only_updates:
            raise Missing(f"the price list has no record of {sku!r} in {currency}")
        values = {
            name: value
            for name, value in self.rows.values(row).items()
            if name in RECORD_PRICES and value is not None
        }
        for name, value in values.items():
            refuse_doubtful(name, value)
        # What stands in the path of a record is no argument that a type checker knows.
        values |= {
            "price_list_id": price_list_id, "variant_id": bought[0], "currency": currency,
        }  # fmt: skip
        item = PriceRecord(**values)
        self.session.add(item)
        self.result.created += 1
        self.result.wrote(item, row.number)
