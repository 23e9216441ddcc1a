"""Keeping an app's webhooks alive (webhooks.v3.yml).

BigCommerce deactivates a hook whose retries are used up (about 48 hours) or that was idle
for 90 days, and says so by mail only. `HookKeeper` compares what the app wants with what the
store has, creates what is missing and switches on what was switched off; run it on a timer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from bcorm.http.credentials import masked

from .listing import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.http import ApiClient

_PATH = "v3/hooks"


@attrs.frozen
class Hook:
    """A webhook that the app wants.

    Attributes:
        scope: What it listens to.
        destination: An https URL on port 443.
        headers: Fields that each delivery carries, to recognise it by.
    """

    scope: str
    destination: str
    headers: Mapping[str, str] | None = attrs.field(default=None, repr=False, converter=masked)


@attrs.frozen
class HookHealth:
    """What a check found.

    Attributes:
        wanted: The hook.
        state: `healthy`, `inactive`, `missing` or `changed` (other headers).
        id: The store's id of it, unless it is missing.
    """

    wanted: Hook
    state: str
    id: int | None = None


class HookKeeper:
    """Looks after the hooks of one app in one store.

    Args:
        client: The store. Only hooks of the same API account are seen.
        hooks: What the app wants.
    """

    def __init__(self, client: ApiClient, hooks: Sequence[Hook]) -> None:
        self._client = client
        self._hooks = tuple(hooks)

    def check(self) -> list[HookHealth]:
        """Compare what the app wants with what the store has; changes nothing.

        Raises:
            ApiError: The store refused.
        """
        present = {
            (str(row.get("scope")), str(row.get("destination"))): row
            for row in rows(self._client, _PATH, masking="headers")
        }
        return [_health(hook, present.get((hook.scope, hook.destination))) for hook in self._hooks]

    def repair(self) -> list[HookHealth]:
        """Create what is missing, switch on what is off, put back changed headers.

        One request at a time: the store takes no two at once. Events that were missed
        meanwhile are not delivered again; see `backfill`.

        Returns:
            What was found unhealthy and is repaired now.

        Raises:
            ApiError: The store refused one; those before it are repaired.
        """
        broken = [health for health in self.check() if health.state != "healthy"]
        for health in broken:
            body: dict[str, Any] = {
                "scope": health.wanted.scope,
                "destination": health.wanted.destination,
                "is_active": True,
            }
            if health.wanted.headers is not None:
                body["headers"] = dict(health.wanted.headers)
            if health.id is None:
                self._client.post(_PATH, json=body)
            else:
                self._client.put(f"{_PATH}/{health.id}", json=body)
        return broken

    def remove(self) -> int:
        """Delete the app's hooks; gives their number.

        Raises:
            ApiError: The store refused one.
        """
        found = [health for health in self.check() if health.id is not None]
        for health in found:
            self._client.delete(f"{_PATH}/{health.id}")
        return len(found)


def _health(hook: Hook, row: Mapping[str, Any] | None) -> HookHealth:
    if row is None:
        return HookHealth(hook, "missing")
    if not row.get("is_active"):
        return HookHealth(hook, "inactive", row["id"])
    told = row.get("headers") or {}
    if hook.headers is not None and told != dict(hook.headers):
        return HookHealth(hook, "changed", row["id"])
    return HookHealth(hook, "healthy", row["id"])
