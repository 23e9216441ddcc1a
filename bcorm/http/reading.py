"""Reading a body within bounds: the one place where bytes of a server become bytes of ours.

The core, the hosts beside the API (`bcorm.auth.posting`) and `bcorm.compat` read through
`read_body`, and receivers of webhooks through `read_at_most`.
"""

from __future__ import annotations

import time
import zlib
from typing import TYPE_CHECKING, Any, Protocol

from bcorm.http.sockets import TooLarge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bcorm.http.bounds import Bounds

_CHUNK = 64 * 1024
_MOST_ENCODINGS = 2
_GZIP = b"\x1f\x8b"


class Undecodable(ValueError):
    """A body whose content encoding is damaged, or is none that was asked for."""


class Readable(Protocol):
    """What bytes are read from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""


def read_body(raw: Any, bounds: Bounds, ends: float) -> bytes:
    """Read and decode the body of an answer.

    Args:
        raw: A `urllib3.HTTPResponse` of which nothing was read. It is closed on any failure.
        bounds: How much is read.
        ends: `time.monotonic` moment by which it must be over.

    Raises:
        TooLarge: It is longer than the bounds allow.
        Undecodable: Its gzip or deflate is damaged, or it comes in another encoding.
        TimeoutError: It did not end in time.
        urllib3.exceptions.HTTPError: The connection broke.
    """
    done = False
    try:
        named = str(raw.headers.get("content-encoding") or "").lower().split(",")
        encodings = [name.strip() for name in named if name.strip() not in ("", "identity")]
        if len(encodings) > _MOST_ENCODINGS:
            raise Undecodable("the answer is encoded more than twice")
        chunks = _limited(_received(raw), bounds.max_bytes)
        for name in reversed(encodings):
            chunks = _inflated(chunks, name)
        read: list[bytes] = []
        for chunk in _limited(chunks, bounds.max_decoded_bytes):
            read.append(chunk)
            if time.monotonic() > ends:
                raise TimeoutError("the answer did not end in time")
        done = True
    except zlib.error as error:
        raise Undecodable(f"the answer cannot be decompressed: {error}") from None
    finally:
        if not done:
            raw.close()
    return read[0] if len(read) == 1 else b"".join(read)


def read_at_most(stream: Readable, size: int) -> bytes | None:
    """Read a stream to its end; None if it has more than `size` bytes."""
    read: list[bytes] = []
    left = size + 1
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        read.append(chunk)
        left -= len(chunk)
    return b"".join(read) if left > 0 else None


def _received(raw: Any) -> Iterator[bytes]:
    # read1 returns what has arrived; urllib3 has it since 2.1.
    read = getattr(raw, "read1", raw.read)
    while chunk := read(_CHUNK, decode_content=False):
        yield chunk


def _limited(chunks: Iterator[bytes], most: float) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise TooLarge(f"the answer is larger than {most:.0f} bytes")
        yield chunk


def _inflated(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """Decompress piece by piece: no piece of the result is longer than a chunk."""
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Undecodable(f"the answer is encoded as {encoding[:40]!r}, which was not asked for")
    box: Any = None
    members = 0
    for received in chunks:
        chunk = received
        while chunk:
            if box is None:
                if members and not _GZIP.startswith(chunk[:2]):
                    return  # padding after the end
                box, members = zlib.decompressobj(_window(encoding, chunk)), members + 1
            piece = box.decompress(chunk, _CHUNK)
            yield piece
            while not box.eof and len(piece) == _CHUNK:
                piece = box.decompress(box.unconsumed_tail, _CHUNK)
                yield piece
            chunk, box = (box.unused_data, None) if box.eof else (b"", box)
    if box is not None:
        raise Undecodable("the answer ends in the middle of its compressed data")


def _window(encoding: str, start: bytes) -> int:
    """How zlib is told what it reads; "deflate" is sent with and without zlib's header."""
    if encoding != "deflate":
        return 16 + zlib.MAX_WBITS
    return zlib.MAX_WBITS if start[0] & 0x0F == 8 else -zlib.MAX_WBITS
