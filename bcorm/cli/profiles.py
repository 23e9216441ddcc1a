"""`bcorm profiles`: the stores of the configuration file."""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

import click

from bcorm.cli import console
from bcorm.cli.stores import check_permissions, config_path, profiles, read_config
from bcorm.http.credentials import MASK, OAuthCredentials, Secret, check_url, masked, masked_url

# What can stand between the brackets of a section, and be typed without quotes.
_NAME = re.compile(r"(?!DEFAULT$)\w[\w.-]*")


@click.group("profiles", short_help="Name stores in a configuration file.")
def command() -> None:
    """Name stores in a configuration file, for --profile.

    The file is ~/.config/bcorm/stores.ini, or where BCORM_CONFIG points. As it holds tokens, it is
    refused if anybody else can read it.
    """


@command.command("list")
def list_profiles() -> None:
    """Print the stores; tokens are not shown."""
    rows = [(item.name, item.store_hash, MASK, item.api_url) for item in profiles().values()]
    columns = ("name", "store hash", "access token", "api url")
    console.stdout().print(console.table(str(config_path()), columns, rows))


@command.command("add")
@click.argument("name")
@click.argument("more", nargs=-1, metavar="")
@click.option("--store-hash", prompt=True, help="The part of the API path after /stores/.")
@click.option("--access-token", "in_sight", hidden=True)
@click.option("--api-url", help="Another host, such as an emulator's.")
@click.option("--redis-url", help="Share the quota with other processes that name it.")
def add(  # noqa: PLR0917 - click passes them by name
    name: str,
    more: tuple[str, ...],
    store_hash: str,
    in_sight: str | None,
    api_url: str | None,
    redis_url: str | None,
) -> None:
    """Add a store, or replace the one of that name.

    The access token is asked for, or read from standard input: every process of the machine sees
    what stands in a command line, and your history keeps it.
    """
    if in_sight is not None or more:
        del in_sight, more
        raise click.UsageError(
            "a token in the command line is seen by others: leave it out, it is asked for"
        )
    redis_url = masked(redis_url)
    if redis_url is not None and urlsplit(redis_url).password:
        raise click.UsageError(
            "a password in the command line is seen by others: leave it out of --redis-url, and"
            f" write it into {config_path()}"
        )
    access_token = Secret(click.prompt("Access token", hide_input=True))
    api_url = masked_url(api_url)
    if not _NAME.fullmatch(name):
        raise click.UsageError(f"{name!r} is no name: letters, digits, dots, dashes, underscores")
    OAuthCredentials(store_hash, access_token)
    if api_url:
        check_url(api_url)
    parser = read_config()
    given = {
        "store_hash": store_hash,
        "access_token": masked(access_token.reveal()),
        "api_url": api_url,
        "redis_url": redis_url,
    }
    parser[name] = {key: value for key, value in given.items() if value}
    _save(parser)
    console.told(f"{name} -> {config_path()}")


@command.command("remove")
@click.argument("name")
def remove(name: str) -> None:
    """Take a store out of the file."""
    parser = read_config()
    if not parser.remove_section(name):
        raise click.ClickException(f"no profile {name!r} in {config_path()}")
    _save(parser)


def _save(parser: object) -> None:
    """Write the file anew, so that nobody else can read it at any moment."""
    path = config_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.part")
    partial.unlink(missing_ok=True)
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        parser.write(file)  # type: ignore[attr-defined]
    check_permissions(partial)
    partial.replace(path)
