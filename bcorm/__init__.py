"""The Python ORM for BigCommerce.

    import bcorm
    from bcorm import Product

    session = bcorm.connect(store_hash="...", access_token="...")
    product = Product.objects.get(sku="MUG")
    product.price *= 2
    session.commit()

The flat public surface. Everything is imported when it is first asked for, so that
`import bcorm` stays light; resource classes are listed in `bcorm.resources.INDEX`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from bcorm._version import __version__ as __version__
from bcorm.resources import INDEX as _RESOURCES

_ERRORS = (
    "ApiError",
    "BcormError",
    "CommitError",
    "ConfigurationError",
    "FullScanWarning",
    "InvalidValue",
    "MultipleObjectsReturned",
    "ObjectDoesNotExist",
    "QueryError",
)
_HOMES = {
    "BasicCredentials": "bcorm.http.credentials",
    **dict.fromkeys(("Avg", "Count", "Max", "Min", "Sum"), "bcorm.model.aggregates"),
    "Client": "bcorm.session",
    "Commit": "bcorm.session.history",
    "CommitReport": "bcorm.session",
    "F": "bcorm.query.expressions",
    "Failure": "bcorm.session",
    "Manager": "bcorm.model",
    "OAuthCredentials": "bcorm.http.credentials",
    "PlannedRequest": "bcorm.session",
    "Q": "bcorm.model.q",
    "QuerySet": "bcorm.model",
    "RequestPlan": "bcorm.session",
    "Resource": "bcorm.model",
    "Session": "bcorm.session",
    "Struct": "bcorm.model",
    "connect": "bcorm.session",
    **dict.fromkeys(("CopyPlan", "CopyReport", "copy"), "bcorm.moving.copying"),
    "field": "bcorm.model",
    "history": "bcorm.session.history",
    "many": "bcorm.model",
    "one": "bcorm.model",
    "readonly": "bcorm.model",
    "recover": "bcorm.session.recover",
    "undo": "bcorm.session.undo",
    **dict.fromkeys(_ERRORS, "bcorm.exceptions"),
}
_SUBMODULES = ("exceptions", "parallel", "v2", "v3")

__all__ = sorted([*_HOMES, *_RESOURCES, *_SUBMODULES, "__version__"])  # noqa: PLE0605 - from the index


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name) or ("bcorm.resources" if name in _RESOURCES else None)
    if home is None:
        if name[0] != "_" and import_module("importlib.util").find_spec(f"{__name__}.{name}"):
            # Asked by `from bcorm import lookups`, perhaps while what a hint needs is imported.
            return import_module(f"{__name__}.{name}")
        raise AttributeError(f"module 'bcorm' has no attribute {name!r}{_hint(name)}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def _hint(name: str) -> str:
    if name.startswith("_"):
        return ""
    words = import_module("bcorm.model.idioms")
    told: str = words.instead(words.MODULE, name)
    return told or str(import_module("bcorm.synonyms").did_you_mean(name, __all__))


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def load_ipython_extension(shell: Any) -> None:
    """Complete names of fields and lookups at IPython's prompt: `%load_ext bcorm`.

    Args:
        shell: the shell, as `%load_ext` hands it over.
    """
    import_module("bcorm.contrib.ipython").load_ipython_extension(shell)


def unload_ipython_extension(shell: Any) -> None:
    """Complete them no more: `%unload_ext bcorm`.

    Args:
        shell: the shell, as `%unload_ext` hands it over.
    """
    import_module("bcorm.contrib.ipython").unload_ipython_extension(shell)
