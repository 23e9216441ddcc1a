# What the module holds. Written by `python -m tools.stubs`; not to be edited.
from collections.abc import Mapping

V2_INDEX: Mapping[str, str]

