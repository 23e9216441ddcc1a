"""Scripts on the storefront (`scripts.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.scripts import behaviour
from bcorm.emulator.operations import Operation
from bcorm.emulator.resource import Hooks, Resource, Sorting, filters
from bcorm.emulator.schema import (
    Field,
    boolean,
    choice,
    integer,
    moment,
    readonly,
    string,
    strings,
)

SCRIPT_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1, longest=255),
    string("description", ""),
    string("html", longest=65_536),
    string("src", format="url"),
    boolean("auto_uninstall", False),
    choice("load_method", "default async defer", "default"),
    choice("location", "head footer", "footer"),
    choice("visibility", "storefront all_pages checkout order_confirmation", "storefront"),
    choice("kind", "src script_tag", "src"),
    string("api_client_id", ""),
    choice("consent_category", "essential functional analytics targeting unknown"),
    boolean("enabled", True),
    integer("channel_id", 1, low=1),
    strings("integrity_hashes", [], most=5),
    *readonly(moment("date_created"), moment("date_modified")),
)

SCRIPT = Resource(
    path="v3/content/scripts",
    item="uuid",
    key="uuid",
    uuid=True,
    noun="script",
    fields=SCRIPT_FIELDS,
    verbs="list create get update delete",
    filters=filters("channel_id:in", SCRIPT_FIELDS),
    sorting=Sorting(("name", "description", "date_created", "date_modified")),
    stamps="zulu",
    hooks=Hooks(behaviour.prepare),
)

RESOURCES = (SCRIPT,)
REFUSALS = (behaviour.LOADED,)
OPERATIONS: tuple[Operation, ...] = ()
