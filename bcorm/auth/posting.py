"""One POST to a host beside the API, with something in it that no traceback may show.

`oauth` sends the client secret with it and `payments` a card. It is sent once, follows no
redirect and obeys no `.netrc`; what goes wrong is returned rather than raised, because the
frames of an exception would hold the whole request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.exceptions import ApiError
from bcorm.http.bounds import DEFAULT
from bcorm.http.credentials import SecretText, blot
from bcorm.http.message import Request, Timeout
from bcorm.http.transport import Wire

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bcorm.http.bounds import Bounds
    from bcorm.http.credentials import Hidden, Secret
    from bcorm.http.message import Response


def post_once(
    url: str,
    *,
    headers: Mapping[str, str | Secret],
    body: Hidden[bytes],
    read: float,
    secrets: Sequence[Secret],
    bounds: Bounds = DEFAULT,
) -> Response | str:
    """Post something; give the answer, or the name of what went wrong.

    Args:
        url: Where to, in full.
        headers: Header fields.
        body: The bytes of what the headers say.
        read: Seconds to wait for the next bytes of the answer.
        secrets: What may be given back instead of an answer, and is not told.
        bounds: How much of the answer is read, and how long.
    """
    fields = {
        name: value if isinstance(value, str) else SecretText(value.reveal())
        for name, value in headers.items()
    }
    wire = Wire(bounds=bounds, pool_size=1)
    try:
        return wire.send(
            Request("POST", "", body=body.reveal()), url, fields, timeout=Timeout(read=read)
        )
    except ApiError as error:
        return str(blot(f"{type(error).__name__}: {error.title}", secrets))
    finally:
        wire.close()
