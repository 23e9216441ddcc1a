"""Measured figures, shown at the end of the run: tests take `figures` and call it with a line.

A pytest plugin that `conftest` loads; it works under xdist too, where the lines travel with the
test reports.
"""

from __future__ import annotations

import pytest


@pytest.fixture
def figures(request):
    """Show a line of measured figures in the summary of the run, whatever the test ends in."""

    def show(text):
        request.node.user_properties.append(("figure", text))

    return show


def pytest_terminal_summary(terminalreporter):
    """Print the lines, test by test."""
    lines = [
        (report.nodeid.rpartition("::")[2], value)
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, value in report.user_properties
        if name == "figure"
    ]
    if lines:
        terminalreporter.section("figures")
        for test, text in sorted(lines):
            terminalreporter.write_line(f"{test}: {text}")
