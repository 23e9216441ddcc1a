"""Sites: one per channel, the addresses they show, their routes and certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bcorm.emulator import jsontext
from bcorm.emulator.batches import each, items_of
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create, delete, many, one, update, update_checked
from bcorm.emulator.errors import ApiError, not_found
from bcorm.emulator.rendering import render
from bcorm.emulator.schema import nested, string
from bcorm.emulator.tables import Clause
from bcorm.emulator.timestamps import offset_style
from bcorm.emulator.urls import address
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.resource import Doc, Resource
    from bcorm.emulator.tables import Row

SITES = "v3/sites"
CHANNELS = "v3/channels"
_SHARED = "https://store-emulated.mybigcommerce.com"
_CERTIFICATE = (
    string("url", format="url"),
    nested(
        "certificate",
        string("certificate", required="put", shortest=1),
        string("private_key", required="put", shortest=1),
        string("intermediate_certificates"),
        required="put",
    ),
)
_YEAR = 365 * 86_400


def prepare(ctx: Context, doc: Doc, old: Doc | None, _body: Doc) -> None:
    """A site belongs to a channel that is there, and stays with it."""
    if old is not None:
        doc["channel_id"] = old["channel_id"]
    elif not ctx.store.exists(CHANNELS, doc["channel_id"]):
        raise ApiError(404, "The channel does not exist.")
    if address(doc["url"]).scheme not in ("http", "https"):
        raise ApiError(422, errors={"url": "must be a fully qualified URL"})


def show(_ctx: Context, doc: Doc, row: Row) -> Doc:
    """A site with all of its addresses."""
    own = row.secrets.get("checkout_url")
    dates = {name: doc[name] for name in ("created_at", "updated_at")}
    addresses = [("primary", doc["url"]), ("canonical", doc["url"]), ("checkout", own or _SHARED)]
    urls = [{"url": url, "type": kind, **dates} for kind, url in addresses]
    return {**doc, "urls": urls, "is_checkout_url_customized": own is not None}


def of_url_types(_ctx: Context, text: str) -> Clause:
    """`url_type:in`: every site has every type of address."""
    wanted = {part.strip() for part in text.split(",")}
    return Clause("1" if wanted & {"primary", "canonical", "checkout"} else "0")


# /channels/{channel_id}/site


def _of_channel(ctx: Context) -> Row:
    rows = ctx.store.select(SITES, Clause("t.channel_id = ?", (ctx.ids[0],)))
    if not rows:
        raise not_found("v3")
    return rows[0]


def get_of_channel(ctx: Context, resource: Resource) -> Reply:
    """GET the site of a channel."""
    return one(resource, render(ctx, resource, [_of_channel(ctx)])[0])


def create_of_channel(ctx: Context, resource: Resource) -> Reply:
    """POST the site of a channel."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    ctx.require(CHANNELS, ctx.ids[0])
    row = create(ctx, resource, None, {**body, "channel_id": ctx.ids[0]})
    return one(resource, render(ctx, resource, [row])[0])


def update_of_channel(ctx: Context, resource: Resource) -> Reply:
    """PUT the site of a channel."""
    body = ctx.body if isinstance(ctx.body, dict) else {}
    row = update(ctx, resource, _of_channel(ctx), body)
    return one(resource, render(ctx, resource, [row])[0])


def delete_of_channel(ctx: Context, resource: Resource) -> Reply:
    """DELETE the site of a channel."""
    delete(ctx, resource, [_of_channel(ctx)])
    return Reply(200, "{}")


def set_checkout_url(ctx: Context, resource: Resource) -> Reply:
    """PUT the checkout's own address; the answer is the bare site."""
    row = _of_channel(ctx)
    url = ctx.body.get("url") if isinstance(ctx.body, dict) else None
    host, site = address(str(url)).hostname, address(row.doc["url"]).hostname
    domain = (site or "").removeprefix("www.")
    if not host or not (host == domain or host.endswith("." + domain)):
        raise ApiError(422, errors={"url": "must be below the domain of the site"})
    changed = update_checked(ctx, resource, row, {"_checkout_url": url}, {})
    return Reply(200, render(ctx, resource, [changed])[0])


def remove_checkout_url(ctx: Context, resource: Resource) -> Reply:
    """DELETE the checkout's own address."""
    update_checked(ctx, resource, _of_channel(ctx), {"_checkout_url": None}, {})
    return Reply(200, '{"data":{},"meta":{}}')


def upsert_routes(ctx: Context, resource: Resource) -> Reply:
    """PUT routes: one with an id is changed, one without is made."""
    site = ctx.require(SITES, ctx.ids[0]).id

    def put(item: Any) -> Row:
        key = item.get("id") if isinstance(item, dict) else None
        if key is None:
            return create(ctx, resource, site, item)
        row = ctx.store.get(resource.collection, key, site) if isinstance(key, int) else None
        if row is None:
            raise ApiError(422, errors={"id": f"No route has the id {key}."})
        changes = check(resource.fields, item, "patch", "v3")
        return update_checked(ctx, resource, row, changes, item)

    rows = each(ctx, items_of(ctx), put)
    count = len(rows)
    pagination = {
        "total": count,
        "count": count,
        "per_page": count,
        "current_page": 1,
        "total_pages": 1,
        "links": {},
    }
    meta = jsontext.dumps({"pagination": pagination})
    return many(resource, render(ctx, resource, rows), meta)


def get_certificate(ctx: Context, resource: Resource) -> Reply:
    """GET what is known of the site's certificate."""
    installed = ctx.require(resource.collection, ctx.ids[0]).secrets.get("certificate")
    data = {"status": "dedicated" if installed else "shared", "installed_certificate": installed}
    return Reply(200, jsontext.dumps({"data": data, "meta": {}}))


def put_certificate(ctx: Context, resource: Resource) -> Reply:
    """PUT a certificate with its key; the key is checked for and not kept."""
    row = ctx.require(resource.collection, ctx.ids[0])
    body = check(_CERTIFICATE, ctx.body, "put", "v3")
    said = body["certificate"]
    host = address(body.get("url") or row.doc["url"]).hostname or ""
    installed = {
        "common_name": host,
        "subject_alternative_names": [host],
        "validity_not_before": offset_style(ctx.now),
        "validity_not_after": offset_style(ctx.now + _YEAR),
        "signing_algorithm": "sha256WithRSAEncryption",
        "issuer": "Emulated Certificate Authority",
        "certificate": said["certificate"],
        "intermediate_certificates": said.get("intermediate_certificates") or "",
    }
    changes = {"_certificate": installed, "ssl_status": "dedicated"}
    update_checked(ctx, resource, row, changes, {})
    return Reply(200, '{"data":{},"meta":{}}')


def list_certificates(ctx: Context, resource: Resource) -> Reply:
    """GET the certificates of all sites, of some hosts only if `urls:in` says so."""
    rows = ctx.store.select(resource.collection)
    found = [row.secrets["certificate"] for row in rows if row.secrets.get("certificate")]
    wanted = ctx.query.get("urls:in")
    if wanted:
        hosts = {address(url).hostname or url for url in wanted.split(",")}
        found = [item for item in found if item["common_name"] in hosts]
    return Reply(200, jsontext.dumps({"data": found, "meta": {}}))
