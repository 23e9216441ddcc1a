"""Warnings that point at the user's line, however deep in the library they arise."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

_OURS = (str(Path(__file__).parents[1]), "<attrs generated")


def warn(warning: Warning) -> None:
    """Issue a warning at the nearest line outside of bcorm."""
    frame = sys._getframe(1)  # noqa: SLF001 - what warnings.warn itself looks at
    level = 2
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_OURS):
        frame = frame.f_back
        level += 1
    warnings.warn(warning, stacklevel=level)
