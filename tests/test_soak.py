"""The files of the property tests, and their parts."""

from __future__ import annotations

from argparse import ArgumentTypeError

import pytest

from tools.soak import property_tests, share


def test_the_parts_together_are_all_files_each_once():
    assert "tests/model/test_oracle.py" in property_tests()
    parts = [share(f"{number}/3") for number in (1, 2, 3)]
    assert sorted(name for part in parts for name in part) == property_tests()


@pytest.mark.parametrize("text", ["0/3", "4/3", "1/0", "1", "half"])
def test_another_part_is_refused(text):
    with pytest.raises(ArgumentTypeError, match="a share is such as 2/5"):
        share(text)
