"""Groups of customers that see other categories or prices (`customers.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, many, readonly
from bcorm.query.endpoint import Endpoint, whole

if TYPE_CHECKING:
    from bcorm.resources.customers import Customer  # noqa: F401 - the text in a relation


class CategoryAccess(Struct):
    """Which categories a group sees."""

    type: Literal["all", "specific", "none"] = field(
        doc="Whether its customers see all categories, those listed, or none."
    )
    categories: list[int] | None = field(doc="Ids of the categories, where the type is `specific`.")


class DiscountRule(Struct):
    """A price list or a discount of a group; the type says which ids there are."""

    type: Literal["price_list", "all", "category", "product"] = field(
        doc="What is cheaper: everything, a category, a product, or what a price list says."
    )
    method: Literal["percent", "fixed", "price"] | None = field(
        doc="What the amount is: a percentage, what comes off, or the new price."
    )
    amount: Decimal | None = field(
        doc="An amount in the store's currency, or a percentage: `method` says which."
    )
    price_list_id: int | None = field(doc="The price list, where the type is `price_list`.")
    category_id: int | None = field(doc="The category, where the type is `category`.")
    product_id: int | None = field(doc="The product, where the type is `product`.")


class CustomerGroup(Resource):
    """Customers with common rights. `GET /v2/customer_groups`.

    Deleting a group leaves its customers without one.
    """

    id: int = readonly()
    name: str = field()
    is_default: bool = field(doc="Whether new customers are put into it.")
    is_group_for_guests: bool = field(
        doc="Whether shoppers without an account are in it; one group at a time can be that."
    )
    category_access: CategoryAccess = field(doc="Which categories its customers see.")
    discount_rules: list[DiscountRule] = field(
        doc="What is cheaper for its customers; a PUT replaces all of them."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    customers = many["Customer"]("customers.Customer", by="customer_group_id")

    endpoint = Endpoint(
        path="v2/customer_groups",
        needs="name",
        count_path="v2/customer_groups/count",
        count_filters=False,
        filter_style="suffix",
        filters={
            "name": "exact icontains",
            "is_default": "exact",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
            "is_group_for_guests": "exact",
        },
        natural_key="name",
        put_rules=(
            whole(
                "discount_rules",
                source="customers.v2.yml, PUT /customer_groups/{customer_group_id}",
                reason="the rules of a PUT replace all that the group had",
            ),
        ),
    )
