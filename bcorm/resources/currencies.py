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
    currency_code: str = field(required=True, create_only=True)
    currency_exchange_rate: Decimal = field(required=True)
    auto_update: bool = field()
    is_default: bool = field()
    is_transactional: bool = field()
    enabled: bool = field()
    country_iso2: str = field()
    default_for_country_codes: list[str] = readonly()
    token_location: Literal["left", "right"] = field(required=True, open=True)
    token: str = field(required=True)
    decimal_token: str = field(required=True)
    thousands_token: str = field(required=True)
    decimal_places: int = field(required=True)
    use_default_name: bool = readonly()
    last_updated: datetime = readonly()

    endpoint = Endpoint(
        path="v2/currencies",
        empty_delete=True,
        natural_key="currency_code name",
        version_field="last_updated",
    )
