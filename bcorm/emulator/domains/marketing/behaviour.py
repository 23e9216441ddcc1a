"""Coupons: what they apply to, and the update that forgets it. Gift certificates: their codes."""

from __future__ import annotations

import secrets
import string
from typing import TYPE_CHECKING

from bcorm.emulator.errors import ApiError
from bcorm.emulator.tables import Clause, is_id

if TYPE_CHECKING:
    from bcorm.emulator.context import Context
    from bcorm.emulator.resource import Doc

_ENTITIES = {"categories": "v3/catalog/categories", "products": "v3/catalog/products"}


def prepare_coupon(ctx: Context, doc: Doc, old: Doc | None, body: Doc) -> None:
    """Check what a coupon applies to; an update that does not say so clears it.

    That of a promotion has an empty list where others have an object (marketing.v2.yml).
    """
    if not isinstance(doc["restricted_to"], dict | list):
        raise ApiError(400, "The field 'restricted_to' is invalid.")
    if doc["type"] == "promotion" and not doc["restricted_to"]:
        doc["restricted_to"] = []
    if old is not None and "applies_to" not in body:
        doc["applies_to"] = {}
        return
    wanted = body.get("applies_to")
    entity = wanted.get("entity", "") if isinstance(wanted, dict) else ""
    if not isinstance(entity, str) or entity not in _ENTITIES:
        raise ApiError(
            400,
            "The field 'applies_to->entity' is invalid.",
            details={
                "invalid_reason": f"The provided value '{entity}' is not valid,"
                " valid options are 'categories' or 'products'."
            },
        )
    ids = wanted.get("ids", []) if isinstance(wanted, dict) else []
    if not isinstance(ids, list):
        raise ApiError(
            400,
            "The field 'ids' is invalid.",
            details={"invalid_reason": "The provided value is not a valid array."},
        )
    for key in ids:
        # Category 0 stands for the whole shop.
        if (not is_id(key) or key != 0) and not ctx.store.exists(_ENTITIES[entity], key):
            word = "Category" if entity == "categories" else "Product"
            raise ApiError(
                400,
                f"The field '{entity}' is invalid.",
                details={"invalid_reason": f"{word} id {key} does not exist."},
            )
    doc["applies_to"] = {"entity": entity, "ids": ids}


def not_of_type(_ctx: Context, text: str) -> Clause:
    """`exclude_type`."""
    return Clause("t.type <> ?", (text,))


def prepare_gift_certificate(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A new certificate has a code, is bought today, and nothing of it is spent."""
    if old is not None:
        return
    doc["code"] = doc.get("code") or _code()
    doc.setdefault("balance", doc["amount"])
    doc.setdefault("purchase_date", ctx.stamp("unix"))


def _code() -> str:
    letters = string.ascii_uppercase + string.digits
    return "-".join("".join(secrets.choice(letters) for _ in range(3)) for _ in range(4))
