"""The list page: one request for a page and its total, however many rows there are.

`StorePaginator` counts with the page that it reads, and `StoreChangeList` asks for the page first.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR, ChangeList
from django.core.paginator import EmptyPage, InvalidPage, Page, PageNotAnInteger, Paginator
from django.db import NotSupportedError
from django.utils.translation import gettext

from bcorm.contrib.django.query import StoreQuerySet
from bcorm.contrib.django.translation import order_of
from bcorm.exceptions import QueryError, StateError

_MOST = 2**31 - 1
"""The highest number of a page: those of the API have 32 bits."""

if TYPE_CHECKING:
    from django.http import HttpRequest


def _rows_that_fit(editable: int) -> int:
    """Return how many rows a form may have: Django takes so many fields, each told with its base.

    Args:
        editable: fields of a row that are edited.
    """
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    return sys.maxsize if most is None else max(1, (most - 50) // (2 * editable + 1))


class StorePaginator(Paginator):
    """Pages of a `StoreQuerySet`; of anything else (the history is in a table) as Django's."""

    def page(self, number: Any) -> Page:
        """Return a page; the same request tells the total.

        Raises:
            InvalidPage: there is no such page.
        """
        if not isinstance(self.object_list, StoreQuerySet):
            return super().page(number)
        try:
            number = int(number)
        except (TypeError, ValueError):
            raise PageNotAnInteger(gettext("That page number is not an integer")) from None
        if number > _MOST:
            raise EmptyPage(gettext("That page contains no results"))
        start = (max(number, 1) - 1) * self.per_page
        rows, self.count = self.object_list.page(start, start + self.per_page)
        return self._get_page(self.object_list.filled(rows), self.validate_number(number), self)

    def _check_object_list_is_ordered(self) -> None:
        """Say nothing: the API's lists are ordered."""


class StoreChangeList(ChangeList):
    """Django's list page over a store."""

    queryset: StoreQuerySet
    list_per_page: int
    list_max_show_all: int

    def get_queryset(self, request: HttpRequest, *args: Any, **options: Any) -> StoreQuerySet:
        """Refuse here what the API cannot answer, where Django turns it into a message.

        Raises:
            IncorrectLookupParameters: the address asks for something that the API cannot.
        """
        queryset: StoreQuerySet = super().get_queryset(request, *args, **options)
        try:
            queryset.check()
        except (NotSupportedError, QueryError, StateError) as error:
            messages.error(request, str(error))
            raise IncorrectLookupParameters(error) from error
        return queryset

    def get_ordering(self, request: HttpRequest, queryset: StoreQuerySet) -> list[Any]:
        """Return the one field that the API is to sort by; [] for its own order."""
        first = super().get_ordering(request, queryset)[:1] or ["-pk"]
        names = order_of(queryset.order_by(*first))
        backend = queryset.backend()
        known = all(
            backend.sorts(name.lstrip("-"), descending=name.startswith("-")) for name in names
        )
        return first if names and known else []

    def get_ordering_field_columns(self) -> dict[int, str]:
        """Mark one header as sorted: the API sorts by one field."""
        columns: dict[int, str] = super().get_ordering_field_columns()
        if ORDER_VAR in self.params:
            return dict(list(columns.items())[:1])
        return columns

    def get_results(self, request: HttpRequest) -> None:
        """Read the page that is asked for, and take the total from the same answer.

        Raises:
            IncorrectLookupParameters: there is no such page.
        """
        admin = self.model_admin
        if self.list_editable:
            fit = _rows_that_fit(len(self.list_editable))
            self.list_per_page = min(self.list_per_page, fit)
            self.list_max_show_all = min(self.list_max_show_all, fit)
        self.paginator = admin.get_paginator(request, self.queryset, self.list_per_page)
        self.show_full_result_count = False
        self.full_result_count = None
        self.show_admin_actions = True
        if self.show_all and self._show_all(request):
            return
        try:
            page = self.paginator.page(self.page_num)
        except InvalidPage:
            raise IncorrectLookupParameters from None
        self._take(page.object_list, self.paginator.count)

    def _show_all(self, request: HttpRequest) -> bool:
        """Show the whole list if it is short enough."""
        most = self.list_max_show_all
        paginator = self.model_admin.get_paginator(request, self.queryset, most)
        page = paginator.page(1)
        if paginator.count <= most:
            self._take(page.object_list, paginator.count)
        return bool(paginator.count <= most)

    def _take(self, rows: StoreQuerySet, total: int) -> None:
        self.result_list = rows
        self.result_count = total
        self.can_show_all = total <= self.list_max_show_all
        self.multi_page = total > self.list_per_page
