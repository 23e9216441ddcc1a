"""Operations that no scenario calls, each with the reason; as in ``GET /v3/hooks``."""

from __future__ import annotations

UNREACHABLE: dict[str, str] = {}
