"""Payment methods that are enabled in the store (`payments/methods_payments.v2.yml`)."""

from __future__ import annotations

from bcorm.model import Resource, readonly
from bcorm.query.endpoint import Endpoint


class PaymentMethod(Resource):
    """A payment method of the store. `GET /v2/payments/methods`.

    The spec calls the operation unsupported: it may leave methods out.
    """

    code: str = readonly(doc="By which all of BigCommerce knows it.")
    name: str = readonly()
    test_mode: bool = readonly(doc="Whether no money moves; false for offline methods.")

    endpoint = Endpoint(path="v2/payments/methods", key="code", verbs=("list",))
