"""What is secret in rows that are read, such as header fields of webhooks: it shows in no frame.

A resource says of its fields which are secret; here it is known by the path that rows come from, so
that they are veiled before anything is made of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.http.credentials import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

# By where rows are read: the wire names of what is secret in them.
_secret_rows: dict[str, frozenset[str]] = {}


def keep_secret(path: str, wires: Iterable[str]) -> None:
    """Take note of what is secret in the rows of an endpoint, and is read.

    Args:
        path: the endpoint's path.
        wires: names of fields, as rows have them.
    """
    start = path.partition("{")[0].rstrip("/")
    _secret_rows[start] = _secret_rows.get(start, frozenset()) | {*wires}


def veil(path: str, data: Any) -> None:
    """Let no frame show what is secret in rows that came, before anything is made of them.

    Args:
        path: where they were read.
        data: a row, or a list of rows.
    """
    if not path.startswith(tuple(_secret_rows)):
        return
    wires = {
        wire for start in _secret_rows if path.startswith(start) for wire in _secret_rows[start]
    }
    for row in data if isinstance(data, list) else [data]:
        if isinstance(row, dict):
            row.update({wire: masked(row[wire]) for wire in wires & row.keys()})
