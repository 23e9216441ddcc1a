"""Which custom template something is shown with (`custom-template-associations.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.template_associations import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Resource, filters
from bcorm.emulator.schema import Field, boolean, choice, integer, moment, readonly, string

ASSOCIATION_FIELDS: tuple[Field, ...] = (
    integer("channel_id", required="post"),
    choice("entity_type", "product category brand page", required="post"),
    integer("entity_id", required="post"),
    string("file_name", required="post", shortest=1),
    *readonly(
        boolean("is_valid", True),
        moment("date_created"),
        moment("date_modified"),
    ),
)

ASSOCIATION = Resource(
    path=behaviour.ASSOCIATIONS,
    deletes_take="id:in channel_id type entity_id:in",
    noun="custom template association",
    fields=ASSOCIATION_FIELDS,
    verbs="list delete_where",
    filters=(
        Filter("id:in", "id", "in", "integer", only="DELETE"),
        *filters("channel_id entity_id:in is_valid", ASSOCIATION_FIELDS),
        Filter("type", "entity_type", choices=("product", "category", "brand", "page")),
    ),
    stamps="offset",
    hooks=Hooks(behaviour.prepare),
)

RESOURCES = (ASSOCIATION,)
OPERATIONS = (operation("PUT", ASSOCIATION.path, behaviour.upsert, resource=ASSOCIATION),)
