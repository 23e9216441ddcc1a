"""Maps: what the columns of somebody else's file are for, as data.

Each map of `bcorm/cli/maps` is one TOML file, with its source and a sample; a file of one's own
has the same shape (`docs/how-to/maps.md`). A map of products puts rows that belong together into
one `Draft`: a product with its variants, images and options, still as texts.
"""

from __future__ import annotations

import re
import sys
from functools import cached_property
from importlib import import_module, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli.naming import resource_named
from bcorm.cli.rows import plain_name
from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bcorm.cli.sources import Source
    from bcorm.model.resource import Resource

    Row = Mapping[str, Any]

PRODUCT, VARIANT, IMAGE, VIDEO, RULE = KINDS = ("product", "variant", "image", "video", "rule")

# Bytes of a map of one's own: one that takes a thousand columns has a tenth of it.
_LARGEST = 1 << 20
_NUMBERED = re.compile(r"\d+")
# `[RB]Size=S,[S]Color=Red`; a name may be repeated: `[RB]Size=9,Size=9.5`.
_V2_OPTION = re.compile(r"(?:\[(\w+)\])?([^=\[\],]+)=(.*?)(?=,(?:\[\w+\])?[^=,\[\]]+=|$)")
_V3_OPTION = re.compile(r"Type=(.*?)\|Name=(.*?)\|Value=(.*?)(?=[;,\n]?\s*Type=|$)", re.DOTALL)
_SWATCH = re.compile(r"(.+?)(?::([^:]+)|\[([^\]]+)\])")


@attrs.frozen
class Column:
    """What a column of a file is for.

    Attributes:
        name: its own.
        targets: the field that takes it, by what a row is: a product, a variant, an image.
        values: what its texts mean, where they are not values of the field; by what a row is.
        drop: texts that say nothing.
        split: what stands between several values in it.
        path: what stands between the words of a category's path in it.
        unit: of its weights or lengths; `said` if they name it themselves.
        named: the column that has the name of the option whose value is in this one.
        called: the name of the option whose value is in it.
        parse: how it writes several things: `options-v2`, `options-v3` or `pairs`.
        default: the text of rows that have none.
        untaken: why the API cannot take it.
        unless: texts of an untaken column that say nothing.
    """

    name: str
    targets: Mapping[str, str] = attrs.field(factory=dict)
    values: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)
    drop: frozenset[str] = frozenset()
    split: str | None = None
    path: str | None = None
    unit: str | None = None
    named: str | None = None
    called: str | None = None
    parse: str | None = None
    default: str | None = None
    untaken: str | None = None
    unless: frozenset[str] = frozenset({""})

    def numbered(self, number: str, name: str) -> Column:
        """Return what the column of another number is for: `Image 2` as `Image 1`."""
        named = self.named and _NUMBERED.sub(number, self.named)
        return attrs.evolve(self, name=name, named=named)

    def meant(self, kind: str, text: str) -> str:
        """Return what a text of it means for a row of some kind."""
        meaning = self.values.get(kind, {})
        return meaning.get(text.strip().casefold(), text)


@attrs.frozen(slots=False)
class Map:
    """What the columns of a kind of file are for, and which of its rows belong together.

    Attributes:
        title: what such a file is.
        source: where that is written.
        resource: what comes of it.
        by: the fields that identify a row.
        columns: by name.
        defaults: texts of fields that the file does not have.
        kinds: what a row is, by the text of the column `kind`.
        kind: the column that says what a row is.
        group: the column whose rows of one value are one product.
        fallback: the column that tells rows apart which have no group.
        parent: the column that names the product of a variant, by SKU or as `id:77`.
        key: the column that such a name refers to.
        repeats: columns in which rows below a product say again what it says.
        sample: a small file.
    """

    title: str
    source: str
    resource: type[Resource]
    by: tuple[str, ...]
    columns: Mapping[str, Column]
    defaults: Mapping[str, str]
    kinds: Mapping[str, str]
    kind: str | None = None
    group: str | None = None
    fallback: str | None = None
    parent: str | None = None
    key: str | None = None
    repeats: frozenset[str] = frozenset()
    sample: str = ""

    def field_of(self, column: str) -> str | None:
        """Return the field that a column is for, in a map whose rows are each of their own."""
        one = self._plain.get(plain_name(column))
        return None if one is None else one.targets.get(PRODUCT)

    def meaning(self, column: str, value: Any) -> Any:
        """Return what a value of a column means."""
        one = self._plain.get(plain_name(column))
        if one is None or not (value is None or isinstance(value, str)):
            return value
        text = "" if value is None or value.casefold() in one.drop else one.meant(PRODUCT, value)
        text = text or one.default or ""
        return (text.replace(one.split, ";") if one.split else text) or None

    @cached_property
    def _plain(self) -> dict[str, Column]:
        return {plain_name(name): column for name, column in self.columns.items()}


def names() -> list[str]:
    """Return the names of the maps that come with bcorm."""
    folder = resources.files("bcorm.cli") / "maps"
    return sorted(item.name[:-5] for item in folder.iterdir() if item.name.endswith(".toml"))


def read(name: str) -> Map:
    """Read a map, by its name or from a file.

    Raises:
        click.UsageError: there is none of that name.
        ConfigurationError: the file is no map; its place and its reason are told.
    """
    if name.endswith(".toml"):
        path = Path(name)
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1)
            if len(content) > _LARGEST:
                raise ConfigurationError(f"{name} is no map: it is larger than {_LARGEST} bytes")
            return _map(name, content.decode())
        except OSError as error:
            raise ConfigurationError(f"{name} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise ConfigurationError(f"{name} cannot be read: {error}") from error
    if name not in names():
        raise click.UsageError(
            f'there is no map {name!r}: {", ".join(names())}, a .toml file, or "SKU=sku"'
        )
    text = (resources.files("bcorm.cli") / "maps" / f"{name}.toml").read_text(encoding="utf-8")
    return _map(name, text)


def _map(name: str, text: str) -> Map:
    toml = import_module("tomllib" if sys.version_info >= (3, 11) else "tomli")
    try:
        said = toml.loads(text)
        return _made(said)
    except RecursionError:
        raise ConfigurationError(f"{name} is no map: it is nested too deeply") from None
    except (ValueError, click.UsageError) as error:
        raise ConfigurationError(f"{name} is no map: {error}") from error


_TEXT, _TEXTS, _MEANINGS, _TABLE = "a text", "a list of texts", "a table of texts", "a table"
_MAP_KEYS = {
    "title": _TEXT, "source": _TEXT, "resource": _TEXT, "sample": _TEXT, "key": _TEXTS,
    "rows": _TABLE, "columns": _TABLE, "defaults": _MEANINGS,
}  # fmt: skip
_ROW_KEYS = {
    **dict.fromkeys(("kind", "group", "fallback", "parent", "id"), _TEXT),
    **dict.fromkeys(("repeats", *KINDS), _TEXTS),
}
_COLUMN_KEYS = {
    **dict.fromkeys(("to", *KINDS), _TEXT),
    **dict.fromkeys(("split", "path", "unit", "named", "called", "parse"), _TEXT),
    **dict.fromkeys(("default", "untaken"), _TEXT),
    **dict.fromkeys(("values", "variant_values"), _MEANINGS),
    **dict.fromkeys(("drop", "unless"), _TEXTS),
}


def _made(said: dict[str, Any]) -> Map:
    _check(said, _MAP_KEYS, "a map")
    if not isinstance(said.get("columns"), dict) or not said["columns"]:
        raise ValueError("it has no [columns]")
    rows = said.get("rows", {})
    _check(rows, _ROW_KEYS, "[rows]")
    return Map(
        title=said.get("title", ""),
        source=said.get("source", ""),
        resource=resource_named(said.get("resource", "products")),
        by=_texts(said.get("key", ())),
        columns={column: _column(column, one) for column, one in said["columns"].items()},
        defaults={name: str(text) for name, text in said.get("defaults", {}).items()},
        kinds={text.casefold(): kind for kind in KINDS for text in _texts(rows.get(kind, ()))},
        kind=rows.get("kind"),
        group=rows.get("group"),
        fallback=rows.get("fallback"),
        parent=rows.get("parent"),
        key=rows.get("id"),
        repeats=frozenset(map(plain_name, _texts(rows.get("repeats", ())))),
        sample=said.get("sample", ""),
    )


def _check(said: Any, known: Mapping[str, str], what: str) -> None:
    if not isinstance(said, dict):
        raise ValueError(f"{what} is a table")  # noqa: TRY004 - one kind of error for a file
    unknown = sorted(set(said) - set(known))
    if unknown:
        raise ValueError(f"{what} has no {unknown[0]!r}: {', '.join(sorted(known))}")
    for key, value in said.items():
        if not _is(value, known[key]):
            raise ValueError(f"{key!r} of {what} is {known[key]}, not {value!r:.60}")


def _is(value: Any, kind: str) -> bool:
    if kind == _TABLE:
        return isinstance(value, dict)
    if kind == _MEANINGS:
        return isinstance(value, dict) and all(
            isinstance(text, (str, int, float)) for text in value.values()
        )
    if kind == _TEXTS and isinstance(value, list):
        return all(isinstance(text, str) for text in value)
    return isinstance(value, str)


def _texts(said: str | Sequence[str]) -> tuple[str, ...]:
    """One text stands for a list of it."""
    return (said,) if isinstance(said, str) else tuple(said)


def _column(name: str, said: Any) -> Column:
    said = {"to": said} if isinstance(said, str) else said
    _check(said, _COLUMN_KEYS, f"column {name!r}")
    to = said.get("to", "")
    targets = {kind: said[kind] for kind in KINDS if kind in said}
    if to:
        # `variant.price` stands in rows that are a product, a variant and an image at a time.
        kind, dot, field = to.partition(".")
        targets |= {kind: field} if dot and kind in KINDS else {PRODUCT: to}
    if not targets and "untaken" not in said:
        raise ValueError(
            f"column {name!r} is for nothing: name its field, or say why it is untaken"
        )
    values = {
        PRODUCT: _folded(said.get("values", {})),
        VARIANT: _folded(said.get("variant_values", said.get("values", {}))),
    }
    parse = said.get("parse")
    if parse is not None and parse not in PARSERS:
        raise ValueError(f"column {name!r}: parse is one of {', '.join(PARSERS)}")
    return Column(
        name=name,
        targets=targets,
        values=values,
        drop=frozenset(text.casefold() for text in _texts(said.get("drop", ()))),
        split=said.get("split"),
        path=said.get("path"),
        unit=said.get("unit"),
        named=said.get("named"),
        called=said.get("called"),
        parse=parse,
        default=said.get("default"),
        untaken=said.get("untaken"),
        unless=frozenset(text.casefold() for text in _texts(said.get("unless", ()))) | {""},
    )


def _folded(values: Mapping[str, str]) -> dict[str, str]:
    return {str(text).casefold(): str(meaning) for text, meaning in values.items()}


# What rows that belong together come to


@attrs.frozen
class Cell:
    """A text of a file, and the column that it stands in."""

    text: str
    column: Column | None
    number: int


@attrs.define
class Part:
    """A variant, an image, a video or a rule of a product: texts by field."""

    number: int
    values: dict[str, Cell] = attrs.field(factory=dict)
    options: list[tuple[str, str]] = attrs.field(factory=list)


@attrs.define
class Draft:
    """A product of a file, as texts.

    Attributes:
        number: its first row.
        rows: all its rows.
        values: texts by field.
        names: of its options, as its first row has them.
        parts: its variants, images, videos and rules.
        attributes: names and texts of what may be options, if it has variants.
        told: what the API cannot take of it, by row.
    """

    number: int
    rows: list[int] = attrs.field(factory=list)
    values: dict[str, Cell] = attrs.field(factory=dict)
    names: dict[str, str] = attrs.field(factory=dict)
    attributes: list[tuple[str, str]] = attrs.field(factory=list)
    parts: dict[str, list[Part]] = attrs.field(factory=dict)
    told: list[tuple[int, str]] = attrs.field(factory=list)

    def tell(self, number: int, text: str) -> None:
        """Note what cannot be taken of a row."""
        self.told.append((number, text))


class Drafts:
    """Reads a file by a map.

    Args:
        source: the file.
        mapped: the map.
        told: is called with how many rows more were read.

    Attributes:
        unread: columns that are for nothing, of which a row has something.
        stray: what is wrong with rows that belong to no product, by number.
        count: how many rows were read.
    """

    def __init__(self, source: Source, mapped: Map, told: Callable[[int], object]) -> None:
        self._source, self._map, self._told = source, mapped, told
        self.unread: set[str] = set()
        self.stray: dict[int, str] = {}
        self.count = 0
        self._columns: dict[str, Column | None] = {}
        self._places: dict[str, str | None] = {}

    def read(self) -> list[Draft]:  # noqa: C901 - a case for each layout of rows
        """Return the products of the file, in its order."""
        drafts: dict[Any, Draft] = {}
        called: dict[str, Draft] = {}
        waiting: list[tuple[int, Row, str]] = []
        last: Draft | None = None
        for number, row in self._source.rows():
            self.count += 1
            self._told(1)
            if not self._columns:
                self._look_at(row)
            kind = self._kind(row)
            if kind is None:
                self.stray[number] = (
                    f"{self._map.kind}: {self._text(row, self._map.kind)!r} is unknown"
                )
            elif self._map.kind is None:
                key = self._group(row, number)
                last = drafts.setdefault(key, Draft(number))
                self._take_all(last, number, row)
            elif kind == PRODUCT:
                last = drafts[number] = Draft(number)
                for name in self._names(row):
                    called.setdefault(name.casefold(), last)
                self._take(last, number, row, PRODUCT)
                self._take_numbered(last, number, row)
            elif self._map.parent:
                waiting.append((number, row, kind))
            elif last is None:
                self.stray[number] = "no product stands above it"
            else:
                self._take(last, number, row, kind)
        for number, below, kind in waiting:
            row = dict(below)
            named = self._text(row, self._map.parent).removeprefix("id:").casefold()
            draft = called.get(named)
            if draft is None:
                self.stray[number] = f"no product is called {named!r}, as its {self._map.parent}"
            else:
                self._take(draft, number, row, kind)
        return list(drafts.values())

    def _look_at(self, row: Row) -> None:
        """Find out what each column of the file is for."""
        known = {plain_name(name): column for name, column in self._map.columns.items()}
        used = {
            plain_name(name)
            for name in (
                self._map.kind, self._map.group, self._map.fallback, self._map.parent, self._map.key
            )
            if name
        }  # fmt: skip
        for name in row:
            column = known.get(plain_name(name))
            number = _NUMBERED.search(name)
            if column is None and number is not None:
                first = known.get(plain_name(_NUMBERED.sub("1", name)))
                column = first and first.numbered(number[0], name)
            self._columns[name] = column
        named = {plain_name(one.named) for one in self._columns.values() if one and one.named}
        self._places = {plain_name(name): name for name in row}
        for name, column in self._columns.items():
            if column is None and plain_name(name) not in used | named:
                self.unread.add(name)
        if not any(self._columns.values()):
            raise click.ClickException(
                f"{self._source.name} has no column of {self._map.title}: {', '.join(row)}"
            )

    def _text(self, row: Row, name: str | None) -> str:
        place = self._places.get(plain_name(name or ""))
        value = row.get(place) if place is not None else None
        return "" if value is None else str(value).strip()

    def _kind(self, row: Row) -> str | None:
        if self._map.kind is None:
            return PRODUCT
        return self._map.kinds.get(self._text(row, self._map.kind).casefold())

    def _group(self, row: Row, number: int) -> Any:
        if self._map.group is None:
            return number
        return (
            self._text(row, self._map.group)
            or self._text(row, self._map.fallback)
            or f"row {number}"
        )

    def _names(self, row: Row) -> list[str]:
        """Return by what the rows of variants name a product: its SKU, or its key."""
        skus = [
            name for name, one in self._columns.items() if one and one.targets.get(PRODUCT) == "sku"
        ]
        texts = [self._text(row, name) for name in (*skus, self._map.key)]
        return [text for text in texts if text]

    def _take(self, draft: Draft, number: int, row: Row, kind: str) -> None:
        """Put a row of one kind into its product."""
        draft.rows.append(number)
        part = None if kind == PRODUCT else Part(number)
        for name, column in self._columns.items():
            text = self._text(row, name)
            if column is None:
                continue
            self._put(draft, part, kind, column, text, number, row)
        if part is not None:
            draft.parts.setdefault(kind, []).append(part)

    def _take_all(self, draft: Draft, number: int, row: Row) -> None:
        """Put a row into its product that is a product, a variant and an image at a time."""
        draft.rows.append(number)
        parts = {kind: Part(number) for kind in KINDS if kind != PRODUCT}
        for name, column in self._columns.items():
            if column is None:
                continue
            text = self._text(row, name)
            if not column.targets:
                self._put(draft, None, PRODUCT, column, text, number, row)
            for kind in column.targets:
                self._put(draft, parts.get(kind), kind, column, text, number, row)
        for kind, part in parts.items():
            if (
                part.options
                or _says_something(kind, part)
                or (part.values and kind == VARIANT and not draft.parts.get(kind))
            ):
                draft.parts.setdefault(kind, []).append(part)

    def _take_numbered(self, draft: Draft, number: int, row: Row) -> None:
        """Take the images that stand in numbered columns of a product's own row."""
        parts: dict[str, Part] = {}
        for name, column in self._columns.items():
            if column is None or IMAGE not in column.targets:
                continue
            digits = _NUMBERED.search(name)
            if digits is None:
                continue
            part = parts.setdefault(digits[0], Part(number))
            self._put(draft, part, IMAGE, column, self._text(row, name), number, row)
        found = [part for part in parts.values() if "image_url" in part.values]
        if found:
            draft.parts.setdefault(IMAGE, []).extend(found)

    def _put(  # noqa: C901, PLR0917 - all that a cell is about
        self, draft: Draft, part: Part | None, kind: str, column: Column, text: str, number: int,
        row: Row,
    ) -> None:  # fmt: skip
        if column.untaken is not None:
            if text.casefold() not in column.unless:
                draft.tell(number, f"{column.name} {text!r:.60}: {column.untaken}")
            return
        target = column.targets.get(kind)
        text = "" if text.casefold() in column.drop else text or (column.default or "")
        if target is None or not text:
            if text and target is None and self._is_lost(kind, column):
                draft.tell(number, f"{column.name} {text!r:.60}: a {kind} has no such value")
            return
        if target == "attribute":
            name = self._text(row, column.named) or column.name
            draft.attributes.append((name, text))
        elif target == "option":
            self._option(draft, part, column, text, number, row)
        elif target == "options":
            self._options(draft, part, column, text, number)
        elif target:
            cell = Cell(column.meant(kind, text), column, number)
            values = draft.values if part is None else part.values
            held = values.get(target)
            if held is None:
                values[target] = cell
            elif held.text != cell.text:
                values[target] = _both(draft, target, held, cell)

    def _is_lost(self, kind: str, column: Column) -> bool:
        """Say whether a row has nothing that could take what a column says."""
        return kind != PRODUCT and plain_name(column.name) not in self._map.repeats

    def _option(  # noqa: PLR0917
        self, draft: Draft, part: Part | None, column: Column, text: str, number: int, row: Row
    ) -> None:
        name = column.called or self._text(row, column.named)
        if column.named and name:
            draft.names[column.named] = name
        name = name or draft.names.get(column.named or "", "")
        if not name:
            draft.tell(number, f"{column.name} {text!r:.60}: its option has no name")
        elif part is not None:
            part.options.append((name, text))

    @staticmethod
    def _options(draft: Draft, part: Part | None, column: Column, text: str, number: int) -> None:
        found = list(PARSERS[column.parse or "options-v3"](text))
        if not found:
            draft.tell(number, f"{column.name} {text!r:.60}: it names no option and its value")
        for name, label, picture in found:
            if picture:
                draft.tell(number, f"{name} {label!r}: the swatch {picture!r} is set on the option")
            if part is not None:
                part.options.append((name, label))


def _says_something(kind: str, part: Part) -> bool:
    needed = {VARIANT: "sku", IMAGE: "image_url", VIDEO: "video_id", RULE: "price"}
    return needed[kind] in part.values


def _both(draft: Draft, target: str, held: Cell, cell: Cell) -> Cell:
    """Return what two texts for one field come to: of two answers the No counts."""
    answers = {held.text.casefold(), cell.text.casefold()}
    if answers <= {"true", "false", "yes", "no", "y", "n", "1", "0"}:
        return next(one for one in (held, cell) if one.text.casefold() in ("false", "no", "n", "0"))
    if held.number != cell.number:
        draft.tell(
            cell.number, f"{target} {cell.text!r:.60}: row {held.number} says {held.text!r:.60}"
        )
    else:
        draft.tell(
            cell.number, f"{target} {cell.text!r:.60}: another column says {held.text!r:.60}"
        )
    return held


def _options_v2(text: str) -> Iterator[tuple[str, str, str]]:
    for found in _V2_OPTION.finditer(text):
        kind, name, label = found[1] or "", found[2].strip(), found[3].strip()
        swatch = _SWATCH.fullmatch(label) if kind.casefold() in ("cs", "s", "pl") else None
        if swatch and swatch[2]:
            yield name, swatch[1].strip(), swatch[2].strip()
        else:
            yield name, label, ""


def _options_v3(text: str) -> Iterator[tuple[str, str, str]]:
    for found in _V3_OPTION.finditer(text):
        kind, name, label = (part.strip() for part in found.groups())
        swatch = _SWATCH.fullmatch(label) if kind.casefold() == "swatch" else None
        if swatch:
            yield name, swatch[1].strip(), (swatch[2] or swatch[3]).strip()
        else:
            yield name, label, ""


def pairs(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield names and values of `Wood=Hickory;Tip=Nylon`."""
    for part in text.split(";"):
        name, equals, value = part.partition("=")
        if equals and name.strip():
            yield name.strip(), value.strip(), ""


PARSERS: dict[str, Callable[[str], Iterator[tuple[str, str, str]]]] = {
    "options-v2": _options_v2,
    "options-v3": _options_v3,
    "pairs": pairs,
}
"""How a column writes several things at a time: names, values, and pictures of them."""
