"""The addresses of storefronts: sites, their routes and certificates (`sites.v3.yml`)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from bcorm.http.credentials import masked
from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.model.fields import shared_fields
from bcorm.query.endpoint import Batch, Endpoint, Filter, resend
from bcorm.resources.actions import operation

if TYPE_CHECKING:
    from bcorm.resources.channels import Channel  # noqa: F401 - the text in one["Channel"]


class SiteUrl(Struct):
    """One of the addresses of a site."""

    url: str = readonly(doc="The address, with the scheme and without a path.")
    type: Literal["primary", "canonical", "checkout"] = readonly(
        doc="What it is for: what shoppers see, what search engines are told, the checkout."
    )
    created_at: datetime = readonly()
    updated_at: datetime = readonly()


class SiteFields(Resource, abstract=True):
    """What a site is, whichever endpoint shows it."""

    id: int = readonly()
    url: str = field(required=True, doc="The address to which all paths of the site are added.")
    created_at: datetime = readonly()
    updated_at: datetime = readonly()
    ssl_status: Literal["dedicated", "shared"] = readonly(
        doc="Whether its certificate is its own, or shared."
    )
    urls: list[SiteUrl] = readonly(doc="All its addresses, those of the checkout included.")
    is_checkout_url_customized: bool = readonly(
        doc="Whether the checkout has a domain of its own; else it is the default channel's."
    )


class ChannelSite(SiteFields):
    """The site of a channel (`channels.v3.yml`). `GET /v3/channels/{channel_id}/site`.

    The same row as the `Site` of that `id`.
    """

    channel_id: int = readonly()

    channel = one["Channel"]("channels.Channel", parent=True)

    endpoint = Endpoint(
        path="v3/channels/{channel_id}/site",
        key=None,
        verbs=("get", "create", "update", "delete"),
        version_field="updated_at",
    )

    @operation("PUT /v3/channels/{channel_id}/site/checkout-url")
    def update_checkout_url(self, url: str) -> None:
        """Give the checkout an address of its own, below the site's domain.

        `PUT /v3/channels/{channel_id}/site/checkout-url`.

        Raises:
            ApiError: the API refused the address.
        """
        self._absorb(self._call("PUT", "checkout-url", json={"url": url}).data)

    @operation("DELETE /v3/channels/{channel_id}/site/checkout-url")
    def delete_checkout_url(self) -> None:
        """Go back to the shared checkout. `DELETE /v3/channels/{channel_id}/site/checkout-url`."""
        self._call("DELETE", "checkout-url")
        self.refresh()


class SiteRoute(Resource):
    """Where a headless storefront shows a kind of page. `GET /v3/sites/{site_id}/routes`."""

    id: int = readonly()
    type: Literal[
        "product",
        "brand",
        "category",
        "page",
        "blog",
        "home",
        "cart",
        "checkout",
        "search",
        "account",
        "login",
        "returns",
        "static",
    ] = field(required=True, doc="The kind of page.")
    matching: str = field(
        required=True, doc="The id of the row that it is for, or `*` for all of the type."
    )
    route: str = field(
        required=True, doc="The path's template, in which `{id}` and `{slug}` are filled in."
    )

    site = one["Site"]("Site", parent=True)

    endpoint = Endpoint(
        path="v3/sites/{site_id}/routes",
        update_batch=Batch(10),
        filters={"type": "exact"},
        natural_key="type matching",
        put_rules=(
            resend(
                "type",
                "matching",
                "route",
                source="sites.v3.yml, PUT /sites/{site_id}/routes/{route_id}",
                reason="the body's schema requires all three",
            ),
        ),
    )


@shared_fields
class CertificateFields:
    """What a certificate says."""

    common_name: str = readonly(doc="The domain that it is for.")
    subject_alternative_names: list[str] = readonly(doc="Other domains that it is for.")
    validity_not_before: str = readonly(doc="From when it is valid, in RFC 3339.")
    validity_not_after: str = readonly(doc="Until when it is valid, in RFC 3339.")
    signing_algorithm: str = readonly()
    issuer: str = readonly()
    certificate: str = readonly()
    intermediate_certificates: str = readonly(doc="Those between it and the issuer's own.")


class CertificateDetails(CertificateFields, Struct):
    """What an installed certificate says."""


class SiteCertificate(Resource):
    """The certificate of a site. `GET /v3/sites/{site_id}/certificate`."""

    status: Literal["shared", "dedicated"] = readonly(
        doc="Whether the site has one of its own (`dedicated`)."
    )
    installed_certificate: CertificateDetails | None = readonly(
        doc="What it says; the private key is not shown."
    )

    endpoint = Endpoint(
        path="v3/sites/{site_id}/certificate",
        key=None,
        verbs=("get",),
    )


class Certificate(CertificateFields, Resource):
    """A certificate that is installed for a domain of the store. `GET /v3/sites/certificates`."""

    endpoint = Endpoint(
        path="v3/sites/certificates",
        key="common_name",
        verbs=("list",),
        paging="none",
        filters={"urls": Filter("in", type=str)},
    )


class Site(SiteFields):
    """Where a channel's storefront is found. `GET /v3/sites`."""

    channel_id: int = field(required=True, create_only=True)

    channel = one["Channel"]("channels.Channel", via="channel_id")
    certificate = one(SiteCertificate, below=True)
    routes = many(SiteRoute)

    endpoint = Endpoint(
        path="v3/sites",
        filters={
            "channel_id": "in",
            "url_type": Filter("in", type=Literal["primary", "canonical", "checkout"]),
        },
        natural_key="channel_id",
        version_field="updated_at",
    )

    @operation("PUT /v3/sites/{site_id}/certificate")
    def upsert_certificate(
        self,
        certificate: str,
        private_key: str,
        *,
        intermediate_certificates: str | None = None,
        url: str | None = None,
    ) -> None:
        """Install a certificate; one that the domain has is replaced.

        `PUT /v3/sites/{site_id}/certificate`.

        Args:
            certificate: PEM text.
            private_key: PEM text of its key; it is sent, and kept nowhere.
            intermediate_certificates: PEM text of the chain.
            url: the address that it is for; the site's primary one when left out.

        Raises:
            ApiError: the API refused it.
        """
        # Masked all the way down: no frame of a failure shows it, and no error gives it back.
        private_key = masked(private_key)
        body: dict[str, Any] = {
            "certificate": {"certificate": certificate, "private_key": private_key}
        }
        if intermediate_certificates is not None:
            body["certificate"]["intermediate_certificates"] = intermediate_certificates
        if url is not None:
            body["url"] = url
        self._call("PUT", "certificate", json=body)
