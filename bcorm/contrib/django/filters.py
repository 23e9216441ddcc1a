"""Filters of list pages: by what is no field of the rows, and by dates without Django's extras."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.admin import DateFieldListFilter, FieldListFilter, SimpleListFilter
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django.fields import DateTimeField

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest

    from bcorm.contrib.django.query import StoreQuerySet

# `GET /v2/order_statuses` (`orders.v2.oas2.yml`): the keys are the same in every store.
ORDER_STATUSES = {
    0: _("Incomplete"),
    1: _("Pending"),
    2: _("Shipped"),
    3: _("Partially shipped"),
    4: _("Refunded"),
    5: _("Cancelled"),
    6: _("Declined"),
    7: _("Awaiting payment"),
    8: _("Awaiting pickup"),
    9: _("Awaiting shipment"),
    10: _("Completed"),
    11: _("Awaiting fulfillment"),
    12: _("Manual verification required"),
    13: _("Disputed"),
    14: _("Partially refunded"),
}


class LookupFilter(SimpleListFilter):
    """A choice of bcorm lookups.

    Attributes:
        choices_asked: by the word in the address: what the page shows, and what is asked.
    """

    choices_asked: dict[str, tuple[Any, dict[str, Any]]]

    def lookups(self, request: HttpRequest, model_admin: Any) -> Iterable[tuple[str, Any]]:
        """Return the choices that the page shows."""
        del request, model_admin
        return [(word, label) for word, (label, _asked) in self.choices_asked.items()]

    def queryset(self, request: HttpRequest, queryset: StoreQuerySet) -> StoreQuerySet:
        """Ask for the choice; an unknown one asks for nothing."""
        del request
        _label, asked = self.choices_asked.get(str(self.value()), ("", {}))
        return queryset.where(**asked)


class MomentFilter(DateFieldListFilter):
    """Periods of time; whether there is a date at all is no question that the API answers."""

    links: Sequence[Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        asked = (self.lookup_kwarg_since, self.lookup_kwarg_until)
        self.links = [link for link in self.links if set(link[1]) <= set(asked)]


FieldListFilter.register(
    lambda field: isinstance(field, DateTimeField), MomentFilter, take_priority=True
)


class StockFilter(LookupFilter):
    """Products that run out."""

    title = _("stock")
    parameter_name = "stock"
    choices_asked = {  # noqa: RUF012 - SimpleListFilter's own style
        "low": (_("Low"), {"inventory_low": True}),
        "out": (_("Out of stock"), {"out_of_stock": True}),
    }


class OrderStatusFilter(LookupFilter):
    """Orders in one state."""

    title = _("status")
    parameter_name = "status"
    choices_asked = {  # noqa: RUF012
        str(key): (label, {"status_id": key}) for key, label in ORDER_STATUSES.items()
    }
