"""Random values that a declaration allows, by the kind of each field.

Used by `recipes` and by the tests beside it. Values are small: what is tested is that nothing is
lost on the way, not how much fits.
"""

from __future__ import annotations

from datetime import datetime, timezone
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from bcorm.model import types
from bcorm.model.mapper import mapper_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

LONGEST = 30
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Zs")),
    min_size=1,
    max_size=LONGEST,
)
WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12)
EMAIL = WORD.map(lambda word: f"{word}@example.com")
URL = WORD.map(lambda word: f"https://example.com/{word}")
PATH = WORD.map(lambda word: f"/{word}/")
MOMENT = st.datetimes(
    min_value=datetime(2001, 1, 1),  # noqa: DTZ001 - hypothesis adds the time zone
    max_value=datetime(2035, 1, 1),  # noqa: DTZ001
    timezones=st.just(timezone.utc),
).map(lambda moment: moment.replace(microsecond=0))
AMOUNT = st.decimals(min_value=0, max_value=9_999, places=2)


def _whole(converter: types.Integer) -> st.SearchStrategy[int]:
    low, high = converter.minimum, converter.maximum
    return st.integers(int(low or 0), 1_000 if high is None else int(high))


def _amount(converter: types.Money) -> st.SearchStrategy[Any]:
    low, high = converter.minimum, converter.maximum
    return st.decimals(low or 0, 9_999 if high is None else high, places=2)


_STRATEGIES: dict[type[types.Converter], Callable[[Any], st.SearchStrategy[Any]]] = {
    types.Text: lambda kind: TEXT.map(lambda text: text[: kind.max_length]),
    types.Choice: lambda kind: st.sampled_from(kind.choices),
    types.Boolean: lambda _kind: st.booleans(),
    types.Integer: _whole,
    types.Money: _amount,
    types.Float: lambda _kind: st.integers(0, 100).map(float),
    types.Moment: lambda _kind: MOMENT,
    types.Day: lambda _kind: MOMENT.map(datetime.date),
    types.Sequence: lambda kind: st.lists(of_converter(kind.item), max_size=3),
    types.Table: lambda kind: st.dictionaries(WORD, of_converter(kind.item), max_size=3),
    types.Nested: lambda kind: of_struct(kind.struct),
    types.Either: lambda kind: st.one_of(*map(of_converter, kind.members)),
    types.Converter: lambda _kind: st.dictionaries(WORD, TEXT, max_size=2),
}


def of_converter(converter: types.Converter) -> st.SearchStrategy[Any]:
    """Make the strategy of one kind of value."""
    return _STRATEGIES[type(converter)](converter)


@cache
def of_struct(struct: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Make the strategy of a struct: all of its fields, as a mapping."""
    # What a struct holds does not depend on the version that it is read from.
    fields = mapper_for(struct, 3).fields.items()
    return st.fixed_dictionaries(
        {name: of_converter(item.converter) for name, item in fields if not item.options.readonly}
    )


def strategy(value: Any) -> st.SearchStrategy[Any]:
    """Make a strategy of a constant; a strategy stays what it is."""
    return value if isinstance(value, st.SearchStrategy) else st.just(value)


def of_model(
    model: type[Any],
    *,
    given: Mapping[str, Any],
    usual: Mapping[str, Any],
    leave: Collection[str],
    updating: bool = False,
) -> st.SearchStrategy[dict[str, Any]]:
    """Make the strategy of a model's values: what it requires, and some of the rest.

    Args:
        model: the class.
        given: strategies or constants of fields that a new row always has.
        usual: the same for fields that it may have, by their names in any model.
        leave: fields that get no value.
        updating: leave out what cannot be changed, and require nothing.
    """
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, mapped in mapper_for(model).fields.items():
        options = mapped.options
        if options.readonly or name in leave or (updating and options.create_only):
            continue
        if name in given:
            made = strategy(given[name])
        elif options.write_only:
            continue
        else:
            made = strategy(usual[name]) if name in usual else of_converter(mapped.converter)
        needed = not updating and (name in given or options.required)
        (required if needed else optional)[name] = made
    return st.fixed_dictionaries(required, optional=optional)
