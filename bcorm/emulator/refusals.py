"""What the store says no to, as data: the words, and who says that a live store uses them.

Domains declare the refusals that are theirs in `tables.py`, under `REFUSALS`; those that any
domain can have are here. The page of fidelity in the documentation is made of both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from bcorm.emulator.errors import ApiError

Source = Literal["recorded", "seen live", "spec", "not known"]
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A request that is refused, how, and how we know.

    Attributes:
        request: what is refused, in words.
        status: of the answer.
        title: its title; the status' own when left out. May hold `{names}`.
        errors: its field errors. Both sides may hold `{names}`.
        detail: its detail. May hold `{names}`.
        code: the number that some refusals carry besides the status.
        source: "recorded" is an exchange with a live store, "seen live" what public code quotes
            of one, "spec" the published specs, "not known" is refused to be on the safe side.
        says: the place, or the sentence.
    """

    request: str
    status: int
    title: str = ""
    errors: Mapping[str, str] = field(default_factory=lambda: _NONE)
    detail: str = ""
    code: int | None = None
    source: Source
    says: str

    def error(self, **values: Any) -> ApiError:
        """The answer, with its `{names}` filled in."""
        errors = {
            name.format(**values): text.format(**values) for name, text in self.errors.items()
        }
        return ApiError(
            self.status,
            self.title.format(**values) or None,
            errors=errors or None,
            detail=self.detail.format(**values),
            code=self.code,
        )


_WORDS = "The filter(s): {names} are not valid filter parameter(s)."
UNKNOWN_PARAMETER_LIVE = Refusal(
    request="V3 customers, their addresses and attributes, categories of trees: a query parameter"
    " that the operation does not have",
    status=422,
    title=_WORDS,
    source="recorded",
    says="GET /v3/customers; public code quotes it for customers/addresses, customers/attributes"
    " and catalog/trees/categories",
)
UNKNOWN_PARAMETER = Refusal(
    request="V3, everywhere else: a query parameter that the operation does not have",
    status=422,
    title=_WORDS,
    detail="What a live store does here is not known; it may ignore the parameter."
    " Emulator(strict=False) does.",
    source="not known",
    says="a mistyped filter that passes gives every row",
)
# Where live stores were seen to refuse them.
_KNOWN = (
    "v3/customers",
    "v3/customers/addresses",
    "v3/customers/attributes",
    "v3/catalog/trees/categories",
)
# What every list takes, whatever its spec says.
PAGING = frozenset({"page", "limit"})


def unknown_parameters(path: str, names: list[str]) -> ApiError:
    """The refusal of query parameters, at the path template of an operation."""
    refusal = UNKNOWN_PARAMETER_LIVE if path in _KNOWN else UNKNOWN_PARAMETER
    return refusal.error(names=", ".join(names))


UNKNOWN_WORD = Refusal(
    request="a query parameter with a word that its enum in the spec does not have, such as"
    " include=imges or availability=none",
    status=422,
    title="The filter value is not valid.",
    errors={"{name}": "{unknown} is none of: {words}"},
    detail="What a live store does here is not known; it may ignore the word."
    " Emulator(strict=False) does.",
    source="not known",
    says="an include that is mistyped gives rows without it",
)


def unknown_words(
    version: str, name: str, unknown: Sequence[str], words: Sequence[object]
) -> ApiError:
    """The refusal of words that a query parameter does not take."""
    if version == "v2":
        return ApiError(400, f"The field '{name}' is invalid.")
    listed = ", ".join(map(str, words))
    return UNKNOWN_WORD.error(name=name, unknown=", ".join(unknown), words=listed)


GENERAL = (UNKNOWN_PARAMETER_LIVE, UNKNOWN_PARAMETER, UNKNOWN_WORD)
