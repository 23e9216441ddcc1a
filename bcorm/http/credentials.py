"""Who we are to a store, with secrets that do not show.

A client is built from `OAuthCredentials` or, for the old V2 API, `BasicCredentials`. Both
say where their store is and which header fields authenticate a request to it. What a server gives
back of what it was sent is found in whatever form one would meet: errors, logs and messages are
cleared of it with `blot`; of an answer in success it is shown in no repr, with `veiled`.
"""

from __future__ import annotations

import base64
import ipaddress
import os
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Protocol, SupportsIndex, TypeVar
from urllib.parse import urlsplit

import attrs

from bcorm.exceptions import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

API_URL = "https://api.bigcommerce.com"

MASK = "****"
_STORE_HASH = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_HEADER_SAFE = re.compile(r"[\x21-\x7e]+\Z")
# Sent in Base64, so it may have spaces in it; around it they are a slip of whoever copied it.
_PASSWORD = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?\Z")
_VERSION = re.compile(r"/v[23]\Z")
# Of a URL: a user name and a password, a query, a fragment.
_BESIDE_A_PLACE = re.compile(r"[@?#]")
_LEGACY = re.compile(r"/api(?:/v2)?\Z")
_HOST = re.compile(r"(?:[A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?\Z")


class Secret:
    """A piece of text that shows in no repr, format, pickle or traceback.

    Example:
        >>> Secret("abc")
        Secret('****')
        >>> Secret("abc").reveal()
        'abc'
    """

    __slots__ = ("_text",)

    def __init__(self, text: str | Secret) -> None:
        self._text = text.reveal() if isinstance(text, Secret) else text

    def reveal(self) -> str:
        """The text itself, for the one place that sends it."""
        return self._text

    def hidden_in(self, text: str) -> str:
        """Another text, with `****` wherever it repeats this one as it is."""
        return text.replace(self._text, MASK) if self._text else text

    def __repr__(self) -> str:
        return f"Secret({MASK!r})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash((Secret, self._text))

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Secret:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled; load it again where it is needed")


class Hidden(Generic[T]):
    """Any value on its way to where it is sent, such as a body with a card in it."""

    __slots__ = ("_value",)

    def __init__(self, value: T) -> None:
        self._value = value

    def reveal(self) -> T:
        """The value itself, for the one place that sends it."""
        return self._value

    def __repr__(self) -> str:
        return f"Hidden({MASK!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a hidden value is not pickled")


class SecretText(str):
    """A text for libraries that insist on `str`, as JSON does; its repr and pickle are masked."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(MASK)

    def __copy__(self) -> SecretText:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> SecretText:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return WithheldText, (MASK,)


class WithheldText(SecretText):
    """What a pickle has in place of a secret: it is refused where it would be sent."""

    __slots__ = ()


def masked(value: Any) -> Any:
    """What may be secret, with texts that show in no repr; those in mappings and lists, too."""
    if isinstance(value, str):
        return value if isinstance(value, SecretText) else SecretText(value)
    if isinstance(value, (bytes, bytearray, set, frozenset)):
        return Hidden(value)  # no JSON either: it is refused
    if isinstance(value, Mapping):
        return {name: masked(item) for name, item in value.items()}
    return type(value)(map(masked, value)) if type(value) in {list, tuple} else value


def masked_url(url: Any) -> Any:
    """A URL that carries more than a place, such as a password, as text that shows in no repr."""
    if isinstance(url, str):
        return masked(url) if _BESIDE_A_PLACE.search(url) else url
    return url if url is None or isinstance(url, Hidden) else Hidden(url)


# What names of secrets are made of; as a word of its own, "key" is of many other things.
_WORDS = (
    "password", "passwd", "passwords", "pwd", "passphrase", "secret", "token", "auth", "credential",
    "authentication", "authorization", "credentials", "headers", "connection", "cvv", "cvc",
)  # fmt: skip
_PHRASES = re.compile(r"(?:api|private|access|license)_?key|card_?number|verification_value")


def sounds_secret(name: str) -> bool:
    """Whether something is called as secrets are, or nearly so."""
    import difflib  # noqa: PLC0415 - seldom asked for

    lowered = name.lower()
    words = (word for word in re.split(r"[\W_]+", lowered) if word)
    return _PHRASES.search(lowered) is not None or any(
        difflib.get_close_matches(word, _WORDS, n=1, cutoff=0.83) for word in words
    )


def unseen(work: Callable[..., T], *args: Any) -> T:
    """Call what has secrets in its variables; whatever it raises comes without its frames.

    Args:
        work: A function.
        args: Its arguments, wrapped.
    """
    try:
        return work(*args)
    except BaseException as error:  # noqa: BLE001 - raised again at once
        failure = error.with_traceback(None)
    failure.__context__ = failure.__cause__ = None
    raise failure


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
    looked_for = [form for secret in secrets for form in unseen(_forms_of, secret)]
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


def _forms_of(secret: Secret) -> tuple[bytes, ...]:
    return _forms(secret.reveal())


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


class Credentials(Protocol):
    """What the transport needs to know of an account."""

    @property
    def store_key(self) -> str:
        """Names the store in caches and quotas: its hash, or its host."""

    @property
    def versions(self) -> tuple[str, ...]:
        """API versions that these credentials open: `v2`, `v3`."""

    def base_url(self, api_url: str | None) -> str:
        """The URL that paths like `v3/catalog/products` are appended to."""

    def auth_headers(self) -> dict[str, str]:
        """The header fields that authenticate a request, as masked text."""

    def secrets(self) -> tuple[Secret, ...]:
        """Everything that must never be seen in an error."""


def _is_header_safe(secret: Secret) -> bool:
    # Apart from who raises, whose variables a traceback may show.
    text = secret.reveal()
    return isinstance(text, str) and _HEADER_SAFE.match(text) is not None


def _header_safe(_instance: object, attribute: attrs.Attribute[Secret], value: Secret) -> None:
    if not _is_header_safe(value):
        # The text is in no message: a mistyped token is still mostly a token.
        raise ConfigurationError(
            f"{attribute.name} must be printable ASCII text without spaces or line breaks"
        )


def _is_password(secret: Secret) -> bool:
    # Apart from who raises, as above.
    text = secret.reveal()
    return isinstance(text, str) and _PASSWORD.match(text) is not None


def _password(_instance: object, attribute: attrs.Attribute[Secret], value: Secret) -> None:
    if not _is_password(value):
        raise ConfigurationError(
            f"{attribute.name} must be printable ASCII text without spaces around it"
        )


def _store_hash(_instance: object, _attribute: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not _STORE_HASH.match(value):
        raise ConfigurationError(
            "store_hash must be the letters and digits after /stores/ in the API path, "
            "such as 'abc123'"
        )


def _host(_instance: object, _attribute: attrs.Attribute[str], value: str) -> None:
    if not isinstance(value, str) or not ("://" in value or _HOST.match(value)):
        raise ConfigurationError("host must be a host name such as 'www.example.com'")
    check_url(_url_of(value))


def _url_of(host: str) -> str:
    url: str = masked_url(host if "://" in host else f"https://{host}")
    return url


def _username(_instance: object, _attribute: attrs.Attribute[str], value: str) -> None:
    # A colon would end the user name early: RFC 7617, section 2.
    if not isinstance(value, str) or not value.isprintable() or not value or ":" in value:
        raise ConfigurationError("username must be printable text without a colon")


@attrs.frozen(init=False)
class OAuthCredentials:
    """A store-level or app-level API account: `X-Auth-Token`, V2 and V3.

    Attributes:
        store_hash: The part of the API path after `/stores/`.
        access_token: The account's token.
        client_id: Sent as `X-Auth-Client`; obsolete and harmless.

    Raises:
        ConfigurationError: A value cannot be right; the message never shows the token.
    """

    store_hash: str = attrs.field(validator=_store_hash)
    access_token: Secret = attrs.field(validator=_header_safe)
    client_id: Secret | None = attrs.field(
        default=None, validator=attrs.validators.optional(_header_safe)
    )

    def __init__(
        self, store_hash: str, access_token: str | Secret, client_id: str | Secret | None = None
    ) -> None:
        # Wrapped before anything is checked: a traceback that shows local variables shows these.
        access_token = Secret(access_token)
        client_id = None if client_id is None else Secret(client_id)
        self.__attrs_init__(store_hash, access_token, client_id)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None) -> OAuthCredentials:
        """Read `BIGCOMMERCE_STORE_HASH` and `BIGCOMMERCE_ACCESS_TOKEN`.

        Raises:
            ConfigurationError: One of them is missing or cannot be right.
        """
        source = Hidden(os.environ if environ is None else environ)
        del environ  # no error below may carry it in its frame
        names = ("BIGCOMMERCE_STORE_HASH", "BIGCOMMERCE_ACCESS_TOKEN")
        missing = [name for name in names if not source.reveal().get(name)]
        if missing:
            raise ConfigurationError(f"{' and '.join(missing)} not set in the environment")
        return cls(source.reveal()[names[0]], Secret(source.reveal()[names[1]]))

    @property
    def store_key(self) -> str:
        """The store hash."""
        return self.store_hash

    @property
    def versions(self) -> tuple[str, ...]:
        """Both API versions."""
        return ("v2", "v3")

    def base_url(self, api_url: str | None) -> str:
        """`https://api.bigcommerce.com/stores/{hash}/`, or below `api_url`.

        An API path that was copied whole, with this store's hash and a version, is taken for
        what it means.

        Raises:
            ConfigurationError: `api_url` cannot be right, or names another store.
        """
        api_url = masked_url(api_url)
        above = _above_stores(check_url(api_url or API_URL), self.store_hash)
        return f"{above}/stores/{self.store_hash}/"

    def auth_headers(self) -> dict[str, str]:
        """`X-Auth-Token` and, if a client id was given, `X-Auth-Client`."""
        headers: dict[str, str] = {"X-Auth-Token": SecretText(self.access_token.reveal())}
        if self.client_id is not None:
            headers["X-Auth-Client"] = SecretText(self.client_id.reveal())
        return headers

    def secrets(self) -> tuple[Secret, ...]:
        """The access token."""
        return (self.access_token,)


@attrs.frozen(init=False)
class BasicCredentials:
    """A legacy V2 account: user name and token, HTTP basic authentication, no V3.

    Attributes:
        host: The store's host, such as `store-abc123.mybigcommerce.com`, or a URL of it.
        username: The account's user name.
        token: The account's token.

    Raises:
        ConfigurationError: A value cannot be right; the message never shows the token.
    """

    host: str = attrs.field(validator=_host, converter=masked_url)
    username: str = attrs.field(validator=_username)
    token: Secret = attrs.field(validator=_password)

    def __init__(self, host: str, username: str, token: str | Secret) -> None:
        host, token = masked_url(host), Secret(token)
        self.__attrs_init__(host, username, token)

    @property
    def store_key(self) -> str:
        """The host, in lower case."""
        return urlsplit(_url_of(self.host)).netloc.lower()

    @property
    def versions(self) -> tuple[str, ...]:
        """V2 only."""
        return ("v2",)

    def base_url(self, api_url: str | None) -> str:
        """`https://{host}/api/`, or below `api_url`."""
        api_url = masked_url(api_url)
        return f"{_above_api(check_url(api_url or _url_of(self.host)))}/api/"

    def auth_headers(self) -> dict[str, str]:
        """`Authorization: Basic …`."""
        return {"Authorization": SecretText(f"Basic {self._encoded()}")}

    def secrets(self) -> tuple[Secret, ...]:
        """The token, and the form it is sent in."""
        return (self.token, Secret(self._encoded()))

    def _encoded(self) -> str:
        pair = f"{self.username}:{self.token.reveal()}"
        return base64.b64encode(pair.encode()).decode("ascii")


REDIS_URL = "BCORM_REDIS_URL"
"""The environment variable with which processes share one quota, see `RedisGovernor`."""


def redis_url_from_env() -> Any:
    """`BCORM_REDIS_URL`, with whose password no frame is shown, or None."""
    return masked(os.environ.get(REDIS_URL))


def api_url_from_env(environ: Mapping[str, str] | None = None) -> str | None:
    """`BIGCOMMERCE_API_URL`, which replaces the host for every client, or None."""
    told = (os.environ if environ is None else environ).get("BIGCOMMERCE_API_URL") or None
    url: str | None = masked_url(told)
    return url


def check_url(url: str) -> str:
    """Return an API URL without a trailing slash, if a token may travel to it.

    Raises:
        ConfigurationError: It is not https (or plain http to this machine), or carries a
            user name, a query or characters that no URL has.
    """
    url = masked_url(url)
    problem = _url_problem(url)
    if problem:
        raise ConfigurationError(f"API URL {problem}")
    return url.rstrip("/")


def _above_stores(url: str, store_hash: str) -> str:
    """The part of an API path before `/stores/`: control panels show the whole path."""
    above, slash, rest = url.partition("/stores/")
    if not slash:
        if _VERSION.search(url):
            raise ConfigurationError(
                f"API URL ends in a version: leave out what follows the host of {url!r}"
            )
        return url
    named = _VERSION.sub("", rest)
    if named != store_hash:
        raise ConfigurationError(
            f"API URL has {rest!r} after /stores/, and store_hash is {store_hash!r}:"
            " give the URL up to /stores/ alone"
        )
    return above


def _above_api(url: str) -> str:
    return _LEGACY.sub("", url)


def _url_problem(url: object) -> str | None:
    if not isinstance(url, str) or not _HEADER_SAFE.match(url):
        return "must be text without spaces or line breaks"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "has a malformed host or port"
    if parts.scheme not in {"https", "http"} or not host:
        return "must look like 'https://api.bigcommerce.com'"
    if "@" in parts.netloc or parts.query or parts.fragment or "\\" in url:
        return "must not carry a user name, a query or a fragment"
    if not _HOST.match(parts.netloc):
        return "has a malformed host or port"
    if parts.scheme == "http" and not _is_loopback(host):
        return "must be https: plain http is for this machine only"
    return None


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
