"""In which order tests run, and which files a run looks into.

What takes longest begins first, so that nobody waits for it at the end.
"""

from __future__ import annotations

from pathlib import Path

import pytest

LONGEST = (
    "django/test_browser_merchant_day.py",
    "django/test_browser_day.py",
    "typing/test_checked_code.py",
    "typing/test_installed.py",
    "reliability/test_killed_processes.py",
    "resources/test_new_resource.py",
    "moving/test_copy.py",
    "docs/test_examples.py",
    "docs/test_plugin_page.py",
    "http/test_bounds.py",
    "session/test_undo.py",
    "emulator/test_emulator_fidelity.py",
    "cli/test_leaving.py",
    "cli/test_import.py",
)
"""Modules whose tests take seconds each, or wait."""

TESTS = Path(__file__).parents[1]


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Import no module without tests of their kind, where those that run alone are asked for."""
    if config.option.markexpr != "alone" or not collection_path.match("test_*.py"):
        return None
    return True if "pytest.mark.alone" not in collection_path.read_text() else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest modules in front; what else there is stays in its order."""
    places = {TESTS / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(places)))
