"""One command writes what a new resource needs, and what it writes works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest
from shared import SHARED, needs_shared

from tools import resource, specs
from tools.families import families
from tools.scaffold import camel, singular

ROOT = Path(__file__).parents[2]
SPEC = """
openapi: 3.0.0
info: {title: Gadgets, version: "1"}
servers: [{url: "https://api.bigcommerce.com/stores/{store_hash}/v3"}]
paths:
  /catalog/products/{product_id}/gadgets:
    get:
      parameters:
        - {name: page, in: query, schema: {type: integer}}
        - {name: "price:min", in: query, schema: {type: number}}
        - {name: sort, in: query, schema: {type: string, enum: [name, price]}}
        - {name: direction, in: query, schema: {type: string}}
      responses: {"200": {content: {application/json: {schema: {properties: {data:
        {type: array, items: {$ref: "#/components/schemas/Gadget"}}}}}}}}
    post:
      requestBody: {content: {application/json: {schema: {allOf: [
        {$ref: "#/components/schemas/Gadget"}, {required: [name, price, brand_id]}]}}}}
      responses: {"201": {content: {application/json: {schema: {properties: {data:
        {$ref: "#/components/schemas/Gadget"}}}}}}}
  /catalog/products/{product_id}/gadgets/{gadget_id}:
    get:
      responses: {"200": {content: {application/json: {schema: {properties: {data:
        {$ref: "#/components/schemas/Gadget"}}}}}}}
    put:
      requestBody: {content: {application/json: {schema: {allOf: [
        {$ref: "#/components/schemas/Gadget"}, {required: [price]}]}}}}
      responses: {"200": {content: {application/json: {schema: {properties: {data:
        {$ref: "#/components/schemas/Gadget"}}}}}}}
    delete: {responses: {"204": {}}}
  /channels/{channel_id}/gadget-settings:
    get:
      responses: {"200": {content: {application/json: {schema: {properties: {data:
        {$ref: "#/components/schemas/GadgetSettings"}}}}}}}
    put:
      requestBody: {content: {application/json: {schema:
        {$ref: "#/components/schemas/GadgetSettings"}}}}
      responses: {"200": {content: {application/json: {schema: {properties: {data:
        {$ref: "#/components/schemas/GadgetSettings"}}}}}}}
components:
  schemas:
    GadgetSettings:
      type: object
      properties:
        depth: {type: integer, minimum: 1, maximum: 8}
        order: {type: string, enum: [cheapest_comes_first, newest_comes_first, loudest_comes_first,
          smallest_comes_first, heaviest_comes_first]}
    Gadget:
      type: object
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string, maxLength: 20}
        kind: {type: string, enum: [small, large]}
        price: {type: number, minimum: 0}
        brand_id: {type: integer}
        is_loud: {type: boolean}
        tags: {type: array, items: {type: string}}
        size: {type: object, properties: {width: {type: number}, unit: {type: string}}}
        date_created: {type: string, format: date-time, readOnly: true}
"""
GADGETS = ("v3/catalog/products/{product_id}/gadgets", "Gadget")
SETTINGS = ("v3/channels/{channel_id}/gadget-settings", "GadgetSettings")


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A copy of what a new resource is written into, and a spec of one."""
    root = tmp_path_factory.mktemp("clone")
    for name in ("bcorm", "tools", "tests/support"):
        ignored = shutil.ignore_patterns("__pycache__", "*.pyi")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    for name in ("pyproject.toml", "tests/conftest.py", "tests/resources/conftest.py"):
        (root / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    spec = root / "specs" / "gadgets.v3.yml"
    spec.parent.mkdir()
    spec.write_text(SPEC)
    return root


@pytest.fixture(scope="module")
def written(copied):
    """Run the command over the copy."""
    spec = str(copied / "specs/gadgets.v3.yml")
    for named in (GADGETS, SETTINGS):
        assert resource.main([spec, *named, "--into", str(copied)]) == 0
    return copied


def run(root, *command):
    done = subprocess.run(
        [sys.executable, *command], cwd=root, check=False, capture_output=True, text=True,
        timeout=200, env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    return done.stdout + done.stderr


def test_its_generated_tests_pass(written):
    files = ("tests/resources/test_gadgets.py", "tests/resources/test_gadget_settings.py")
    told = run(written, "-m", "pytest", "-q", "-n", "0", *files)
    assert "9 passed" in told, told
    assert "failed" not in told


def test_settings_are_one_document(written):
    declared = (written / "bcorm/resources/gadget_settings.py").read_text()
    assert 'key=None,\n        verbs=("get", "update"),\n    )' in declared


def test_what_it_writes_is_linted(written):
    pytest.importorskip("ruff", reason="NOT TESTED: install bcorm[dev]")
    assert run(written, "-m", "ruff", "check", "-q", "bcorm", "tests/resources") == ""


def test_it_does_not_differ_from_its_spec(written):
    told = run(written, "-m", "tools.drift", "--specs", "specs", "--only", "adget")
    assert [line for line in told.splitlines() if "adget" in line] == []
    assert "7 of 7 operations reachable" in told


def test_its_stub_types_it(written):
    run(written, "-m", "tools.stubs")
    folder = written / "bcorm/resources"
    assert "class GadgetQuerySet(" in (folder / "_querysets.pyi").read_text()
    assert "Manager[GadgetQuerySet[Self]]" in (folder / "gadgets.pyi").read_text()
    assert "Gadget as Gadget" in (written / "bcorm/__init__.pyi").read_text()


def test_what_is_there_is_not_written_over(written, capsys):
    declared = written / "bcorm/resources/gadgets.py"
    before = declared.read_text()
    declared.write_text(f"{before}# mine\n")
    named = [str(written / "specs/gadgets.v3.yml"), *GADGETS]
    assert resource.main([*named, "--into", str(written)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert declared.read_text() == f"{before}# mine\n"
    declared.write_text(before)


def test_without_a_path_it_lists_those_of_the_file(copied, capsys):
    spec = str(copied / "specs/gadgets.v3.yml")
    assert resource.main([spec]) == 0
    assert resource.main([spec, "v3/gadgets", "Gadget"]) == 2
    told = capsys.readouterr().out.splitlines()
    assert told == [f"{GADGETS[0]} DELETE GET POST PUT", f"{SETTINGS[0]} GET PUT"] * 2


@needs_shared("specs")
def test_whatever_the_specs_say_its_declaration_holds():
    found = families(specs.operations(SHARED / "specs"))
    assert len(found) > 200
    for path, family in found.items():
        last = path.rpartition("/")[2].replace("-", "_").strip("{}")
        new = resource.New(camel(singular(last)), family)
        texts = {name: text for name, text in new.files().items() if name.endswith(".py")}
        for name, text in texts.items():
            code = compile(text, name, "exec")
            if name.startswith("bcorm/resources/"):
                module = types.ModuleType(f"of_{last}")
                sys.modules[module.__name__] = module
                try:
                    exec(code, vars(module))
                finally:
                    del sys.modules[module.__name__]
