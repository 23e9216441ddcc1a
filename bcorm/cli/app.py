"""The command group: which commands there are, and how an error leaves the process."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from bcorm._version import __version__
from bcorm.cli.console import safe
from bcorm.exceptions import BcormError, QueryError

# Where each command is, and its help in the list of them. They are imported when they are asked
# for: `bcorm --help` imports none.
COMMANDS = {
    "demo": ("bcorm.cli.demo", "Take a tour on a local store."),
    "emulator": ("bcorm.cli.emulator", "Serve a local store, over real HTTP."),
    "shell": ("bcorm.cli.shell", "Open a Python shell on a store."),
    "get": ("bcorm.cli.get", "Print one row."),
    "list": ("bcorm.cli.list", "Print the rows that match."),
    "count": ("bcorm.cli.count", "Print how many rows match."),
    "export": ("bcorm.cli.export", "Write rows to a file."),
    "import": ("bcorm.cli.import_", "Make a store's rows what a file says."),
    "copy": ("bcorm.cli.copy", "Make a store's rows what another store's are."),
    "diff": ("bcorm.cli.diff", "Compare a store with a file or a store."),
    "history": ("bcorm.cli.history", "List the commits that can be undone."),
    "undo": ("bcorm.cli.history:undo", "Bring back what was there before a commit."),
    "webhooks": ("bcorm.cli.webhooks", "List, check and revive webhooks."),
    "doctor": ("bcorm.cli.doctor", "Check credentials, scopes, quota, clock."),
    "migrate": ("bcorm.cli.migrate", "Help code that uses the official client."),
    "profiles": ("bcorm.cli.profiles", "Name stores in a configuration file."),
    "resources": ("bcorm.cli.resources", "Print what resources there are."),
    "fields": ("bcorm.cli.resources:fields", "Print the fields of a resource."),
    "completion": ("bcorm.cli.completion", "Print a shell's completion."),
}

STATUSES = """\
Exit statuses: 0 done; 1 it could not be done, or was interrupted, and stderr says why; 2 the
command line is wrong; 3 done, and something was found: differences, webhooks that are switched off,
a store in trouble."""


class Failed(click.ClickException):
    """One of bcorm's own errors, on its way out of the process: one line, exit status 1."""


class Misasked(Failed):
    """A question that cannot be asked: what was typed is wrong, and nothing was sent."""

    exit_code = 2


class Commands(click.Group):
    """Commands that are imported on first use; bcorm's errors become one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of that name."""
        del ctx
        where, _, name = COMMANDS.get(cmd_name, ("", ""))[0].partition(":")
        return getattr(import_module(where), name or "command") if where else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of the commands, without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            if error.message.isprintable() or isinstance(error, click.UsageError):
                raise  # what was typed is the user's own
            raise Failed(safe(error.message)) from error
        except QueryError as error:
            raise Misasked(safe(str(error))) from error
        except BcormError as error:
            raise Failed(safe(str(error))) from error
        except UnicodeEncodeError as error:
            text = error.object[max(0, error.start - 20) : error.end + 20]
            raise Failed(f"{text!r} cannot be written: {error.reason}") from error
        except BrokenPipeError:
            raise  # whoever reads has seen enough, as `head` has: click leaves without a word
        except OSError as error:
            raise Failed(safe(_told(error))) from error


def _told(error: OSError) -> str:
    """Return what the system says is wrong, and with which file."""
    where = f"{error.filename}: " if error.filename is not None else ""
    return where + (error.strerror or str(error))


@click.group(
    cls=Commands, epilog=STATUSES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="bcorm")
def app() -> None:
    """The Python ORM for BigCommerce, from a shell.

    The store is the one that BIGCOMMERCE_STORE_HASH and BIGCOMMERCE_ACCESS_TOKEN name, or a
    profile's.
    """
