"""Which products are in which categories and channels, as pairs; and the catalog's summary.

`catalog/products_catalog.v3.yml`. Product.categories says the same of one product at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from bcorm.model import Resource, field, one, readonly
from bcorm.model.by_key import named_in
from bcorm.query.endpoint import Batch, Endpoint, answered
from bcorm.resources.actions import send
from bcorm.resources.categories import Category
from bcorm.resources.products import Product

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork

CATEGORIES = "v3/catalog/products/category-assignments"
CHANNELS = "v3/catalog/products/channel-assignments"


class ProductCategoryAssignment(Resource):
    """A product in a category. `GET /v3/catalog/products/category-assignments`."""

    product_id: int = field(create_only=True)
    category_id: int = field(create_only=True)

    product = one(Product, via="product_id")
    category = one(Category, via="category_id")

    endpoint = Endpoint(
        path=CATEGORIES,
        key=None,
        scope={"product_id": "product_id:in", "category_id": "category_id:in"},
        verbs=("delete",),
        create_batch=Batch(50, method="PUT", single=True),
        everywhere=Endpoint(path=CATEGORIES, filters={"product_id": "in", "category_id": "in"}),
        natural_key="product_id category_id",
        answers=(answered("nothing", "create_batch", source="products_catalog.v3.yml: 204"),),
        exclusive="v3/catalog/products/{product_id}",  # not in parallel for one product
    )

    @classmethod
    def remove(
        cls,
        product_ids: Iterable[int],
        category_ids: Iterable[int],
        *,
        session: UnitOfWork | None = None,
    ) -> None:
        """Take all of these products out of all of these categories; nothing if a list is empty.

        Args:
            product_ids: keys of the products.
            category_ids: keys of the categories.
            session: the session to send through; by default the current one.

        Raises:
            InvalidValue: a list is none, or a value in it is no key; nothing was sent.
        """
        lists = {
            "product_id:in": ("product_id", product_ids),
            "category_id:in": ("category_id", category_ids),
        }
        for params in list(named_in(cls, lists)):
            send(session, "DELETE", CATEGORIES, params=params)


class ProductChannelAssignment(Resource):
    """A product in a channel. `GET /v3/catalog/products/channel-assignments`."""

    product_id: int = field(create_only=True)
    channel_id: int = field(create_only=True)

    product = one(Product, via="product_id")

    endpoint = Endpoint(
        path=CHANNELS,
        key=None,
        scope={"product_id": "product_id:in", "channel_id": "channel_id:in"},
        verbs=("delete",),
        create_batch=Batch(50, method="PUT", single=True),
        everywhere=Endpoint(path=CHANNELS, filters={"product_id": "in", "channel_id": "in"}),
        natural_key="product_id channel_id",
        answers=(answered("nothing", "create_batch", source="products_catalog.v3.yml: 204"),),
        exclusive="v3/catalog/products/{product_id}",  # not in parallel for one product
    )

    @classmethod
    def remove(
        cls,
        product_ids: Iterable[int],
        channel_ids: Iterable[int],
        *,
        session: UnitOfWork | None = None,
    ) -> None:
        """Take all of these products out of all of these channels; nothing if a list is empty.

        Args:
            product_ids: keys of the products.
            channel_ids: keys of the channels.
            session: the session to send through; by default the current one.

        Raises:
            InvalidValue: a list is none, or a value in it is no key; nothing was sent.
        """
        lists = {
            "product_id:in": ("product_id", product_ids),
            "channel_id:in": ("channel_id", channel_ids),
        }
        for params in list(named_in(cls, lists)):
            send(session, "DELETE", CHANNELS, params=params)


class CatalogSummary(Resource):
    """Totals over the catalog. `GET /v3/catalog/summary`."""

    inventory_count: int = readonly(doc="Units in stock, over the whole catalog.")
    inventory_value: Decimal = readonly(
        doc="What all stock costs together, in the store's currency."
    )
    primary_category_id: int = readonly(doc="The category with the most products.")
    primary_category_name: str = readonly(doc="The name of the category with the most products.")
    variant_count: int = readonly()
    highest_variant_price: Decimal = readonly(doc="In the store's currency.")
    average_variant_price: Decimal = readonly(doc="In the store's currency.")
    lowest_variant_price: Decimal = readonly(doc="In the store's currency.")
    oldest_variant_date: datetime = readonly(doc="When the first variant was made.")
    newest_variant_date: datetime = readonly(doc="When the last variant was made.")

    endpoint = Endpoint(
        path="v3/catalog/summary",
        key=None,
        verbs=("get",),
    )
