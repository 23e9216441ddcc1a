"""How many files a touch of a relation passes, and how often it goes from one to another.

    python -m tools.walk

The fewer names have to be known to follow a request, the better. It touches `product.options` of
one of 200 products against the emulator, and counts the files of bcorm that run meanwhile.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator


def walked(act: Callable[[], Any]) -> list[str]:
    """Run something; return the files of bcorm that it enters, one after the other."""
    passed: list[str] = []

    def enter(frame: FrameType, event: str, _argument: object) -> None:
        name = frame.f_code.co_filename.rpartition("/bcorm/")[2]
        inside = "/bcorm/" in frame.f_code.co_filename and not name.startswith("emulator/")
        if event == "call" and inside and passed[-1:] != [name]:
            passed.append(name)

    before = sys.getprofile()
    threading.setprofile(enter)  # pages may be read in threads
    sys.setprofile(enter)
    try:
        act()
    finally:
        sys.setprofile(before)
        threading.setprofile(None)  # type: ignore[arg-type]  # None takes it away
    return passed


def main() -> None:
    """Print the counts of one touch."""
    with Emulator(empty=True) as server:
        server.generate_products(200)
        session = bcorm.connect("walk", "not-a-secret", api_url=server.url)
        products = list(Product.objects.all())
        passed = walked(lambda: list(products[0].options))
        session.client.close()
    files = set(passed)
    print(f"{len(files)} files, {len(passed)} changes of file")
    print(*sorted(files), sep="\n")


if __name__ == "__main__":
    main()
