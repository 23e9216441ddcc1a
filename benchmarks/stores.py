"""The stores that the benchmarks run against, in a process of their own.

Run as a script it serves them, prints their addresses as JSON, and stops when its input ends;
`serve()` does that for `run.py`.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from bcorm.emulator import Emulator  # noqa: E402 - the checkout, not what is installed

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = 10_000
"""Products of the store that is listed and repriced."""

RICH = 1_000
"""Products with a brand, two images, an option and three variants each."""

BRANDS = 20
_COLORS = ("Red", "Green", "Blue")


@contextlib.contextmanager
def serve() -> Iterator[dict[str, str]]:
    """Serve the stores in another process; yields their URLs by name."""
    process = subprocess.Popen(
        [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()


def _rich(emulator: Emulator) -> None:
    brands = [
        emulator.put_document("v3/catalog/brands", {"name": f"Brand {number}"})["id"]
        for number in range(BRANDS)
    ]
    for number in range(RICH):
        variants = [
            {
                "sku": f"R-{number}-{color}",
                "option_values": [{"option_display_name": "Color", "label": color}],
            }
            for color in _COLORS
        ]
        images = [
            {"image_url": f"https://example.com/{number}-{side}.jpg", "is_thumbnail": side == "a"}
            for side in "ab"
        ]
        document = {
            "name": f"Product {number}",
            "type": "physical",
            "sku": f"R-{number}",
            "weight": 1,
            "price": 10 + number % 90,
            "brand_id": brands[number % BRANDS],
            "images": images,
            "variants": variants,
        }
        emulator.put_document("v3/catalog/products", document)


def main() -> None:
    """Serve until the input ends."""
    with Emulator(empty=True) as plain, Emulator(empty=True) as rich:
        plain.generate_products(PLAIN)
        _rich(rich)
        print(json.dumps({"plain": plain.url, "rich": rich.url}), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
