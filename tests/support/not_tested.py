"""What a run did not test, at its end: a line for each reason, with what would mend it.

A pytest plugin that `conftest` loads, in the place of pytest's own list of skips, which has a line
for each of many tests and none for those that a missing module takes along.
"""

from __future__ import annotations

from collections import Counter


def pytest_terminal_summary(terminalreporter):
    """Print the lines."""
    reasons = Counter(map(reason, terminalreporter.stats.get("skipped", ())))
    if reasons:
        terminalreporter.section("NOT TESTED")
        for text, count in sorted(reasons.items()):
            terminalreporter.write_line(f"{text} ({count} skipped)")


def reason(report):
    """Why a test, or all of a module, was skipped."""
    told = report.longrepr
    text = told[2] if isinstance(told, tuple) else str(told)
    return text.removeprefix("Skipped: ").removeprefix("NOT TESTED: ")
