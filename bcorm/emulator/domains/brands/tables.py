"""Brands (`brands_catalog.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.brands import behaviour
from bcorm.emulator.domains.metafields.tables import IDS, NAMES, batches, metafields
from bcorm.emulator.pictures import removal_of, upload_of
from bcorm.emulator.resource import Hooks, Resource, Sorting, Unique, filters
from bcorm.emulator.schema import boolean, nested, string, strings

BRAND_FIELDS = (
    string("name", required="post put", shortest=1, longest=255),
    string("page_title", "", 255),
    strings("meta_keywords", []),
    string("meta_description", "", 65535),
    string("search_keywords", "", 65535),
    string("image_url", ""),
    nested(
        "custom_url",
        string("url", longest=1024, shortest=1, format="path"),
        boolean("is_customized"),
    ),
)

BRAND = Resource(
    path="v3/catalog/brands",
    selectable="include_fields exclude_fields",
    deletes_take="name page_title",
    item="brand_id",
    noun="brand",
    fields=BRAND_FIELDS,
    verbs="list create delete_where get update delete",
    filters=filters(
        "id id:in id:not_in id:min id:max id:greater id:less name name:like page_title",
        BRAND_FIELDS,
    ),
    sorting=Sorting(("name", "id")),
    unique=(Unique("name", "The brand name '{name}' is a duplicate"),),
    hooks=Hooks(prepare=behaviour.prepare, deleting=behaviour.deleting),
)

_METAFIELDS = metafields(BRAND, "brand", "metafield_id", known=(*NAMES, *IDS))

RESOURCES = (BRAND, *_METAFIELDS)
OPERATIONS = (upload_of(BRAND), removal_of(BRAND), *batches(*_METAFIELDS))
