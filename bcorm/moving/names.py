"""The natural keys of a store's rows by their keys, and the keys by these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cachetools import LRUCache

from bcorm.model.frames.columns import columns_of, records
from bcorm.model.queryset import QuerySet
from bcorm.moving.known_by import KNOWN_BY, PATHS
from bcorm.resources.category_trees import TreeCategory
from bcorm.session import Session

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping

    from bcorm.model.resource import Resource

_REMEMBERED = 50_000
_PART = 250
# Names that are asked for one by one where the API takes one only; for more the list is read.
_FEW = 10


def name_of(model: type[Resource], values: Mapping[str, Any], above: str = "") -> str | None:
    """Return the natural key of a row, or None if it says too little.

    Args:
        model: what it is a row of.
        values: of its fields.
        above: the path of the category that it is below.
    """
    if model.__name__ in PATHS:
        name = values.get("name")
        return _below(above, str(name)) if name else None
    fields = KNOWN_BY.get(model.__name__, ())
    for field in fields:
        value = values.get(field)
        if value not in (None, ""):
            return f"{field}={value}" if len(fields) > 1 else str(value)
    return None


def _below(above: str, name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("/", "\\/")
    return f"{above}/{escaped}" if above else escaped


class Names:
    """Reads natural keys of one store, a few hundred at a time.

    Args:
        session: of the store; its objects are left alone.
    """

    def __init__(self, session: Session) -> None:
        self._session = Session(session.client)
        self._known: dict[str, MutableMapping[Any, str | None]] = {}
        self._paths: dict[int, str] | None = None
        self._lists: dict[str, list[tuple[Any, Mapping[str, Any]]]] = {}
        self._found: dict[tuple[str, str, str], list[Any]] = {}

    def learn(self, item: Resource) -> None:
        """Take note of the natural key of an object that is here anyway."""
        model = type(item)
        fields = KNOWN_BY.get(model.__name__)
        if fields is not None:
            values = {field: getattr(item, field) for field in fields}
            self._of(model)[item.pk] = name_of(model, values)

    def of(self, model: type[Resource], keys: Iterable[Any]) -> dict[Any, str | None]:
        """Return the natural keys of rows, by their keys.

        Rows that are not there have none; nor has a category whose path is another's, too.
        """
        wanted = set(keys)
        if model.__name__ in PATHS:
            paths, twins = self._all_paths(), self._twins()
            return {
                key: paths[key] if key in paths and paths[key].casefold() not in twins else None
                for key in wanted
            }
        known = self._of(model)
        found = {key: known[key] for key in wanted if key in known}
        missing = sorted(wanted - found.keys())
        if model.__name__ not in KNOWN_BY:
            return found | dict.fromkeys(missing)
        for start in range(0, len(missing), _PART):
            part = missing[start : start + _PART]
            for key, values in self._by_keys(model, part):
                found[key] = known[key] = name_of(model, values)
        return dict.fromkeys(wanted) | found

    def keys(self, model: type[Resource], names: Iterable[str]) -> dict[str, list[Any]]:
        """Return the keys of the rows that natural keys mean: one each, if all is well."""
        wanted = list(dict.fromkeys(names))
        if model.__name__ in PATHS:
            by_path: dict[str, list[Any]] = {}
            for key, path in self._all_paths().items():
                by_path.setdefault(path.casefold(), []).append(key)
            return {name: by_path.get(name.casefold(), []) for name in wanted}
        fields = KNOWN_BY.get(model.__name__, ())
        asked: dict[str, dict[str, str]] = {}
        for name in wanted:
            field, text = fields[0], name
            if len(fields) > 1:
                field, _, text = name.partition("=")
            if field in fields:
                asked.setdefault(field, {})[name] = text
        found: dict[str, list[Any]] = {name: [] for name in wanted}
        for field, texts in asked.items():
            self._look_for(model, field, set(texts.values()))
            for name, text in texts.items():
                found[name] = self._found.get((model.__name__, field, text.casefold()), [])
        return found

    def _of(self, model: type[Resource]) -> MutableMapping[Any, str | None]:
        return self._known.setdefault(model.__name__, LRUCache(_REMEMBERED))

    def _queryset(self, model: type[Resource]) -> QuerySet[Any]:
        return QuerySet(model).using(self._session)

    def _read(self, queryset: QuerySet[Any]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
        model = queryset.model
        key = model.endpoint.key or "id"
        fields = KNOWN_BY[model.__name__]
        columns = columns_of(queryset, (key, *fields), flatten=False)
        for row in records(queryset.scan(), columns):
            yield row[0], dict(zip(fields, row[1:], strict=True))

    def _all(self, model: type[Resource]) -> list[tuple[Any, Mapping[str, Any]]]:
        name = model.__name__
        if name not in self._lists:
            self._lists[name] = list(self._read(self._queryset(model)))
        return self._lists[name]

    def _by_keys(
        self, model: type[Resource], keys: list[Any]
    ) -> Iterable[tuple[Any, Mapping[str, Any]]]:
        narrow = self._queryset(model).filter(**{f"{model.endpoint.key or 'id'}__in": keys})
        if model.__name__ in self._lists or narrow.scan().explain().full_scan:
            wanted = set(keys)
            return [one for one in self._all(model) if one[0] in wanted]
        return self._read(narrow)

    def _look_for(self, model: type[Resource], field: str, texts: Collection[str]) -> None:
        """Find the rows of which a field says one of these, unless that was done."""
        name = model.__name__
        missing = sorted(
            text for text in texts if (name, field, text.casefold()) not in self._found
        )
        if not missing:
            return
        for text in missing:
            self._found[name, field, text.casefold()] = []
        for key, values in self._by_texts(model, field, missing):
            # The first field that says something names the row: others do not.
            spelled = values[field]
            before = KNOWN_BY[name][: KNOWN_BY[name].index(field)]
            if spelled is None or any(values[one] not in (None, "") for one in before):
                continue
            held = self._found.get((name, field, str(spelled).casefold()))
            if held is not None and key not in held:
                held.append(key)

    def _by_texts(
        self, model: type[Resource], field: str, texts: list[str]
    ) -> Iterable[tuple[Any, Mapping[str, Any]]]:
        if model.__name__ in self._lists:
            return self._all(model)
        queryset = self._queryset(model)
        parts = [texts[start : start + _PART] for start in range(0, len(texts), _PART)]
        narrow = [queryset.filter(**{f"{field}__in": part}) for part in parts]
        if narrow[0].scan().explain().full_scan and len(texts) <= _FEW:
            narrow = [queryset.filter(**{field: text}) for text in texts]
        if narrow[0].scan().explain().full_scan:
            return self._all(model)
        return (one for queryset in narrow for one in self._read(queryset))

    def _all_paths(self) -> dict[int, str]:
        if self._paths is None:
            queryset = self._queryset(TreeCategory)
            columns = columns_of(queryset, ("category_id", "parent_id", "name"), flatten=False)
            rows = {key: (above, name) for key, above, name in records(queryset.scan(), columns)}
            self._paths = {}
            for key in rows:
                self._path(key, rows, set())
        return self._paths

    def _path(self, key: int, rows: Mapping[int, tuple[int, str]], below: set[int]) -> str:
        assert self._paths is not None
        if key not in self._paths:
            above, name = rows[key]
            # A circle, which a store should not have, ends where it began.
            inside = above in rows and above not in below and above != key
            path = self._path(above, rows, below | {key}) if inside else ""
            self._paths[key] = _below(path, name)
        return self._paths[key]

    def _twins(self) -> set[str]:
        met: set[str] = set()
        return {
            path
            for path in map(str.casefold, self._all_paths().values())
            if path in met or met.add(path)  # type: ignore[func-returns-value]
        }
