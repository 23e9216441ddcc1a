"""Export and import of redirects: jobs that are done by the time they are asked about."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bcorm.emulator import jsontext
from bcorm.emulator.context import Context, Reply
from bcorm.emulator.crud import create_checked
from bcorm.emulator.domains.redirects.behaviour import REDIRECTS, SITES, TARGETS, put, target_url
from bcorm.emulator.errors import ApiError
from bcorm.emulator.numerals import whole
from bcorm.emulator.schema import boolean, integer, integers
from bcorm.emulator.tables import Clause, all_of, one_of
from bcorm.emulator.validation import check

if TYPE_CHECKING:
    from bcorm.emulator.numerals import whole
    from bcorm.emulator.resource import Doc, Resource
from bcorm.emulator.tables import Row

JOBS = "v3/storefront/redirects/imex/jobs"
_COLUMNS = ("Domain", "Old Path", "Manual URL/Path", "Dynamic Target Type", "Dynamic Target ID")
_EXPORT = (
    integer("site_id", nullable=True),
    integers("redirect_ids", nullable=True),
    boolean("include_dynamic_target_urls", nullable=True),
)
_TARGET_URL = "Dynamic Target URL (read-only)"
_LARGEST = 20 * 2**20


def export(ctx: Context, resource: Resource) -> Reply:
    """POST export: write redirects into a CSV file that waits to be fetched."""
    body = check(_EXPORT, ctx.body or {}, "post", "v3")
    clauses = []
    if body.get("site_id") is not None:
        clauses.append(Clause("t.site_id = ?", (body["site_id"],)))
    if body.get("redirect_ids"):
        clauses.append(one_of("_id", body["redirect_ids"]))
    rows = ctx.store.select(REDIRECTS, all_of(clauses))
    if not rows:
        raise ApiError(409, "No redirects meet the criteria of the request.")
    text = _written(ctx, rows, bool(body.get("include_dynamic_target_urls")))
    return _done(ctx, resource, "export", total=len(rows), file=text)


def _written(ctx: Context, rows: list[Row], with_urls: bool) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow((*_COLUMNS, _TARGET_URL) if with_urls else _COLUMNS)
    for row in rows:
        doc, target = row.doc, row.doc["to"]
        manual = target["type"] == "url"
        site = ctx.store.get(SITES, doc["site_id"])
        line = [
            site.doc["url"].partition("://")[2] if site else "",
            doc["from_path"],
            target["url"] if manual else "",
            "" if manual else target["type"],
            "" if manual else target["entity_id"],
        ]
        writer.writerow([*line, target_url(ctx, doc)] if with_urls else line)
    return file.getvalue()


def take_in(ctx: Context, resource: Resource) -> Reply:
    """POST import: make redirects of the lines of a CSV file; bad lines are listed."""
    data = ctx.uploads.get("import_file")
    if data is None:
        raise ApiError(400, "The form has no file called import_file.")
    if len(data) > _LARGEST:
        raise ApiError(413)
    try:
        lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), strict=True))
    except (ValueError, csv.Error):
        raise ApiError(400, "The file is not a CSV.") from None
    errors = []
    for number, line in enumerate(lines, 1):
        try:
            with ctx.store.attempt():
                put(ctx, ctx.resource(REDIRECTS), _read(ctx, line))
        except ApiError as error:
            reasons = error.errors or {"": error.title}
            errors.append({"row": number, "message": "; ".join(reasons.values())})
    return _done(ctx, resource, "import", total=len(lines), errors=errors)


def _read(ctx: Context, line: dict[str, str]) -> Doc:
    domain = (line.get("Domain") or "").strip()
    sites = ctx.store.select(SITES, Clause("t.url LIKE ?", (f"%://{domain}",)))
    if domain and not sites:
        raise ApiError(422, errors={"Domain": f"There is no site {domain}."})
    kind = (line.get("Dynamic Target Type") or "").strip().lower()
    manual = (line.get("Manual URL/Path") or "").strip()
    number = (line.get("Dynamic Target ID") or "").strip()
    target: Doc = {"type": "url", "url": manual}
    if kind in TARGETS:
        target = {"type": kind, "entity_id": whole(number) or 0}
    site = sites[0].id if domain else ctx.store.ids(SITES)[0]
    return {"site_id": site, "from_path": line.get("Old Path") or "", "to": target}


def _done(
    ctx: Context,
    resource: Resource,
    kind: str,
    *,
    total: int,
    errors: list[Doc] | None = None,
    file: str = "",
) -> Reply:
    failed = len(errors or ())
    doc: Doc = {
        "type": kind,
        "status": "complete",
        "completed_items": total - failed,
        "failed_items": failed,
        "total_items": total,
        "errors": errors or [],
        "_file": file,
    }
    row = create_checked(ctx, resource, None, doc, {})
    return Reply(201, jsontext.dumps({"id": row.id}))


def events(ctx: Context) -> Reply:
    """GET events: the one event of a job that is over."""
    row = ctx.require(JOBS, ctx.ids[0])
    doc = row.doc
    names = ("status", "completed_items", "total_items", "failed_items", "errors")
    told = {"job_id": row.id, **{name: doc[name] for name in names}}
    text = f"event: message\ndata: {jsontext.dumps(told)}\n\n"
    return Reply(200, text, content_type="text/event-stream")


def download(ctx: Context) -> Reply:
    """GET download: the file of an export."""
    row = ctx.require(JOBS, ctx.ids[0])
    if not row.secrets.get("file"):
        raise ApiError(404, "The export does not exist.")
    return Reply(200, row.secrets["file"], content_type="text/csv")
