"""One picture of a document: uploaded as a file, or named by a URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.operations import Operation, operation

if TYPE_CHECKING:
    from bcorm.emulator.resource import Resource
    from bcorm.emulator.tables import Id

_CDN = "https://cdn11.bigcommerce.com/s-emulated"


def upload_of(resource: Resource) -> Operation:
    """The operation that gives a document of the resource its picture."""
    return operation(
        "POST", resource.item_path + "/image", put_image, collection=resource.collection
    )


def removal_of(resource: Resource) -> Operation:
    """The operation that takes the picture away."""
    return operation(
        "DELETE", resource.item_path + "/image", remove_image, collection=resource.collection
    )


def put_image(ctx: Context, collection: str, parent: Id | None = None) -> Reply:
    """POST .../image: a file, or for variants a URL."""
    row = ctx.store.get(collection, ctx.ids[-1], parent)
    if row is None:
        raise not_found("v3")
    body = ctx.body if isinstance(ctx.body, dict) else {}
    name = ctx.files.get("image_file")
    url = body.get("image_url")
    if not name and not url:
        raise ApiError(422, errors={"image_file": "error.path.missing"})
    image = url or f"{_CDN}/product_images/{name}"
    doc = row.doc
    if "adjusters" in doc:
        doc["adjusters"] = {**doc["adjusters"], "image_url": image}
    else:
        doc["image_url"] = image
    ctx.store.update(collection, row.id, doc)
    return Reply(200, jsontext.dumps({"data": {"image_url": image}, "meta": {}}))


def remove_image(ctx: Context, collection: str) -> Reply:
    """DELETE .../image."""
    row = ctx.require(collection, ctx.ids[-1])
    ctx.store.update(collection, row.id, {**row.doc, "image_url": ""})
    return Reply(204)
