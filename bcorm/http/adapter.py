"""The bounds for who speaks through a `requests.Session`, as the official client's programs do.

``session.mount("https://", BoundedAdapter())``: answers are read whole, within the bounds, before
the session sees them, and what goes wrong are the errors of requests.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import requests

from bcorm.http.bounds import DEFAULT
from bcorm.http.reading import Undecodable, read_body
from bcorm.http.sockets import Clock, TimedAdapter, TooLarge, running

if TYPE_CHECKING:
    from bcorm.http.bounds import Bounds


class BoundedAdapter(TimedAdapter):
    """An adapter whose answers are read within bounds.

    Args:
        bounds: How much of an answer is read, and how long.
        **options: As `requests.adapters.HTTPAdapter` takes them.
    """

    def __init__(self, bounds: Bounds = DEFAULT, **options: Any) -> None:
        self._bounds = bounds
        super().__init__(**options)

    def send(self, *sent: Any, **options: Any) -> requests.Response:
        """Send a request and read its answer; see `HTTPAdapter.send`.

        Raises:
            requests.exceptions.RequestException: No answer, or one beyond the bounds.
        """
        bounds = self._bounds
        request, timeout = sent[0], options.get("timeout")
        read = timeout[1] if isinstance(timeout, tuple) else timeout
        ends = time.monotonic() + bounds.max_seconds
        clock = Clock(ends, bounds.max_seconds if read is None else read, bounds.max_bytes)
        token = running.set(clock)
        try:
            answer = super().send(request, **{**options, "stream": True})
            answer._content = read_body(answer.raw, bounds, ends)  # noqa: SLF001 - as requests does
            vars(answer)["_content_consumed"] = True
        except (TooLarge, Undecodable) as error:
            failure: Exception = requests.exceptions.ContentDecodingError(str(error))
        except TimeoutError as error:
            failure = requests.exceptions.ReadTimeout(str(error), request=request)
        except requests.RequestException:
            raise
        except OSError as error:
            failure = requests.exceptions.ConnectionError(str(error), request=request)
        except Exception as error:
            if not type(error).__module__.startswith("urllib3."):
                raise
            timed_out = "timed out" in str(error)
            kind = requests.exceptions.ReadTimeout if timed_out else requests.ConnectionError
            failure = kind(str(error), request=request)
        else:
            return answer
        finally:
            running.reset(token)
        raise failure
