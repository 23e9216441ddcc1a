"""Themes of the storefront (`themes.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.themes import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, filters
from bcorm.emulator.schema import (
    Field,
    anything,
    boolean,
    choice,
    integer,
    moment,
    nested,
    number,
    objects,
    string,
)

THEME = Resource(
    path=behaviour.THEMES,
    item="uuid",
    key="uuid",
    uuid=True,
    noun="theme",
    fields=(
        string("name"),
        boolean("is_private", True),
        boolean("is_active", False),
        objects(
            "variations",
            string("uuid"),
            string("name"),
            string("description"),
            string("external_id"),
            default=[],
        ),
        moment("updated_at"),
    ),
    verbs="list get delete",
    paging=Paging(pages=False),
    stamps="zulu",
    stamped=("updated_at", "updated_at"),
    hooks=Hooks(deleting=behaviour.refuse_active),
)

CONFIGURATION_FIELDS: tuple[Field, ...] = (
    string("theme_uuid"),
    string("variation_id"),
    anything("settings", {}),
    moment("date_created"),
    integer("site_id", 0),
)

CONFIGURATION = Resource(
    path=THEME.item_path + "/configurations",
    key="uuid",
    uuid=True,
    noun="configuration",
    fields=CONFIGURATION_FIELDS,
    verbs="list",
    filters=(
        *filters("uuid:in", CONFIGURATION_FIELDS),
        Filter("variation_uuid", "variation_id"),
        Filter("channel_id:in", condition=behaviour.of_channels),
    ),
    stamps="zulu",
    stamped=("date_created", "date_created"),
    indexed=("site_id",),
)

JOB = Resource(
    path=behaviour.JOBS,
    item="job_id",
    uuid=True,
    noun="job",
    fields=(
        choice("status", "COMPLETED QUEUED WORKING FAILED", "COMPLETED"),
        number("percent_complete", 100),
        anything("result", {}),
        objects("errors", string("error"), string("message"), default=[]),
        objects("warnings", string("warning"), string("message"), default=[]),
        moment("time"),
    ),
    verbs="get",
    stamps="zulu",
    stamped=("time", "time"),
)

CONFIGURED: tuple[Field, ...] = (
    string("variation_id", required="post"),
    nested("settings", required="post"),
)
ACTIVATED: tuple[Field, ...] = (
    string("variation_id", required="post"),
    choice("which", "original last_activated last_created", "last_activated"),
)

RESOURCES = (THEME, CONFIGURATION, JOB)

_TEXTS = ("uuid", "version_uuid")
OPERATIONS = (
    operation("POST", THEME.path, behaviour.upload, resource=THEME),
    operation("POST", THEME.item_path + "/actions/download", behaviour.download, _TEXTS),
    operation(
        "POST",
        THEME.path + "/actions/activate",
        behaviour.activate,
        fields=ACTIVATED,
        query="channel_id",
    ),
    operation(
        "POST",
        CONFIGURATION.path + "/validate",
        behaviour.validate_configuration,
        _TEXTS,
        fields=CONFIGURED,
    ),
    operation(
        "GET", THEME.path + "/custom-templates/{version_uuid}", behaviour.custom_templates, _TEXTS
    ),
)
