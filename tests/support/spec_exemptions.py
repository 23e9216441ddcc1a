"""What the official specs get wrong: complaints of the judge that do not count, each with a reason.

Recordings of live stores win over the specs, and so does what another place of the same spec says.
`spec_judge` reads this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Exemption:
    """A complaint that does not count: where, about what, and why."""

    operation: str
    complaint: str
    reason: str
    used: list[str] = field(default_factory=list, compare=False)

    def covers(self, operation: str, complaint: str) -> bool:
        return bool(re.search(self.operation, operation) and re.search(self.complaint, complaint))


EXEMPTIONS = [
    Exemption(
        r"",
        r"answer: MissingData: Missing response data",
        "a 204 has no body, whatever content the spec declares for it",
    ),
    Exemption(
        r"GET /v2/",
        r"answer: ResponseNotFound: .* 204$",
        "live V2 stores answer an empty list with 204; the spec says so for shipments only",
    ),
    Exemption(
        r" /v2/orders",
        r"(cart_id|staff_notes|customer_message): None (for not nullable|is not of type)",
        "null in live orders when there is none, as fixtures of public clients have it",
    ),
    Exemption(
        r"GET /v3/catalog/summary$",
        r"lowest_variant_price: .* is not of type 'string'",
        "a number in recorded answers, as the prices beside it are",
    ),
    Exemption(
        r"GET /v3/orders/payment_actions/refunds/\{refund_id\}$",
        r"requested_amount: .* is not of type 'string'",
        "a number in the other three operations on the same refunds",
    ),
    Exemption(
        r"PUT /v3/catalog/products$",
        r"request: \d+\.id: Tried to write read-only property",
        "the same schema requires the id",
    ),
    Exemption(
        r"/v3/catalog/variants$",
        r"answer: .*: None (for not nullable|is not of type)",
        "nullable in the per-product operations on the same variants: null inherits",
    ),
    Exemption(
        r"POST /v3/catalog/products$",
        r"request: bulk_pricing_rules\.\d+\.id: ",
        "the same schema requires it and makes it read-only",
    ),
    Exemption(
        r"PUT /v3/catalog/products/\{product_id\}/bulk-pricing-rules/",
        r"request: id: Tried to write read-only property",
        "the same schema requires it",
    ),
    Exemption(
        r"/v3/catalog/products/\{product_id\}/complex-rules/",
        r"conditions\.\d+\.variant_id: None (for not nullable|is not of type)",
        "nullable in the list and in the create: a condition on modifiers names no variant",
    ),
    Exemption(
        r"/v3/catalog/products/\{product_id\}/variants/\{variant_id\}/metafields",
        r"answer: data(\.\d+)?\.description: '' should be non-empty",
        "optional, and empty without one in the metafields of every other kind of parent",
    ),
    Exemption(
        r"GET /v2/orders$",
        r"request: : '\w+:(asc|desc)' is not one of",
        "the parameter's description: append :asc or :desc",
    ),
    Exemption(
        r"/v2/orders/\{order_id\}/products",
        r"answer: .*\('quantity_backordered' was unexpected\)",
        "documented since April 2026, with backorders; the spec is older",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"date_last_imported: ",
        "recorded live: null until the first import",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"option_set_id: ",
        "recorded live: null without an option set",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"base_variant_id: ",
        "the field's own description: null for a product with variants",
    ),
    Exemption(
        r"/v3/customers$",
        r"channel_ids: ",
        "recorded live: null for a customer of every channel",
    ),
    Exemption(
        r"GET /v3/catalog/products/\{product_id\}/bulk-pricing-rules$",
        r"data: .* is not of type 'object'",
        "a list: the schema names one rule where its example has the array",
    ),
    Exemption(
        r"",
        r"request: ValueError: invalid literal for int\(\) with base 10: '\d+(,\d+)+'",
        "a parameter whose name ends in :in takes a list, also where it is declared as one integer",
    ),
    Exemption(
        r"PUT /v3/(inventory/locations|carts)/metafields$",
        r"request: \d+\.id: \d+ is not of type 'string'",
        "the id is a number in the DELETE of the same path",
    ),
    Exemption(
        r"GET /v3/carts/\{cart_id\}/metafields$",
        r"answer: data: .* is not of type 'object'",
        "a list: the schema names one metafield where the operation pages many",
    ),
    Exemption(
        r"POST /v3/promotions$",
        r"request: (: .* is not valid under any|redemption_type: (Tried|'\w+' is not one))",
        "a draft requires the redemption_type that the schema it extends makes read-only",
    ),
    Exemption(
        r"POST /v3/sites/\{site_id\}/routes$",
        r"answer: status: \d+ is not of type 'string'",
        "a number in the other operations on the same routes",
    ),
    Exemption(
        r"codegen$",
        r"answer: data\.codes\.\d+\.code: ",
        "the pattern of a code without prefix, suffix and other lengths",
    ),
    Exemption(
        r"",
        r"request: DeprecationWarning: Use of allowEmptyValue",
        "of the specs' own making",
    ),
    Exemption(
        r"GET /v2/blog/tags$",
        r"is not of type 'array'",
        "a list of tags: the schema has one list too many",
    ),
    Exemption(
        r"/v2/redirects",
        r"forward\.ref: ",
        "the texts: a number, or the address of a manual one; the operations have either type",
    ),
    Exemption(
        r"/v3/settings/",
        r": None (for not nullable|is not of type)",
        "the texts of answers and requests: null means that a channel overrides nothing",
    ),
    Exemption(
        r"",
        r": None is not one of",
        "an enum that forgot null; where null is not allowed there is another complaint",
    ),
    Exemption(
        r"GET /v3/(catalog/products|.*/metafields)$",
        r"request: \d+: 'id' is not one of",
        "ids come with every selection; this one selects nothing else",
    ),
    Exemption(
        r"GET /v3/customers/subscribers$",
        r"request: MissingRequiredParameter: Missing required query parameter: id$",
        "a filter among others; were it required, there would be no list",
    ),
    Exemption(
        r"PUT /v3/abandoned-carts/settings",
        r"request: : 'enabled' is a required property",
        "no such property: enable_notification must be meant",
    ),
    Exemption(
        r"POST /v3/content/pages$",
        r"answer: data: .*(under any of|is not of type 'object')",
        "the answer's description: an array when the request was one",
    ),
]
