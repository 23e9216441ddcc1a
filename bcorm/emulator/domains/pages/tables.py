"""Pages of the storefront (`pages.v3.yml`), and V2's view of them (`store_content.v2.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.pages import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, Unique, filters
from bcorm.emulator.schema import Field, boolean, choice, integer, readonly, string

_TYPES = "page raw contact_form link"
_TEXTS = ("meta_title", "meta_keywords", "meta_description", "search_keywords")

PAGE_FIELDS: tuple[Field, ...] = (
    integer("channel_id", 1),
    string("name", required="post", shortest=1, longest=100),
    choice("type", f"{_TYPES} blog", required="post"),
    boolean("is_visible", True),
    integer("parent_id", 0),
    integer("sort_order", 0),
    boolean("is_homepage", False),
    boolean("is_customers_only", False),
    string("url"),
    *(string(name, "", nullable=True) for name in _TEXTS),
    string("body", nullable=True),
    string("content_type"),
    string("email", longest=255, format="email"),
    string("contact_fields"),
    string("link"),
)

PAGE = Resource(
    path=behaviour.PAGES,
    deletes_take="id:in",
    writes_take="include",
    item="pageId",
    noun="page",
    fields=PAGE_FIELDS,
    verbs="list get update update_many delete",
    filters=(
        *filters("channel_id id:in name", PAGE_FIELDS),
        Filter("name:like", condition=behaviour.name_or_body_like),
    ),
    includes={"body": behaviour.show_body},
    created=201,
    present=behaviour.show,
    indexed=("parent_id",),
    unique=(Unique("name", "The page name '{name}' is taken", ("channel_id",), 422),),
    hooks=Hooks(behaviour.prepare, deleting=behaviour.let_children_go),
)

V2_PAGE_FIELDS: tuple[Field, ...] = (
    *readonly(integer("id")),
    integer("channel_id", 1),
    string("name", required="post", shortest=1, longest=100),
    choice("type", _TYPES, required="post"),
    string("body", required="post"),
    *(item for item in PAGE_FIELDS[3:] if item.name not in ("body", "content_type")),
    choice("content_type", "application/json text/javascript text/html"),
    string("layout_file", ""),
    boolean("has_mobile_version", False),
    string("mobile_body", ""),
)

V2_PAGE = Resource(
    path="v2/pages",
    stored=PAGE.collection,
    noun="page",
    fields=V2_PAGE_FIELDS,
    verbs="list create get update delete",
    empty=204,
    present=behaviour.show_v2,
    unique=PAGE.unique,
    hooks=PAGE.hooks,
)

RESOURCES = (PAGE, V2_PAGE)
OPERATIONS = (
    operation("POST", PAGE.path, behaviour.create_one_or_many, resource=PAGE),
    operation("DELETE", PAGE.path, behaviour.delete_pages, resource=PAGE, query="delete_children"),
)

REFUSALS = (behaviour.NAMELESS,)
