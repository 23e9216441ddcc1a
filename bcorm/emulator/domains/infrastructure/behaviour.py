"""Hosted storefronts: projects, uploads, and deployments that are done as soon as they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked, delete
from bcorm.emulator.errors import ApiError
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource

PROJECTS = "v3/infrastructure/projects"
UPLOADS = "v3/infrastructure/deployments/uploads"
DEPLOYMENTS = "v3/infrastructure/deployments"


def delete_projects(ctx: Context, resource: Resource) -> Reply:
    """DELETE projects by their ids."""
    keys = [key for key in ctx.query.get("project_uuid:in", "").split(",") if key]
    if not keys:
        raise ApiError(422, errors={"project_uuid:in": "error.path.missing"})
    delete(ctx, resource, [ctx.require(PROJECTS, key) for key in keys])
    return Reply(204)


def create_upload(ctx: Context, resource: Resource) -> Reply:
    """POST uploads: an address that takes a bundle, in name only."""
    row = create_checked(ctx, resource, None, {}, {})
    url = f"https://storage.example.com/{ctx.store_hash}/{row.id}/bundle.zip"
    data = {"upload_url": url, "upload_uuid": row.id}
    return Reply(200, jsontext.dumps({"data": data, "meta": {}}))


def deploy(ctx: Context, resource: Resource) -> Reply:
    """POST a deployment of an upload to a project."""
    doc = check(resource.fields, ctx.body, "post", "v3")
    for name, collection in (("project_uuid", PROJECTS), ("upload_uuid", UPLOADS)):
        if not ctx.store.exists(collection, doc[name]):
            raise ApiError(422, errors={name: "It does not exist."})
    row = create_checked(ctx, resource, None, doc, doc)
    return Reply(200, jsontext.dumps({"data": {"deployment_uuid": row.id}, "meta": {}}))


def events(ctx: Context) -> Reply:
    """GET events: how a deployment went, from the queue to its address."""
    row = ctx.require(DEPLOYMENTS, ctx.ids[0])
    url = f"https://{row.doc['project_uuid']}.example.com"
    told: list[Doc] = [
        {"deployment_status": "queued", "event": None, "deployment_url": None},
        {"deployment_status": "in_progress", "event": _step(50), "deployment_url": None},
        {"deployment_status": "completed", "event": _step(100), "deployment_url": url},
    ]
    return _stream([{"deployment_uuid": row.id, **event} for event in told])


def _step(progress: int) -> Doc:
    return {"step": "deploying", "progress": progress}


def tail_logs(ctx: Context) -> Reply:
    """GET tail: one request that a worker answered."""
    row = ctx.require(PROJECTS, ctx.ids[0])
    request = {"method": "GET", "url": f"https://{row.id}.example.com/", "status_code": 200}
    return _stream([{"uuid": row.id, "project_uuid": row.id, "request": request, "logs": []}])


def _stream(told: list[Doc]) -> Reply:
    text = "".join(f"event: message\ndata: {jsontext.dumps(event)}\n\n" for event in told)
    return Reply(200, text, content_type="text/event-stream")
