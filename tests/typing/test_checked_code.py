"""Type checkers understand what users write, and refuse their mistakes, without a plugin.

Each checker runs once, over all files: what it takes is to read bcorm, and not the lines.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from page_runner import Page

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "typing.md"
REVEALED = """from bcorm import Product

reveal_type(Product.objects.all())
reveal_type(Product.objects.get(77).images)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """What users write, what the documentation shows, and lines whose types are asked for."""
    path = tmp_path_factory.mktemp("checked")
    shutil.copy(HERE / "user_code.py", path)
    right, wrong, *_subclasses = blocks()
    (path / "example.py").write_text(right.body + wrong.body)
    (path / "revealed.py").write_text(REVEALED)
    return path


@pytest.fixture(scope="module", params=["mypy", "pyright"])
def told(request, checkers, folder):
    """What a checker says of each file, by line."""
    return getattr(checkers, request.param)(sorted(folder.iterdir()))


def blocks():
    return [block for block in Page(PAGE).blocks() if block.language == "python"]


def test_what_users_write__right_lines_are_accepted_and_wrong_ones_refused(told):
    lines = (HERE / "user_code.py").read_text().splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
    found = told.errors["user_code.py"]
    assert {number: found[number] for number in found.keys() - wrong} == {}
    assert sorted(wrong - found.keys()) == []


def test_the_example_of_the_documentation__is_told_apart_alike(told):
    right, wrong, *_subclasses = blocks()
    assert wrong.reason
    start = right.body.count("\n")
    numbers = set(range(start + 1, start + wrong.body.count("\n") + 1))
    assert len(numbers) == 13
    found = told.errors["example.py"]
    assert found.keys() == numbers, found


def test_types_are_told_on_a_line(told):
    homes = r"bcorm\.resources\.(_querysets|products|product_media)\."
    assert [re.sub(homes, "", type_) for type_ in told.revealed] == [
        "ProductQuerySet[Product]",
        "ProductImageSet[ProductImage]",
    ]
    assert told.errors["revealed.py"] == {}
