"""Filters that shoppers narrow a list of products with (`settings.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import count
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.model.fields import shared_fields
from bcorm.query.endpoint import Batch, Endpoint, Filter
from bcorm.resources.actions import operation, send, typed
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork

CONTEXTS = "v3/settings/search/filters/contexts"

FilterType = Literal["product", "price", "category", "brand", "rating", "other"]
FilterSort = Literal["alpha", "option_values", "item_count"]


class AvailableSearchFilter(Resource):
    """A filter that could be offered. `GET /v3/settings/search/filters/available`."""

    id: str = readonly()
    name: str = readonly()
    type: FilterType = readonly()
    product_count: int = readonly(doc="How many products have it.")
    price_range_min: Decimal | None = readonly(doc="In the store's currency.")
    price_range_max: Decimal | None = readonly(doc="In the store's currency.")

    endpoint = Endpoint(
        path="v3/settings/search/filters/available",
        verbs=("list",),
        paging="none",
        filters={
            "channel_id": Filter("exact", type=int),
            "category_id": Filter("exact", type=int),
        },
    )


class FilterContext(Struct):
    """Where filters apply: a channel, or a category of one."""

    channel_id: int = field()
    category_id: int | None = field()


@shared_fields
class FilterFields:
    """What a filter is, wherever it is offered."""

    type: FilterType = field()
    display_name: str = field(doc="What the shopper sees it called.")
    is_enabled: bool = field()
    collapsed_by_default: bool = field(doc="Whether its choices are hidden until it is opened.")
    display_product_count: bool = field()
    items_to_show: Literal[5, 10, 15] = field()
    sort_by: FilterSort = field(doc="The order of its choices.")
    show_free_shipping_filter: bool = field()
    show_in_stock_filter: bool = field()
    show_is_featured_filter: bool = field()
    show_product_count: bool = field()


class ContextualFilter(FilterFields, Struct):
    """A filter as it is offered in a context."""

    id: str = field()


class SearchFilterContext(Struct):
    """The filters of one context."""

    context: FilterContext = field()
    data: list[ContextualFilter] = field()


class SearchFilter(FilterFields, Resource):
    """A filter that the storefront offers. `GET /v3/settings/search/filters`."""

    id: str = readonly()

    endpoint = Endpoint(
        path="v3/settings/search/filters",
        verbs=("list",),
        update_batch=Batch(50, single=True),
        paging="none",
    )

    @classmethod
    @operation("GET /v3/settings/search/filters/contexts")
    def contexts(
        cls,
        *,
        channel_id: int | None = None,
        category_id: int | None = None,
        session: UnitOfWork | None = None,
    ) -> list[SearchFilterContext]:
        """Return the filters of every context, or of those of a channel or category.

        Args:
            channel_id: only the contexts of this channel.
            category_id: only the contexts of this category.
            session: the session to send through; by default the current one.
        """
        wanted = {"channel_id": channel_id, "category_id": category_id}
        params = {name: str(key) for name, key in wanted.items() if key is not None}
        found: list[SearchFilterContext] = []
        for page in count(1):
            paged = {**params, "page": str(page), "limit": "250"}
            answer = send(session, "GET", CONTEXTS, params=paged)
            found += [typed(SearchFilterContext, row) for row in answer.data]
            if page >= answer.meta.get("pagination", {}).get("total_pages", 1):
                break
        return found

    @classmethod
    @operation("PUT /v3/settings/search/filters/contexts")
    def set_contexts(
        cls,
        contexts: Iterable[SearchFilterContext | Mapping[str, Any]],
        *,
        session: UnitOfWork | None = None,
    ) -> list[SearchFilterContext]:
        """Write the filters of contexts, each as a whole."""
        answer = send(session, "PUT", CONTEXTS, json=rows(SearchFilterContext, contexts))
        return [typed(SearchFilterContext, row) for row in answer.data or ()]
