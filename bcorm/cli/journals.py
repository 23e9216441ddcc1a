"""Where imports write down what they are about to send, and what an interrupted one has left.

Journals are in the user's state folder, never beside the file: what somebody else has put there is
not read. Each is of one store, one resource and one content of a file. They keep what was there
before for `bcorm undo`, for as long as a history goes back.
"""

from __future__ import annotations

import hashlib
import os
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from bcorm.cli import console
from bcorm.exceptions import ConfigurationError
from bcorm.model.frames.columns import json_text
from bcorm.model.masking import without_secrets
from bcorm.session.journal import HISTORY_DAYS, SENT, UNKNOWN, WAITING, Journal, store_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bcorm.model.resource import Resource
    from bcorm.session.journal import Entry

_SHOWN = 10
_OPEN = (WAITING, SENT, UNKNOWN)
_UNSAFE = re.compile(r"[^a-z0-9.-]+")


def state_folder() -> Path:
    """Return the folder of journals: below `XDG_STATE_HOME`, or `~/.local/state`."""
    base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "bcorm" / "imports"


def journal_of(store_key: str, host: str, what: str, digest: str) -> Path:
    """Return where the import of a file into a store is written down; its folder is made.

    Args:
        store_key: the store.
        host: where it is.
        what: the resource, or what else is imported.
        digest: of the file's content.
    """
    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    drop_old(folder)
    name = _UNSAFE.sub("-", what.casefold())
    return folder / f"{name}-{_bound(store_key, host, name)}-{digest[:32]}.journal"


def _bound(store_key: str, host: str, what: str) -> str:
    return hashlib.sha256(f"{store_key}\n{host}\n{what}".encode()).hexdigest()[:16]


def left(book: Journal, models: Collection[type[Resource]]) -> list[Entry]:
    """Return what an import that was interrupted has not settled.

    Args:
        book: the journal.
        models: what an import of this kind writes.

    Raises:
        ConfigurationError: there are entries of something else in it.
    """
    if not book.open_entries():
        return []
    entries = book.entries()
    for entry in entries:
        if entry.model not in models:
            raise ConfigurationError(
                f"{book.path} is not of such an import: it holds a {entry.model.__name__}"
            )
    return [entry for entry in entries if entry.state in _OPEN]


def show(entries: list[Entry]) -> None:
    """Show what an interrupted import has left to do."""
    columns = ("state", "what", "row", "values")
    rows = [
        (entry.state, entry.kind, f"{entry.model.__name__} {entry.key or ''}", _body(entry))
        for entry in entries[:_SHOWN]
    ]
    title = f"An earlier import was interrupted: {console.counted(len(entries), 'object')} left"
    console.stdout().print(console.table(title, columns, rows))


def _body(entry: Entry) -> str:
    return json_text(without_secrets(entry.model, entry.body))


def all_of(store_key: str, host: str) -> Iterator[Path]:
    """Yield the journals of a store in the user's state folder."""
    for path in state_folder().glob("*.journal"):
        word = path.name.rsplit("-", 2)[-2:-1]
        what = path.name.rsplit("-", 2)[0]
        if word == [_bound(store_key, host, what)]:
            yield path


def drop_old(folder: Path) -> None:
    """Delete the journals that nobody has written to for as long as a history goes back."""
    for path in folder.glob("*.journal"):
        try:
            if time.time() - path.stat().st_mtime > HISTORY_DAYS * 86400:
                book = Journal(path, store_of(path), history=True)
                book.prune()
                book.close()
                drop_empty(path)
        except (ConfigurationError, OSError):
            continue  # another's, or in use


def drop_empty(journal: Path) -> None:
    """Delete a journal that keeps nothing any more."""
    if journal.exists():
        book = Journal(journal, store_of(journal))
        empty = not book.made() and not book.open_entries()
        book.close()
        if empty:
            drop(journal)


def drop(journal: Path) -> None:
    """Delete a journal that holds nothing any more."""
    for suffix in ("", "-lock", "-wal", "-shm"):
        journal.with_name(journal.name + suffix).unlink(missing_ok=True)
