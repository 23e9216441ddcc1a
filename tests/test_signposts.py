"""Names that docstrings, comments and pages give of modules, and of what is in them, are there."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUOTED = re.compile(r"(?<!`)`([\w./]+)`(?!`)")
DOTTED = re.compile(r"(?:\w+\.)+\w+")
MODULES = {
    str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")
    for folder in ("bcorm", "tools")
    for path in (ROOT / folder).rglob("*.py")
}
# Where names stand that tell of other repositories, of what was, or of what a program is given.
ASIDE = ("CHANGELOG.md", "changelog.d/", "tests/", "benchmarks/", "docs/migrate.md")

FILES = (".txt", ".md", ".py", ".yml", ".toml", ".cfg")
LAZY = {"bcorm", "bcorm.v2", "bcorm.v3", "bcorm.resources", "bcorm.resources.v2"}
# There is none, says the text; an object of that name; a logger.
NAMED = {"bcorm.v3.Order", "session.stats.log", "bcorm.webhooks"}


def texts():
    """Yield path and text of what is looked through."""
    command = ["git", "ls-files", "*.py", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    named = listed.stdout.split() or [
        str(path.relative_to(ROOT))
        for pattern in ("bcorm/**/*.py", "docs/**/*.md", "*.md")
        for path in ROOT.glob(pattern)
    ]
    for name in named:
        if not name.startswith(ASIDE) and (ROOT / name).exists():
            yield name, (ROOT / name).read_text()


def home_of(name, word):
    """Return the module that a dotted word of a file begins with, and the rest of the word."""
    first, *rest = word.split(".")
    above = name.removesuffix(".py").replace("/", ".").split(".")[:-1]
    homes = [".".join([*above[:depth], first]) for depth in range(len(above), 0, -1)]
    homes += [first] if first == "bcorm" else [f"bcorm.{first}"]
    home = next((one for one in homes if one in MODULES), None)
    while home is not None and rest and f"{home}.{rest[0]}" in MODULES:
        home, rest = f"{home}.{rest[0]}", rest[1:]
    return home, rest


@cache
def classes():
    """Return, for the name of each class, what its bases are called and the words inside it."""
    found = {}
    for module in MODULES:
        place = ROOT / module.replace(".", "/")
        source = (place / "__init__.py" if place.is_dir() else place.with_suffix(".py")).read_text()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef):
                bases, words = found.setdefault(node.name, (set(), set()))
                bases.update(re.findall(r"\w+", " ".join(map(ast.unparse, node.bases))))
                lines = source.splitlines()[node.lineno - 1 : node.end_lineno]
                words.update(re.findall(r"\w+", "\n".join(lines)))
    return found


def has_member(title, member):
    """Whether a class of ours, or one that it inherits from, has a word; of others, it is so."""
    bases, words = classes().get(title, ((), (member,)))
    known = [base for base in bases if base in classes() and base != title]
    return member in words or any(has_member(base, member) for base in known)


def leads_nowhere(name, word):
    """Whether a quoted word of a file is the name of something that is not there."""
    if re.fullmatch(r"(bcorm|tools|docs)/[\w/]+(\.(py|md))?", word):
        return not (ROOT / word).exists()
    if not DOTTED.fullmatch(word) or word.endswith(FILES) or word in NAMED:
        return False
    if (named := re.fullmatch(r"([A-Z]\w*)\.([a-z]\w*)", word)) and not name.endswith(".md"):
        return not has_member(*named.groups())
    home, rest = home_of(name, word)
    if home is None or not rest or word.startswith("django."):
        return False
    place = ROOT / home.replace(".", "/")
    whole = word.startswith("bcorm.") or (len(rest) > 1 and place.is_dir())
    if not (rest[0][0].isupper() or whole):
        return False  # of a variable that is called as a module is
    if home in LAZY:
        return not hasattr(import_module(home), rest[0])
    source = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return re.search(rf"\b{rest[0]}\b", source.read_text()) is None


def test_what_is_named_is_there():
    lost = [
        f"{name}:{number}: {word}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        for word in QUOTED.findall(line)
        if leads_nowhere(name, word)
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("bcorm/lookups.py", "model.seeking.Matcher"),
        ("bcorm/emulator/resource.py", "crud.VERBS"),
        ("docs/index.md", "bcorm.Produkt"),
        ("docs/index.md", "bcorm.model.executr"),
        ("bcorm/lookups.py", "bcorm/model/seeking.py"),
        ("bcorm/lookups.py", "Session.comit"),
    ],
)
def test_a_name_that_leads_nowhere_is_found(name, word):
    assert leads_nowhere(name, word)
