"""What the rows of one product of a mapped file say together, before a store is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from bcorm.cli.mapping import VARIANT, Cell, Draft, Part
from bcorm.resources.products import ProductUrl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Path = tuple[str, ...]

# What a variant without options is: the product itself.
_OF_PRODUCT = {"image_url": None, "purchasing_disabled": None}


class AtRow(ValueError):
    """What is wrong with one row of a product.

    Attributes:
        number: the row's.
    """

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def row_of(cells: dict[str, Cell], name: str) -> int:
    """Return the row that says a field; 0 if none does."""
    return cells[name].number if name in cells else 0


def folded_path(path: Path) -> Path:
    """Return a category's path as stores compare it."""
    return tuple(word.casefold() for word in path)


def address(text: str) -> str:
    """Return the address of a picture as it is sent: spaces and letters beyond ASCII are escaped.

    Raises:
        ValueError: it is none.
    """
    if not is_address(text):
        raise ValueError(text)
    return quote(text, safe="%/:?#[]@!$&'()*+,;=~-._")


def is_address(text: str) -> bool:
    """Say whether a picture can be fetched from there."""
    return urlsplit(text).scheme in ("http", "https") and bool(urlsplit(text).netloc)


def leave(draft: Draft, one: Cell, name: str, what: str) -> None:
    """Tell that a text of a file is not taken: what is there already is left alone."""
    column = one.column.name if one.column is not None and one.column.name else name
    draft.tell(one.number, f"{column} {one.text!r:.60}: {what} that are there are left alone")


def shows(held: str | None, wanted: str) -> bool:
    """Whether a picture of the store may be the one of an address: the store renames its files."""
    name = urlsplit(wanted).path.rpartition("/")[2].rpartition(".")[0]
    return _letters(unquote(name)) in _letters(unquote(held or ""))


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def parts_of(draft: Draft) -> Iterator[Part]:
    """Yield all that comes with a product: its variants, images, videos and rules."""
    for parts in draft.parts.values():
        yield from parts


def skus_of(draft: Draft) -> list[str]:
    """Return what a product may be found by."""
    own = [draft.values["sku"].text] if "sku" in draft.values else []
    parts = [
        part.values["sku"].text for part in draft.parts.get(VARIANT, ()) if "sku" in part.values
    ]
    return list(dict.fromkeys([*own, *parts]))


def settle_variants(draft: Draft) -> None:
    """Make of a variant without options what it is, the product; give others' product a price."""
    variants = draft.parts.get(VARIANT, [])
    real = [part for part in variants if part.options]
    bare = [part for part in variants if not part.options]
    if not real and bare:
        first, *others = bare
        for name, one in first.values.items():
            if name not in _OF_PRODUCT:
                draft.values.setdefault(name, one)
            elif name == "image_url":
                draft.tell(
                    one.number, f"the picture {one.text!r:.60} is of a variant without options"
                )
        for part in others:
            raise AtRow(part.number, "it is a second variant without options")
    elif bare:
        raise AtRow(bare[0].number, "it is a variant without options")
    draft.parts[VARIANT] = real
    for name in ("price", "weight"):
        said = [part.values[name] for part in real if name in part.values]
        if said:
            draft.values.setdefault(name, said[0])
    _settle_stock(draft, real)


def _settle_stock(draft: Draft, variants: list[Part]) -> None:
    """Have stock counted where the file counts it."""
    if any("inventory_level" in part.values for part in variants):
        draft.values.setdefault("inventory_tracking", Cell("variant", None, draft.number))
        # The sum of the variants' is no level of its own.
        draft.values.pop("inventory_level", None)
    elif "inventory_level" in draft.values and not variants:
        draft.values.setdefault("inventory_tracking", Cell("product", None, draft.number))


def url_of(draft: Draft) -> dict[str, Any]:
    """Return the page's address as an argument of `Product`, if the file says it."""
    if "url" not in draft.values:
        return {}
    path = "/" + draft.values["url"].text.strip().strip("/") + "/"
    return {"custom_url": ProductUrl(url=path, is_customized=True)}


def labels_of(values: Iterable[Any]) -> frozenset[tuple[str, str]]:
    """Return the options of a variant of the store, to be compared."""
    return frozenset((one.option_display_name.casefold(), one.label.casefold()) for one in values)


def folded_options(options: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the options of a variant of the file, to be compared with the store's."""
    return frozenset((name.casefold(), label.casefold()) for name, label in options)
