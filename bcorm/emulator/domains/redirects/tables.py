"""Redirects (`redirects.v3.yml`), and V2's view of them (`store_content.v2.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.redirects import behaviour, jobs
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Sorting, Unique, filters
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
    string("from_path", required="post", shortest=1, longest=1024, format="segments"),
    nested(
        "to",
        choice("type", "product brand category page post url", required="post"),
        integer("entity_id"),
        string("url", longest=2048),
        required="post",
    ),
)

REDIRECT = Resource(
    path=behaviour.REDIRECTS,
    deletes_take="id:in site_id",
    noun="redirect",
    fields=REDIRECT_FIELDS,
    verbs="list",
    filters=(
        *filters("site_id id:in id:min id:max", REDIRECT_FIELDS),
        Filter("keyword", condition=behaviour.path_begins),
    ),
    sorting=Sorting(("from_path", "type", "site_id", "id")),
    includes={"to_url": behaviour.show_target},
    indexed=("type",),
    unique=(Unique("from_path", "The path '{from_path}' is taken", ("site_id",)),),
    hooks=Hooks(behaviour.prepare),
    present=behaviour.show,
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
    present=behaviour.show_v2,
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
    path=jobs.JOBS,
    noun="job",
    uuid=True,
    fields=JOB_FIELDS,
    verbs="list",
    filters=filters("id type status", JOB_FIELDS, id="uuid"),
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
    operation("PUT", REDIRECT.path, behaviour.upsert, resource=REDIRECT),
    operation("DELETE", REDIRECT.path, behaviour.delete_redirects, resource=REDIRECT),
    operation("POST", V2_REDIRECT.path, behaviour.create_v2, resource=V2_REDIRECT),
    operation("PUT", V2_REDIRECT.path + "/{id}", behaviour.update_v2, resource=V2_REDIRECT),
    operation("POST", f"{_IMEX}/export", jobs.export, resource=JOB),
    operation("POST", f"{_IMEX}/import", jobs.take_in, resource=JOB),
    operation("GET", f"{_IMEX}/export/{{uuid}}/events", jobs.events, _TEXTS),
    operation("GET", f"{_IMEX}/import/{{uuid}}/events", jobs.events, _TEXTS),
    operation("GET", f"{_IMEX}/export/{{uuid}}/download", jobs.download, _TEXTS),
)
