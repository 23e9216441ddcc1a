"""From JSON values to Python values and back, one converter per kind of type.

`load` is forgiving (the API is older than its specs), `coerce` is strict (it checks what a user
wrote), `dump` is exact. The mapper builds converters from annotations with `converter_for`.
"""

from bcorm.model.types.annotations import converter_for
from bcorm.model.types.base import Converter, Notice, Unfit
from bcorm.model.types.containers import Either, Nested, Sequence, Table
from bcorm.model.types.numeric import Bounded, Float, Integer, Money
from bcorm.model.types.scalars import Boolean, Choice, Day, Moment, Text

__all__ = [
    "Boolean",
    "Bounded",
    "Choice",
    "Converter",
    "Day",
    "Either",
    "Float",
    "Integer",
    "Moment",
    "Money",
    "Nested",
    "Notice",
    "Sequence",
    "Table",
    "Text",
    "Unfit",
    "converter_for",
]
