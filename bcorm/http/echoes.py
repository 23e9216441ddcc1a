"""What a server gives back of what it was sent, found in whatever form one would meet.

Errors, logs and messages are cleared of it with `blot`; of an answer in success it is shown in no
repr, with `veiled`.
"""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bcorm.http.credentials import MASK, SecretText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bcorm.http.credentials import Secret

# Letters and digits of fewer are in too many texts by chance to be looked for in disguise.
_TELLING = 8
# Of a text so much is read as escapes: more is nobody's message.
_LOOKED_AT = 1024 * 1024
_ROUNDS = 3
_LOWER = bytes(range(256)).lower()
_PUNCTUATION = bytes(byte for byte in range(128) if not chr(byte).isalnum())
_ESCAPE = re.compile(
    rb"\\\\|\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})|%([0-9A-Fa-f]{2})|&#[xX]([0-9A-Fa-f]{1,6});?"
    rb"|&#([0-9]{1,7});?|\\[nrtbf]|&[A-Za-z]{1,8};"
)


def blot(value: Any, secrets: Sequence[Secret], *, disguised: bool = True) -> Any:
    """Blot secrets out of a text, or out of parsed JSON, where no escape can hide them.

    What repeats one in disguise (encoded, escaped, in pieces or in another case) is blotted as a
    whole.

    Args:
        value: A text, or parsed JSON.
        secrets: What is not to be seen in it.
        disguised: False if it is known to repeat none in disguise.
    """
    if isinstance(value, str):
        for secret in secrets:
            value = secret.hidden_in(value)
        if disguised and is_repeated(value.encode("utf-8", "surrogatepass"), secrets):
            return MASK
        return value
    if isinstance(value, list):
        return [blot(item, secrets, disguised=disguised) for item in value]
    if isinstance(value, dict):
        return {
            blot(name, secrets, disguised=disguised): blot(item, secrets, disguised=disguised)
            for name, item in value.items()
        }
    return value


def veiled(value: Any, secrets: Sequence[Secret]) -> Any:
    """Parsed JSON as it came, in which a text that repeats a secret shows in no repr and pickle."""
    if isinstance(value, str):
        return SecretText(value) if blot(value, secrets) != value else value
    if isinstance(value, list):
        return [veiled(item, secrets) for item in value]
    if isinstance(value, dict):
        return {veiled(name, secrets): veiled(item, secrets) for name, item in value.items()}
    return value


def is_repeated(text: bytes, secrets: Sequence[Secret]) -> bool:
    """Whether a text repeats a secret in whatever form one would meet.

    As it is, in another case, with anything but letters and digits in between or instead; in
    Base64, in hexadecimal digits, backwards; behind escapes of JSON, URLs and HTML.
    """
    looked_for = [form for secret in secrets for form in _forms(secret.reveal())]
    if not looked_for:
        return False
    bare = _bare(text)
    if any(form in bare for form in looked_for):
        return True
    text = text[:_LOOKED_AT]
    for _ in range(_ROUNDS):
        if not (b"%" in text or b"\\" in text or b"&" in text):
            return False
        text = _ESCAPE.sub(_unescaped, text)
        bare = _bare(text)
        if any(form in bare for form in looked_for):
            return True
    return False


def _bare(text: bytes) -> bytes:
    """The letters and digits alone, in lower case."""
    return text.translate(_LOWER, _PUNCTUATION)


@lru_cache(maxsize=256)
def _forms(text: str) -> tuple[bytes, ...]:
    """What a text leaves of itself, bare, in each of its forms; nothing of a short one."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else b""
    bare = _bare(data)
    if len(bare) < _TELLING:
        return ()
    coded = []
    for before, lost in ((0, 0), (1, 2), (2, 3)):
        encoded = base64.b64encode(bytes(before) + data).rstrip(b"=")
        # The first letters hold what comes before it, and the last one what follows.
        whole = (before + len(data)) % 3 == 0
        coded.append(_bare(encoded[lost:] if whole else encoded[lost:-1]))
    return (bare, bare[::-1], data.hex().encode(), *coded)


def _unescaped(found: re.Match[bytes]) -> bytes:
    code, digits = next(((place, one) for place, one in enumerate(found.groups()) if one), (0, b""))
    if not digits:
        return b"\\" if found[0] == b"\\\\" else b""
    number = int(digits, 10 if code == 4 else 16)
    if code in {1, 2}:
        return bytes([number])
    return chr(number).encode("utf-8", "surrogatepass") if number < 0x110000 else b""
