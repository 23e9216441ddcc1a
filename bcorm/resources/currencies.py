"""Currencies of the store (`currencies.v2.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint


class Currency(Resource):
    """A currency, with its rate and how it is written. `GET /v2/currencies`."""

    id: int = readonly()
    name: str = field(required=True)
    currency_code: str = field(required=True, create_only=True, doc="Its three letters (ISO 4217).")
    currency_exchange_rate: Decimal = field(required=True, doc="How much of it one US dollar is.")
    auto_update: bool = field(
        doc="Whether the rate follows Open Exchange Rates; not for transactional currencies."
    )
    is_default: bool = field(
        doc="Whether it is the store's; can be set and not taken back, only given to another."
    )
    is_transactional: bool = field(
        doc="Whether shoppers pay in it; else prices are only shown in it."
    )
    enabled: bool = field(doc="Whether shoppers can choose it.")
    country_iso2: str = field(doc="The country's code of two letters (ISO 3166-1 alpha-2).")
    default_for_country_codes: list[str] = readonly(
        doc="The countries whose shoppers see it first, by their codes."
    )
    token_location: Literal["left", "right"] = field(
        required=True, open=True, doc="On which side of an amount its sign stands."
    )
    token: str = field(required=True, doc="Its sign, such as `€`.")
    decimal_token: str = field(required=True, doc="What stands before the decimals.")
    thousands_token: str = field(required=True, doc="What stands between thousands.")
    decimal_places: int = field(required=True, doc="How many are shown.")
    use_default_name: bool = readonly(doc="Whether it is called what its code is usually called.")
    last_updated: datetime = readonly(doc="When it was made or changed last.")

    endpoint = Endpoint(
        path="v2/currencies",
        empty_delete=True,
        natural_key="currency_code name",
        version_field="last_updated",
    )
