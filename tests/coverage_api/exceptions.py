"""Operations that no scenario calls; what a spec forbids and the emulator takes; the reasons."""

from __future__ import annotations

# As in `GET /v3/hooks`.
UNREACHABLE: dict[str, str] = {}

# Patterns of an operation, a place and a word of its schema: `POST /v3/x name maxLength`.
TAKEN: dict[str, str] = {
    r"POST /v2/customers store_credit type": "an amount, which answers write as a text",
    r"PUT /v2/coupons/\{id\} \w+ required": "the text of applies_to: a PUT may leave it out",
    r"PUT /v3/catalog/categories/\{category_id\} \w+ required": "x-required says post only",
    r"PUT /v3/catalog/.*/metafields/\{metafield_id\} \w+ required": "x-required says post only",
    r"PUT /v3/catalog/.*/values/\{value_id\} \w+ required": "x-required says post only",
    r"\w+ /v3/catalog/(categories|trees/categories) layout_file maxLength": "500 in another PUT",
    r"\w+ /v3/catalog/.*/images(/\{image_id\})? date_modified": "nobody but the store writes it",
    r"\w+ /v3/catalog/.* product_id type": "the path says which product it is",
    r"POST /v3/channels/\{channel_id\}/site channel_id type": "the path says which channel it is",
    r"PUT /v3/customers/.*/metafields/\{metafieldId\} id required": "the path has the id",
    r"POST /v3/catalog/products/\{product_id\}/options option_values.sort_order required": (
        "its place in the array, as recorded requests leave it out"
    ),
    r"\w+ .*/variants/.*/metafields.* description minLength": "optional for every other parent",
    r"POST /v3/catalog/trees/categories parent_id required": "one of several alternatives",
    r"POST /v3/content/widget-templates .*settings.default type": "a boolean's default is one",
    r"\w+ /v3/orders/pickups (ready_at|collected_at) type": "the text: UNIX seconds are taken",
    r"PUT /v3/orders/pickups id": "deprecated",
    r"POST /v3/content/pages body required": "of the type raw only",
    r"POST /v3/themes/.*/download which enum": "the text: an invalid one means the default",
    r"PUT /v3/abandoned-carts/settings \w+_frequency required": "individual mails have none",
    r"\w+ .* \?(page|limit)$": "taken everywhere; of lists, see test_emulator_lists",
    r"GET /v2/customer_groups/\{customer_group_id\} \?": "filters of the list, at one group",
    r"GET /v3/customers \?registration_ip_address:in": "addresses are no integers",
    r"GET /v3/store/systemlogs \?module": "its enum names a few of the modules",
    r"PUT /v3/settings/storefront/status prelaunch_password": "the text: read-only",
}
