"""Files that are there when they are complete, for whatever writes rows into one."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def completed(path: Path, *, private: bool = False) -> Iterator[Path]:
    """Give a name to write to in a block, and that of the file if the block ends well.

    The name is nobody else's: two processes that write the same file at a time replace one whole
    file by another.

    Args:
        path: the file; one of that name is replaced.
        private: whether nobody but the user may read it.

    Raises:
        IsADirectoryError: a folder is called so.
    """
    if path.is_dir():  # before anything is read for it
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    partial = path.with_name(f".{path.name}.{uuid4().hex[:12]}.part")
    if not path.parent.is_dir():  # rather than of a name that nobody knows
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    try:
        if private:
            partial.touch(mode=0o600)
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
