"""Draw the last table of `bcorm demo` as it was printed, for README: `python -m tools.picture`."""

from __future__ import annotations

import subprocess
import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "images" / "demo.svg"
TITLE = "What was sent"
WIDTH, HEIGHT, MARGIN = 8.43, 19, 16
"""Of a character of 14 pixels, of a line, and around all, in pixels."""


def table(printed: str) -> list[str]:
    """Return the lines of the last table of a tour, without what follows it."""
    title, *lines = printed[printed.rindex(TITLE) :].splitlines()
    return [title.rstrip(), *(line.rstrip() for line in lines if line.strip() and line[0] == " ")]


def draw(lines: list[str]) -> str:
    """Write lines as a picture, the last one in bold."""
    wide = round(max(map(len, lines)) * WIDTH) + 2 * MARGIN
    high = len(lines) * HEIGHT + 2 * MARGIN
    bold = {0: ' font-weight="bold"', len(lines) - 1: ' font-weight="bold"'}
    rows = "\n".join(
        f'<text x="{MARGIN}" y="{MARGIN + HEIGHT * number + 14}" xml:space="preserve"'
        f"{bold.get(number, '')}>{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}"
 viewBox="0 0 {wide} {high}" role="img" aria-label="{TITLE}">
<rect width="{wide}" height="{high}" rx="8" fill="#161b22"/>
<g fill="#e6edf3" font-size="14"
 font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace">
{rows}
</g>
</svg>
"""


def main() -> None:
    """Take the tour, and draw what it ends with."""
    command = [sys.executable, "-m", "bcorm", "demo"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(draw(table(done.stdout)))
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
