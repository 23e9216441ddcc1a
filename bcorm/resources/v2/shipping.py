"""Shipping methods of all zones, as V2 once listed them; they have no current specification."""

from __future__ import annotations

from bcorm.model import Resource, readonly
from bcorm.query.endpoint import Endpoint


class ShippingMethod(Resource):
    """A way to ship an order, whatever its zone. `GET /v2/shipping/methods`.

    `bcorm.ShippingMethod` is what zones have now.
    """

    id: int = readonly()
    name: str = readonly()
    method_name: str = readonly()

    endpoint = Endpoint(path="v2/shipping/methods", verbs=("list",))
