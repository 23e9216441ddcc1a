"""`Resource`: the base of everything that has an address in the API.

A subclass is an attrs class whose annotated names are wire fields; its `endpoint` holds the facts
of the API (see `query.endpoint.Endpoint`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs
from attrs.setters import NO_OP

from bcorm.exceptions import (
    DeclarationError,
    DetachedError,
    LazyLoadRefused,
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    ReadOnlyFieldError,
)
from bcorm.model import copying
from bcorm.model.attribute import FieldAttribute
from bcorm.model.declaration import declared
from bcorm.model.described import described, own_words, signature_of
from bcorm.model.fields import METADATA, dataclass_transform, in_order, readonly
from bcorm.model.idioms import ARGUMENTS, ASSIGNED, MODEL, OBJECT, OWN, instead
from bcorm.model.mapper import as_keys, mapper_for
from bcorm.model.masking import jsonable, without_secrets
from bcorm.model.memory import Phase, State, Tracking, absorb, of_one_store
from bcorm.model.unit_of_work import current_session, require_session
from bcorm.query.endpoint import Endpoint, fill
from bcorm.query.store import keep_secret
from bcorm.synonyms import did_you_mean, in_a_thread, taught

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from typing_extensions import Self, Unpack

    from bcorm.model.mapper import Relation
    from bcorm.model.queryset import Manager, QuerySet
    from bcorm.model.report import CommitReport
    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.query.endpoint import Facts
    from bcorm.session.session import Session

_OTHER_ROW = "copy_as(name=..., ...) makes another row"
_LABELS = ("name", "email", "code", "sku", "label", "title", "key")


def _identifying(model: type[Resource]) -> Iterable[str]:
    """What tells rows apart that have no key or no name: path, uniqueness, keys of others."""
    endpoint = model.endpoint
    named = (*endpoint.placeholders, *endpoint.natural_key)
    if named or ("list" not in endpoint.verbs and "get" in endpoint.verbs):
        return named  # one row has no like
    return [name for name in mapper_for(model).fields if name.endswith("_id") or name == "identity"]


def _take_place(model: type[Any]) -> None:
    base: Any = model.__base__
    if getattr(getattr(base, "endpoint", None), "path", None) != model.endpoint.path:
        raise DeclarationError(
            f"{model.__name__}, in_place: it can only take the place of a resource that it "
            "inherits from, with the same path"
        )
    while "endpoint" in vars(base):
        base._row_class = model
        base = base.__base__


if TYPE_CHECKING:
    # Class keywords are held against `__init_subclass__` where the metaclass is nobody's own.
    _ResourceType = type
else:

    class _ResourceType(type):
        """The class of resource classes: it knows what is looked for on them in vain."""

        @property
        def __doc__(cls) -> str:
            known = "MultipleObjectsReturned" in vars(cls) and "endpoint" in vars(cls)
            return described(cls) if known else own_words(cls)

        @property
        def __signature__(cls) -> Any:
            if "endpoint" not in vars(cls):
                raise AttributeError("__signature__")
            return signature_of(cls)

        def __getattr__(cls, name: str) -> Any:
            hint = instead(MODEL, name, cls.__name__)
            # What a class gets last; before, it is asked for what it may not have yet.
            if not hint and name[0] != "_" and "MultipleObjectsReturned" in vars(cls):
                hint = did_you_mean(name, _public(cls))
            raise AttributeError(f"the class {cls.__name__} has no attribute {name!r}{hint}")


@dataclass_transform(kw_only_default=True, field_specifiers=(readonly,))
@taught(ARGUMENTS)
class Resource(Tracking, metaclass=_ResourceType):
    """Base class of resources.

    A class of your own declares its fields, its relations, and the facts of its endpoint::

        class Thing(Resource):
            id: int = readonly()
            name: str = field(required=True)
            endpoint = Endpoint(path="v3/things", verbs=("list", "get", "create"))

    One that inherits from a resource keeps its endpoint and adds fields; class keywords change
    single facts of what it inherits: `class Mine(Product, page_size=50)`. With `in_place=True`,
    rows of its base come as objects of this class from then on, whoever asks: queries of the base,
    relations to it, `session.get`.

    Create an object with keywords for its fields, `session.add` it, and `commit`. Fields that were
    not given are not sent. Reading one that was never set or loaded gives None.

    Raises:
        DeclarationError: the class says something that cannot be right.
        FieldError: a keyword is no field; the nearest name is suggested.
        ReadOnlyFieldError: a keyword is a field that only the API sets.
        InvalidValue: a value has the wrong type, or is out of the field's bounds.
    """

    objects: ClassVar[Manager[QuerySet[Self]]]
    endpoint: ClassVar[Endpoint]
    relations: ClassVar[Mapping[str, Relation]]
    uncopied: ClassVar[frozenset[str]] = frozenset({"custom_url"})
    DoesNotExist: ClassVar[type[ObjectDoesNotExist]]
    MultipleObjectsReturned: ClassVar[type[MultipleObjectsReturned]]

    def __init_subclass__(
        cls, *, abstract: bool = False, in_place: bool = False, **facts: Unpack[Facts]
    ) -> None:
        super().__init_subclass__()
        attrs.define(
            cls, slots=False, init=False, eq=False, repr=False, on_setattr=NO_OP,
            field_transformer=in_order,
        )  # fmt: skip
        if cls.__module__.startswith("bcorm."):  # a user's own may be decorated as they like
            taught(ARGUMENTS)(cls)
        inherited = getattr(cls, "relations", {})
        own = {name: item for name, item in vars(cls).items() if hasattr(item, "bcorm_relation")}
        cls.relations = {**inherited, **own}
        if "__attrs_init__" in vars(cls):
            del cls.__attrs_init__  # type: ignore[attr-defined]  # nobody calls it, and it fills a screen of help
        endpoint = declared(cls, facts)
        if endpoint is None and not abstract:
            raise DeclarationError(
                f"{cls.__name__} has no endpoint: say endpoint = Endpoint(path=…), "
                "or abstract=True if others inherit from it"
            )
        if endpoint is None:
            return
        cls.endpoint = endpoint
        if in_place:
            _take_place(cls)
        secret = set()
        for attribute in attrs.fields(cls):  # type: ignore[arg-type]  # attrs.define made it one
            setattr(cls, attribute.name, FieldAttribute(cls, attribute.name))
            options = attribute.metadata.get(METADATA)
            if options is not None and options.secret and not options.write_only:
                secret.add(options.wire or attribute.name)
        if secret:
            keep_secret(endpoint.path, secret)
        where = {"__module__": cls.__module__, "__qualname__": f"{cls.__qualname__}.DoesNotExist"}
        cls.DoesNotExist = type("DoesNotExist", (ObjectDoesNotExist,), dict(where))
        where["__qualname__"] = f"{cls.__qualname__}.MultipleObjectsReturned"
        cls.MultipleObjectsReturned = type(
            "MultipleObjectsReturned", (MultipleObjectsReturned,), dict(where)
        )

    if not TYPE_CHECKING:

        def __init__(self, *unnamed: Any, **values: Any) -> None:
            if unnamed:
                model = type(self)
                raise TypeError(
                    f"{model.__name__}() takes its fields by name, {named(model)}=..., "
                    f"not {unnamed[0]!r:.100}"
                )
            state = self.__dict__["_state"] = State({}, {}, None, None)
            state.phase = Phase.TRANSIENT
            model = type(self)
            fields = mapper_for(model).fields
            values = mapper_for(model).hidden(values, {*model.relations, *model.endpoint.owners})
            for name, value in values.items():
                above = name in model.endpoint.owners
                if above:
                    state.parents = {**state.parents, **as_keys(model, {name: value})}
                if name in fields and not (above and fields[name].options.readonly):
                    setattr(self, name, value)
                elif name in model.relations:
                    model.relations[name].initialize(self, value)
                elif not above:
                    raise mapper_for(model).unknown(name, model.relations)

        def __setattr__(self, name: str, value: Any) -> None:
            model = type(self)
            mapped = mapper_for(model).fields.get(name)
            if mapped is not None:
                value = mapper_for(model).hide(name, value)
                self._assign(mapped, value)
            elif name[0] == "_" or hasattr(own := getattr(model, name, None), "__set__"):
                if name[0] != "_" and isinstance(own, property) and own.fset is None:
                    raise AttributeError(
                        f"{model.__name__}.{name} is not assigned{instead(ASSIGNED, name)}"
                    )
                object.__setattr__(self, name, value)
            else:
                del value  # it may be the secret of a misspelt field
                raise mapper_for(model).unknown(name, model.relations)

        def __getattr__(self, name: str) -> Any:
            # Only reached for what is no field: unknown wire fields, keys of parents.
            if name[0] == "_":
                raise AttributeError(name)
            return self._load_unknown(name)

    def _load_unknown(self, name: str) -> Any:
        """Return a wire field that the class does not declare, or a key of a parent."""
        state = self._state
        if name in state.row:
            return state.row[name]
        if name in state.parents:
            return state.parents[name]
        model = type(self)
        hint = instead(OWN.get(model.__name__, {}), name)
        hint = hint or instead(OBJECT, name, model.__name__) or in_a_thread(model, name, "object")
        if hint:
            raise AttributeError(f"{model.__name__} has no field {name!r}{hint}")
        raise AttributeError(str(mapper_for(model).unknown(name, _public(model))))

    def _load_absent(self, name: str) -> Any:
        """Return a field that the row lacks, loading it if it was deferred."""
        mapped = mapper_for(type(self)).fields[name]
        if mapped.options.shown_as is not None and mapped.options.write_only:
            return getattr(self, mapped.options.shown_as)
        # Without its key nothing can be asked for.
        if name == type(self).endpoint.key or not self._is_deferred(mapped):
            return self._state.parents.get(name)
        session, stale = self._state.session, self._state.stale
        if stale and mapped.wire in stale and (session is None or session.strict):
            # The last that is known of what a write has changed elsewhere.
            return mapped.load(type(self), stale[mapped.wire], self._noticer(mapped))
        self._load_deferred(name)
        # A field that the API leaves out even when it is asked for has no value.
        self._state.row.setdefault(mapped.wire, None)
        return getattr(self, name)

    def _load_deferred(self, name: str) -> None:
        session = self._state.session
        if session is None:
            raise DetachedError(
                f"{self!r} was loaded without {name!r} and belongs to no session: "
                "session.add(...) it, then read it again"
            )
        if session.strict:
            raise LazyLoadRefused(
                f"{type(self).__name__}.{name} was not loaded, and the session is strict: "
                f"ask for it in the query, or call session.refresh(object, [{name!r}])"
            )
        session.load_deferred(self, name)

    @property
    def raw(self) -> dict[str, Any]:
        """The row as the API last sent it, unknown fields included. Not for changing."""
        row: dict[str, Any] = self._state.row
        return row

    @property
    def pk(self) -> Any:
        """The value that identifies the row among its siblings, or None before it is saved."""
        key = type(self).endpoint.key
        return None if key is None else getattr(self, key)

    if not TYPE_CHECKING:

        @pk.setter
        def pk(self, _value: Any) -> None:
            raise ReadOnlyFieldError(type(self), "pk", _OTHER_ROW)

    @property
    def session(self) -> Session | None:
        """The session that the object belongs to, or None."""
        session: Session | None = self._state.session
        return session

    def _identity(self) -> tuple[Any, ...] | None:
        """Return what names the row of a saved object, in any session; None if nothing does."""
        state, endpoint = self._state, type(self).endpoint
        if state.phase in {Phase.TRANSIENT, Phase.PENDING}:
            return None
        key = self.pk
        above = tuple(state.parents.get(name) for name in endpoint.owners)
        if key is None and (endpoint.key is not None or not (above or endpoint.singleton)):
            return None
        return (endpoint.path, above, key)

    def __eq__(self, other: object) -> bool:
        """Whether both stand for the same row of the same store, whatever they hold of it.

        New objects are only equal to themselves.
        """
        if self is other:
            return True
        if not isinstance(other, Resource):
            return NotImplemented
        mine = self._identity()
        if mine is None or mine != other._identity():
            return False
        return of_one_store(self._state.session, other._state.session)

    def __hash__(self) -> int:
        state = self._state
        if state.hash is None:  # a new object keeps its own when it is saved
            identity = self._identity()
            try:
                state.hash = object.__hash__(self) if identity is None else hash(identity)
            except TypeError:  # a key that the API made up
                state.hash = object.__hash__(self)
        return int(state.hash)

    def __repr__(self) -> str:
        state = self._state
        model = type(self)
        key = model.endpoint.key
        shown = {} if key is None else {key: state.row.get(key)}
        label = {name: self.__dict__.get(name, state.row.get(name)) for name in _LABELS}
        named = next((name for name, value in label.items() if value is not None), key)
        if key is None or (shown[key] is None and named == key):
            known = {**state.row, **self.__dict__, **state.parents}
            names = [name for name in _identifying(model) if known.get(name) is not None]
            shown.update((name, known[name]) for name in names)
        if named is not None and named not in shown:
            shown[named] = label[named]
        words = [model.__name__, *(f"{name}={value!r:.60}" for name, value in shown.items())]
        return f"<{' '.join(words)}>"

    def to_dict(self) -> dict[str, Any]:
        """Return what is loaded or set, by field name, as `json.dumps` takes it. Sends nothing.

        Amounts are texts, which are exact, moments are written in ISO 8601, and secrets masked.
        """
        fields = mapper_for(type(self)).fields
        known = {name: fields[name] for name in self.keys()}
        row = {one.wire: one.converter.dump(getattr(self, name)) for name, one in known.items()}
        shown = without_secrets(type(self), row)
        return {name: jsonable(shown[one.wire]) for name, one in known.items()}

    def keys(self) -> list[str]:
        """Return the names of what is loaded or set: `dict(product)` has their values."""
        state = self._state
        fields = mapper_for(type(self)).fields.items()
        return [name for name, one in fields if name in self.__dict__ or one.wire in state.row]

    def __getitem__(self, name: str) -> Any:
        """Return a field's value by its name, as `dict(product)` and `getattr` do."""
        if name not in mapper_for(type(self)).fields:
            raise KeyError(f"{mapper_for(type(self)).unknown(name)}")
        return getattr(self, name)

    def _ipython_key_completions_(self) -> list[str]:
        return list(mapper_for(type(self)).fields)

    # Objects are no sequences, and nothing is asked for by position.
    __iter__ = None
    __contains__ = None

    def __getstate__(self) -> dict[str, Any]:
        """Pickle the row, the unsaved changes, and the new objects among which it stands.

        Never the session, or what it holds.
        """
        return state_of(self)

    def __setstate__(self, pickled: dict[str, Any]) -> None:
        restore(self, pickled)

    def __copy__(self) -> Self:
        """Copy the object itself: its new children stay the children of the original."""
        twin = type(self).__new__(type(self))
        restore(twin, {**state_of(self), "added": {}})
        return twin

    def copy_as(self, **values: Any) -> Self:
        """Return a new object like this one, with the rows that come with it.

        `product.copy_as(name="Mug, blue", sku="MUG-BLUE")` has the options, modifiers, variants,
        images, videos, custom fields and bulk prices of the product. Nothing is sent but what is
        not loaded of these, in a request; `session.add(...)` it and `commit()`, or `save()` it.

        What belongs to one row alone is not copied: keys, addresses, dates, sales and stock.

        Args:
            values: fields of the new object; those of which no two rows have the same are needed.

        Raises:
            FieldError: a keyword is no field; the nearest right name is suggested.
            TypeError: a value is missing that tells the two apart, such as `name`.
        """
        return copying.copy_as(self, values)  # type: ignore[no-any-return]

    def _copied(self) -> dict[str, Any] | None:
        """Return the values of a copy of the row; None if it comes into being by itself."""
        values = copying.writable(self)
        return {name: value for name, value in values.items() if name not in self.uncopied}

    def save(
        self,
        *,
        update_fields: Iterable[str] | None = None,
        check: bool = False,
        acknowledge: Iterable[str] = (),
    ) -> CommitReport:
        """Send this object's changes, and what it depends on.

        New objects below a new one go along with it. Those below a saved one are saved by their
        own `save()` or by `session.commit()`.

        Args:
            update_fields: send only the changes of these fields; others stay unsaved.
            check: compare the stored modification date first, see `Session.commit`.
            acknowledge: effects of the write that are accepted, see `Session.commit`.

        Returns:
            The `CommitReport` of what was sent.

        Raises:
            CommitError: the API refused it; the object stays dirty.
            InvalidValue: a new object lacks a required value or its parent; nothing was sent.
        """
        session = require_session(self._state.session)
        return session.save(self, update_fields=update_fields, check=check, acknowledge=acknowledge)

    def delete(self) -> CommitReport:
        """Delete the row now; an object that was never saved is only forgotten.

        Returns:
            The `CommitReport` of what was sent.

        Raises:
            CommitError: the API refused it; the object stays marked for deletion.
            QueryError: the API cannot delete such rows.
        """
        session = self._join()
        session.delete(self)
        return session.flush([self] if self._state.session is session else [])

    def refresh(self, fields: Iterable[str] | None = None) -> None:
        """Load the row (or some fields and relations) again. Unsaved changes are kept."""
        self._join().refresh(self, fields)

    def refresh_from_db(self, using: Any = None, fields: Iterable[str] | None = None) -> None:
        """Load the row again, as Django says it: `refresh`, which keeps unsaved changes.

        Args:
            using: the session; the object's own, or the current one, if it is left out.
            fields: names of fields and relations; all if they are left out.
        """
        if using is not None and self._state.session is not using:
            require_session(using).add(self)
        self.refresh(fields)

    def _join(self) -> UnitOfWork:
        session: UnitOfWork | None = self._state.session
        if session is None:
            session = require_session(current_session.get())
            session.add(self)
        return session

    def _path(self, suffix: str = "") -> str:
        """Return the path of this row, with a suffix for its actions."""
        endpoint = type(self).endpoint
        values = {**self._state.parents, "key": self.pk}
        path = fill(endpoint.item(), values)
        return f"{path}/{suffix}" if suffix else path

    def _call(
        self,
        method: str,
        suffix: str = "",
        *,
        json: Any = None,
        params: Mapping[str, str] | None = None,
        files: Any = None,
    ) -> Any:
        """Send an action of this row and return the client's answer."""
        return self._join().call(
            method, self._path(suffix), json=json, params=params, files=files, action=True
        )

    def _absorb(self, row: Any) -> None:
        """Take over the row that an action was answered with. Unsaved changes are kept."""
        if isinstance(row, dict):
            now = self._join().store.clock
            absorb(self, row, partial=self._state.partial, asked=now)


def is_row_of(value: Any, model: type[Any]) -> bool:
    """Whether a value is an object of a class, or of another class of the same endpoint.

    A session has one object per row, of the class that asked first.
    """
    if isinstance(value, model):
        return True
    return isinstance(value, Resource) and type(value).endpoint.path == model.endpoint.path


def _public(model: type[Resource]) -> list[str]:
    """Return what a class has for those who use it: fields, relations, methods, properties."""
    internal = {"endpoint", "relations", "uncopied", "raw"}
    words = (word for word in dir(model) if word[0] != "_" and word not in internal)
    return list(dict.fromkeys([*mapper_for(model).fields, *model.relations, *words]))


def named(model: type[Resource]) -> str:
    """Return the field by which people name rows of a class."""
    fields = mapper_for(model).fields
    known = ("display_name", "name", "label", "email", "sku", "code")
    return next((name for name in known if name in fields), model.endpoint.key or "id")


_NEW = {Phase.TRANSIENT, Phase.PENDING}


def state_of(instance: Resource) -> dict[str, Any]:
    """Return an object's row, its unsaved changes, and the new objects that it stands among."""
    state = instance._state
    fields = mapper_for(type(instance)).fields
    return {
        "row": state.row,
        "parents": dict(state.parents),
        "partial": state.partial,
        "phase": state.phase,
        "changes": {
            name: value
            for name, value in instance.__dict__.items()
            if name in (state.changed or ()) and name in fields
        },
        "links": dict(state.links or {}),
        "owner": state.owner,
        "added": {
            name: [item for item in joined.values() if item._state.phase in _NEW]
            for name, joined in (state.added or {}).items()
        },
    }


def restore(instance: Resource, pickled: dict[str, Any]) -> None:
    """Make an object of what `state_of` returned. New objects belong to no session yet."""
    state = State(pickled["row"], pickled["parents"], None, None)
    phase = pickled["phase"]
    state.phase = Phase.TRANSIENT if phase is Phase.PENDING else phase
    state.partial = pickled["partial"]
    state.links = pickled["links"] or None
    state.owner = pickled["owner"]
    state.added = {
        name: {id(item): item for item in items} for name, items in pickled["added"].items()
    } or None
    instance.__dict__["_state"] = state
    fields = mapper_for(type(instance)).fields
    for name, value in pickled["changes"].items():
        mapped = fields[name]
        if value is not None:
            value = mapped.coerce(type(instance), value, instance._noticer(mapped))  # noqa: PLW2901
        instance.__dict__[name] = value
        instance._note(name)
