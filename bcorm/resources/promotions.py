"""Promotions and their coupon codes (`promotions.v3.yml`, `promotion_settings.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.query.endpoint import Endpoint, Filter, resend
from bcorm.resources.actions import operation, send, typed
from bcorm.resources.bodies import listed
from bcorm.resources.promotion_rules import (
    AddressMatcher,
    MultipleCodes,
    Notification,
    PromotionChannel,
    PromotionCustomer,
    Rule,
    Schedule,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.unit_of_work import UnitOfWork


class PromotionCode(Resource):
    """A code that opens a promotion. `GET /v3/promotions/{promotion_id}/codes`.

    `PromotionCode.objects.get(code="SPRING")` finds one without its promotion's id.
    """

    id: int = readonly()
    code: str = field(
        required=True,
        max_length=50,
        doc="What the shopper types: letters, digits, spaces, `_` and `-`; unique in the store.",
    )
    current_uses: int = readonly(doc="How many checkouts have used it.")
    max_uses: int = field(
        doc="How many checkouts may use it; 0 means no limit; the promotion's own comes first."
    )
    max_uses_per_customer: int = field(doc="How often one customer may use it; 0 means no limit.")
    created: datetime = readonly()

    promotion = one["Promotion"]("Promotion", parent=True)

    endpoint = Endpoint(
        path="v3/promotions/{promotion_id}/codes",
        verbs=("list", "create", "delete"),
        delete_batch=250,
        paging="both",
        filters={"code": "exact"},
        everywhere=Endpoint(path="v3/promotions/codes", paging="none", filters={"code": "exact"}),
        natural_key="code",
    )

    @classmethod
    @operation("DELETE /v3/promotions/codes")
    def delete_by_code(cls, code: str, *, session: UnitOfWork | None = None) -> None:
        """Delete a code by its text."""
        send(session, "DELETE", "v3/promotions/codes", params={"code": code})


class GeneratedCode(Struct):
    """A code out of a batch."""

    code: str = readonly(doc="What the shopper types.")


class GeneratedCodes(Struct):
    """Codes that were made at once."""

    created: datetime = readonly()
    max_uses: int = readonly(doc="How many checkouts may use each code; 0 means no limit.")
    max_uses_per_customer: int = readonly(
        doc="How often one customer may use each code; 0 means no limit."
    )
    batch_size: int = readonly(doc="How many codes were made, 250 at most.")
    codes: list[GeneratedCode] = readonly()


class Promotion(Resource):
    """A discount and its conditions. `GET /v3/promotions`.

    A promotion with `redemption_type` AUTOMATIC applies by itself, one with COUPON to carts with
    one of its codes. `query` searches names and codes.
    """

    id: int = readonly()
    name: str = field(required=True, doc="What the merchant calls it; shoppers see `display_name`.")
    redemption_type: Literal["AUTOMATIC", "COUPON"] = field(
        required=True, create_only=True, doc="Whether it applies by itself, or by a coupon's code."
    )
    display_name: str | None = field(doc="What shoppers see it called.")
    channels: list[PromotionChannel] = field(
        doc="Where it applies; an empty list means in every channel."
    )
    customer: PromotionCustomer = field(doc="Whom it is for.")
    rules: list[Rule] = field(
        required=True,
        doc="Tried in order; the first that gives a discount is the last that is tried.",
    )
    current_uses: int = readonly(doc="How many checkouts have used it.")
    max_uses: int | None = field(doc="How often customers may use it; None means no limit.")
    status: Literal["ENABLED", "DISABLED", "INVALID"] = field(
        doc="BigCommerce alone sets `INVALID`, of one that was enabled and can no longer be used."
    )
    start_date: datetime = field(doc="The moment from which it applies.")
    end_date: datetime | None = field(doc="The moment at which it ends; None means never.")
    stop: bool = field(doc="Whether no promotion of lower priority is tried once it has applied.")
    can_be_used_with_other_promotions: bool = field(
        doc="Whether it applies where another one has applied already."
    )
    currency_code: str = field(
        doc="The currency of its amounts, in three letters; `*` means any, for those without amounts."
    )
    notifications: list[Notification] = field(doc="What the storefront tells shoppers of it.")
    shipping_address: AddressMatcher | None = field(
        doc="The countries to which an order has to go."
    )
    schedule: Schedule | None = field(doc="The weekdays and hours at which it applies.")
    created_from: Literal["react_ui", "legacy_ui", "api"] = readonly(
        doc="Where it was made: by the API, or in one of the control panel's two pages."
    )
    coupon_type: Literal["SINGLE", "BULK"] = field(
        create_only=True, doc="Whether it has one code or many; cannot be changed."
    )
    coupon_overrides_automatic_when_offering_higher_discounts: bool = field(
        doc="Whether the coupon takes the place of automatic promotions that give less."
    )
    coupon_overrides_other_promotions: bool = field(
        doc="Whether the coupon takes the place of all other promotions."
    )
    multiple_codes: MultipleCodes = readonly()

    codes = many(PromotionCode)

    endpoint = Endpoint(
        path="v3/promotions",
        delete_batch=50,
        filters={
            "id": "exact",
            "name": "exact",
            "code": Filter("exact", type=str),
            "currency_code": "exact",
            "redemption_type": Filter("exact", lower=True),
            "status": "exact",
            "channels": Filter("exact", type=int),
            "query": Filter("exact", type=str),
        },
        sort="id name priority start_date",
        sort_hidden="priority",
        natural_key="name",
    )

    @operation("POST /v3/promotions/{promotion_id}/codegen")
    def generate_codes(
        self,
        batch_size: int,
        *,
        max_uses: int | None = None,
        max_uses_per_customer: int | None = None,
        prefix: str | None = None,
        suffix: str | None = None,
        delimiter: Literal["_", "-"] | None = None,
        exclude_characters: Iterable[str] | None = None,
        code_length: int | None = None,
    ) -> GeneratedCodes:
        """Generate up to 250 codes of a BULK coupon promotion.

        Args:
            batch_size: how many, from 1 to 250.
            max_uses: how often each may be used; 0 or None for no limit.
            max_uses_per_customer: how often one customer may use each.
            prefix: text before the random part, of at most 20 characters.
            suffix: text after it.
            delimiter: what stands between the parts.
            exclude_characters: single letters or digits that are not used.
            code_length: length of the random part, from 6 to 16.

        Raises:
            ApiError: the promotion has a single code, or a value is out of bounds.
        """
        said = {
            "batch_size": batch_size,
            "max_uses": max_uses,
            "max_uses_per_customer": max_uses_per_customer,
            "prefix": prefix,
            "suffix": suffix,
            "delimiter": delimiter,
            "exclude_characters": None
            if exclude_characters is None
            else listed(type(self), "exclude_characters", exclude_characters, str),
            "code_length": code_length,
        }
        body = {name: value for name, value in said.items() if value is not None}
        answer = self._call("POST", "codegen", json=body)
        return typed(GeneratedCodes, answer.data)


class PromotionSettings(Resource):
    """How the store applies promotions. `GET /v3/promotions/settings`."""

    promotions_apply_on_products_with_custom_product_price: bool = field(
        doc="Whether lines with a price of their own can be discounted; Enterprise stores only."
    )
    promotions_triggered_by_products_with_zero_product_price: bool = field(
        doc="Whether lines that cost nothing count for conditions; Enterprise stores only."
    )
    number_of_coupons_allowed_at_checkout: int = field(
        minimum=1, maximum=5, doc="How many coupons one order may use; Enterprise stores only."
    )
    promotions_applied_on_original_product_price: bool = field(
        doc="Whether each promotion is computed of the original price, or of what those before have left."
    )

    endpoint = Endpoint(
        path="v3/promotions/settings",
        key=None,
        verbs=("get", "update"),
        put_rules=(
            resend(
                "promotions_apply_on_products_with_custom_product_price",
                "promotions_triggered_by_products_with_zero_product_price",
                "number_of_coupons_allowed_at_checkout",
                "promotions_applied_on_original_product_price",
                source="promotion_settings.v3.yml, PUT /promotions/settings",
                reason="the body's schema requires all four",
            ),
        ),
    )
