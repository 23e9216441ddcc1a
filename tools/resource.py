"""Write everything that a new resource needs, from the official spec of it.

    python -m tools.resource ../shared/specs/wishlists.v3.yml v3/wishlists Wishlist
    python -m tools.resource ../shared/specs/wishlists.v3.yml        lists the paths of the file

It writes the declaration and names it in the index, a domain of the emulator that serves it, its
tests, and the line for the changelog; the page of the documentation and the stubs are made of the
declaration. What is there already is not written over. It passes, and is a beginning: at the end it
says what only a person can add. Where the store does not number its rows, as with price records,
the tests fail until a person has said in `tables.py` what tells rows apart.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs

from bcorm import resources
from bcorm.cli.naming import plural
from tools import scaffold, specs
from tools.families import Family, families
from tools.models import snake
from tools.scaffold import batched, document, sorting, words_of
from tools.shapes import Shape
from tools.specs import PAGING, WORDS

ROOT = Path(__file__).parents[1]
_READONLY = re.compile(r"read[- ]only", re.IGNORECASE)
LEFT = """\
What is left to a person:
  {module}.py      relations, PUT rules with their sources, a natural key, words on fields (doc=...)
  {domain}/        what the store refuses beyond the types, and what a write changes elsewhere
  {test}
Then: python -m tools.stubs, python -m tools.drift --only {name}, python -m tools.fidelity, and
  python -m pytest {test} tests/resources tests/round_trips"""


@attrs.frozen
class New:
    """A resource that is to be written: its name, and what the spec says of it."""

    name: str
    family: Family

    @property
    def module(self) -> str:
        """The name of its module, and of the emulator's domain."""
        return plural(self.name).replace("-", "_")

    @property
    def path(self) -> str:
        """Its collection, with placeholders as Python names."""
        return scaffold.holes(self.family.path)

    @property
    def posted(self) -> Shape:
        """What a create takes."""
        return self.family.sent("POST")

    @property
    def verbs(self) -> list[str]:
        """What its single-row requests are called."""
        return scaffold.verbs(self.family)

    def writable(self) -> Iterator[tuple[str, Shape]]:
        """Yield name and shape of what a create may say."""
        for name, shape in self.posted.fields.items():
            if not shape.readonly and not _READONLY.search(shape.description):
                yield name, shape

    def files(self) -> dict[str, str]:
        """Return the text of each new file, by its path in the repository."""
        domain = f"bcorm/emulator/domains/{self.module}"
        words = words_of(self.name)
        return {
            f"bcorm/resources/{self.module}.py": scaffold.draft(self.family, self.name),
            f"{domain}/__init__.py": f'"""{words.capitalize()}s: `{self.path}`."""\n',
            f"{domain}/behaviour.py": self._behaviour(),
            f"{domain}/tables.py": "".join(self._tables()),
            f"tests/resources/test_{self.module}.py": "".join(self._tests()),
            f"changelog.d/{self.module.replace('_', '-')}.added.md": (
                f"`{self.name}` (`/{self.path}`) is declared, and the emulator serves it.\n"
            ),
        }

    # the emulator

    def references(self) -> dict[str, str]:
        """Return the fields that name rows of other resources, with the collections of these."""
        found: dict[str, str] = {}
        for name, shape in self.writable():
            title = scaffold.camel(name.removesuffix("_id"))
            above = f"{{{name}}}" in self.path  # the path names it
            known = name.endswith("_id") and not above and shape.kinds == {"integer"}
            if known and title in resources.INDEX:
                path = getattr(resources, title).endpoint.path
                found |= {} if "{" in path else {name: path}
        return found

    def _behaviour(self) -> str:
        words = words_of(self.name)
        head = f'"""{words.capitalize()}s: where they are, and what they name."""\n\n'
        place = f'{self.module.upper()} = "{self.path}"\n'
        if not self.references():
            return head + place
        pairs = "".join(f"    {name!r}: {path!r},\n" for name, path in self.references().items())
        status = 400 if self.path.startswith("v2/") else 422
        return (
            f"{head}from __future__ import annotations\n\n"
            "from typing import TYPE_CHECKING\n\n"
            "from bcorm.emulator.errors import ApiError\n\n"
            "if TYPE_CHECKING:\n"
            "    from bcorm.emulator.context import Context\n"
            "    from bcorm.emulator.resource import Doc\n\n"
            f"{place}\n# Fields that name rows, and where these are.\nNAMED = {{\n{pairs}}}\n\n\n"
            "def prepare(ctx: Context, doc: Doc, _old: Doc | None, _body: Doc) -> None:\n"
            '    """Check that what is named is there."""\n'
            "    for name, collection in NAMED.items():\n"
            "        if doc.get(name) and not ctx.store.exists(collection, doc[name]):\n"
            f'            raise ApiError({status}, errors={{name: "It does not exist."}})\n'
        )

    def _tables(self) -> Iterator[str]:
        family, words = self.family, words_of(self.name)
        constant, fields = snake(self.name).upper(), f"{snake(self.name).upper()}_FIELDS"
        lines = ",\n    ".join(self._fields())
        row = f"\n    {lines},\n" if lines else ""
        table = f"{fields}: tuple[Field, ...] = ({row})\n\n"
        facts = [f"path=behaviour.{self.module.upper()}", f'noun="{words}"', f"fields={fields}"]
        if family.item is not None:
            facts.insert(1, f'item="{snake(family.item.rpartition("{")[2].rstrip("}"))}"')
        key = scaffold.key(family)
        if key not in {"id", None}:
            facts.append(f'key="{key}"')
        if key is not None and "uuid" in {key, *family.shown.fields[key].formats}:
            facts.append("uuid=True")
        facts.append(f'verbs="{" ".join(self._served())}"')
        if document(family):
            facts.remove(f'noun="{words}"')
            facts += ["absent=True"] if "create" in self.verbs else []
            facts += ["prepare=behaviour.prepare"] if self.references() else []
            resource = f"{constant} = Singleton(\n    {', '.join(facts)},\n)\n\n"
            body = f"{table}{resource}OPERATIONS = operations({constant})\n"
        else:
            facts += self._list_facts()
            facts += ["hooks=Hooks(behaviour.prepare)"] if self.references() else []
            for word, method, item in (("created", "POST", False), ("updated", "PUT", True)):
                operation = family.find(method, item=item)
                if operation is not None and "201" in operation.responses:
                    facts.append(f"{word}=201")
            resource = f"{constant} = Resource(\n    {', '.join(facts)},\n)\n\n"
            body = f"{table}{resource}RESOURCES = ({constant},)\n"
        used = ", ".join(sorted({operation.spec for operation in family.operations}))
        yield f'"""{words.capitalize()}s (`{used}`)."""\n\n'
        yield "from __future__ import annotations\n\n"
        yield f"from bcorm.emulator.domains.{self.module} import behaviour\n"
        ours = ("Hooks", "Paging", "Resource", "Sorting", "filters")
        kinds = (
            "Field", "anything", "array", "boolean", "choice", "integer", "integers", "moment",
            "nested", "number", "objects", "readonly", "string", "strings",
        )  # fmt: skip
        homes = {"resource": ours, "schema": kinds, "singletons": ("Singleton", "operations")}
        for home, names in homes.items():
            words_used = [name for name in names if re.search(rf"\b{name}[(,\]]", body)]
            if words_used:
                yield f"from bcorm.emulator.{home} import {', '.join(words_used)}\n"
        yield f"\n{body}"

    def _list_facts(self) -> Iterator[str]:
        listed = self.family.find("GET", item=False)
        if listed is None:
            return
        asked = [name for name in listed.query if name not in PAGING | WORDS]
        if asked:
            fields = f"{snake(self.name).upper()}_FIELDS"
            yield f"filters=filters({_spelled(asked)}, {fields})"
        names, style = sorting(listed)
        if names:
            yield f"sorting=Sorting({tuple(names)!r}, {style!r})"
        if not {"page", "limit"} & listed.query.keys():
            yield "paging=Paging(pages=False)"
        elif "after" in listed.query:
            yield "paging=Paging(cursor=True)"

    def _served(self) -> Iterator[str]:
        yield from self.verbs
        for method, verb in (
            ("POST", "create_many"),
            ("PUT", "update_many"),
            ("DELETE", "delete_where"),
        ):
            if batched(self.family, method):
                yield verb

    def _fields(self) -> Iterator[str]:
        put, writable = self.family.sent("PUT"), dict(self.writable())
        shown = self.family.shown.fields
        for name in dict.fromkeys([*shown, *writable]):
            if name == scaffold.key(self.family):
                continue
            shape = writable.get(name) or shown[name]
            modes = [mode for mode, sent in (("post", self.posted), ("put", put))
                     if name in sent.required]  # fmt: skip
            text = _column(name, shape, " ".join(modes))
            writes = name in writable or name in put.fields
            yield text if writes else f"*readonly({text})"

    # the tests

    def _tests(self) -> Iterator[str]:
        verbs, thing, words = self.verbs, snake(self.name), words_of(self.name)
        creates = "create" in verbs or batched(self.family, "POST")
        example = {
            name: value
            for name, shape in self.writable()
            if (value := _example(name, shape, needed=name in self.posted.required)) is not None
        }
        example = {
            name: value
            for name, value in example.items()
            if name not in self.references() and f"{{{name}}}" not in self.path
        }
        shown = [name for name, value in example.items()
                 if value[0] not in "[{" and name in self.family.shown.fields]  # fmt: skip
        yield f'"""{words.capitalize()}s: what is written is what is read, over real HTTP."""\n\n'
        yield "from __future__ import annotations\n\n"
        for module in ("datetime import datetime, timezone", "decimal import Decimal"):
            if re.search(rf"\b{module.split()[2].rstrip(',')}\(", str(example)):
                yield f"from {module}\n\n"
        yield f"import pytest\n\nfrom bcorm import {self.name}\n\n"
        if not creates:
            yield from self._reading_tests(verbs)
            return
        lines = "".join(f'    "{snake(name)}": {value},\n' for name, value in example.items())
        yield f"VALUES = {{\n{lines}}}\n\n\n"
        yield from self._parents()
        needs = "session, above, named" if self.references() else "session, above"
        yield f"@pytest.fixture\ndef {thing}({needs}):\n"
        yield f'    """A {words} that was created, and is read anew."""\n'
        keys = "**above, **named" if self.references() else "**above"
        yield f"    made = {self.name}.objects.create({keys}, **VALUES)\n"
        yield "    session.expire(made)\n    return made\n\n\n"
        yield f'@pytest.mark.parametrize("name", {[snake(name) for name in shown]!r})\n'
        yield f"def test_a_{thing}_is_read_as_it_was_created({thing}, name):\n"
        yield f"    assert getattr({thing}, name) == VALUES[name]\n\n\n"
        if "list" in verbs:
            yield f"def test_a_{thing}_is_in_the_list({thing}, above):\n"
            yield f"    assert {thing} in list({self.name}.objects.filter(**above))\n\n\n"
        changed = next(filter(None, map(self._changed, shown)), None)
        if "update" in verbs and changed is not None:
            name, value = changed
            yield f"def test_a_{thing}_is_changed(session, {thing}):\n"
            yield f"    {thing}.{name} = {value}\n    session.commit()\n"
            same = "is" if value == "False" else "=="
            yield f"    session.expire({thing})\n    assert {thing}.{name} {same} {value}\n\n\n"
        if "delete" in verbs:
            yield f"def test_a_{thing}_is_deleted({thing}, above):\n"
            rows = f"{self.name}.objects.filter(**above)"
            yield f"    {thing}.delete()\n"
            if "list" in verbs:
                yield f"    assert {thing} not in list({rows})\n"
            else:
                yield f"    with pytest.raises({self.name}.DoesNotExist):\n        {rows}.get()\n"

    def _changed(self, name: str) -> tuple[str, str] | None:
        """Return a field and another value of it, if a change may say it."""
        shape = self.family.sent("PUT").fields.get(name)
        if shape is None or shape.enum:
            return None
        if shape.kinds == {"boolean"}:
            return snake(name), "False"
        if shape.kinds == {"integer"} and not name.endswith("_id"):
            return snake(name), str(int(7 if shape.maximum is None else shape.maximum))
        plain = shape.kinds == {"string"} and not shape.formats
        return (snake(name), repr("Another"[: shape.max_length])) if plain else None

    def _reading_tests(self, verbs: list[str]) -> Iterator[str]:
        yield from self._parents()
        rows = f"{self.name}.objects.filter(**above)"
        yield f"def test_{self.module}_can_be_read(session, above, asked):\n"
        yield f"    list({rows})\n" if "list" in verbs else f"    {rows}.get()\n"
        yield '    assert asked("GET")\n'
        changed = next(filter(None, map(self._changed, self.family.sent("PUT").fields)), None)
        if document(self.family) and changed is not None:
            name, value = changed
            same = "is" if value == "False" else "=="
            yield f"\n\ndef test_{self.module}_can_be_changed(session, above):\n"
            yield f"    found = {rows}.get()\n    found.{name} = {value}\n    session.commit()\n"
            yield f"    session.expire(found)\n    assert found.{name} {same} {value}\n"

    def _parents(self) -> Iterator[str]:
        parts = self.path.split("/")
        places = {
            part[1:-1]: "/".join(parts[:position])
            for position, part in enumerate(parts)
            if part.startswith("{")
        }
        yield from _keys("above", "The keys of the rows below which it lives.", places)
        if self.references():
            yield from _keys("named", "The keys of the rows that it names.", self.references())


def _keys(name: str, doc: str, places: dict[str, str]) -> Iterator[str]:
    """Yield a fixture of keys, each the first of its collection."""
    yield f"@pytest.fixture\ndef {name}({'emulator' if places else ''}):\n"
    yield f'    """{doc}"""\n'
    for key, path in places.items():
        mark = "f" if "{" in path else ""
        yield f'    {snake(key)} = emulator.documents({mark}"{path}")[0]["id"]\n'
    known = ", ".join(f"{snake(key)!r}: {snake(key)}" for key in places)
    yield f"    return {{{known}}}\n\n\n"


def _column(name: str, shape: Shape, modes: str) -> str:
    """Return a field of the emulator's table."""
    rules = [f'required="{modes}"'] if modes else []
    if "post" not in modes:  # a store shows what nobody said
        rules += [f"default={default}" for default in _defaults(shape)]
    kinds = set(shape.kinds) | ({"object"} if shape.fields else set())
    if shape.nullable:
        rules.append("nullable=True")
    if len(kinds - {"integer"}) > 1 or not kinds:
        return _call("anything", name, rules)
    kind = "number" if "number" in kinds else next(iter(kinds))
    if kind == "string" and shape.enum and all(" " not in str(one) for one in shape.enum):
        return _call("choice", name, [_spelled(map(str, shape.enum)), *rules])
    if kind == "string" and shape.formats & {"date-time"}:
        return _call("moment", name, rules)
    if kind == "string":
        longest = [f"longest={shape.max_length}"] if shape.max_length else []
        return _call("string", name, [*rules, *longest])
    if kind in {"integer", "number"}:
        low = [f"low={shape.minimum}"] if shape.minimum is not None else []
        high = [f"high={shape.maximum}"] if shape.maximum is not None else []
        return _call(kind, name, [*rules, *low, *high])
    if kind == "array":
        return _array(name, shape.items or Shape(), rules)
    inner = [_column(key, part, "") for key, part in shape.fields.items()]
    return _call("nested" if kind == "object" and inner else
                 {"object": "anything"}.get(kind, kind), name, [*inner, *rules])  # fmt: skip


def _defaults(shape: Shape) -> Iterator[str]:
    """Yield what a create that leaves a field out stores, if that is plain."""
    if shape.nullable:
        yield "None"
    elif not shape.enum and not shape.formats and len(shape.kinds) == 1:
        known = {"string": '""', "boolean": "False", "array": "[]", "integer": "0", "number": "0"}
        yield from (known[kind] for kind in shape.kinds & known.keys())


def _array(name: str, items: Shape, rules: list[str]) -> str:
    if items.fields:
        inner = [_column(key, part, "") for key, part in items.fields.items()]
        return _call("objects", name, [*inner, *rules])
    kind = {"integer": "integers", "string": "strings"}.get(next(iter(items.kinds), ""), "array")
    return _call(kind, name, rules)


def _spelled(words: Iterable[str]) -> str:
    """Return words as one text of Python, over as many lines as it needs."""
    *lines, last = textwrap.wrap(" ".join(words), 80, break_on_hyphens=False)
    return "\n".join([*(repr(f"{line} ") for line in lines), repr(last)])


def _call(kind: str, name: str, rules: list[str]) -> str:
    return f"{kind}({', '.join([repr(name), *rules])})"


def _example(name: str, shape: Shape, *, needed: bool) -> str | None:
    """Return a value that a field takes, as Python writes it; None where it may be left out."""
    kinds = set(shape.kinds) | ({"object"} if shape.fields else set())
    if shape.enum:
        return repr(shape.enum[0])
    if "object" in kinds:
        inner = {key: _example(key, part, needed=key in shape.required)
                 for key, part in shape.fields.items()}  # fmt: skip
        text = ", ".join(f"{snake(key)!r}: {value}" for key, value in inner.items() if value)
        return f"{{{text}}}" if needed else None
    if "array" in kinds or not kinds:
        return "[]" if needed and "array" in kinds else None
    if "string" in kinds:
        return _text(name, shape)
    if "boolean" in kinds:
        return "True"
    low, high = shape.minimum, shape.maximum
    number = int(low if low is not None and low > 0 else min(1, high if high is not None else 1))
    return f'Decimal("{number}.00")' if "number" in kinds else str(number)


def _text(name: str, shape: Shape) -> str:
    if "date-time" in shape.formats:
        return "datetime(2030, 1, 1, tzinfo=timezone.utc)"
    if "date" in shape.formats:
        return "date(2030, 1, 1)"
    if "email" in shape.formats or name == "email":
        return "'somebody@example.com'"
    if shape.formats & {"uri", "url"} or name.endswith("url"):
        return "'https://example.com/'"
    return repr(f"A {words_of(name)}"[: shape.max_length])


def index(text: str, module: str, name: str) -> str:
    """Return the index of resources with another line, where the alphabet has it."""
    lines = text.splitlines(keepends=True)
    begin = next(number for number, line in enumerate(lines) if line.startswith("_MODULES"))
    for number in range(begin + 1, len(lines)):
        found = re.match(r'    "(\w+)":|\}', lines[number])
        if found is not None and (found[1] is None or found[1] > module):
            return "".join([*lines[:number], f'    "{module}": "{name}",\n', *lines[number:]])
    raise ValueError("the index has no end")


def write(new: New, root: Path) -> list[Path]:
    """Write all files of a new resource below the root of a repository; return their paths.

    Raises:
        FileExistsError: one is there already; nothing was written.
    """
    texts = {root / name: text for name, text in new.files().items()}
    for path in texts:
        if path.exists():
            raise FileExistsError(f"{path} is there already")
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    home = root / "bcorm" / "resources" / "__init__.py"
    home.write_text(index(home.read_text(), new.module, new.name))
    sources = [str(path) for path in texts if path.suffix == ".py"]
    if find_spec("ruff") is not None:
        run: Any = subprocess.run
        run([sys.executable, "-m", "ruff", "format", "-q", *sources], cwd=root, check=True)
    return [*texts, home]


def main(argv: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("spec", type=Path, help="the OpenAPI file")
    parser.add_argument("path", nargs="?", help="the collection, from the version on: v3/wishlists")
    parser.add_argument("name", nargs="?", help="the class: Wishlist")
    parser.add_argument("--into", type=Path, default=ROOT, help="another copy of the repository")
    options = parser.parse_args(argv)
    found = families(specs.operations(options.spec.parent, options.spec.name))
    if options.path not in found or not (options.name or "").isidentifier():
        for path, family in found.items():
            print(path, *sorted({operation.method for operation in family.operations}))
        return 0 if options.path is None else 2
    new = New(options.name, found[options.path])
    try:
        written = write(new, options.into.resolve())
    except FileExistsError as error:
        print(f"resource: {error}", file=sys.stderr)
        return 1
    for path in written:
        print(path.relative_to(options.into.resolve()))
    print(LEFT.format(name=new.name, module=f"bcorm/resources/{new.module}",
                      domain=f"bcorm/emulator/domains/{new.module}",
                      test=f"tests/resources/test_{new.module}.py"))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
