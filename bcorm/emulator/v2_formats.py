"""How V2 writes amounts, dates, words and links; used by the behaviours of its catalog."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from bcorm.emulator import timestamps
from bcorm.emulator.numerals import amount

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc


def link(ctx: Context, path: str) -> Doc:
    """What V2 shows in place of something that has its own path."""
    return {"url": f"{ctx.base}/v2{path}.json", "resource": path}


def mail_date(text: str | None) -> str:
    """A V3 date as V2 writes it; nothing for none."""
    seconds = timestamps.epoch(text) if text else None
    return "" if seconds is None else timestamps.mail_style(seconds)


def iso_date(text: str | None) -> str | None:
    """A V2 date as V3 writes it."""
    seconds = timestamps.epoch(text) if text else None
    return None if seconds is None else timestamps.offset_style(seconds)


def money(value: Any) -> str | None:
    """A V2 amount: text with four decimals; None stays None."""
    return None if value is None else amount(Decimal(value))


def words(listed: list[str]) -> str | None:
    """A V3 list of words as V2's one text; None for none."""
    return ", ".join(listed) or None


def split_words(text: str | None) -> list[str]:
    """V2's one text as a V3 list of words."""
    return [word.strip() for word in (text or "").split(",") if word.strip()]


def renamed(doc: Doc, names: dict[str, str]) -> Doc:
    """The same document with some names changed."""
    return {names.get(name, name): value for name, value in doc.items()}
