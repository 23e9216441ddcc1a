"""One POST to a host beside the API, with something in it that no traceback may show.

`oauth` sends the client secret with it and `payments` a card. It is sent once, follows no
redirect and obeys no ``.netrc``; what goes wrong is returned rather than raised, because the
frames of an exception would hold the whole request.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import requests

from bcorm.http.credentials import Secret
from bcorm.http.message import Headers, Response

if TYPE_CHECKING:
    from collections.abc import Mapping

_CONNECT = 5.0  # seconds


def post_once(
    url: str,
    *,
    headers: Mapping[str, str | Secret],
    body: Mapping[str, str | Secret] | bytes,
    read: float,
) -> Response | str:
    """Post something; give the answer, or the name of what went wrong.

    Args:
        url: Where to, in full.
        headers: Header fields.
        body: The fields of a form, or the bytes of what the headers say.
        read: Seconds to wait for the answer.
    """
    try:
        with requests.Session() as session:
            session.trust_env = False  # a .netrc entry would replace our own credentials
            answer = session.post(
                url,
                data=body if isinstance(body, bytes) else _revealed(body),
                headers=_revealed(headers),
                timeout=(_CONNECT, read),
                allow_redirects=False,
            )
            return Response(answer.status_code, Headers(answer.headers), answer.content)
    except requests.RequestException as error:
        return type(error).__name__
    except BaseException as error:  # noqa: BLE001 - raised again at once
        raise error.with_traceback(None) from None


def _revealed(fields: Mapping[str, str | Secret]) -> dict[str, str]:
    return {
        name: value.reveal() if isinstance(value, Secret) else value
        for name, value in fields.items()
    }
