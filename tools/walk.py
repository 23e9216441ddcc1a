"""How many files a request passes, and how often it goes from one to another.

    python -m tools.walk

The fewer names have to be known to follow a request, the better. It touches `product.options` of
one of 200 products of the emulator, has a create refused, and counts the files of bcorm that run
meanwhile.
"""

from __future__ import annotations

import contextlib
import itertools
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


def refused() -> None:
    """Have the creation of a brand refused, for its name is taken."""
    with contextlib.suppress(bcorm.CommitError):
        bcorm.Brand(name="Taken").save()


def walks() -> dict[str, list[str]]:
    """Return the files of a touch and of a refusal; one request at a time, so always the same."""
    with Emulator(empty=True) as server:
        server.generate_products(200)
        server.put_document("v3/catalog/brands", {"name": "Taken"})
        session = bcorm.connect("walk", "not-a-secret", api_url=server.url, concurrency=1)
        products = list(Product.objects.all())
        # What is imported once, and what is settled once per class, is no part of a request.
        session.commit()
        bcorm.Brand(name="Other")
        found = {
            "a touch of product.options": walked(lambda: list(products[0].options)),
            "a refused create": walked(refused),
        }
        session.client.close()
    return found


def main() -> None:
    """Print the counts of a touch and of a refusal."""
    for name, passed in walks().items():
        files = sorted(set(passed))
        ways = len(set(itertools.pairwise(passed)))
        print(f"{name}: {len(files)} files, {len(passed)} changes of file, {ways} different ones")
        print(*files, sep="\n")


if __name__ == "__main__":
    main()
