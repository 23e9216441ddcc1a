"""What one endpoint of the API can do, as data.

A `Resource` declares them as its `endpoint`, `compile` reads them to decide what goes to the
server, the session reads them to decide how rows are written. What a fact cannot be is refused
where it is written; what only the class can tell (whether a field exists) is in
`model.declaration`. Paths are templates, such as `v3/catalog/products/{product_id}/images`, which
`fill` fills.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args

import attrs

from bcorm import lookups
from bcorm.exceptions import DeclarationError
from bcorm.http.message import join_path
from bcorm.synonyms import nearest, spelled

if TYPE_CHECKING:
    from typing import TypedDict

    from typing_extensions import Self, Unpack

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TEMPLATE = re.compile(r"(?:[^{}]|\{\w+\})+")


def names_in(template: str) -> list[str]:
    """Return the names in a template's braces, in their order."""
    return _PLACEHOLDER.findall(template)


def fill(template: str, values: Mapping[str, Any], *, partly: bool = False) -> str:
    """Put encoded values in the place of a template's braces.

    Args:
        template: a path with names in braces.
        values: by name.
        partly: leave the braces of unknown values in place.

    Raises:
        InvalidValue: a value is missing, or cannot be a path segment.
    """
    if "{" not in template:
        return template

    def put(match: re.Match[str]) -> str:
        value = values.get(match[1])
        if value is None and partly:
            return match[0]
        return join_path("", "" if value is None else value)[1:]

    return _PLACEHOLDER.sub(put, template)


Verb = Literal["list", "get", "create", "update", "delete"]
Paging = Literal["offset", "cursor", "both", "none"]
SortStyle = Literal["direction", "suffix", "plain"]
FilterStyle = Literal["suffix", "prefix"]
Writing = Literal["PUT", "POST", "PATCH"]
RuleKind = Literal["resend", "whole", "refuse", "only_with"]

ALL_VERBS: tuple[Verb, ...] = get_args(Verb)


def what_is_right(word: Any, right: Iterable[str]) -> str:
    """Say which of the right words is near, or what they are."""
    words = sorted(right)
    near = nearest(word, words)
    return f"did you mean {near!r}?" if near else f"expected one of {', '.join(words)}"


def _one_of(choices: Any) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """Return the validator of a fact that is one of a few words."""
    words = get_args(choices)

    def check(_owner: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is not None and value not in words:
            raise DeclarationError(f"{attribute.name}={value!r}: {what_is_right(value, words)}")

    return check


def _at_least_one(_owner: Any, attribute: attrs.Attribute[int], value: Any) -> None:
    if type(value) is not int or value < 1:
        raise DeclarationError(f"{attribute.name}={value!r}: expected a whole number of rows")


def _a(kind: Any, expected: str, each: type | None = None) -> Callable[[Any, Any, Any], None]:
    """Return the validator of a fact of some kind, or a tuple of those.

    None is right where it is what is meant if nothing is said.
    """

    def check(_owner: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if value is None and attribute.default is None:
            return
        if not isinstance(value, kind) or (
            each and not all(isinstance(one, each) for one in value)
        ):
            raise DeclarationError(f"{attribute.name}={value!r:.80}: expected {expected}")

    return check


_FLAG = _a(bool, "True or False")
_TEXT = _a(str, "a text")
_NAMES = _a(tuple, "a tuple of names", str)


def _template(_owner: Any, attribute: attrs.Attribute[Any], path: Any) -> None:
    """Validate a path, whose braces have names in them."""
    if path is not None and not (isinstance(path, str) and _TEMPLATE.fullmatch(path)):
        raise DeclarationError(
            f"{attribute.name}={path!r:.80}: expected a path, with names in braces if in any"
        )


def _name_set(text: str | frozenset[str]) -> frozenset[str]:
    return frozenset(text.split()) if isinstance(text, str) else frozenset(text)


def _verbs(names: Iterable[Verb]) -> frozenset[str]:
    found = frozenset(names.split() if isinstance(names, str) else names)
    for name in sorted(found - {*ALL_VERBS}):
        raise DeclarationError(f"verbs: {name!r} is no verb; {what_is_right(name, ALL_VERBS)}")
    return found


@spelled
@attrs.frozen
class Filter:
    """A filter that the endpoint itself applies.

    A flag that is filtered has a value in each row, so that it can also be excluded by.

    Attributes:
        lookups: names of the lookups that the server understands.
        type: the operand's type, for a filter that is no field of the resource.
        wire: the parameter's name, where it is not the field's.
        flag: whether booleans are written 1 and 0 instead of true and false.
        lower: whether texts are written in lower case, whatever the field holds.
        each: whether a list of several values means rows that have all of them, so that rows
            with any of them are asked for value by value.
    """

    lookups: frozenset[str] = attrs.field(converter=_name_set)
    type: Any = None
    wire: str | None = attrs.field(default=None, validator=_TEXT)
    flag: bool = attrs.field(default=False, validator=_FLAG)
    lower: bool = attrs.field(default=False, validator=_FLAG)
    each: bool = attrs.field(default=False, validator=_FLAG)

    @lookups.validator
    def _known(self, _attribute: Any, names: frozenset[str]) -> None:
        for name in sorted(names - set(lookups.LOOKUPS)):
            raise DeclarationError(f"{name!r} is no lookup; {what_is_right(name, lookups.LOOKUPS)}")


@spelled
@attrs.frozen
class Batch:
    """A request that carries many rows.

    Attributes:
        size: how many rows the endpoint takes at most.
        path: where it goes, when that is not the collection itself.
        param: for deletes, the query parameter that lists the keys.
        method: PUT or POST where the endpoint differs from its verb's usual one.
        carry: path parameters that must be repeated in each row (a store-wide variant batch
            names nothing but the variant's own id).
        body: for deletes, True when the keys travel as a JSON array in the body.
        single: whether even one row goes this way (there is no item endpoint).
        mark: for deletes, what each row holds beside its key: the request is then a list of rows,
            as for a row that is removed by setting its quantity to 0.
        without: fields that this request does not take: rows that change them go by themselves.
        wrap: the name in the body under which the rows travel, when they are not the body.
        names: the names by which a row of an update tells its key, when not by the field's own.
        adds: for creates by PUT, whether they make new rows each time they are sent, instead of
            changing those that are there: such a request is not repeated.
    """

    size: int = attrs.field(validator=_at_least_one)
    path: str | None = attrs.field(default=None, validator=_template)
    param: str = attrs.field(default="id:in", validator=_TEXT)
    method: Literal["PUT", "POST", "PATCH", "DELETE"] | None = attrs.field(
        default=None, validator=_one_of(Literal["PUT", "POST", "PATCH", "DELETE"])
    )
    carry: tuple[str, ...] = attrs.field(default=(), validator=_NAMES)
    body: bool = attrs.field(default=False, validator=_FLAG)
    single: bool = attrs.field(default=False, validator=_FLAG)
    mark: Mapping[str, Any] | None = None
    without: tuple[str, ...] = attrs.field(default=(), validator=_NAMES)
    wrap: str | None = attrs.field(default=None, validator=_TEXT)
    names: tuple[str, ...] = attrs.field(default=(), validator=_NAMES)
    adds: bool = attrs.field(default=False, validator=_FLAG)

    def wrapped(self, rows: list[dict[str, Any]]) -> Any:
        """Return the body that carries `rows`."""
        return rows if self.wrap is None else {self.wrap: rows}


@spelled
@attrs.frozen
class PutRule:
    """Something that a PUT to this endpoint does beyond what its body says.

    Attributes:
        kind: `resend`: the fields ride along with every PUT; `whole`: the field is replaced as
            a whole, so it must be known before it is sent; `refuse`: changing the fields is
            refused unless the session acknowledges `acknowledge`; `only_with`: the fields can
            only be changed together with `companions`.
        fields: names of the fields concerned.
        source: where the rule is written, for the error's text and for the docs.
        reason: what would happen without it.
        companions: for `only_with`.
        acknowledge: the word with which a session accepts the effect of a refused change.
        when: the field without whose value the rule has nothing to protect.
    """

    kind: RuleKind = attrs.field(validator=_one_of(RuleKind))
    fields: tuple[str, ...]
    source: str
    reason: str
    companions: tuple[str, ...] = ()
    acknowledge: str | None = None
    when: str | None = None

    def __attrs_post_init__(self) -> None:
        wanting = {"refuse": "acknowledge", "only_with": "companions"}.get(self.kind)
        if wanting is not None and not getattr(self, wanting):
            raise DeclarationError(f"a rule that says {self.kind!r} needs {wanting}=")


Shows = Literal["row", "rows", "parent", "receipt", "nothing", "either way"]


@spelled
@attrs.frozen
class Answered:
    """What an endpoint answers to a write that it carried out.

    Attributes:
        verbs: the requests: `create`, `update`, `delete`, `create_batch` and so on.
        shows: `row`, the object's row; `rows`, a list of such; `parent`, the row under which the
            objects live; `receipt`, an object that shows no row (a transaction, counts);
            `nothing`, an empty body or an envelope with nothing in it; `either way`, the same for
            success and failure.
        source: where that is written.
    """

    verbs: frozenset[str] = attrs.field(converter=_name_set)
    shows: Shows = attrs.field(validator=_one_of(Shows))
    source: str

    @verbs.validator
    def _known(self, _attribute: Any, verbs: frozenset[str]) -> None:
        for verb in sorted(verbs - _USUAL.keys()):
            raise DeclarationError(f"answers: {verb!r} is no write; {what_is_right(verb, _USUAL)}")


@spelled
def answered(shows: Shows, verbs: str, *, source: str) -> Answered:
    """Say that requests of these verbs are answered by something else than the rows they save."""
    return Answered(verbs, shows, source)


_USUAL: Mapping[str, Shows] = {
    "create": "row",
    "update": "row",
    "delete": "nothing",
    "create_batch": "rows",
    "update_batch": "rows",
    "delete_batch": "nothing",
}


@spelled
def resend(*fields: str, source: str, reason: str) -> PutRule:
    """Let `fields` ride along with every PUT, because the API wants or clears them."""
    return PutRule("resend", fields, source, reason)


@spelled
def whole(*fields: str, source: str, reason: str) -> PutRule:
    """Mark list fields whose missing entries the API deletes: they are loaded before a change."""
    return PutRule("whole", fields, source, reason)


@spelled
def refuse(
    *fields: str, acknowledge: str, source: str, reason: str, when: str | None = None
) -> PutRule:
    """Refuse changes of `fields` until the session acknowledges what the API destroys.

    With `when`, only for rows in which that field has a value.
    """
    return PutRule("refuse", fields, source, reason, acknowledge=acknowledge, when=when)


@spelled
def only_with(*fields: str, companions: tuple[str, ...], source: str, reason: str) -> PutRule:
    """Send `companions` whenever one of `fields` is sent."""
    return PutRule("only_with", fields, source, reason, companions=companions)


def _filters(rows: Mapping[str, str | Filter]) -> Mapping[str, Filter]:
    found = {}
    for name, row in rows.items():
        try:
            found[name] = row if isinstance(row, Filter) else Filter(row)
        except DeclarationError as error:
            raise DeclarationError(f"filters[{name!r}]: {error}") from None
    return found


def _names(names: str | Mapping[str, str]) -> Mapping[str, str]:
    return {name: name for name in names.split()} if isinstance(names, str) else names


def _words(text: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text.split()) if isinstance(text, str) else tuple(text)


def _batch(batch: int | Batch | None) -> Batch | None:
    return Batch(batch) if isinstance(batch, int) else batch


if TYPE_CHECKING:

    class Facts(TypedDict, total=False):
        """The arguments of `Endpoint`, for type checkers: what class keywords may say."""

        path: str
        key: str | None
        scope: str | Mapping[str, str]
        verbs: Iterable[Verb]
        item_path: str | None
        create_batch: int | Batch | None
        update_batch: int | Batch | None
        delete_batch: int | Batch | None
        paging: Paging
        page_size: int
        page_caps: Mapping[str, int]
        keyset: bool | str
        filters: Mapping[str, str | Filter]
        filter_style: FilterStyle | None
        sort: str | tuple[str, ...]
        sort_hidden: str | tuple[str, ...]
        sort_style: SortStyle
        includes: str | tuple[str, ...]
        selects: bool
        count_path: str | None
        count_filters: bool
        natural_key: str | tuple[str, ...]
        needs: str | tuple[str, ...]
        put_rules: tuple[PutRule, ...]
        params: Mapping[str, str]
        version_field: str | None
        update_method: Writing
        create_method: Writing
        empty_delete: bool
        everywhere: Endpoint | None
        answers: tuple[Answered, ...]
        once: str | None
        exclusive: str | None
        after: str | None
        totals: bool
        may_be_empty: bool


_BATCH = _a(Batch, "a number of rows, or Batch(...)")
_MAPPING = _a(Mapping, "a mapping")


@spelled
@attrs.frozen(kw_only=True)
class Endpoint:
    """The facts about one collection (or singleton) of the API.

    Attributes:
        path: the collection, from the version on, for example
            `v3/catalog/products/{product_id}/images`; braces name path parameters.
        key: the field that identifies a row; None for a singleton, and for rows that several
            values identify: these are path parameters or `scope`, and `everywhere` has the list.
        scope: what says whose rows are meant by a query parameter instead of a part of the path,
            in reads and in writes: the name, and the parameter if it is another. May be left out
            (`channel_id` of settings). On objects they are parents, as path parameters are.
        verbs: which of list, get, create, update, delete single-row requests exist.
        item_path: the path of one row, when it is not `path/{key}`.
        create_batch, update_batch, delete_batch: requests for many rows, if there are any.
        paging: how lists are paged; `both`: by cursor, and by page number for slices.
        page_size: the largest page, in rows.
        page_caps: smaller largest pages that an include insists on.
        keyset: whether the list can be continued after a given key (`id:greater`, `min_id`),
            in ascending order of the key, so that rows cannot be lost while it shifts; the name
            of the parameter where that is the only way to page.
        filters: what the server filters, by field name.
        sort: fields that the server sorts by.
        sort_hidden: those of them that no row shows, so that they are no fields of the class.
        sort_style: `sort=f&direction=desc`, `sort=f:desc`, or `sort=f` without a direction.
        includes: subresources that can ride along, by the name of `include`.
        selects: whether `include_fields` / `exclude_fields` are understood.
        count_path: where V2 counts the collection.
        count_filters: whether `count_path` takes the list's filters.
        natural_key: fields that find a row again when its creation's answer was lost.
        needs: fields and relations without which a row is not created, beside those whose schema
            says so (`field(required=True)`); `product_id|name` is met by either.
        put_rules: see `PutRule`.
        params: query parameters sent with every read of the collection.
        version_field: the field that holds a version or a modification date, for stale checks;
            `date_modified` where the resource has such a field, unless None is said.
        update_method: PUT, unless the endpoint updates by another method.
        create_method: POST, unless the endpoint creates by another method.
        everywhere: the list of these rows under all parents, where the API has one; used when
            path parameters are unknown. It may have an `everywhere` of its own.
        answers: what writes are answered with, where it is not the usual: the row for one that is
            created or updated, the rows for several, nothing for a delete. Created rows whose keys
            no answer shows are read back by their natural key.
        once: why a create is never sent a second time without the user's word, though its row was
            not found: what it moves, it would move twice.
        exclusive: what no two writes may be in flight for together, with fields and path parameters
            in braces: the path of a product, an order. Of a row's own path it is understood.
        empty_delete: whether deleting the whole collection in one request exists.
        after: the path of rows that these name in their values: new ones go first, and these do
            not ride along with a new parent that has some.
        totals: whether the totals of its lists are those of the rows; where they are not, only the
            rows count, and `count()` reads them.
        may_be_empty: whether V3 may answer a list without rows by 204, without a body. V2 does.
    """

    path: str = attrs.field(validator=_template)
    key: str | None = attrs.field(default="id", validator=_a((str, type(None)), "a field"))
    scope: Mapping[str, str] = attrs.field(factory=dict, converter=_names)
    verbs: frozenset[str] = attrs.field(default=ALL_VERBS, converter=_verbs)
    item_path: str | None = attrs.field(default=None, validator=_template)
    create_batch: Batch | None = attrs.field(default=None, converter=_batch, validator=_BATCH)
    update_batch: Batch | None = attrs.field(default=None, converter=_batch, validator=_BATCH)
    delete_batch: Batch | None = attrs.field(default=None, converter=_batch, validator=_BATCH)
    paging: Paging = attrs.field(default="offset", validator=_one_of(Paging))
    page_size: int = attrs.field(default=250, validator=_at_least_one)
    page_caps: Mapping[str, int] = attrs.field(factory=dict, validator=_MAPPING)
    keyset: bool | str = attrs.field(
        default=False, validator=_a((bool, str), "True, or a parameter")
    )
    filters: Mapping[str, Filter] = attrs.field(factory=dict, converter=_filters)
    filter_style: FilterStyle | None = attrs.field(default=None, validator=_one_of(FilterStyle))
    sort: tuple[str, ...] = attrs.field(default=(), converter=_words)
    sort_hidden: tuple[str, ...] = attrs.field(default=(), converter=_words)
    sort_style: SortStyle = attrs.field(default="direction", validator=_one_of(SortStyle))
    includes: tuple[str, ...] = attrs.field(default=(), converter=_words)
    selects: bool = attrs.field(default=False, validator=_FLAG)
    count_path: str | None = attrs.field(default=None, validator=_template)
    count_filters: bool = attrs.field(default=True, validator=_FLAG)
    natural_key: tuple[str, ...] = attrs.field(default=(), converter=_words)
    needs: tuple[str, ...] = attrs.field(default=(), converter=_words)
    put_rules: tuple[PutRule, ...] = attrs.field(
        default=(), validator=_a(tuple, "a tuple of rules, (rule,)", PutRule)
    )
    params: Mapping[str, str] = attrs.field(factory=dict, validator=_MAPPING)
    version_field: str | None = "date_modified"
    update_method: Writing = attrs.field(default="PUT", validator=_one_of(Writing))
    create_method: Writing = attrs.field(default="POST", validator=_one_of(Writing))
    empty_delete: bool = attrs.field(default=False, validator=_FLAG)
    everywhere: Endpoint | None = None
    answers: tuple[Answered, ...] = attrs.field(
        default=(), validator=_a(tuple, "a tuple of answers, (answer,)", Answered)
    )
    once: str | None = attrs.field(default=None, validator=_TEXT)
    exclusive: str | None = attrs.field(default=None, validator=_template)
    after: str | None = attrs.field(default=None, validator=_template)
    totals: bool = attrs.field(default=True, validator=_FLAG)
    may_be_empty: bool = attrs.field(default=False, validator=_FLAG)

    @path.validator
    def _versioned(self, _attribute: Any, path: str) -> None:
        if not path.startswith(("v2/", "v3/")):
            raise DeclarationError(f"path={path!r}: expected a path from the version on, v3/…")

    @classmethod
    def of(cls, model: str, **facts: Unpack[Facts]) -> Self:
        """Build the facts of the resource `model`. Raises DeclarationError for unknown ones."""
        names = [attribute.name for attribute in attrs.fields(cls)]
        for name in facts:
            if name not in names:
                raise DeclarationError(
                    f"{model}: {name!r} is no fact; {what_is_right(name, names)}"
                )
        try:
            return cls(**facts)
        except DeclarationError as error:
            raise DeclarationError(f"{model}: {error}") from None

    def but(self, **facts: Unpack[Facts]) -> Self:
        """Return the same facts, but for some. Raises DeclarationError, as `Endpoint(...)` does."""
        return type(self).of(self.path, **{**attrs.asdict(self, recurse=False), **facts})

    def answer(self, kind: str, *, batch: bool) -> Shows:
        """Return what a write of this kind (create, update, delete) is answered with."""
        verb = f"{kind}_batch" if batch else kind
        return next((one.shows for one in self.answers if verb in one.verbs), _USUAL[verb])

    @property
    def version(self) -> Literal[2, 3]:
        """The API version that the path belongs to."""
        return 2 if self.path.startswith("v2/") else 3

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        """Names of the path parameters of the collection, outermost first."""
        return tuple(_PLACEHOLDER.findall(self.path))

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Names of all that says whose rows they are: path parameters, and `scope`."""
        return (*self.placeholders, *self.scope) if self.scope else self.placeholders

    def scope_params(self, parents: Mapping[str, Any]) -> dict[str, str]:
        """Return the query parameters that say whose rows are meant."""
        return {
            parameter: str(parents[name])
            for name, parameter in self.scope.items()
            if parents.get(name) is not None
        }

    @property
    def singleton(self) -> bool:
        """Whether there is exactly one row: what tells it from others is in its path."""
        return self.key is None and "list" not in self.verbs

    @property
    def upserts(self) -> bool:
        """Whether a create that is sent twice leaves the store as once would."""
        methods: set[str] = {self.create_method} if "create" in self.verbs else set()
        if self.create_batch is not None:
            methods.add(self.create_batch.method or self.create_method)
        adds = self.create_batch is not None and self.create_batch.adds
        return methods == {"PUT"} and not adds

    def placeholder_below(self, parent: Endpoint) -> str:
        """Return the path parameter that is the key of a row of `parent`, above these rows."""
        return self.placeholders[len(parent.placeholders)]

    def follows(self, path: str) -> bool:
        """Whether these rows are created after those of a path, or of what lives below it."""
        return self.after is not None and f"{path}/".startswith(f"{self.after}/")

    def item(self) -> str:
        """The template of one row's path; the key's placeholder is `{key}`."""
        if self.item_path is not None:
            return self.item_path
        return self.path if self.key is None else f"{self.path}/{{key}}"
