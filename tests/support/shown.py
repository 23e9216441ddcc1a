"""All that a log, an error tracker or a debugger can make of an exception, as text."""

from __future__ import annotations

import base64
import pickle
import re
import traceback
from urllib.parse import quote, quote_plus

# Frames of the tests themselves, which hold what they look for.
_OWN = ("/tests/", "/_pytest/", "/hypothesis/")
_SHORT = 4


def shown(error):
    """Message, repr, arguments, attributes, notes, pickle and variables, of the causes too."""
    texts, todo, seen = [], [error], set()
    while todo:
        current = todo.pop()
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        todo += [current.__cause__, current.__context__]
        notes = getattr(current, "__notes__", ())
        texts += [str(current), *map(repr, (current, current.args, vars(current), notes))]
        for frame, _ in traceback.walk_tb(current.__traceback__):
            if any(part in frame.f_code.co_filename for part in _OWN):
                continue
            where = f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}"
            texts += [f"{where} {name}={_repr(value)}" for name, value in frame.f_locals.items()]
        try:
            texts.append(pickle.dumps(current).decode("latin-1"))
        except Exception:  # noqa: BLE001 - what cannot be pickled shows nothing
            texts.append("")
    return "\n".join(texts)


def _repr(value):
    try:
        return repr(value)
    except Exception:  # noqa: BLE001 - of an object that is half made, or whose store is gone
        return ""


def forms(secret, *, whole=False):
    """A secret in the forms in which something else can show it.

    Args:
        secret: the text.
        whole: whether Base64 is as it would be told; else what of it is the secret's alone.
    """
    data = secret.encode()
    coded = set()
    for before in (b"", b"x", b"xx"):
        # What comes before and after it is in the first and the last letters.
        encoded = base64.b64encode(before + data).decode()
        own = encoded[4 if before else 0 :]
        own = own.rstrip("=")[:-1] if own.endswith("=") else own
        coded.add(encoded if whole else own)
    return {
        secret, secret.lower(), secret.upper(), secret[::-1], quote(secret, safe=""),
        quote_plus(secret), data.hex(), *coded, "".join(f"%{byte:02X}" for byte in data),
        "".join(f"\\u{ord(letter):04x}" for letter in secret),
        "".join(f"\\\\u{ord(letter):04x}" for letter in secret),
        "".join(f"&#{ord(letter)};" for letter in secret),
    }  # fmt: skip


def assert_unseen(text, *secrets):
    """Fail if a text shows a secret in any form; the message does not repeat it."""
    for secret in secrets:
        if len(secret) < _SHORT:
            # Three digits are in addresses and times by chance: as a word of their own they tell.
            found = re.search(rf"(?<![\w.]){re.escape(secret)}(?![\w.])", text)
            assert not found, _around(text, found)
            continue
        for form in forms(secret):
            place = text.find(form)
            assert place < 0, text[max(0, place - 120) : place]


def _around(text, found):
    return found and text[max(0, found.start() - 120) : found.start()]


def check(error, *secrets):
    """Fail if an exception shows a secret anywhere."""
    assert_unseen(shown(error), *secrets)
