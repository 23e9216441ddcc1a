"""`dataclass_transform`, which Python 3.10 lacks: it tells type checkers what fields are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing_extensions import dataclass_transform
elif sys.version_info >= (3, 11):
    from typing import dataclass_transform
else:

    def dataclass_transform(**_options: Any) -> Any:
        """Do nothing: only type checkers read it."""
        return lambda cls: cls


__all__ = ["dataclass_transform"]
