"""The files of the property tests, and their parts; and what `make soak` says of a failure."""

from __future__ import annotations

import ast
import re
from argparse import ArgumentTypeError

import pytest

from tools.soak import ROOT, main, property_tests, share

FAILING = """
from hypothesis import given, settings, strategies as st

@settings(database=None)
@given(st.lists(st.integers(0, 10**6), max_size=50))
def test_sums(numbers):
    assert sum(numbers) < 9000
"""
INSIDE = re.compile(r"run_state_machine_as_test\(|^\s+@given\b", re.MULTILINE)


def test_the_parts_together_are_all_files_each_once():
    assert "tests/model/test_oracle.py" in property_tests()
    parts = [share(f"{number}/3") for number in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == property_tests()


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "1", "half"])
def test_another_part_is_refused(text):
    with pytest.raises(ArgumentTypeError, match="a share is such as 2/5"):
        share(text)


def test_what_draws_examples_inside_a_function_is_marked_or_draws_the_same_ones_always():
    """The plugin of hypothesis sees `given` right above a test, and nothing else."""
    seen = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        text = path.read_text()
        for node in ast.parse(text).body if INSIDE.search(text) else ():
            inner = ast.get_source_segment(text, node)
            if isinstance(node, ast.FunctionDef) and INSIDE.search(inner):
                marks = {ast.unparse(mark) for mark in node.decorator_list}
                assert "pytest.mark.hypothesis" in marks or "derandomize=True" in inner, path
                seen.add(node.name)
    assert {"test_values_survive", "test_session_and_dictionary_agree"} <= seen


@pytest.mark.parametrize("usual", [False, True])
def test_a_failure_is_told_with_its_seed_and_a_small_example(tmp_path, capfd, usual):
    broken = tmp_path / "test_sums.py"
    broken.write_text(FAILING)
    words = [str(broken), "-p", "no:cacheprovider", "-n", "0"]
    assert main(["--seed", "8", *(["--usual"] if usual else []), *words]) == 1
    told = capfd.readouterr().out
    assert told.startswith("seed 8: 1 failed")
    assert "Failing test case: test_sums(" in told
    assert "numbers=[9000]" in told
    assert len(told.splitlines()) < 25
    assert f"again: {'' if usual else 'BCORM_SOAK=1 '}pytest <the test>" in told
