"""Redirects of storefront addresses, and their import and export (`redirects.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from bcorm.exceptions import InvalidValue
from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend
from bcorm.resources.actions import Upload, file_part, operation, send
from bcorm.resources.bodies import listed

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork

IMEX = "v3/storefront/redirects/imex"


class RedirectTarget(Struct):
    """Where a redirect leads: to something in the store by its id, or to an address."""

    type: Literal["product", "brand", "category", "page", "post", "url"] = field(
        doc="What it is; a `url` is an address, the others are found by `entity_id`."
    )
    entity_id: int | None = field(doc="The id of what it leads to, but for a `url`.")
    url: str | None = field(max_length=2048, doc="The address, of a `url`.")


class Redirect(Resource):
    """An address that leads elsewhere. `GET /v3/storefront/redirects`.

    A redirect is found by its site and path: writing another path makes another redirect.
    """

    id: int = readonly()
    site_id: int = field(required=True, create_only=True)
    from_path: str = field(
        required=True,
        create_only=True,
        doc="The path that leads elsewhere, from the first slash on.",
    )
    to: RedirectTarget = field()
    to_url: str | None = readonly(include="to_url", doc="The whole address that it leads to.")

    endpoint = Endpoint(
        path="v3/storefront/redirects",
        verbs=("list",),
        create_batch=Batch(10, method="PUT", single=True),
        update_batch=Batch(10, single=True),
        delete_batch=Batch(50, single=True),
        filters={
            "id": "in gte lte",
            "site_id": "exact",
            "keyword": Filter("exact", type=str),
        },
        sort="from_path type site_id id",
        sort_hidden="type",
        includes="to_url",
        natural_key="site_id from_path",
        put_rules=(
            resend(
                "site_id",
                "from_path",
                "to",
                source="redirects.v3.yml, PUT /storefront/redirects",
                reason="site and path are the upsert's key, and the target is written with them",
            ),
        ),
    )


class JobError(Struct):
    """Why a row of an import was refused."""

    row: int = readonly(doc="The row of the CSV file.")
    message: str = readonly()


class RedirectJob(Resource):
    """An import or export of redirects. `GET /v3/storefront/redirects/imex/jobs`."""

    id: str = readonly()
    type: Literal["import", "export"] = readonly()
    status: Literal["new", "working", "complete", "aborted", "failed"] = readonly()
    completed_items: int = readonly(doc="How many rows were read or written.")
    failed_items: int = readonly(doc="How many rows were refused.")
    total_items: int = readonly(doc="How many rows there are.")
    errors: list[JobError] = readonly()
    created_at: datetime = readonly()
    completed_at: datetime | None = readonly()

    endpoint = Endpoint(
        path="v3/storefront/redirects/imex/jobs",
        verbs=("list",),
        page_size=50,
        filters={"id": "exact", "type": "exact", "status": "exact"},
    )

    @classmethod
    @operation("POST /v3/storefront/redirects/imex/export")
    def start_export(
        cls,
        *,
        site_id: int | None = None,
        redirect_ids: Iterable[int] | None = None,
        include_dynamic_target_urls: bool = False,
        session: UnitOfWork | None = None,
    ) -> str:
        """Start an export of some redirects, of a site's, or of all. Returns the job's id.

        Args:
            site_id: export the redirects of this site.
            redirect_ids: export the redirects of these keys; all if it is left out.
            include_dynamic_target_urls: write the present addresses of dynamic targets, too.
            session: the session to send through; by default the current one.

        Raises:
            InvalidValue: `redirect_ids` is no list of keys, or an empty one; nothing was sent.
        """
        body: dict[str, Any] = {"include_dynamic_target_urls": include_dynamic_target_urls}
        if site_id is not None:
            body["site_id"] = site_id
        if redirect_ids is not None:
            body["redirect_ids"] = ids = listed(cls, "redirect_ids", redirect_ids, int)
            if not ids:
                raise InvalidValue(cls, "redirect_ids", redirect_ids, "keys, or None for all")
        return str(send(session, "POST", f"{IMEX}/export", json=body).body["id"])

    @classmethod
    @operation("POST /v3/storefront/redirects/imex/import")
    def start_import(cls, csv: Upload, *, session: UnitOfWork | None = None) -> str:
        """Start an import of a CSV file. Returns the job's id.

        Args:
            csv: a path, a file opened with mode "rb", or its bytes.
            session: the session to send through; by default the current one.
        """
        _, csv = file_part(csv, "redirects.csv", "a CSV file")
        files = {"import_file": ("redirects.csv", csv, "text/csv")}
        return str(send(session, "POST", f"{IMEX}/import", files=files).body["id"])

    @operation("GET /v3/storefront/redirects/imex/export/{uuid}/events")
    @operation("GET /v3/storefront/redirects/imex/import/{uuid}/events")
    def events(self) -> str:
        """Return the event stream of the job, as text."""
        return str(self._join().call("GET", f"{IMEX}/{self.type}/{self.id}/events").body)

    @operation("GET /v3/storefront/redirects/imex/export/{uuid}/download")
    def download(self) -> Any:
        """Return the CSV file that the export made."""
        return self._join().call("GET", f"{IMEX}/export/{self.id}/download").body
