"""Which store a command talks to: the environment, or a profile of a configuration file.

The file (`~/.config/bcorm/stores.ini`, or where `BCORM_CONFIG` points) has a section for each
store; as it holds tokens, it is refused if anybody else can read it.
"""

from __future__ import annotations

import configparser
import os
import stat
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

import attrs
import click

from bcorm.cli.meter import Meter
from bcorm.exceptions import ConfigurationError
from bcorm.http.credentials import (
    API_URL,
    OAuthCredentials,
    Secret,
    api_url_from_env,
    masked,
    masked_url,
    redis_url_from_env,
)
from bcorm.model.unit_of_work import current
from bcorm.session import Client, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

P = ParamSpec("P")
T = TypeVar("T")

KEYS = ("store_hash", "access_token", "api_url", "redis_url")
"""What a section may say."""


@attrs.frozen
class Profile:
    """A store of the configuration file.

    Attributes:
        name: its section.
        store_hash: the part of the API path after `/stores/`.
        access_token: the account's token.
        api_url: replaces the host; BigCommerce's own without it, whatever the environment says.
        redis_url: shares the quota with other processes that name it.
    """

    name: str
    store_hash: str
    access_token: Secret
    api_url: str | None = None
    redis_url: str | None = attrs.field(default=None, repr=False)


@attrs.frozen
class Opened:
    """A store that a command works on.

    Attributes:
        session: a session of it.
        meter: sees its answers.
        address: where its API is, host and all: what belongs to it may be named by this.
    """

    session: Session
    meter: Meter
    address: str


def config_path() -> Path:
    """Where the configuration file is."""
    named = os.environ.get("BCORM_CONFIG")
    if named:
        return Path(named)
    base = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(base) / "bcorm" / "stores.ini"


def read_config() -> configparser.ConfigParser:
    """Read the configuration file; it is empty if it is not there.

    Raises:
        ConfigurationError: it is readable by others, or is no such file.
    """
    path = config_path()
    parser = configparser.ConfigParser(interpolation=None)
    if not path.exists():
        return parser
    if not path.is_file():
        raise ConfigurationError(f"{path} is no file; BCORM_CONFIG names the file of the stores")
    check_permissions(path)
    try:
        with path.open(encoding="utf-8") as file:
            parser.read_file(file)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} cannot be read: {error}") from None
    except configparser.Error as error:
        # Its message would quote the line, and the line may be a token.
        lines = [number for number, _ in getattr(error, "errors", ())]
        line = getattr(error, "lineno", None) or next(iter(lines), None)
        where = f", line {line}" if line else ""
        raise ConfigurationError(f"{path}{where}: {type(error).__name__}") from None
    return parser


def check_permissions(path: Path) -> None:
    """Refuse a file with tokens that others can read. Raises ConfigurationError."""
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise ConfigurationError(f"{path} holds tokens and others can read it: chmod 600 {path}")


def profiles() -> dict[str, Profile]:
    """Return the stores of the configuration file, by name.

    Raises:
        ConfigurationError: the file or a section of it is not as it should be.
    """
    parser = read_config()
    found: dict[str, Profile] = {}
    for name in parser.sections():
        section = parser[name]
        unknown = sorted(set(section) - set(KEYS))
        missing = [key for key in KEYS[:2] if not section.get(key)]
        if unknown or missing:
            wrong = f"unknown {', '.join(unknown)}" if unknown else f"no {' and '.join(missing)}"
            raise ConfigurationError(f"{config_path()}, section {name}: {wrong}")
        found[name] = Profile(
            name,
            section["store_hash"],
            Secret(section["access_token"]),
            masked_url(section.get("api_url")),
            masked(section.get("redis_url")),
        )
    return found


def profile_named(name: str) -> Profile:
    """Return the store of that name.

    Raises:
        ConfigurationError: there is none, or the file is not as it should be.
    """
    known = profiles()
    if name not in known:
        listed = ", ".join(known) or "none"
        raise ConfigurationError(f"no profile {name!r} in {config_path()}; there are: {listed}")
    return known[name]


@contextmanager
def opened(profile: str | None) -> Iterator[Opened]:
    """Open a store for a block, in which its session is the current one.

    Args:
        profile: the name of a section; the environment names the store if it is None.

    Raises:
        ConfigurationError: no store is named, or not as it should be.
    """
    if profile is None:
        credentials = OAuthCredentials.from_env()
        api_url, redis_url = None, redis_url_from_env()
    else:
        chosen = profile_named(profile)
        credentials = OAuthCredentials(chosen.store_hash, chosen.access_token)
        # The environment's host is that of its own store, an emulator maybe: no place for the
        # token of another.
        api_url, redis_url = chosen.api_url or API_URL, chosen.redis_url
    meter = Meter()
    governor = None
    if redis_url:
        from bcorm.http.shared import RedisGovernor  # noqa: PLC0415 - few share their quota

        governor = RedisGovernor(redis_url)
    with Client(credentials, api_url=api_url, governor=governor, wrap=meter.around) as client:
        meter.stats = client.stats
        with current(Session(client)) as session:
            yield Opened(session, meter, credentials.base_url(api_url or api_url_from_env()))


def store_option(command: Callable[Concatenate[Opened, P], T]) -> Callable[P, T]:
    """Give a command the option `--profile`, and the opened store as its first argument."""

    @click.option(
        "--profile", envvar="BCORM_PROFILE", shell_complete=_complete_profile,
        help="A store of the configuration file, instead of the environment's.",
    )  # fmt: skip
    @wraps(command)
    def run(*args: P.args, **options: P.kwargs) -> T:
        chosen: Any = options.pop("profile", None)
        with opened(chosen) as store:
            return command(store, *args, **options)

    return run


def _complete_profile(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[str]:
    try:
        return [name for name in profiles() if name.startswith(incomplete)]
    except ConfigurationError:
        return []
