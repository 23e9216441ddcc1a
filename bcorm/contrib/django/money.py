"""Amounts as people write them: in a currency, with as many decimals as that has."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils import formats

# ISO 4217: the currencies that have other than two decimals.
_DECIMALS = {
    **dict.fromkeys(
        ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV",
         "XAF", "XOF", "XPF"), 0,
    ),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}  # fmt: skip


def rounded(amount: Any, currency: str = "") -> Decimal:
    """Round an amount to what can be paid in its currency; half cents go up.

    Args:
        amount: the amount; None counts as nothing.
        currency: its ISO 4217 code; two decimals where it is not known.
    """
    step = Decimal(1).scaleb(-_DECIMALS.get(currency, 2))
    return Decimal(amount or 0).quantize(step, ROUND_HALF_UP)


def money(amount: Any, currency: str = "") -> str:
    """Write an amount with its currency, as the site's language writes numbers."""
    value = rounded(amount, currency)
    text = formats.number_format(
        value, decimal_pos=_DECIMALS.get(currency, 2), use_l10n=True, force_grouping=True
    )
    return f"{text} {currency}".strip()
