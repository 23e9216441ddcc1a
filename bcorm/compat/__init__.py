"""The official client's public interface: `import bcorm.compat as bigcommerce`.

Same names, same calls, same results as version 0.23.4 of the `bigcommerce` package, with
those of its defects mended that no program can depend on. `install` puts it in the place of
that package, for programs that stay as they are. docs/migrate.md shows each line of its README
beside bcorm's own, and every difference.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
import warnings

from . import api, connection, exception, resources
from .customer_login_token import CustomerLoginTokens as customer_login_token  # noqa: N813

__all__ = ["api", "connection", "customer_login_token", "exception", "install", "resources"]

_NAME = "bigcommerce"


def install() -> None:
    """Be the `bigcommerce` package of this process, with all its modules.

    From then on `import bigcommerce`, `from bigcommerce.api import BigcommerceApi` and so on
    find bcorm's, in the program and in every library that it uses. The official package need not
    be installed. Call it before anything imports that; a second call does nothing.

    Warns:
        RuntimeWarning: The official package has been imported already: whatever names were
            imported from it by then are still its own.
    """
    found = sys.modules.get(_NAME)
    ours = sys.modules[__name__]
    if found is not None and found is not ours:
        warnings.warn(
            "bigcommerce was imported before bcorm.compat.install(): names that were imported"
            " from it until now are still the official client's",
            RuntimeWarning,
            stacklevel=2,
        )
    for name in [name for name in sys.modules if name.startswith(f"{_NAME}.")]:
        del sys.modules[name]
    sys.modules[_NAME] = ours
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        theirs = f"{_NAME}{module.name.removeprefix(__name__)}"
        sys.modules[theirs] = importlib.import_module(module.name)
