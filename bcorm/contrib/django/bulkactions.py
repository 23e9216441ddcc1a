"""The bulk actions of a merchant's day."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django.bulk import BulkAction
from bcorm.contrib.django.filters import ORDER_STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class PercentForm(forms.Form):
    """How much dearer or cheaper."""

    percent = forms.DecimalField(
        label=_("Change in percent"),
        help_text=_("10 makes prices a tenth higher, -10 a tenth lower."),
        min_value=Decimal(-100),
        max_value=Decimal(1000),
        max_digits=7,
        decimal_places=3,
    )


class ChangePrices(BulkAction):
    """Change prices by a percentage, rounded to cents."""

    name = "change_prices"
    short_description = _("Change prices of selected %(verbose_name_plural)s")
    fields = ("price",)
    parameters = PercentForm

    def change(self, item: Any, values: Mapping[str, Any]) -> None:
        """Multiply the price. See `BulkAction.change`."""
        factor = 1 + values["percent"] / 100
        item.price = (item.price * factor).quantize(_CENT, ROUND_HALF_UP)


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
