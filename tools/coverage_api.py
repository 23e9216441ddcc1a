"""Call every operation of the official specs through typed calls, and print what is covered.

    python -m tools.coverage_api            all specs
    python -m tools.coverage_api carts      those whose file name contains "carts"

The scenarios are those of `tests/coverage_api`, the judge is openapi-core with the spec files.
Beside each request of theirs, what its schema forbids is sent as well, and has to be refused.
Exits 1 if something is missing or taken that is not explained, or if the judge complains.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "support")]

from coverage_api.breaking import Breaker  # noqa: E402 - found in the tests' folders
from coverage_api.exceptions import TAKEN, UNREACHABLE  # noqa: E402
from coverage_api.reference import ReferenceJudge  # noqa: E402
from coverage_api.stage import Report, perform  # noqa: E402
from shared import SHARED  # noqa: E402
from spec_judge import SpecJudge  # noqa: E402

from bcorm.emulator import Emulator  # noqa: E402


def row(report: Report) -> str:
    """The line of one spec."""
    total = len(report.operations)
    excepted = [name for name in report.missing if name in UNREACHABLE]
    note = f"  ({len(excepted)} excepted)" if excepted else ""
    return f"{len(report.covered):4} / {total:<4} {report.spec}{note}"


def measure(judge: SpecJudge, pattern: str, breaker: Breaker) -> int:
    """Print a line for every spec of a judge, and a total. Says how much is wrong."""
    covered = total = failures = 0
    for spec in sorted({item.spec for item in judge.operations if pattern in item.spec}):
        report = perform(spec, judge, breaker.emulator, breaker)
        unexplained = [name for name in report.missing if name not in UNREACHABLE]
        print(row(report), flush=True)
        for text in (*report.complaints, *(f"not covered: {name}" for name in unexplained)):
            print(f"            {text}")
        covered += len(report.covered)
        total += len(report.operations)
        failures += len(report.complaints) + len(unexplained)
    if total:
        print(f"{covered:4} / {total:<4} operations")
    return failures


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pattern", nargs="?", default="", help="part of the spec files' names")
    options = parser.parse_args()
    if not (SHARED / "specs").is_dir():
        print(f"NOT MEASURED: {SHARED / 'specs'} is missing; set BCORM_SHARED")
        return 1
    judges = SpecJudge(ROOT / ".pytest_cache" / "d" / "bcorm-specs"), ReferenceJudge()
    with Emulator() as emulator:
        breaker = Breaker(judges[0], emulator)
        failures = sum(measure(judge, options.pattern, breaker) for judge in judges)
    unused = [] if options.pattern else sorted({*TAKEN} - breaker.used)
    print(f"{breaker.sent} requests that the specs forbid, {len(breaker.taken)} taken")
    for text in (*breaker.taken, *(f"taken for no reason: {name}" for name in unused)):
        print(f"            {text}")
    return 1 if failures or breaker.taken or unused else 0


if __name__ == "__main__":
    sys.exit(main())
