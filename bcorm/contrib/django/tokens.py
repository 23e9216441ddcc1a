"""`DjangoTokenStore`: an app's grants in the site's database, sealed.

For `bcorm.auth.App` in a site that is an app of many stores; with `CLIENT_FOR` the same grants
give each request its store's client::

    app = App(..., tokens=DjangoTokenStore())
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.auth.sealing import Sealer
from bcorm.auth.secrets import wrapped
from bcorm.contrib.django.connections import configuration
from bcorm.contrib.django.models import Grant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.auth import StoreGrant
    from bcorm.http.credentials import Secret


class DjangoTokenStore:
    """Grants in the table of `models.Grant`, each of which only the key can open.

    Args:
        key: The encryption key, or several: the first one encrypts, all of them decrypt.
            From the setting `BCORM["TOKEN_KEY"]`, or `BCORM_TOKEN_KEY` in the environment, if
            None.
        using: The database alias.

    Raises:
        ConfigurationError: There is no key, or it is none of `bcorm.auth.generate_key`'s.
    """

    def __init__(
        self,
        key: str | Secret | Sequence[str | Secret] | None = None,
        *,
        using: str = "default",
    ) -> None:
        keys = None if key is None else wrapped(key)
        del key  # no error below may carry it in its frame
        self._sealer = Sealer(configuration().get("TOKEN_KEY") if keys is None else keys)
        self._rows = Grant.objects.using(using)

    def save(self, grant: StoreGrant) -> None:
        """Keep a grant in place of the store's earlier one."""
        self._rows.update_or_create(
            store_hash=grant.store_hash, defaults={"sealed": self._sealer.seal(grant)}
        )

    def load(self, store_hash: str) -> StoreGrant | None:
        """Give a store's grant, or None.

        Raises:
            TokenStoreError: The row was sealed with another key, or damaged, or moved.
        """
        row = self._rows.filter(store_hash=store_hash).first()
        return None if row is None else self._sealer.open(store_hash, bytes(row.sealed))

    def delete(self, store_hash: str) -> None:
        """Drop a store's grant; nothing happens if there is none."""
        self._rows.filter(store_hash=store_hash).delete()

    def stores(self) -> list[str]:
        """List the store hashes, sorted."""
        return list(self._rows.order_by("store_hash").values_list("store_hash", flat=True))

    def rotate(self) -> int:
        """Seal every grant anew with the first key, so that the others can be retired.

        Returns:
            How many grants there are.

        Raises:
            TokenStoreError: One of them cannot be read; then none is changed.
        """
        rows = [(row.pk, bytes(row.sealed)) for row in self._rows.all()]
        fresh = [(key, sealed, self._sealer.rotate(sealed)) for key, sealed in rows]
        for key, sealed, anew in fresh:
            # A grant that was saved meanwhile is newer than the one read here.
            self._rows.filter(pk=key, sealed=sealed).update(sealed=anew)
        return len(rows)
