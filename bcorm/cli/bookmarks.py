"""Where an export left off: what has changed since, and what is gone."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import attrs
import click

from bcorm.cli.naming import plural, stem
from bcorm.exceptions import ConfigurationError
from bcorm.http import jsontext
from bcorm.model.frames.complete import completed
from bcorm.model.queryset import QuerySet

if TYPE_CHECKING:
    from pathlib import Path

    from bcorm.cli.stores import Opened
    from bcorm.model.resource import Resource

OVERLAP = timedelta(minutes=10)
"""How much further back an export looks than the last one ended: clocks differ, and lists lag."""

_FIELDS = ("date_modified", "updated_at", "date_last_imported")


@attrs.define
class Bookmark:
    """What is known of the exports of one store.

    Attributes:
        path: the file.
        store: the store's key.
        known: when each resource was read, and the keys that it had.
    """

    path: Path
    store: str
    known: dict[str, dict[str, Any]] = attrs.field(factory=dict)

    @classmethod
    def read(cls, path: Path, store: str) -> Bookmark:
        """Read a bookmark; it is empty if the file is not there.

        Raises:
            ConfigurationError: the file is none, or another store's.
        """
        if not path.exists():
            return cls(path, store)
        try:
            said = jsontext.loads(path.read_bytes())
            of, known = said["store"], dict(said["resources"])
            for one in known.values():
                datetime.fromisoformat(one["since"])
                iter(one["keys"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigurationError(f"{path} is no bookmark: {error}") from error
        if of != store:
            raise ConfigurationError(f"{path} is the bookmark of the store {of!r}")
        return cls(path, store, known)

    def since(self, model: type[Resource]) -> tuple[str, ...]:
        """Return the lookup of what has changed since; none the first time.

        Raises:
            click.UsageError: the API cannot say what has changed.
        """
        field = changed_field(model)
        last = self.known.get(stem(model), {}).get("since")
        if last is None:
            return ()
        return (f"{field}__gte={(datetime.fromisoformat(last) - OVERLAP).isoformat()}",)

    def gone(self, store: Opened, model: type[Resource], begun: datetime) -> list[Any]:
        """Sweep the keys of a resource; return those that were there and are not, and go on."""
        key = model.endpoint.key or "id"
        queryset: QuerySet[Any] = QuerySet(model).using(store.session)
        keys = list(queryset.scan().values_list(key, flat=True))
        before = self.known.get(stem(model), {}).get("keys", [])
        self.known[stem(model)] = {"since": begun.isoformat(), "keys": keys}
        held = set(keys)
        return [one for one in before if one not in held]

    def write(self) -> None:
        """Write the bookmark, whole or not at all."""
        text = json.dumps({"store": self.store, "resources": self.known})
        with completed(self.path) as partial:
            partial.write_text(text + "\n", encoding="utf-8")


def changed_field(model: type[Resource]) -> str:
    """Return the field by which the API picks what has changed.

    Raises:
        click.UsageError: there is none.
    """
    for name in _FIELDS:
        known = model.endpoint.filters.get(name)
        if known is not None and "gte" in known.lookups:
            return name
    raise click.UsageError(
        f"the API cannot say which {plural(model.__name__)} have changed: export them all"
    )


def now() -> datetime:
    """Return the time, as bookmarks have it."""
    return datetime.now(timezone.utc)
