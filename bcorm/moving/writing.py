"""Writing what has to change, in waves: each is one commit, as wide as the store takes.

A wave is built from the changes and from the numbers that the waves before it have got. Built with
numbers that stand in for those to come, it says how many requests there will be.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import ApiError, AuthenticationError, CommitError, InvalidValue
from bcorm.model.mapper import mapper_for
from bcorm.model.queryset import QuerySet
from bcorm.moving.comparing import CHOICES, Change
from bcorm.moving.kinds import WholeOption, choices, folded
from bcorm.moving.pictures import fetched_from
from bcorm.moving.rows import Named, Row
from bcorm.resources import Product, ProductChannelAssignment
from bcorm.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bcorm.model.report import CommitReport, Failure, RequestPlan
    from bcorm.model.resource import Resource
    from bcorm.moving.comparing import Notes
    from bcorm.moving.reading import Shelf
    from bcorm.session.journal import Journal

_CHANNELS = 2  # the wave of assignments to channels: products are there by then
_REMOVED = 100  # products that one request takes off a channel
_STANDING_IN = 900_000_000  # numbers that no store has come to yet


class Unready(Exception):
    """What a row needs was not saved."""


@attrs.define(eq=False)
class Wave:
    """What is written together.

    Attributes:
        session: the session that it is written with.
        objects: each change with its object, and the objects of the rows that go along.
        removals: products that are taken off a channel, by channel.
    """

    session: Session
    objects: list[tuple[Change, Any, list[tuple[Row, Any]]]] = attrs.field(factory=list)
    removals: dict[int, list[Any]] = attrs.field(factory=dict)

    @property
    def removing(self) -> list[tuple[int, list[Any]]]:
        """The requests that take products off channels."""
        return [
            (channel, keys[start : start + _REMOVED])
            for channel, keys in self.removals.items()
            for start in range(0, len(keys), _REMOVED)
        ]


class Writer:
    """Writes changes.

    Args:
        target: the store that they are for.
        changes: what has to change.
        notes: takes what turns out not to come along.

    Attributes:
        requests: how many were sent that write.
        refused: rows, by id(), with fields that cannot hold what they are to say.
    """

    def __init__(self, target: Shelf, changes: Sequence[Change], notes: Notes) -> None:
        self._target = target
        self._notes = notes
        self._waves: dict[int, list[Change]] = defaultdict(list)
        self._channels: list[Change] = []
        for change in changes:
            self._waves[change.wave].append(change)
            if change.kind.name == "products" and "channels" in change.fields:
                self._channels.append(change)
                self._waves[_CHANNELS] += []
        self._later: dict[int, list[tuple[Change, str]]] = defaultdict(list)
        # Numbers of rows that were created: of the source's rows, by id().
        self._made: dict[int, Any] = {}
        # Numbers of options and modifiers, and of their values by label.
        self._choices: dict[tuple[int, Any], tuple[Any, dict[Any, Any]]] = {}
        self._fresh: dict[int, Any] = {}
        self._numbers = count(_STANDING_IN)
        self._failed: dict[int, str] = {}
        self.requests = 0
        self.refused: set[tuple[int, str]] = set()

    @property
    def failures(self) -> list[str]:
        """What was not saved, and why: a line for each row."""
        return list(self._failed.values())

    def drops(self, change: Change) -> bool:
        """Whether it has turned out that nothing is to be sent for a change."""
        for name in [one for one in change.fields if (id(change.row), one) in self.refused]:
            del change.fields[name]
        if (id(change.row), "") in self.refused or id(change.row) in self._failed:
            return True
        return change.action == "update" and not change.fields

    # Planning, and doing it

    def plan(self) -> Iterator[tuple[RequestPlan, int]]:
        """Yield the requests of each wave, and how many more it sends."""
        for wave in self._build():
            yield wave.session.plan(), len(wave.removing)
            self._learn(wave, plan=True)

    def write(self, journal: Journal | None) -> None:
        """Write the waves; what one has not saved, the next ones do without."""
        for wave in self._build():
            wave.session.journal = journal
            report: CommitReport
            try:
                report = wave.session.commit()
            except CommitError as error:
                report = error.report
                self._tell([*report.failed, *report.unknown], wave)
                if any(isinstance(one.error, AuthenticationError) for one in report.failed):
                    raise
            for channel, keys in wave.removing:
                try:
                    ProductChannelAssignment.remove(keys, [channel], session=wave.session)
                except ApiError as error:
                    self._fail(keys, f"{len(keys)} products on channel {channel}: {error}")
            self.requests += len(report.sent) + len(wave.removing)
            self._learn(wave, plan=False)

    def _build(self) -> Iterator[Wave]:
        numbers = sorted(self._waves)
        while numbers:
            number = numbers.pop(0)
            wave = Wave(Session(self._target.session.client))
            self._fresh = {}
            for change in self._waves[number]:
                self._add(wave, change)
            for change, name in self._later.pop(number, ()):
                self._fill_in(wave, change, name)
            if number == _CHANNELS:
                self._assign(wave)
            yield wave
            numbers = sorted({*numbers, *self._later})

    def _add(self, wave: Wave, change: Change) -> None:
        try:
            if change.action == "create":
                item, along = self._create(wave, change)
            else:
                item, along = self._held(wave, change), []
                if change.action == "delete":
                    wave.session.delete(item)
                elif item is not None:
                    self._set(item, self._values(change), change.row)
                    self._link(item, change)
        except Unready as error:
            self._fail(change.row, f"{change.row.path}: {error}")
        except InvalidValue as error:
            self._refuse(change.row, error)
            self.refused.add((id(change.row), ""))
        else:
            if item is not None:
                wave.objects.append((change, item, along))

    # New rows

    def _create(self, wave: Wave, change: Change) -> tuple[Any, list[tuple[Row, Any]]]:
        row, kind = change.row, change.kind
        held = self._option_made(row) if kind.model is WholeOption else None
        if held is not None:
            item = self._partial(wave.session, kind.model, held, self._parents(row))
            self._set(item, self._values(change), row)
            return item, []
        item = self._object(row, self._values(change), self._parents(row))
        self._link(item, change)
        along = []
        for child in self._in_order(change.along):
            try:
                made = self._object(child, self._along(child), {})
            except InvalidValue as error:
                self._refuse(child, error)
                continue
            getattr(item, child.kind.array).add(made)
            along.append((child, made))
        wave.session.add(item)
        self._fresh[id(row)] = item
        return item, along

    def _object(self, row: Row, values: dict[str, Any], parents: dict[str, Any]) -> Any:
        """Make an object; what its fields cannot hold is told, and left out."""
        values = dict(values)
        while True:
            try:
                return row.kind.model(**values, **parents)
            except InvalidValue as error:
                fields = mapper_for(row.kind.model).fields
                if error.field not in values or fields[error.field].options.required:
                    raise
                self._refuse(row, error)
                del values[error.field]

    def _set(self, item: Any, values: dict[str, Any], row: Row) -> None:
        for name, value in values.items():
            try:
                setattr(item, name, value)
            except InvalidValue as error:
                self._refuse(row, error)

    def _refuse(self, row: Row, error: InvalidValue) -> None:
        """Take note of a value that a field cannot hold, as the API says."""
        self._notes.add(str(error), row)
        self.refused.add((id(row), error.field))

    def _along(self, row: Row) -> dict[str, Any]:
        """Return the values of a row that goes along with the one above it."""
        values = {name: self._wire(value) for name, value in row.values.items() if name != CHOICES}
        if row.kind.name == "images":
            values["image_url"] = fetched_from(row.raw)
        if row.kind.name == "variants":
            values[CHOICES] = self._chosen(row)
        return values

    @staticmethod
    def _in_order(rows: Iterable[Row]) -> list[Row]:
        """Sort variants so that the options that they make come in their order."""
        return sorted(rows, key=lambda row: row.kind.name == "variants")

    def _chosen(self, variant: Row) -> list[dict[str, Any]]:
        """Return what makes a variant, with the numbers of its options where they are known."""
        product = variant.above
        assert product is not None
        places = {
            folded(one.values["display_name"]): (one.values["sort_order"] or 0, place)
            for place, one in enumerate(product.below.get("options", ()))
        }
        found = []
        for one in sorted(
            variant.values[CHOICES],
            key=lambda one: places.get(folded(one["option_display_name"]), (0, 0)),
        ):
            name, label = one["option_display_name"], one["label"]
            said = {"option_display_name": name, "label": label}
            option, labels = self._choices_of(product, "options", name)
            if option is not None and labels.get(folded(label)) is not None:
                said |= {"option_id": option, "id": labels[folded(label)]}
            found.append(said)
        return found

    def _choices_of(self, product: Row, kind: str, name: str) -> tuple[Any, dict[Any, Any]]:
        """Return the number of an option of the target's product, and those of its values."""
        known = self._choices.get((id(product), (kind, folded(name))))
        if known is not None:
            return known
        for one in product.twin.below.get(kind, ()) if product.twin is not None else ():
            if folded(one.values["display_name"]) == folded(name):
                return one.key, _labels(one.values[CHOICES])
        return None, {}

    def _option_made(self, row: Row) -> dict[str, Any] | None:
        """Return an option that the variants of its product have made along with it."""
        assert row.above is not None
        number, labels = self._choices_of(row.above, "options", row.values["display_name"])
        if number is None or row.above.twin is not None:
            return None
        values = [
            {"id": labels[folded(one["label"])], "label": one["label"]}
            for one in row.values[CHOICES] or ()
            if folded(one["label"]) in labels
        ]
        return {"id": number, "display_name": row.values["display_name"], CHOICES: values}

    # Rows that are there

    def _held(self, wave: Wave, change: Change) -> Any:
        """Return the object of the target's row that a change is of."""
        row = change.row
        twin = row if change.action == "delete" else row.twin
        parents = self._parents(twin or row)
        if twin is None:  # the only variant of a new product
            assert row.above is not None
            number = self._made.get(id(row.above))
            base = self._made.get(id(row))
            if number is None or base is None:
                raise Unready(f"{row.above.shown} was not saved")
            return self._partial(wave.session, row.kind.model, {"id": base}, parents)
        return wave.session.materialize(row.kind.model, [dict(twin.raw)], parents, None)[0]

    @staticmethod
    def _partial(session: Session, model: type[Resource], raw: dict[str, Any], parents: Any) -> Any:
        return session.materialize(model, [raw], parents, None, partial=True)[0]

    def _parents(self, row: Row) -> dict[str, Any]:
        """Return the numbers of what a row lives below, by path parameter."""
        held = row.home is self._target
        found = {name: row.raw.get(name) for name in row.kind.keys} if held else {}
        above = row.above
        for name in reversed(row.kind.model.endpoint.placeholders):
            if name in row.kind.keys:
                continue
            if above is None:
                break
            found[name] = self._number(above)
            above = above.above
        return found

    def _number(self, row: Row) -> Any:
        """Return the number of a row in the target. Raises Unready if it has none."""
        if row.home is self._target:
            return row.key
        if row.twin is not None:
            return row.twin.key
        if id(row) not in self._made:
            raise Unready(f"{row.path} was not saved")
        return self._made[id(row)]

    # Values

    def _values(self, change: Change) -> dict[str, Any]:
        """Return the values of a change as its object takes them, but for its links."""
        linked = {*self._link_names(change)}
        values: dict[str, Any] = {}
        for name, (_, after) in change.fields.items():
            if name in linked or (name == "channels" and change.kind.name == "products"):
                continue
            if name == CHOICES and change.kind.name in ("options", "modifiers"):
                values[name] = self._whole(change, after)
                continue
            try:
                values[name] = self._wire(after)
            except Unready:
                if not isinstance(after, list):
                    raise
                self._later[change.wave + 1].append((change, name))
        if change.action == "create":
            values |= {**change.kind.always, **self._besides(change.row)}
            values = {name: value for name, value in values.items() if value is not None}
        return values

    def _link(self, item: Any, change: Change) -> None:
        """Let an object refer to others of the same wave."""
        relations = {
            getattr(one, "via", None): name for name, one in change.kind.model.relations.items()
        }
        for name in self._link_names(change):
            setattr(item, relations[name], self._fresh[id(change.fields[name][1])])

    def _besides(self, row: Row) -> dict[str, Any]:
        """Return what a new row of some kinds says besides its fields."""
        if row.kind.name == "category trees":
            held = row.raw.get("channels") or ()
            return {
                "channels": [row.home.channels[one] for one in held if one in row.home.channels]
            }
        if row.kind.name == "variants":
            return {CHOICES: self._chosen(row)}
        if row.kind.name == "complex rules":
            return {"conditions": list(self._conditions(row))}
        return {}

    def _link_names(self, change: Change) -> Iterator[str]:
        """Yield the fields that hold rows of the same wave."""
        for name, (_, after) in change.fields.items():
            if isinstance(after, Row) and id(after) in self._fresh:
                yield name

    def _wire(self, value: Any) -> Any:
        """Put the target's numbers into a value."""
        if isinstance(value, Row):
            return self._number(value)
        if isinstance(value, Named):
            return self._target.key_of(value)
        if isinstance(value, list):
            return [self._wire(item) for item in value]
        if isinstance(value, dict):
            return {name: self._wire(item) for name, item in value.items() if item is not None}
        return value

    def _whole(self, change: Change, after: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the values of an option: those that are there by their numbers, and others."""
        row = change.row
        assert row.above is not None
        _, labels = self._choices_of(row.above, row.kind.name, row.values["display_name"])
        found = []
        for one in after:
            number = labels.get(folded(one["label"]))
            said = self._wire(one)
            found.append(said if number is None else {"id": number, **said})
        return found

    def _conditions(self, row: Row) -> Iterator[dict[str, Any]]:
        """Yield what must be chosen for a complex rule, by the target's numbers."""
        product = row.above
        assert product is not None
        modifiers = {one.key: one for one in product.below.get("modifiers", ())}
        variants = {one.key: one for one in product.below.get("variants", ())}
        for one in row.values["conditions"] or ():
            modifier, variant = modifiers.get(one["modifier_id"]), variants.get(one["variant_id"])
            if modifier is not None:
                number, labels = self._choices_of(
                    product, "modifiers", modifier.values["display_name"]
                )
                said = _labels_by_number(modifier.values[CHOICES])
                label = said.get(one["modifier_value_id"])
                if number is None or (label is not None and label not in labels):
                    raise Unready(f"{modifier.path} was not saved")
                yield {"modifier_id": number} | (
                    {} if label is None else {"modifier_value_id": labels[label]}
                )
            elif variant is not None:
                yield {"variant_id": self._number(variant)}

    def _fill_in(self, wave: Wave, change: Change, name: str) -> None:
        """Set a list of a saved row whose members were not there yet."""
        try:
            number = self._number(change.row)
            value = self._wire(change.fields[name][1])
        except Unready as error:
            self._fail(change.row, f"{change.row.path}: {name}: {error}")
            return
        raw = {mapper_for(change.kind.model).field("id").wire: number}
        item = self._partial(wave.session, change.kind.model, raw, {})
        setattr(item, name, value)
        wave.objects.append((Change("update", change.row, {}, change.wave + 1), item, []))

    def _assign(self, wave: Wave) -> None:
        """Put products on their channels, and take them off others."""
        for change in self._channels:
            try:
                number = self._number(change.row)
            except Unready:
                continue  # that it was not saved is told already
            before, after = (set(part or ()) for part in change.fields["channels"])
            if change.action == "create":
                before = {1}  # where the store puts a new product by itself
            for channel in sorted(after - before):
                made = ProductChannelAssignment(product_id=number, channel_id=channel)
                wave.session.add(made)
            for channel in sorted(before - after):
                wave.removals.setdefault(channel, []).append(number)

    # What has come of it

    def _learn(self, wave: Wave, *, plan: bool) -> None:
        """Take note of the numbers that rows have got, or stand in for them."""
        unread = []
        for change, item, along in wave.objects:
            if change.action == "create" and (plan or item.pk is not None):
                self._made[id(change.row)] = next(self._numbers) if plan else item.pk
                if change.kind.name == "products" and not self._learn_below(
                    change.row, item, along, plan=plan
                ):
                    unread.append(change.row)
            if change.kind.name in ("options", "modifiers") and change.action != "delete":
                self._learn_choices(change, item, plan=plan)
        if unread:
            self._read_options(unread)

    def _learn_below(
        self, row: Row, item: Any, along: list[tuple[Row, Any]], *, plan: bool
    ) -> bool:
        """Take note of what was made with a product; whether its options are known as well."""
        for child, made in along:
            number = next(self._numbers) if plan else made.pk
            if number is not None:
                self._made[id(child)] = number
        for child in row.below.get("variants", ()):
            if not child.values.get(CHOICES):
                self._made[id(child)] = next(self._numbers) if plan else item.base_variant_id
        variants = [(child, made) for child, made in along if child.kind.name == "variants"]
        return not variants or self._learn_options(row, variants, plan=plan)

    def _learn_choices(self, change: Change, item: Any, *, plan: bool) -> None:
        row = change.row
        if plan:
            labels = {
                folded(one["label"]): next(self._numbers) for one in row.values[CHOICES] or ()
            }
            number = next(self._numbers)
        else:
            labels = {folded(one.label): one.id for one in item.option_values or () if one.id}
            number = item.pk
        if number is not None:
            self._choices[id(row.above), (row.kind.name, folded(row.values["display_name"]))] = (
                number, labels,
            )  # fmt: skip

    def _learn_options(self, product: Row, variants: list[tuple[Row, Any]], *, plan: bool) -> bool:
        """Take note of the options that a product's variants have made; whether all are told."""
        found: dict[Any, tuple[Any, dict[Any, Any]]] = {}
        for child, made in variants:
            values = child.values[CHOICES] if plan else made.option_values or ()
            for one in values:
                name = one["option_display_name"] if plan else one.option_display_name
                label = one["label"] if plan else one.label
                option = next(self._numbers) if plan else one.option_id
                number = next(self._numbers) if plan else one.id
                if option is None or number is None:
                    return False
                _, labels = found.setdefault(folded(name), (option, {}))
                labels.setdefault(folded(label), number)
        for name, told in found.items():
            self._choices[id(product), ("options", name)] = told
        return True

    def _read_options(self, products: list[Row]) -> None:
        """Read the numbers of options and variants, which answers to new products did not tell."""
        by_number = {self._made.get(id(row)): row for row in products}
        chosen = QuerySet(Product).using(self._target.session).filter(id__in=[*by_number])
        reader = chosen.include("options", "variants").scan()._selecting(())  # noqa: SLF001
        for raw in reader.rows():
            product = by_number[raw["id"]]
            for one in raw.get("options") or ():
                place = (id(product), ("options", folded(one["display_name"])))
                self._choices[place] = (one["id"], _labels(one.get(CHOICES)))
            made = {choices(one): one["id"] for one in raw.get("variants") or ()}
            for row in product.below.get("variants", ()):
                if choices(row.values) in made:
                    self._made[id(row)] = made[choices(row.values)]

    def _tell(self, failures: Iterable[Failure], wave: Wave) -> None:
        """Say of each object that was not saved which row it is of."""
        rows = {id(item): change.row for change, item, _ in wave.objects}
        along = {id(item): row for _, _, rode in wave.objects for row, item in rode}
        for one in failures:
            row = along.get(id(one.object))
            if row is not None and row.above is not None and id(row.above) in self._failed:
                self._fail(row, f"{row.path}: {row.above.shown} was not saved")
                continue
            row = row or rows.get(id(one.object))
            reasons = "".join(f"; {name}: {text}" for name, text in one.errors.items())
            told = repr(one.object) if row is None else row.path
            self._fail(row or one.object, f"{told}: {one.error}{reasons}")

    def _fail(self, row: Any, told: str) -> None:
        self._failed.setdefault(id(row), told)


def _labels(values: Any) -> dict[Any, Any]:
    return {folded(one["label"]): one["id"] for one in values or ()}


def _labels_by_number(values: Any) -> dict[Any, Any]:
    return {one["id"]: folded(one["label"]) for one in values or ()}
