"""The default token store: one SQLite file, encrypted at rest.

The store hash is in clear, because it is what rows are found by; `sealing` hides the rest.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from bcorm.exceptions import ConfigurationError

from .errors import TokenStoreError
from .sealing import Sealer
from .secrets import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bcorm.http.credentials import Secret

    from .grants import StoreGrant

# SQLite decodes what a damaged file says of itself.
_DAMAGED = (sqlite3.Error, UnicodeError)
_SCHEMA = "CREATE TABLE IF NOT EXISTS grants (store_hash TEXT PRIMARY KEY, sealed BLOB NOT NULL)"


class SqliteTokenStore:
    """Grants in a SQLite file that only its key can open.

    Args:
        path: The file; it is made readable by its owner only. `":memory:"` works.
        key: The encryption key, or several: the first one encrypts, all of them decrypt.
            From `BCORM_TOKEN_KEY` (comma-separated) if None.

    Raises:
        ConfigurationError: There is no key, or it is none of `generate_key`'s; or the file cannot
            be opened, or is something else.
    """

    def __init__(
        self, path: str | Path, key: str | Secret | Sequence[str | Secret] | None = None
    ) -> None:
        keys = None if key is None else wrapped(key)
        del key  # no error below may carry it in its frame
        self._sealer = Sealer(keys)
        self._lock = threading.Lock()
        try:
            if str(path) != ":memory:":
                # Created by us, so that the umask cannot leave it readable for others.
                Path(path).touch(mode=0o600, exist_ok=True)
            self._connection = sqlite3.connect(path, check_same_thread=False)
        except (OSError, *_DAMAGED) as error:
            raise ConfigurationError(f"{path} is no token store: {error}") from None
        finalize(self, self._connection.close)
        try:
            with self._connection:
                self._connection.execute(_SCHEMA)
        except _DAMAGED as error:
            self.close()
            raise ConfigurationError(f"{path} is no token store: {error}") from None

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Work on the file alone, and tell of one that is damaged."""
        with self._lock:
            try:
                yield
            except _DAMAGED as error:
                raise TokenStoreError(f"the token store cannot be read: {error}") from None

    def save(self, grant: StoreGrant) -> None:
        """Keep a grant in place of the store's earlier one."""
        sealed = self._sealer.seal(grant)
        with self._reached(), self._connection:
            self._connection.execute(
                "INSERT INTO grants VALUES (?, ?) "
                "ON CONFLICT (store_hash) DO UPDATE SET sealed = excluded.sealed",
                (grant.store_hash, sealed),
            )

    def load(self, store_hash: str) -> StoreGrant | None:
        """Give a store's grant, or None.

        Raises:
            TokenStoreError: The row was sealed with another key, or damaged, or moved.
        """
        with self._reached():
            row = self._connection.execute(
                "SELECT sealed FROM grants WHERE store_hash = ?", (store_hash,)
            ).fetchone()
        return None if row is None else self._sealer.open(store_hash, row[0])

    def delete(self, store_hash: str) -> None:
        """Drop a store's grant; nothing happens if there is none."""
        with self._reached(), self._connection:
            self._connection.execute("DELETE FROM grants WHERE store_hash = ?", (store_hash,))

    def stores(self) -> list[str]:
        """List the store hashes, sorted."""
        with self._reached():
            rows = self._connection.execute("SELECT store_hash FROM grants ORDER BY store_hash")
            return [row[0] for row in rows]

    def rotate(self) -> int:
        """Seal every grant anew with the first key, so that the others can be retired.

        Returns:
            How many grants there are.

        Raises:
            TokenStoreError: One of them cannot be read; then none is changed.
        """
        with self._reached(), self._connection:
            rows = self._connection.execute("SELECT store_hash, sealed FROM grants").fetchall()
            fresh = [(self._sealer.rotate(sealed), store, sealed) for store, sealed in rows]
            # A grant that another process has saved meanwhile is newer than the one read here.
            self._connection.executemany(
                "UPDATE grants SET sealed = ? WHERE store_hash = ? AND sealed = ?", fresh
            )
        return len(rows)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()
