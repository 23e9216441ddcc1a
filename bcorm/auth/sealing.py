"""Sealing grants for places that others may read: encrypted, and bound to their store.

Needs the `auth` extra (`cryptography`). `SqliteTokenStore` and the Django extra's store keep
what comes out of here: one Fernet token per grant (AES-128-CBC with HMAC-SHA256), with the store
hash inside, so that a token moved to another store's row is refused.
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import Secret, unseen

from .errors import TokenStoreError
from .grants import StoreGrant
from .secrets import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cryptography.fernet import MultiFernet

KEY_VARIABLE = "BCORM_TOKEN_KEY"


def generate_key() -> str:
    """Make a new encryption key: 32 random bytes in URL-safe Base64. Keep it off the disk."""
    key: bytes = _fernet_module().Fernet.generate_key()
    return key.decode("ascii")


class Sealer:
    """Turns grants into bytes that only its key can open.

    Args:
        key: The encryption key, or several: the first one encrypts, all of them decrypt.
            From `BCORM_TOKEN_KEY` (comma-separated) if None.

    Raises:
        ConfigurationError: There is no key, or it is none of `generate_key`'s.
    """

    def __init__(self, key: str | Secret | Sequence[str | Secret] | None = None) -> None:
        keys = None if key is None else wrapped(key)
        del key  # no error below may carry it in its frame
        self._box = _box(_keys_here() if keys is None else keys)

    def seal(self, grant: StoreGrant) -> bytes:
        """Encrypt a grant."""
        return unseen(self._sealed, grant)

    def open(self, store_hash: str, sealed: bytes) -> StoreGrant:
        """Decrypt the grant of a store.

        Raises:
            TokenStoreError: It was sealed with another key, or damaged, or moved.
        """
        try:
            grant = unseen(self._opened, sealed)
        except (_fernet_module().InvalidToken, ValueError, KeyError, TypeError):
            raise TokenStoreError(f"the grant of store {store_hash} cannot be read") from None
        if grant.store_hash != store_hash:
            raise TokenStoreError(f"the row of store {store_hash} belongs to another store")
        return grant

    def _sealed(self, grant: StoreGrant) -> bytes:
        return self._box.encrypt(json.dumps(grant.to_document()).encode())

    def _opened(self, sealed: bytes) -> StoreGrant:
        return StoreGrant.from_document(json.loads(self._box.decrypt(sealed)))

    def rotate(self, sealed: bytes) -> bytes:
        """Seal the same grant anew, with the first key.

        Raises:
            TokenStoreError: It was sealed with none of the keys.
        """
        try:
            return self._box.rotate(sealed)
        except (_fernet_module().InvalidToken, TypeError):
            raise TokenStoreError("a grant is sealed with a key that is not given") from None


def box_here() -> MultiFernet | None:
    """Return what seals and opens with this process's key; None without a key or the extra."""
    if not os.environ.get(KEY_VARIABLE, "").strip():
        return None
    try:
        return _box(_keys_here())
    except ConfigurationError:
        return None


def _fernet_module() -> Any:
    try:
        return import_module("cryptography.fernet")
    except ImportError:
        raise ConfigurationError(
            "the encrypted token store needs cryptography: pip install 'bcorm[auth]'"
        ) from None


def _keys_here() -> tuple[Secret, ...]:
    told = os.environ.get(KEY_VARIABLE, "").split(",")
    return tuple(map(Secret, filter(str.strip, told)))


def _box(keys: tuple[Secret, ...]) -> MultiFernet:
    if not keys:
        raise ConfigurationError(f"no encryption key: pass key= or set {KEY_VARIABLE}")
    module = _fernet_module()
    boxes = [_fernet(module, one) for one in keys]
    if None in boxes:
        raise ConfigurationError("the encryption key is not one of generate_key()'s")
    box: MultiFernet = module.MultiFernet(boxes)
    return box


def _fernet(module: Any, key: Secret) -> Any:
    """The cipher of a key; None if it is none, because the frames of the error hold it."""
    try:
        return module.Fernet(key.reveal().strip())
    except (ValueError, TypeError, AttributeError):
        return None
