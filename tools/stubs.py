"""Write the stubs that tell type checkers what the lazy modules hold.

    python -m tools.stubs            writes the files
    python -m tools.stubs --check    exits 1 if a file is not what it would write

`bcorm`, `bcorm.v2`, `bcorm.v3` and `bcorm.resources` import their names when they are first
asked for. Their indexes are the source; the stubs are checked in, so that editors need no plugin.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import bcorm
from bcorm import resources
from bcorm.resources import v2

# Where it was imported from: the source, or the wheel that is tested.
ROOT = Path(bcorm.__file__).parent
HEAD = "# What the module holds. Written by `python -m tools.stubs`; not to be edited.\n"


def _imports(homes: dict[str, str]) -> str:
    pairs = sorted((home, name) for name, home in homes.items())
    return "".join(_import(home, name) for home, name in pairs)


def _import(home: str, name: str) -> str:
    line = f"from {home} import {name} as {name}\n"
    return line if len(line) <= 101 else f"from {home} import (\n    {name} as {name},\n)\n"


def _of_version(version: int) -> dict[str, str]:
    return {
        name: f"bcorm.resources.{module}"
        for name, module in resources.INDEX.items()
        if resources.version_of(name) == version
    }


def _package() -> str:
    homes = dict(bcorm._HOMES)  # noqa: SLF001 - the index that the stub shows
    homes.update({name: f"bcorm.resources.{module}" for name, module in resources.INDEX.items()})
    homes.update(dict.fromkeys(("exceptions", "parallel", "v2", "v3"), "bcorm"))
    homes["__version__"] = "bcorm._version"
    return HEAD + _imports(homes)


def stubs() -> dict[Path, str]:
    """Return the text of each stub, by its path."""
    own = {name: f"bcorm.resources.v2.{module}" for name, module in v2.V2_INDEX.items()}
    every = {name: f"bcorm.resources.{module}" for name, module in resources.INDEX.items()}
    mapping = "from collections.abc import Mapping\n\n"
    index = "\n{}: Mapping[str, str]\n"
    version = "\ndef version_of(name: str) -> int | None: ...\n"
    return {
        ROOT / "__init__.pyi": _package(),
        ROOT / "v2.pyi": HEAD + _imports({**_of_version(2), **own}),
        ROOT / "v3.pyi": HEAD + _imports(_of_version(3)),
        ROOT / "resources" / "__init__.pyi": HEAD
        + mapping
        + _imports(every)
        + index.format("INDEX")
        + version,
        ROOT / "resources" / "v2" / "__init__.pyi": HEAD
        + mapping
        + _imports(own)
        + index.format("V2_INDEX"),
    }


def main(argv: list[str] | None = None) -> int:
    """Write the stubs, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="write nothing, say what is stale")
    options = parser.parse_args(argv)
    stale = [
        path for path, text in stubs().items() if not path.exists() or path.read_text() != text
    ]
    for path in stale:
        if options.check:
            print(f"{path.relative_to(ROOT.parent)} is stale: run python -m tools.stubs")
        else:
            path.write_text(stubs()[path])
    return int(options.check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
