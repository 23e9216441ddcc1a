"""What a store sells under a SKU: a product or one of its variants, found in few requests.

The API picks products by a list of SKUs, variants by one SKU at a time; a list of all products can
bring their variants along.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.cli.matching import CHUNK
from bcorm.resources.products import Product
from bcorm.resources.variants import ProductVariant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bcorm.session import Session

# SKUs that are looked for one by one, without asking how long the list of all is.
_FEW = 2


@attrs.frozen
class Sold:
    """What a SKU names: no object, for a store has many.

    Attributes:
        model: `Product` or `ProductVariant`.
        sku: as the store spells it.
        key: its key.
        product_id: the product's.
        values: of the fields that were asked for, as the store has them.
        bought: the keys of the variants that are bought under this SKU.
    """

    model: type[Any]
    sku: str
    key: int
    product_id: int
    values: tuple[Any, ...]
    bought: tuple[int, ...] = ()


class SkuFinder:
    """Finds what SKUs name.

    Args:
        session: where the store is read.
        names: fields of both, whose values are wanted.
        estimate: about how many SKUs will be looked for.
    """

    def __init__(self, session: Session, names: tuple[str, ...], estimate: int) -> None:
        self._session = session
        self._names = names
        self._parts = -(-estimate // CHUNK)
        self._pages: int | None = None
        self._all: Iterator[Sold] | None = None
        self._held: dict[str, list[Sold]] = {}

    def find(self, skus: Iterable[str]) -> dict[str, list[Sold]]:
        """Return what each SKU names, by the SKU with its case folded. Each is asked for once."""
        wanted = {sku.casefold(): sku for sku in skus}
        if self._all is None and self._parts > 1 and self._count() < self._parts:
            self._all = self._everything()
        found: dict[str, list[Sold]] = {}
        if self._all is None:
            for item in self._products(list(wanted.values())):
                found.setdefault(item.sku.casefold(), []).append(item)
        missing = {sku: spelled for sku, spelled in wanted.items() if sku not in found}
        if self._all is None and missing and self._are_few(len(missing)):
            for sku, spelled in missing.items():
                # The list is picked from by how a SKU is spelled: most are in capitals.
                for text in dict.fromkeys((spelled, spelled.upper())):
                    found.setdefault(sku, []).extend(self._variant(text))
        elif missing:
            self._take(set(missing), found)
        return found

    def _take(self, missing: set[str], found: dict[str, list[Sold]]) -> None:
        """Read the list of all as far as it takes to find what is missing."""
        if self._all is None:
            self._all = self._everything()
        settled = set(found)
        for sku in list(missing):
            if sku in self._held:
                found[sku] = self._held.pop(sku)
                missing.discard(sku)
        product, wanted = None, set(missing)
        for item in self._all:
            sku = item.sku.casefold()
            if sku not in settled:
                (found if sku in wanted else self._held).setdefault(sku, []).append(item)
            # All that a product is sold under comes at a time: what names two of it is told.
            if not missing and item.product_id != product:
                return
            product = item.product_id
            missing.discard(sku)

    def _are_few(self, missing: int) -> bool:
        return missing <= _FEW or missing <= self._count()

    def _count(self) -> int:
        """Return how many pages the list of all products has."""
        if self._pages is None:
            self._pages = -(-Product.objects.using(self._session).count() // CHUNK)
        return self._pages

    def _products(self, skus: list[str]) -> Iterator[Sold]:
        spelled = dict.fromkeys(text for sku in skus for text in (sku, sku.upper()))
        chosen = Product.objects.using(self._session).filter(sku__in=list(spelled))
        for item in chosen.only("sku", "base_variant_id", *self._names).iterator():
            yield self._product(item)

    def _product(self, item: Product) -> Sold:
        values = tuple(getattr(item, name) for name in self._names)
        bought = () if item.base_variant_id is None else (item.base_variant_id,)
        return Sold(Product, item.sku, item.id, item.id, values, bought)

    def _variant(self, sku: str) -> Iterator[Sold]:
        for item in ProductVariant.objects.using(self._session).filter(sku=sku):
            yield self._of_variant(item)

    def _of_variant(self, item: ProductVariant) -> Sold:
        values = tuple(getattr(item, name) for name in self._names)
        return Sold(ProductVariant, item.sku, item.id, item.product_id, values, (item.id,))

    def _everything(self) -> Iterator[Sold]:
        everything = Product.objects.using(self._session).include("variants")
        for product in everything.only("sku", "base_variant_id", *self._names).iterator():
            if product.sku:
                yield self._product(product)
            for variant in product.variants:
                # The base variant is the product itself.
                if variant.id != product.base_variant_id and variant.sku:
                    yield self._of_variant(variant)
