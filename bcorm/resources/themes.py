"""Themes of the storefront, and the jobs that handle them (`themes.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, Struct, many, readonly
from bcorm.query.endpoint import Endpoint, Filter
from bcorm.resources.actions import Upload, file_part, operation, send

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork

Which = Literal["original", "last_activated", "last_created"]


class ThemeVariation(Struct):
    """A style of a theme."""

    uuid: str = readonly()
    name: str = readonly()
    description: str = readonly()
    external_id: str = readonly()


class ThemeConfiguration(Resource):
    """Settings of a variation. `GET /v3/themes/{uuid}/configurations`."""

    uuid: str = readonly()
    theme_uuid: str = readonly()
    variation_id: str = readonly(doc="The style that it is of.")
    settings: dict[str, Any] = readonly(doc="Values by names that differ from theme to theme.")
    site_id: int = readonly(doc="The site that it is of; 0 is the theme's original.")
    date_created: datetime = readonly()

    endpoint = Endpoint(
        path="v3/themes/{theme_id}/configurations",
        key="uuid",
        verbs=("list",),
        filters={
            "uuid": "in",
            "variation_uuid": Filter("exact", type=str),
            "channel_id": Filter("in", type=int),
        },
    )


class JobError(Struct):
    """Why a job failed."""

    error: str = readonly()
    message: str = readonly()


class JobWarning(Struct):
    """What a job found that did not stop it."""

    warning: str = readonly()
    message: str = readonly()


class ThemeJob(Resource):
    """An upload or a download on its way. `GET /v3/themes/jobs/{job_id}`."""

    id: str = readonly()
    status: Literal["COMPLETED", "QUEUED", "WORKING", "FAILED"] = readonly()
    percent_complete: Decimal = readonly()
    result: dict[str, Any] = readonly()
    errors: list[JobError] = readonly()
    warnings: list[JobWarning] = readonly()
    time: datetime = readonly()

    endpoint = Endpoint(
        path="v3/themes/jobs",
        verbs=("get",),
    )


class CustomTemplates(Resource):
    """The custom templates of a theme's version. `GET .../custom-templates/{version_uuid}`."""

    product: list[str] = readonly()
    category: list[str] = readonly()
    brand: list[str] = readonly()
    page: list[str] = readonly()

    endpoint = Endpoint(
        path="v3/themes/custom-templates/{version_uuid}",
        key=None,
        verbs=("get",),
    )


class Theme(Resource):
    """A look of the storefront. `GET /v3/themes`."""

    uuid: str = readonly()
    name: str = readonly()
    is_private: bool = readonly()
    is_active: bool = readonly(doc="Whether a storefront is shown with it.")
    variations: list[ThemeVariation] = readonly(doc="The styles that can be chosen.")
    updated_at: datetime | None = readonly()

    configurations = many(ThemeConfiguration)

    endpoint = Endpoint(
        path="v3/themes",
        key="uuid",
        verbs=("list", "get", "delete"),
        paging="none",
    )

    @classmethod
    @operation("POST /v3/themes")
    def upload(cls, archive: Upload, *, session: UnitOfWork | None = None) -> str:
        """Upload a theme's zip file, at most 50 MB. Returns the id of the `ThemeJob`.

        Args:
            archive: a path, a file opened with mode "rb", or its bytes.
            session: the session to send through; by default the current one.
        """
        _, archive = file_part(archive, "theme.zip", "a theme")
        files = {"file": ("theme.zip", archive, "application/zip")}
        return str(send(session, "POST", "v3/themes", files=files).body["job_id"])

    @operation("POST /v3/themes/{uuid}/actions/download")
    def download(self, which: Which | None = None) -> str:
        """Have the theme packed. Returns the id of the `ThemeJob` whose result says where."""
        body = {} if which is None else {"which": which}
        return str(self._call("POST", "actions/download", json=body).body["job_id"])

    @classmethod
    @operation("POST /v3/themes/actions/activate")
    def activate(
        cls,
        variation_id: str,
        which: Which | None = None,
        *,
        channel_id: int | None = None,
        session: UnitOfWork | None = None,
    ) -> None:
        """Show a variation on the storefront, or on one channel's.

        Args:
            variation_id: the variation's UUID.
            which: which of its configurations.
            channel_id: on which channel; on the default one if it is left out.
            session: the session to send through; by default the current one.
        """
        body = {"variation_id": variation_id}
        if which is not None:
            body["which"] = which
        params = None if channel_id is None else {"channel_id": str(channel_id)}
        send(session, "POST", "v3/themes/actions/activate", json=body, params=params)

    @operation("POST /v3/themes/{uuid}/configurations/validate")
    def validate_configuration(self, variation_id: str, settings: dict[str, Any]) -> Any:
        """Check settings without saving them; what is wrong raises ValidationFailed.

        Args:
            variation_id: UUID of the variation that they are for.
            settings: the settings.
        """
        body = {"variation_id": variation_id, "settings": settings}
        return self._call("POST", "configurations/validate", json=body).data
