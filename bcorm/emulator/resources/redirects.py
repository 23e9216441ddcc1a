"""Redirects (``redirects.v3.yml``), and V2's view of them (``store_content.v2.yml``)."""

from __future__ import annotations

from bcorm.emulator.behaviours import redirect_jobs, redirects
from bcorm.emulator.resource import (
    Filter,
    Hooks,
    Paging,
    Resource,
    Sorting,
    Unique,
    filters,
    operation,
)
from bcorm.emulator.schema import (
    Field,
    anything,
    choice,
    integer,
    moment,
    nested,
    objects,
    readonly,
    string,
)

REDIRECT_FIELDS: tuple[Field, ...] = (
    integer("site_id", required="post"),
    string("from_path", required="post", shortest=1, longest=2048),
    nested(
        "to",
        choice("type", "product brand category page post url", required="post"),
        integer("entity_id"),
        string("url", longest=2048),
        required="post",
    ),
)

REDIRECT = Resource(
    path=redirects.REDIRECTS,
    noun="redirect",
    fields=REDIRECT_FIELDS,
    verbs="list",
    filters=(
        *filters("site_id id:in id:min id:max", REDIRECT_FIELDS),
        Filter("keyword", condition=redirects.path_begins),
    ),
    sorting=Sorting(("from_path", "type", "site_id", "id")),
    includes={"to_url": redirects.show_target},
    indexed=("type",),
    unique=(Unique("from_path", "The path '{from_path}' is taken", ("site_id",)),),
    hooks=Hooks(redirects.prepare),
    present=redirects.show,
)

V2_REDIRECT = Resource(
    path="v2/redirects",
    stored=REDIRECT.collection,
    noun="redirect",
    fields=(
        integer("id"),
        string("path", required="post put", shortest=1),
        nested("forward", string("type"), anything("ref"), required="post put"),
        *readonly(string("url")),
    ),
    verbs="list count get delete delete_all",
    empty=204,
    selectable=False,
    present=redirects.show_v2,
)

JOB_FIELDS: tuple[Field, ...] = (
    choice("type", "import export"),
    choice("status", "new working complete aborted failed", "complete"),
    integer("completed_items", 0),
    integer("failed_items", 0),
    integer("total_items", 0),
    objects("errors", integer("row"), string("message"), default=[]),
    moment("created_at"),
    moment("completed_at"),
)

JOB = Resource(
    path=redirect_jobs.JOBS,
    noun="job",
    uuid=True,
    fields=JOB_FIELDS,
    verbs="list",
    filters=filters("id type status", JOB_FIELDS, id="string"),
    paging=Paging(default=10),
    order="t.created_at DESC, t._id",
    indexed=("created_at",),
    stamps="offset",
    stamped=("created_at", "completed_at"),
)

RESOURCES = (REDIRECT, V2_REDIRECT, JOB)

_IMEX = "v3/storefront/redirects/imex"
_TEXTS = ("uuid",)
OPERATIONS = (
    operation("PUT", REDIRECT.path, redirects.upsert, resource=REDIRECT),
    operation("DELETE", REDIRECT.path, redirects.delete_redirects, resource=REDIRECT),
    operation("POST", V2_REDIRECT.path, redirects.create_v2, resource=V2_REDIRECT),
    operation("PUT", V2_REDIRECT.path + "/{id}", redirects.update_v2, resource=V2_REDIRECT),
    operation("POST", f"{_IMEX}/export", redirect_jobs.export, resource=JOB),
    operation("POST", f"{_IMEX}/import", redirect_jobs.take_in, resource=JOB),
    operation("GET", f"{_IMEX}/export/{{uuid}}/events", redirect_jobs.events, _TEXTS),
    operation("GET", f"{_IMEX}/import/{{uuid}}/events", redirect_jobs.events, _TEXTS),
    operation("GET", f"{_IMEX}/export/{{uuid}}/download", redirect_jobs.download, _TEXTS),
)
