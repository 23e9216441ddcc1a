"""A port for a program that must be told one before it starts."""

from __future__ import annotations

import itertools
import os
import socket

# Below those that systems hand out by themselves (from 32,768 on Linux, from 49,152 elsewhere): a
# port among these can be somebody's connection by the time that the program asks for it. Each
# process of tests begins elsewhere.
_FIRST, _COUNT = 10_000, 20_000
_places = itertools.count(os.getpid() * 61)


def free_port():
    """A port of this machine that nobody listens at, and that nobody is given by chance."""
    for place in itertools.islice(_places, _COUNT):
        port = _FIRST + place % _COUNT
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("no port is free")
