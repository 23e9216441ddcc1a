"""Filters of list pages: by what is no field of the rows, and by dates without Django's extras."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.admin import (
    DateFieldListFilter,
    FieldListFilter,
    ListFilter,
    SimpleListFilter,
)
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.backend import number_of
from bcorm.contrib.django.fields import DateTimeField
from bcorm.contrib.django.widgets import KeyWidget

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


class ChosenFilter(ListFilter):
    """Rows that belong to one row of another kind, which is found by a part of its name.

    Attributes:
        parameter_name: the word in the address.
        lookup: what is asked of the API.
        many: whether that takes a list.
        target: the name of the Django model of the other rows.
    """

    template = "bcorm/chosen_filter.html"
    parameter_name: str
    lookup: str
    many = False
    target: str

    def __init__(self, request: HttpRequest, params: Any, model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        told = params.pop(self.parameter_name, None)
        told = told[-1] if isinstance(told, (list, tuple)) else told  # since Django 5.0 a list
        self.key = number_of(str(told or ""))
        if self.key is not None:
            self.used_parameters[self.parameter_name] = str(self.key)
        self.model = apps.get_model("bcorm", self.target)
        self.admin_site = model_admin.admin_site

    def has_output(self) -> bool:
        """Whether there is anything to choose from: where the other rows have an admin."""
        return bool(self.admin_site.is_registered(self.model))

    def expected_parameters(self) -> list[str]:
        """Return the word in the address."""
        return [self.parameter_name]

    def queryset(self, request: HttpRequest, queryset: StoreQuerySet) -> StoreQuerySet:
        """Ask for the chosen row's."""
        del request
        if self.key is None:
            return queryset
        return queryset.where(**{self.lookup: [self.key] if self.many else self.key})

    def choices(self, changelist: Any) -> Iterable[dict[str, Any]]:
        """Return what the form of the filter needs."""
        widget = KeyWidget(self.model, self.admin_site)
        value = "" if self.key is None else str(self.key)
        html = widget.render(self.parameter_name, value, {"id": f"filter_{self.parameter_name}"})
        others = [
            (name, value)
            for name, value in changelist.get_filters_params().items()
            if name != self.parameter_name
        ]
        yield {
            "selected": self.key is not None,
            "display": self.title,
            "query_string": changelist.get_query_string(remove=[self.parameter_name]),
            "html": html,
            "others": [
                (name, value[-1] if isinstance(value, list) else value) for name, value in others
            ],
            "query": changelist.query,
        }


class BrandFilter(ChosenFilter):
    """Products of one brand."""

    title = _("brand")
    parameter_name = "brand"
    lookup = "brand_id"
    target = "Brand"


class CategoryFilter(ChosenFilter):
    """Products in one category."""

    title = _("category")
    parameter_name = "category"
    lookup = "categories__in"
    many = True
    target = "Category"


class CustomerGroupFilter(ChosenFilter):
    """Customers of one group."""

    title = _("customer group")
    parameter_name = "group"
    lookup = "customer_group_id"
    target = "CustomerGroup"
