"""The default token store: one SQLite file, encrypted at rest.

Needs the ``auth`` extra (``cryptography``). The store hash is in clear, because it is what
rows are found by; everything else is one Fernet token (AES-128-CBC with HMAC-SHA256), and the
store hash is repeated inside, so that a row moved to another store is refused.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret

from .errors import TokenStoreError
from .grants import StoreGrant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.fernet import MultiFernet

KEY_VARIABLE = "BCORM_TOKEN_KEY"
_SCHEMA = "CREATE TABLE IF NOT EXISTS grants (store_hash TEXT PRIMARY KEY, sealed BLOB NOT NULL)"


def generate_key() -> str:
    """Make a new encryption key: 32 random bytes in URL-safe Base64. Keep it off the disk."""
    key: bytes = _fernet_module().Fernet.generate_key()
    return key.decode("ascii")


class SqliteTokenStore:
    """Grants in a SQLite file that only its key can open.

    Args:
        path: The file; it is made readable by its owner only. ``":memory:"`` works.
        key: The encryption key, or several: the first one encrypts, all of them decrypt.
            From ``BCORM_TOKEN_KEY`` (comma-separated) if None.

    Raises:
        ConfigurationError: There is no key, or it is none of `generate_key`'s.
    """

    def __init__(
        self, path: str | Path, key: str | Secret | Sequence[str | Secret] | None = None
    ) -> None:
        self._box = _box(key)
        if str(path) != ":memory:":
            # Created by us, so that the umask cannot leave it readable for others.
            Path(path).touch(mode=0o600, exist_ok=True)
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._lock = threading.Lock()
        with self._lock, self._connection:
            self._connection.execute(_SCHEMA)

    def save(self, grant: StoreGrant) -> None:
        """Keep a grant in place of the store's earlier one."""
        sealed = self._box.encrypt(json.dumps(grant.to_document()).encode())
        with self._lock, self._connection:
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
        with self._lock:
            row = self._connection.execute(
                "SELECT sealed FROM grants WHERE store_hash = ?", (store_hash,)
            ).fetchone()
        if row is None:
            return None
        try:
            grant = StoreGrant.from_document(json.loads(self._box.decrypt(row[0])))
        except (_fernet_module().InvalidToken, ValueError, KeyError, TypeError):
            raise TokenStoreError(f"the grant of store {store_hash} cannot be read") from None
        if grant.store_hash != store_hash:
            raise TokenStoreError(f"the row of store {store_hash} belongs to another store")
        return grant

    def delete(self, store_hash: str) -> None:
        """Drop a store's grant; nothing happens if there is none."""
        with self._lock, self._connection:
            self._connection.execute("DELETE FROM grants WHERE store_hash = ?", (store_hash,))

    def stores(self) -> list[str]:
        """List the store hashes, sorted."""
        with self._lock:
            rows = self._connection.execute("SELECT store_hash FROM grants ORDER BY store_hash")
            return [row[0] for row in rows]

    def rotate(self) -> int:
        """Seal every grant anew with the first key, so that the others can be retired.

        Returns:
            How many grants there are.

        Raises:
            TokenStoreError: One of them cannot be read; then none is changed.
        """
        with self._lock, self._connection:
            rows = self._connection.execute("SELECT sealed, store_hash FROM grants").fetchall()
            try:
                fresh = [(self._box.rotate(sealed), store) for sealed, store in rows]
            except _fernet_module().InvalidToken:
                raise TokenStoreError("a grant is sealed with a key that is not given") from None
            self._connection.executemany("UPDATE grants SET sealed = ? WHERE store_hash = ?", fresh)
        return len(rows)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


def _fernet_module() -> Any:
    try:
        return import_module("cryptography.fernet")
    except ImportError:
        raise ConfigurationError(
            "the encrypted token store needs cryptography: pip install 'bcorm[auth]'"
        ) from None


def _box(key: str | Secret | Sequence[str | Secret] | None) -> MultiFernet:
    if key is None:
        key = [part for part in os.environ.get(KEY_VARIABLE, "").split(",") if part.strip()]
    keys = [key] if isinstance(key, str | Secret) else list(key)
    if not keys:
        raise ConfigurationError(f"no encryption key: pass key= or set {KEY_VARIABLE}")
    module = _fernet_module()
    try:
        boxes = [module.Fernet(Secret(one).reveal().strip()) for one in keys]
    except ValueError:
        # The original message is harmless, its traceback holds the key.
        raise ConfigurationError("the encryption key is not one of generate_key()'s") from None
    box: MultiFernet = module.MultiFernet(boxes)
    return box
