"""A Sphinx extension: warns of public names that no page describes. `make docs` then fails."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from tools.docstrings import configure_django, public_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def _found(name: str) -> Any:
    """Return the object that a documented name means, or None."""
    module, _, attribute = name.rpartition(".")
    try:
        return getattr(import_module(module), attribute, None)
    except ImportError:
        return None


def missing(documented: Iterable[str]) -> list[str]:
    """Return the public names that are none of the documented objects, by whatever name."""
    described = {id(_found(name)) for name in documented}
    return [name for name, found in public_names() if id(found) not in described]


def _check(_app: Sphinx, env: BuildEnvironment) -> None:
    documented = [name for name, *_ in env.get_domain("py").get_objects()]
    for name in missing(documented):
        logger.warning("no page describes %s", name, type="bcorm", subtype="complete")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx."""
    configure_django()  # before the pages import what they describe
    app.connect("env-check-consistency", _check)
    return {"parallel_read_safe": True}
