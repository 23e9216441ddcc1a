"""A process that copies one store into another one, to be killed: `copier.py FROM TO JOURNAL`."""

from __future__ import annotations

import sys

from portraits import opened

from bcorm.moving.copying import copy


class Store:
    """Where an emulator is."""

    def __init__(self, url):
        self.url = url


def main(one, other, journal):
    """Copy the catalog."""
    source, target = opened(Store(one), "a"), opened(Store(other), "b")
    copy(source, target, journal=journal).apply(journal)


if __name__ == "__main__":
    main(*sys.argv[1:])
