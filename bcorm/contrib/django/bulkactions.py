"""The bulk actions of a merchant's day."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from bcorm.contrib.django.bulk import BulkAction
from bcorm.contrib.django.filters import ORDER_STATUSES
from bcorm.contrib.django.money import money, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_CENT = Decimal("0.01")


class VisibilityForm(forms.Form):
    """Which way to go."""

    visible = forms.TypedChoiceField(
        label=_("Visible"),
        choices=[("1", _("Yes")), ("0", _("No"))],
        coerce=lambda text: text == "1",
        initial="0",
    )


class ChangeVisibility(BulkAction):
    """Show products on the storefront, or hide them."""

    name = "change_visibility"
    short_description = _("Change visibility of selected %(verbose_name_plural)s")
    fields = ("is_visible",)
    parameters = VisibilityForm

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Set the flag. See `BulkAction.change`."""
        item.is_visible = values["visible"]


class PriceForm(forms.Form):
    """Which price, how much dearer or cheaper, and how it ends."""

    target = forms.ChoiceField(
        label=_("What to set"),
        choices=[
            ("price", _("The price")),
            ("sale_price", _("The sale price, reckoned from the price")),
            ("no_sale", _("No sale price any more")),
        ],
        required=False,
    )
    percent = forms.DecimalField(
        label=_("Change in percent"),
        help_text=_("10 makes prices a tenth higher, -10 a tenth lower."),
        min_value=Decimal(-100),
        max_value=Decimal(1000),
        max_digits=7,
        decimal_places=3,
        required=False,
    )
    amount = forms.DecimalField(
        label=_("Change by an amount"),
        help_text=_("Added after the percentage; -5 makes prices 5 lower. None falls below 0."),
        max_digits=12,
        decimal_places=4,
        required=False,
    )
    ending = forms.ChoiceField(
        label=_("Rounded"),
        choices=[
            ("", _("To cents")),
            ("0.99", _("To the nearest that ends in .99")),
            ("0.95", _("To the nearest that ends in .95")),
            ("0.00", _("To whole amounts")),
        ],
        required=False,
    )
    variants = forms.BooleanField(
        label=_("Change variants that have a price of their own, too"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Insist on a change. Raises ValidationError where none is asked for."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        wanted = (values.get("percent"), values.get("amount"), values.get("ending"))
        if not self.errors and values.get("target") != "no_sale" and wanted == (None, None, ""):
            raise forms.ValidationError(_("Enter a percentage, an amount or a rounding."))
        return values


class ChangePrices(BulkAction):
    """Change prices or sale prices by percentages and amounts; variants are included or told."""

    name = "change_prices"
    short_description = _("Change prices of selected %(verbose_name_plural)s")
    fields = ("price", "sale_price")
    include = ("variants",)
    parameters = PriceForm

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Set the price, or the sale price. See `BulkAction.change`."""
        target = values.get("target") or "price"
        if target == "no_sale":
            if item.sale_price:
                item.sale_price = Decimal(0)
            return
        if item.price is None:
            return
        factor = 1 + (values.get("percent") or 0) / Decimal(100)
        price = max(Decimal(0), item.price * factor + (values.get("amount") or 0))
        setattr(item, target, ended(price, values.get("ending") or ""))

    def below(self, item: Any) -> Iterable[Any]:
        """Return the variants. See `BulkAction.below`."""
        rows: Iterable[Any] = item.variants
        return rows

    def takes(self, row: Any, values: Mapping[str, Any]) -> bool:
        """Whether a variant's own price is to be changed. See `BulkAction.takes`."""
        return bool(values.get("variants")) and row.price is not None

    def said(self, field: str, value: Any) -> str:
        """Write a price as people do. See `BulkAction.said`."""
        exact = isinstance(value, Decimal) and value == rounded(value)
        return money(value) if exact else super().said(field, value)

    def note(self, items: Iterable[Any], values: Mapping[str, Any]) -> str:
        """Say how many variants keep their own price. See `BulkAction.note`."""
        if values.get("variants"):
            return ""
        own = sum(row.price is not None for item in items for row in item.variants)
        text = ngettext(
            "%d variant has a price of its own, and keeps it.",
            "%d variants have prices of their own, and keep them.",
            own,
        )
        return text % own if own else ""


def ended(price: Decimal, ending: str) -> Decimal:
    """Round a price to cents, or to the nearest price above nothing that has an ending.

    Args:
        price: the price.
        ending: "0.99" and the like; nothing for cents.
    """
    if not ending or price == 0:
        return price.quantize(_CENT, ROUND_HALF_UP)
    end = Decimal(ending)
    nearest = (price - end).quantize(Decimal(1), ROUND_HALF_UP) + end
    return nearest if nearest > 0 else 1 + end if end == 0 else end


class StatusForm(forms.Form):
    """Which state to put orders in."""

    status = forms.TypedChoiceField(
        label=_("Status"), choices=list(ORDER_STATUSES.items()), coerce=int
    )


class ChangeStatus(BulkAction):
    """Put orders in another state."""

    name = "change_status"
    short_description = _("Change status of selected %(verbose_name_plural)s")
    fields = ("status_id",)
    parameters = StatusForm

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Set the state. See `BulkAction.change`."""
        item.status_id = values["status"]

    def said(self, field: str, value: Any) -> str:
        """Call a state by its name. See `BulkAction.said`."""
        return str(ORDER_STATUSES.get(value, value)) if field == "status_id" else str(value)
