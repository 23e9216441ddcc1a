"""Write the stubs that tell type checkers and editors what each resource is.

    python -m tools.stubs               writes them beside the modules, where git ignores them
    python -m tools.stubs --into DIR    writes them below another copy of the package
    python -m tools.stubs --check       exits 1 if one is not what it would write

The declarations are the source. `bcorm` works without the stubs, only less typed; a wheel and an
sdist carry them, and `make` writes them for a clone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import bcorm
from bcorm import resources
from bcorm.resources import v2
from tools import typed_module

# Where it was imported from: the source, or the wheel that is tested.
ROOT = Path(bcorm.__file__).parent
HEAD = "# What the module holds. Written by `python -m tools.stubs`; not to be edited.\n"


def _imports(homes: Mapping[str, str]) -> str:
    names: dict[str, list[str]] = {}
    for name, home in sorted(homes.items()):
        names.setdefault(home, []).append(f"{name} as {name}")
    return "".join(f"from {home} import {', '.join(names[home])}\n" for home in sorted(names))


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


def _index(name: str, homes: Mapping[str, str]) -> str:
    head = f"{HEAD}from collections.abc import Mapping\n\n{_imports(homes)}"
    return f"{head}\n{name}: Mapping[str, str]\n"


def _modules() -> Iterator[tuple[str, str]]:
    """Yield path and text of the stub of each module that declares resources or values.

    And of one beside them, which is no module: the querysets of their resources.
    """
    for package in (resources, v2):
        folder = Path(str(package.__file__)).parent
        found = [
            import_module(f"{package.__name__}.{path.stem}")
            for path in sorted(folder.glob("[!_]*.py"))
        ]
        for module in filter(typed_module.declares, found):
            where = Path(str(module.__file__)).relative_to(ROOT).with_suffix(".pyi")
            yield str(where), HEAD + typed_module.stub(module)
        where = folder.relative_to(ROOT) / f"{typed_module.QUERYSETS}.pyi"
        yield str(where), HEAD + typed_module.querysets(found)


def stubs() -> dict[str, str]:
    """Return the text of each stub, by its path below the package."""
    own = {name: f"bcorm.resources.v2.{module}" for name, module in v2.V2_INDEX.items()}
    every = {name: f"bcorm.resources.{module}" for name, module in resources.INDEX.items()}
    return {
        "__init__.pyi": _package(),
        "v2.pyi": HEAD + _imports({**_of_version(2), **own}),
        "v3.pyi": HEAD + _imports(_of_version(3)),
        "resources/__init__.pyi": _index("INDEX", every)
        + "\ndef version_of(name: str) -> int | None: ...\n",
        "resources/_typed.pyi": HEAD + typed_module.common(),
        "resources/v2/__init__.pyi": _index("V2_INDEX", own),
        **dict(_modules()),
    }


def write(root: Path = ROOT) -> None:
    """Write the stubs below a copy of the package, and remove what they are no longer."""
    texts = stubs()
    for path in root.rglob("*.pyi"):
        if str(path.relative_to(root)) not in texts:
            path.unlink()
    for name, text in texts.items():
        path = root / name
        if not path.exists() or path.read_text() != text:
            path.write_text(text)


def main(argv: list[str] | None = None) -> int:
    """Write the stubs, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="write nothing, say what is stale")
    parser.add_argument("--into", type=Path, default=ROOT, help="the package, if another copy")
    options = parser.parse_args(argv)
    if not options.check:
        write(options.into)
        return 0
    stale = [
        name
        for name, text in stubs().items()
        if not (options.into / name).exists() or (options.into / name).read_text() != text
    ]
    for name in stale:
        print(f"{options.into / name} is stale: run python -m tools.stubs")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(main())
