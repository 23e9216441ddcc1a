"""Hosting of storefronts: projects and their deployments (`infrastructure_hosting.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from bcorm.model import Resource, Struct, field, readonly
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.actions import operation, send, typed

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork


class EnvironmentVariable(Struct):
    """A value that a deployment finds in its environment."""

    type: Literal["plain_text", "secret"] = field(
        doc="A `secret` is stored encrypted, and never shown."
    )
    key: str = field(doc="Its name.")
    value: str = field(secret=True)


class UploadSignature(Struct):
    """Where the bundle of a deployment is to be put."""

    upload_url: str = readonly(doc="Where the bundle is sent to.")
    upload_uuid: str = readonly(doc="By which a new deployment names the bundle.")


class Deployment(Resource):
    """One deployment. `POST /v3/infrastructure/deployments`.

    The API tells nothing of a deployment but its events.
    """

    deployment_uuid: str = readonly()
    upload_uuid: str | None = field(
        required=True,
        create_only=True,
        write_only=True,
        doc="The bundle, as `create_upload()` named it.",
    )
    project_uuid: str | None = field(
        required=True, create_only=True, write_only=True, doc="The project that it goes to."
    )
    environment_variables: list[EnvironmentVariable] | None = field(
        create_only=True, write_only=True
    )

    endpoint = Endpoint(
        path="v3/infrastructure/deployments",
        key="deployment_uuid",
        verbs=("create",),
    )

    @classmethod
    @operation("POST /v3/infrastructure/deployments/uploads")
    def create_upload(cls, *, session: UnitOfWork | None = None) -> UploadSignature:
        """Ask for an address to which the bundle can be uploaded."""
        answer = send(session, "POST", "v3/infrastructure/deployments/uploads", json={})
        return typed(UploadSignature, answer.data)

    @operation("GET /v3/infrastructure/deployments/{deployment_uuid}/events")
    def events(self) -> str:
        """Return the event stream of the deployment, as text."""
        return str(self._call("GET", "events").body)


class Project(Resource):
    """A storefront that is hosted. `GET /v3/infrastructure/projects`."""

    uuid: str = readonly()
    name: str = field(required=True, create_only=True)
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    endpoint = Endpoint(
        path="v3/infrastructure/projects",
        key="uuid",
        verbs=("list", "create", "delete"),
        delete_batch=Batch(50, param="project_uuid:in"),
        paging="cursor",
        filters={
            "uuid": "in",
            "name": "icontains",
            "date_created": "gte lte",
            "date_modified": "gte lte",
        },
        natural_key="name",
    )

    @operation("GET /v3/infrastructure/logs/{project_uuid}/tail")
    def tail_logs(self) -> str:
        """Return what the project's workers log, as text."""
        path = f"v3/infrastructure/logs/{self.uuid}/tail"
        return str(self._join().call("GET", path).body)
