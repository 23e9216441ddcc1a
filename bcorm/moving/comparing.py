"""What has to change in one store for it to be like another one, in its chosen rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

import attrs

from bcorm.model.mapper import mapper_for
from bcorm.moving.kinds import VALUES, choices, folded, kinds_under
from bcorm.moving.known_by import references
from bcorm.moving.pictures import LONGEST, distance, fetched_from
from bcorm.moving.rows import Lost, Named, Row, is_same, lost, spelled, tidy, without_lost

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

    from bcorm.model.fields import FieldOptions
    from bcorm.model.mapper import MappedField
    from bcorm.moving.kinds import Kind
    from bcorm.moving.reading import Shelf

Action = Literal["create", "update", "delete"]

CHOICES = "option_values"
"""The property of an option or a modifier that holds its values."""


@attrs.define(eq=False)
class Change:
    """One row that is to be created, changed or deleted.

    Attributes:
        action: what is done.
        row: the row that is copied; the one that goes, for a deletion.
        fields: what it says before and after, by field.
        wave: when it is written.
        along: rows below it that are created by the same request.
    """

    action: Action
    row: Row
    fields: dict[str, tuple[Any, Any]]
    wave: int
    along: list[Row] = attrs.field(factory=list)

    @property
    def kind(self) -> Kind:
        """What it is a row of."""
        return self.row.kind

    def __str__(self) -> str:
        told = {"create": "is new", "delete": "is deleted"}.get(self.action, "")
        told = told or ", ".join(
            f"{name}: {spelled(before)!r:.60} -> {spelled(after)!r:.60}"
            for name, (before, after) in self.fields.items()
        )
        return f"{self.row.path}: {told}"


@attrs.define
class Notes:
    """What does not come along, and why."""

    reasons: Counter[str] = attrs.field(factory=Counter)
    examples: dict[str, str] = attrs.field(factory=dict)

    def add(self, reason: str, row: Row | str) -> None:
        """Take note that something of a row does not come along."""
        self.reasons[reason] += 1
        self.examples.setdefault(reason, row if isinstance(row, str) else row.path)

    def __iter__(self) -> Iterator[str]:
        for reason, count in self.reasons.items():
            more = f" and {count - 1} more" if count > 1 else ""
            yield f"{self.examples[reason]}{more}: {reason}"


class _LeftOut(Exception):
    """What a row needs is not in the other store."""


class Comparison:
    """Finds out what has to change.

    Args:
        source: the store that is copied.
        target: the store that it is copied into.
        copied: the names of the kinds that are written.
        only: fields and kinds of what is below rows that are copied; all if there are none.
        prune: whether what the target has besides is deleted.

    Attributes:
        changes: what has to change.
        notes: what does not come along.
        extra: how many rows of each kind the target has besides, and keeps.
    """

    def __init__(
        self, source: Shelf, target: Shelf, copied: Collection[str], only: Collection[str],
        *, prune: bool,
    ) -> None:  # fmt: skip
        self._source, self._target = source, target
        self._copied, self._only, self._prune = copied, only, prune
        self.changes: list[Change] = []
        self.notes = Notes()
        self.extra: Counter[str] = Counter()
        self._new: set[int] = set()
        self._made: dict[int, Change] = {}
        self._urls: dict[str, dict[Hashable, Row]] = {}

    # Which rows are the same

    def match(self, kind: Kind) -> None:
        """Find the twins of the rows of a kind that lives below no other."""
        rows, others = self._source.rows[kind.name], self._target.rows[kind.name]
        if kind.name == "category trees":
            self._match_trees(rows, others)
            return
        if kind.name == "categories":
            self._rename_categories(rows)
        if kind.mapped:
            self._rename(kind, rows, others)
        theirs = _unique(others, None)
        doubtful = {row.names[0] for row in others if row.names} - {row.names[0] for row in theirs}
        for row in rows:
            if row.names and row.names[0] in doubtful:
                self.notes.add("the other store has several rows of that name", row)
                row.names = ()
        self._pair(_unique(rows, self.notes), [row for row in theirs if row.names])
        self._new.update(id(row) for row in rows if row.twin is None and row.names)
        if kind.name not in self._copied:
            self._new.difference_update(map(id, rows))

    def _match_trees(self, rows: list[Row], others: list[Row]) -> None:
        """A tree is that of its channel; one without is known by its name."""
        by_channel = {channel: row for row in others for channel in row.raw.get("channels") or ()}
        by_name = {row.names[0]: row for row in others}
        for row in rows:
            channels = row.raw.get("channels") or ()
            mapped = [
                self._source.channels[one] for one in channels if one in self._source.channels
            ]
            twin = next((by_channel[one] for one in mapped if one in by_channel), None)
            if twin is None and not mapped:
                twin = by_name.get(row.names[0])
            if twin is not None and twin.twin is None:
                row.twin, twin.twin = twin, row
            elif channels and not mapped:
                told = f"its channel {channels[0]} has no counterpart: name one, as in "
                self.notes.add(f"{told}--channel {channels[0]}=1", f"the category tree {row.shown}")
            elif "category trees" in self._copied:
                self._new.add(id(row))

    def _rename_categories(self, rows: list[Row]) -> None:
        """Put the target's trees into the natural keys of the source's categories."""
        trees = {row.key: row for row in self._source.rows["category trees"]}
        for row in rows:
            ((number, path),) = row.names
            tree = trees.get(number)
            if tree is None or (tree.twin is None and id(tree) not in self._new):
                row.names = ()
                self.notes.add("its category tree does not come along", row)
            else:
                row.names = ((tree.twin.key if tree.twin is not None else id(tree), path),)

    def _rename(self, kind: Kind, rows: Iterable[Row], others: Iterable[Row]) -> None:
        """Put what rows refer to into their natural keys."""
        for row in rows:
            said = {name: self._in_target(self._source.said(row, name)) for name in row.values}
            row.names = kind.names(said)
            for one in lost(row.names):
                self.notes.add(f"{one.reason}, so that it does not come along", row)
                row.names = ()
        for row in others:
            row.names = kind.names({name: self._target.said(row, name) for name in row.values})

    def _pair(self, rows: Sequence[Row], others: Sequence[Row]) -> None:
        """Make twins of rows that share a natural key: the surest of all rows first."""
        for place in range(max((len(row.names) for row in (*rows, *others)), default=0)):
            waiting: dict[Hashable, list[Row]] = {}
            for other in others:
                if other.twin is None and place < len(other.names):
                    waiting.setdefault(other.names[place], []).append(other)
            for row in rows:
                if row.twin is None and place < len(row.names) and row.names[place] is not None:
                    found = waiting.get(row.names[place])
                    if found:
                        row.twin = found.pop(0)
                        row.twin.twin = row

    def _pair_images(self, rows: Sequence[Row], others: Sequence[Row]) -> None:
        """Make twins of pictures by their files: those first whose names are nearest."""
        found = []
        for place, row in enumerate(rows):
            for number, other in enumerate(others):
                steps = distance(str(row.raw.get("url_zoom")), str(other.raw.get("url_zoom")))
                if steps is not None:
                    found.append((steps, abs(place - number), place, number))
        for _, _, place, number in sorted(found):
            row, other = rows[place], others[number]
            if row.twin is None and other.twin is None:
                row.twin, other.twin = other, row

    # What differs

    def compare(self, kind: Kind) -> None:
        """Find out what has to change in the rows of a kind, and in what lives below them."""
        rows, others = self._source.rows[kind.name], self._target.rows[kind.name]
        for row in rows:
            if not row.names and id(row) not in self._new and row.twin is None:
                continue  # told where it was matched
            self._compare(row)
            if row.twin is not None or id(row) in self._made:
                self._compare_below(row)
        extra = [row for row in others if row.twin is None]
        if kind.name == "categories":
            trees = {row.key for row in self._target.rows["category trees"] if row.twin}
            extra = [row for row in extra if row.values["tree_id"] in trees]
        if kind.deleted and not self._only:
            self._leave(kind, extra)

    def _leave(self, kind: Kind, extra: list[Row]) -> None:
        """Delete what the target has besides, or count it.

        It goes first: what is new may take its name or its address.
        """
        if self._prune:
            self.changes += [Change("delete", row, {}, -1) for row in extra]
        elif extra:
            self.extra[kind.name] += len(extra)

    def _compare(self, row: Row) -> Change | None:
        try:
            fields = dict(self._differences(row))
        except _LeftOut as error:
            self._new.discard(id(row))
            self.notes.add(f"{error}, so that it does not come along", row)
            return None
        if row.twin is None:
            if self._only and not row.kind.under:
                self.notes.add("the other store does not have it, and --only creates nothing", row)
                return None
            change = Change("create", row, fields, row.kind.wave)
        elif fields:
            change = Change("update", row, fields, row.kind.wave)
        else:
            return None
        self.changes.append(change)
        self._made[id(row)] = change
        return change

    def _differences(self, row: Row) -> Iterator[tuple[str, tuple[Any, Any]]]:
        """Yield fields with what they say in the target, and what they are to say."""
        for name in row.values:
            if not self._takes(row.kind, name) or self._is_apart(row, name):
                continue
            after, options = self._said(row, name), mapper_for(row.kind.model).fields[name].options
            if isinstance(after, Lost):
                needed = row.kind.whole or (options.required and row.twin is None)
                if after.reason and needed:
                    raise _LeftOut(f"{name}: {after.reason}")
            elif row.twin is not None:
                yield from self._changed(row, row.twin, name, after)
            else:
                yield from _new(name, after, options)
        yield from self._apart(row)

    def _changed(
        self, row: Row, twin: Row, name: str, after: Any
    ) -> Iterator[tuple[str, tuple[Any, Any]]]:
        """Yield a field if it says something else in the target."""
        kind, mapped = row.kind, mapper_for(row.kind.model).fields[name]
        if mapped.options.create_only or name in kind.keys:
            return
        before = self._target.said(twin, name)
        unordered = references(kind.model).get(name) is not None and isinstance(after, list)
        if not is_same(after, before, picture=name in kind.pictures, unordered=unordered):
            yield name, (before, _nothing(mapped, before) if after is None else after)

    def _takes(self, kind: Kind, name: str) -> bool:
        return not self._only or kind.name in self._only or name in self._only

    @staticmethod
    def _is_apart(row: Row, name: str) -> bool:
        """Whether a field is not compared as the others are."""
        if name in (CHOICES, "conditions"):
            return True
        if name == "inventory_level":  # says nothing where nobody counts, or another row counts
            product = row if row.kind.name == "products" else row.above
            counted = product.raw.get("inventory_tracking") if product is not None else None
            return counted != ("product" if product is row else "variant")
        base = row.kind.name == "variants" and not row.values.get(CHOICES)
        # The only variant of a product says what the product says, but for these.
        return base and name not in (
            "purchasing_disabled",
            "purchasing_disabled_message",
            "image_url",
        )

    def _apart(self, row: Row) -> Iterator[tuple[str, tuple[Any, Any]]]:
        kind, twin = row.kind, row.twin
        if kind.name in ("options", "modifiers"):
            after = self._choices(self._source, row)
            before = None if twin is None else self._choices(self._target, twin)
            known = {folded(one["label"]): one for one in before or ()}
            if any(tidy(one) != tidy(known.get(folded(one["label"]))) for one in after):
                yield CHOICES, (before, after)
        if kind.name == "products" and self._takes(kind, "channels"):
            wanted = self._channels(row)
            if wanted is not None:
                here = {1} if twin is None else {
                    one for one in twin.raw.get("channels") or () if one in self._reached
                }  # fmt: skip
                if here != wanted:
                    yield "channels", (sorted(here), sorted(wanted))

    @property
    def _reached(self) -> set[int]:
        return set(self._source.channels.values())

    def _channels(self, row: Row) -> set[int] | None:
        held = row.raw.get("channels")
        if held is None:
            return None
        for one in held:
            if one not in self._source.channels:
                told = f"channel {one} has no counterpart: name one, as in --channel {one}=1"
                self.notes.add(told, row)
        return {self._source.channels[one] for one in held if one in self._source.channels}

    def _choices(self, shelf: Shelf, row: Row) -> list[dict[str, Any]]:
        """Return the values of an option, without their numbers."""
        found = []
        for one in row.values[CHOICES] or ():
            said = {
                name: shelf.inside(value) for name, value in one.items() if name != "id"
            }  # fmt: skip
            if shelf is self._source:
                said = self._translated(said, row, CHOICES)
                if any(True for _ in lost(said)):
                    said = without_lost_properties(said)
            found.append(said)
        return found

    def _said(self, row: Row, name: str) -> Any:
        """Return what a field is to say in the target; `Lost` if it is left as it is."""
        if row.kind.whole:
            value = self._in_target(self._source.said(row, name))
            return next(lost(value), value)
        value = self._translated(self._source.said(row, name), row, name)
        if name in row.kind.pictures and isinstance(value, str) and len(value) > LONGEST:
            told = f"{name}: the store fetches pictures from addresses of {LONGEST} characters"
            self.notes.add(told, row)
            return Lost(told)
        if name in ("custom_url", "url") and isinstance(value, dict):
            return self._address(row, value)
        value = without_lost(value) if isinstance(value, list) else value
        return next(lost(value), value)

    def _translated(self, value: Any, row: Row, name: str) -> Any:
        """Put the target's rows in the places of the source's; tell what it has none of."""
        found = self._in_target(value)
        for one in lost(found):
            self.notes.add(f"{name}: {one.reason}", row)
        return found

    def _in_target(self, value: Any) -> Any:
        if isinstance(value, Row):
            if value.twin is not None:
                return value.twin
            if id(value) in self._new:
                return value
            what = value.kind.name.removesuffix("s").replace("categorie", "category")
            return Lost(f"the store has no {what} {value.shown!r}")
        if isinstance(value, Named):
            return self._target.find(value)
        if isinstance(value, list):
            return [self._in_target(item) for item in value]
        if isinstance(value, dict):
            return {name: self._in_target(item) for name, item in value.items()}
        return value

    def _address(self, row: Row, value: dict[str, Any]) -> Any:
        """Return a row's address on the storefront, unless it is another row's of the target."""
        kind, word = row.kind, "url" if "url" in value else "path"
        if kind.name not in self._urls:
            field = "url" if kind.name == "categories" else "custom_url"
            self._urls[kind.name] = {
                folded((other.values.get(field) or {}).get(word)): other
                for other in self._target.rows.get(kind.name, ())
            }
        holder = self._urls[kind.name].get(folded(value.get(word)))
        stays = holder is not None and not self._prune
        if holder is not None and holder is not row.twin and holder.twin is None and stays:
            self.notes.add(f"{value[word]} is the address of {holder.shown}", row)
            return Lost("")
        return value

    # What lives below

    def _compare_below(self, row: Row) -> None:
        for kind in kinds_under(row.kind.name):
            if kind.name not in row.below or not self.takes_below(kind):
                continue
            rows = row.below[kind.name]
            others = row.twin.below.get(kind.name, []) if row.twin is not None else []
            self._prepare(kind, row)
            if row.twin is not None:
                if kind.name == "images":
                    self._pair_images(rows, others)
                self._pair(rows, others)
            for one in rows:
                if one.names or kind.name == "images":
                    self._compare_child(one, row)
            extra = [one for one in others if one.twin is None and not _is_base(one)]
            self._leave(kind, extra)
            for one in rows:
                self._compare_below(one)

    def takes_below(self, kind: Kind) -> bool:
        """Say whether rows of a kind that lives below others are copied."""
        words = {kind.name, kind.name.replace(" ", "_"), kind.name.rpartition(" ")[2]}
        return not self._only or not words.isdisjoint(self._only)

    def _prepare(self, kind: Kind, row: Row) -> None:
        """Give rows the natural keys that only others tell."""
        if kind.mapped:
            there = row.twin.below.get(kind.name, ()) if row.twin is not None else ()
            self._rename(kind, row.below[kind.name], there)
        if kind.name != "complex rules":
            return
        for one in (row, row.twin):
            for rule in one.below.get(kind.name, ()) if one is not None else ():
                rule.shown = f"complex rule {rule.key}"
                said = list(conditions(rule))
                rule.names = () if any(True for _ in lost(said)) else (frozenset(said),)
                for missing in lost(said) if one is row else ():
                    self.notes.add(missing.reason, rule)

    def _compare_child(self, row: Row, above: Row) -> None:
        kind = row.kind
        if row.twin is not None:
            self._compare(row)
            if kind.name in VALUES:
                self._leave(VALUES[kind.name], list(_besides(row, row.twin)))
        elif _is_base(row):
            self._compare_base(row, above)
        elif kind.rides and above.twin is None and id(above) in self._made:
            self._ride(row, above)
        elif kind.name != "options" or not is_made_by_variants(row, above):
            unfit = self._unfit(row, above)
            change = None if unfit else self._compare(row)
            if unfit:
                self.notes.add(unfit, row)
            elif change is not None and kind.name == "images":
                change.fields["image_url"] = (None, fetched_from(row.raw))

    def _compare_base(self, row: Row, above: Row) -> None:
        """Compare the only variant of a new product, which the store makes by itself."""
        if above.twin is None:
            fields = {name: pair for name, pair in self._differences(row) if pair[1]}
            if fields:
                self.changes.append(Change("update", row, fields, row.kind.wave + 1))

    def _ride(self, row: Row, above: Row) -> None:
        """Let a row go along with the new one above it."""
        unfit = self._unfit(row, above)
        try:
            fields = dict(self._differences(row))
        except _LeftOut as error:
            unfit = f"{error}, so that it does not come along"
        if unfit:
            self.notes.add(unfit, row)
            return
        kept = {name: value for name, value in row.values.items() if name == CHOICES}
        row.values = {name: after for name, (_, after) in fields.items()} | kept
        self._made[id(above)].along.append(row)

    def _unfit(self, row: Row, product: Row) -> str | None:
        """Return why a product cannot get a picture or a variant, if it cannot."""
        if row.kind.name == "images" and not fetched_from(row.raw):
            return f"the addresses of the picture have more than {LONGEST} characters"
        if row.kind.name != "variants" or product.twin is None or self._prune:
            return None
        there = product.twin.below
        besides = [one.shown for one in there.get("options", ()) if one.twin is None]
        if besides:
            return f"the other store's product has the {besides[0]} besides (prune deletes it)"
        sku = folded(row.values.get("sku"))
        if sku is not None and any(
            folded(one.values.get("sku")) == sku and not _is_base(one)
            for one in there.get("variants", ())
        ):
            return "the other store has its SKU for other choices (prune makes it anew)"
        return None


def _new(name: str, after: Any, options: FieldOptions) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Yield a field of a new row, if it says something."""
    if after is None and options.required:
        after = options.none
        if after is None:
            raise _LeftOut(f"{name}: a new row needs it, and it is empty")
    if tidy(after) is not None or (after is not None and not isinstance(after, str)):
        yield name, (None, after)


def _nothing(field: MappedField, before: Any) -> Any:
    """Return what a field says that is to say nothing."""
    if field.nullable:
        return None
    return "" if isinstance(before, str) else field.options.none


def without_lost_properties(value: Any) -> Any:
    """Leave out of objects what the other store has nothing for."""
    if isinstance(value, dict):
        return {
            name: without_lost_properties(item)
            for name, item in value.items()
            if not any(True for _ in lost(item))
        }
    return value


def conditions(rule: Row) -> Iterator[Hashable]:
    """Yield what must be chosen for a complex rule to apply, by what people call it."""
    assert rule.above is not None
    below = rule.above.below
    modifiers = {row.key: row for row in below.get("modifiers", ())}
    variants = {row.key: row for row in below.get("variants", ())}
    for one in rule.values["conditions"] or ():
        modifier = modifiers.get(one.get("modifier_id"))
        if modifier is not None:
            labels = {value["id"]: value["label"] for value in modifier.values[CHOICES] or ()}
            label = folded(labels.get(one.get("modifier_value_id")))
            yield ("modifier", folded(modifier.values["display_name"]), label)
            continue
        variant = variants.get(one.get("variant_id"))
        if variant is None:
            yield Lost("it is of a choice that is gone, so that it does not come along")
        else:
            yield ("variant", choices(variant.values))


def is_made_by_variants(option: Row, product: Row) -> bool:
    """Say whether the variants of a new product make an option as it is to be."""
    wanted = option.values["display_name"]
    names, labels = [], []
    for variant in product.below.get("variants", ()):
        for one in variant.values.get(CHOICES) or ():
            if one["option_display_name"] not in names:
                names.append(one["option_display_name"])
            if one["option_display_name"] == wanted and one["label"] not in labels:
                labels.append(one["label"])
    found = [
        (one["label"], one["sort_order"]) for one in option.values[CHOICES] or ()
        if tidy(one.get("value_data")) is None and not one.get("is_default")
    ]  # fmt: skip
    return (
        product.twin is None
        and wanted in names
        and option.values["type"] == "radio_buttons"
        and tidy(option.values["config"]) is None
        and option.values["sort_order"] == names.index(wanted)
        and sorted(found) == sorted((label, place) for place, label in enumerate(labels))
        and len(found) == len(option.values[CHOICES] or ())
    )


def _besides(row: Row, twin: Row) -> Iterator[Row]:
    """Yield the values of the target's option that the source's has not."""
    labels = {folded(one["label"]) for one in row.values[CHOICES] or ()}
    for raw in twin.raw.get(CHOICES) or ():
        if folded(raw["label"]) not in labels:
            kind = VALUES[twin.kind.name]
            yield Row(twin.home, kind, raw, {}, twin, shown=f"value {raw['label']}")


def _is_base(row: Row) -> bool:
    """Whether a row is the only variant of a product without options."""
    return row.kind.name == "variants" and not row.values.get(CHOICES)


def _unique(rows: Iterable[Row], notes: Notes | None) -> list[Row]:
    """Leave out rows that share their surest natural key: nobody can say which one is meant."""
    held = [row for row in rows if any(name is not None for name in row.names)]
    counts = Counter(row.names[0] for row in held if row.names[0] is not None)
    found = []
    for row in held:
        if row.names[0] is None or counts[row.names[0]] == 1:
            found.append(row)
        elif notes is not None:
            notes.add("several rows have that name: nobody can say which one is meant", row)
            row.names = ()
    return found
