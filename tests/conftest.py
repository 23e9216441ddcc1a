"""What every suite shares: helper modules of this folder, and the judge of the official specs.

``from shared import SHARED, needs_shared`` and ``from spec_judge import Exchange, SpecJudge`` work
in any test. The folder is put on the path here because another package called ``tests`` may be
installed, and would be found first.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def judge(pytestconfig):
    """The official specs, parsed once and kept in pytest's cache."""
    from shared import SHARED
    from spec_judge import SpecJudge

    if not (SHARED / "specs").is_dir():
        pytest.skip(f"NOT TESTED: {SHARED / 'specs'} is missing; set BCORM_SHARED")
    return SpecJudge(Path(pytestconfig.cache.mkdir("bcorm-specs")))
