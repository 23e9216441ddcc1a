"""`bcorm shell`: Python with the resources at hand and a store open."""

from __future__ import annotations

import code
from importlib import import_module
from typing import Any

import click

import bcorm
from bcorm import resources
from bcorm.cli.stores import Opened, store_option

BANNER = """\
bcorm {version}, store {store}: every resource is here by its name, and
session, plan(), commit(). Nothing is sent until you commit()."""


@click.command("shell", short_help="Open a Python shell on a store.")
@click.option("-c", "--command", "source", help="Run this and leave.")
@store_option
def command(store: Opened, *, source: str | None) -> None:
    """Open a Python shell on a store: IPython if it is installed.

    Every resource is there by its name, with session, plan and commit.
    """
    names = namespace(store)
    if source is not None:
        exec(compile(source, "<command>", "exec"), names)  # noqa: S102 - it is what was asked for
        return
    banner = BANNER.format(version=bcorm.__version__, store=store.session.client.store_key)
    try:
        ipython = import_module("IPython")
    except ImportError:
        code.interact(banner=banner, local=names, exitmsg="")
        return
    config = import_module("traitlets.config").Config()
    config.TerminalInteractiveShell.banner1 = f"{banner}\n"
    config.InteractiveShellApp.extensions = ["bcorm"]  # what tab knows of fields
    ipython.start_ipython(argv=[], user_ns=names, config=config)


def namespace(store: Opened) -> dict[str, Any]:
    """Return what is at hand in a shell."""
    session = store.session
    return {
        **{name: getattr(resources, name) for name in resources.INDEX},
        "bcorm": bcorm,
        "session": session,
        "client": session.client,
        "plan": session.plan,
        "commit": session.commit,
    }
