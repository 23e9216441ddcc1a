"""Hosting of storefronts (`infrastructure_hosting.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.domains.infrastructure import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Paging, Resource, filters
from bcorm.emulator.schema import Field, choice, moment, objects, readonly, string

PROJECT_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    *readonly(moment("date_created"), moment("date_modified")),
)

PROJECT = Resource(
    path=behaviour.PROJECTS,
    deletes_take="",
    item="project_uuid",
    key="uuid",
    uuid=True,
    noun="project",
    fields=PROJECT_FIELDS,
    verbs="list create delete",
    filters=(
        Filter("uuid:in", "uuid", "in"),
        *filters(
            "name:like date_created:min date_created:max date_modified:min date_modified:max",
            PROJECT_FIELDS,
        ),
    ),
    paging=Paging(cursor=True),
    stamps="zulu",
)

UPLOAD = Resource(
    path=behaviour.UPLOADS, noun="upload", uuid=True, fields=(string("url"),), verbs=""
)

DEPLOYMENT_FIELDS: tuple[Field, ...] = (
    string("upload_uuid", required="post"),
    string("project_uuid", required="post"),
    objects(
        "environment_variables",
        choice("type", "plain_text secret", required="post"),
        string("key", required="post"),
        string("value", required="post"),
        nullable=True,
    ),
)

DEPLOYMENT = Resource(
    path=behaviour.DEPLOYMENTS,
    item="deployment_uuid",
    uuid=True,
    noun="deployment",
    fields=DEPLOYMENT_FIELDS,
    verbs="",
)

RESOURCES = (PROJECT, UPLOAD, DEPLOYMENT)

_TEXTS = ("project_uuid", "deployment_uuid")
OPERATIONS = (
    operation(
        "DELETE", PROJECT.path, behaviour.delete_projects, resource=PROJECT, query="project_uuid:in"
    ),
    operation("POST", UPLOAD.path, behaviour.create_upload, resource=UPLOAD),
    operation("POST", DEPLOYMENT.path, behaviour.deploy, resource=DEPLOYMENT),
    operation("GET", DEPLOYMENT.item_path + "/events", behaviour.events, _TEXTS),
    operation("GET", "v3/infrastructure/logs/{project_uuid}/tail", behaviour.tail_logs, _TEXTS),
)
