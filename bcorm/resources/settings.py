"""Settings of the store and of its channels (`settings.v3.yml`).

Each class is one document. `objects.get()` is the store's, `objects.get(channel_id=2)` what a
channel overrides; a channel's values are None where it overrides nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.model import Resource, field, readonly
from bcorm.query.endpoint import Endpoint, Filter, Verb, answered, resend
from bcorm.resources.actions import Upload, file_part, operation, send

if TYPE_CHECKING:
    from bcorm.model.unit_of_work import UnitOfWork

CHANNEL = {"channel_id": Filter("exact", type=int)}


def channel_params(channel_id: int | None) -> dict[str, str] | None:
    """Return the parameter that names a channel, or None for the store."""
    return None if channel_id is None else {"channel_id": str(channel_id)}


def document(path: str, *, verbs: tuple[Verb, ...] = ("get", "update"), **facts: Any) -> Endpoint:
    """Return the facts of one document of settings, of the store or of a channel.

    Args:
        path: the document.
        verbs: what can be done with it.
        facts: what differs for it.
    """
    return Endpoint(
        path=path,
        **{"key": None, "verbs": verbs, "scope": "channel_id", "filters": CHANNEL, **facts},
    )


class Setting(Resource, abstract=True):
    """What the documents of settings share: they are read and written as a whole."""

    def __init_subclass__(cls) -> None:
        names = [name for name in vars(cls).get("__annotations__", {}) if name in vars(cls)]
        whole_put = resend(
            *names,
            source="settings.v3.yml",
            reason="partial updates are not supported: all fields must be sent",
        )
        super().__init_subclass__(put_rules=(whole_put,))


class CatalogSettings(Setting):
    """Reviews and comparisons. `GET /v3/settings/catalog`."""

    auto_approve_reviews: bool | None = field(
        doc="Whether reviews are shown before anybody has read them."
    )
    enable_product_comparisons: bool | None = field(doc="Whether shoppers can compare products.")

    endpoint = document(path="v3/settings/catalog")


class EmailStatuses(Setting):
    """Which e-mails are sent. `GET /v3/settings/email-statuses`."""

    abandoned_cart_email: bool | None = field()
    account_details_changed_email: bool | None = field()
    combined_order_status_email: bool | None = field()
    create_account_email: bool | None = field()
    create_guest_account_email: bool | None = field()
    gift_certificate_email: bool | None = field()
    invoice_email: bool | None = field()
    order_message_notification_email: bool | None = field()
    product_review_email: bool | None = field()
    return_confirmation_email: bool | None = field()
    return_statuschange_email: bool | None = field()

    endpoint = document(path="v3/settings/email-statuses")


class InventorySettings(Setting):
    """What happens when stock runs out. `GET /v3/settings/inventory`."""

    product_out_of_stock_behavior: Literal[
        "do_nothing", "hide_product", "hide_product_and_accessible", "hide_product_and_redirect"
    ] | None = field(doc="What the storefront does with a product that is out of stock.")  # fmt: skip
    option_out_of_stock_behavior: Literal["do_nothing", "hide_option", "label_option"] | None = (
        field(doc="What the storefront does with a choice whose variant is out of stock.")
    )
    update_stock_behavior: Literal["order_placed", "order_completed_or_shipped"] | None = field(
        doc="When an order lowers the stock."
    )
    edit_order_stock_adjustment: bool | None = field(
        doc="Whether the stock follows when an order is edited."
    )
    refund_order_stock_adjustment: bool | None = field(
        doc="Whether the stock follows when an order is refunded or cancelled."
    )
    stock_level_display: Literal["dont_show", "show", "show_when_low"] | None = field(
        doc="Whether the storefront says how many there are."
    )
    default_out_of_stock_message: str | None = field(
        doc="What shoppers read of a product that is out of stock."
    )
    hide_in_product_filtering: bool | None = field(
        doc="With `label_option`: whether filters leave the choice out."
    )
    show_pre_order_stock_levels: bool | None = field()
    show_out_of_stock_message: bool | None = field(doc="Whether lists of products say it, too.")

    endpoint = document(path="v3/settings/inventory")


class InventoryNotificationSettings(Setting):
    """Who is told that stock runs out. `GET /v3/settings/inventory/notifications`."""

    low_stock_notification_address: list[str] | None = field()
    out_of_stock_notification_address: list[str] | None = field()

    endpoint = document(
        path="v3/settings/inventory/notifications",
        answers=(answered("nothing", "update", source="settings.v3.yml: 200 without a body"),),
    )


class LogoSettings(Setting):
    """The store's logo and favicon. `GET /v3/settings/logo`."""

    type: Literal["image", "text"] | None = field(
        doc="Whether `logo_text` or the picture is shown."
    )
    logo_text: str | None = field()
    logo_image_url: str | None = readonly()
    favicon_url: str | None = readonly()

    endpoint = document(path="v3/settings/logo")

    @classmethod
    @operation("POST /v3/settings/logo/image")
    def upload_logo(
        cls,
        image: Upload,
        filename: str | None = None,
        *,
        channel_id: int | None = None,
        session: UnitOfWork | None = None,
    ) -> None:
        """Replace the logo by a picture of at most 10 MB.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
            channel_id: whose logo; the default channel's if it is left out.
            session: the session to send through; by default the current one.
        """
        files = {"LogoFile": file_part(image, filename)}
        path = "v3/settings/logo/image"
        send(session, "POST", path, files=files, params=channel_params(channel_id))

    @classmethod
    @operation("POST /v3/settings/favicon/image")
    def upload_favicon(
        cls,
        image: Upload,
        filename: str | None = None,
        *,
        channel_id: int | None = None,
        session: UnitOfWork | None = None,
    ) -> None:
        """Replace the favicon by a picture of at most 10 MB.

        Args:
            image: a path, a file opened with mode "rb", or its bytes.
            filename: its name, whose ending says the format; by default that of the file.
            channel_id: whose favicon; the default channel's if it is left out.
            session: the session to send through; by default the current one.
        """
        files = {"FaviconFile": file_part(image, filename)}
        path = "v3/settings/favicon/image"
        send(session, "POST", path, files=files, params=channel_params(channel_id))


class LocaleSettings(Setting):
    """Language and country of the store. `GET /v3/settings/store/locale`."""

    default_shopper_language: str = field(doc="A locale, such as `en`.")
    shopper_language_selection_method: Literal["browser", "default_shopper_language"] = field(
        doc="Whether the storefront speaks the browser's language, or only the default one."
    )
    store_country: str = field(doc="The country's name, such as `United States`.")

    endpoint = document(path="v3/settings/store/locale", scope={}, filters={})


class StoreProfile(Setting):
    """Name and address of the store. `GET /v3/settings/store/profile`."""

    store_name: str | None = field()
    store_address: str | None = field()
    store_address_type: (
        Literal["Home Office", "Commercial Office", "Retail", "Warehouse"] | None
    ) = field(doc="Of the store alone: a channel cannot change it.")
    store_email: str | None = field()
    store_phone: str | None = field()

    endpoint = document(path="v3/settings/store/profile")


class UnitsOfMeasurement(Setting):
    """How weights and lengths are written. `GET /v3/settings/store/units-of-measurement`."""

    weight_measurement: Literal["LBS", "Ounces", "KGS", "Grams", "Tonnes"] | None = field(
        doc="The store's unit of weight, which every weight of the catalog is in."
    )
    length_measurement: Literal["Inches", "Centimeters"] | None = field(
        doc="The store's unit of length, which every size of the catalog is in."
    )
    decimal_token: str | None = field(doc="What stands before decimal places.")
    thousands_token: str | None = field(doc="What stands between thousands.")
    decimal_places: int | None = field(doc="How many are shown of weights and lengths.")
    factoring_dimension: Literal["depth", "height", "width"] | None = field()

    endpoint = document(path="v3/settings/store/units-of-measurement")


class AnalyticsProvider(Resource):
    """A web analytics service. `GET /v3/settings/analytics`."""

    id: int = readonly()
    channel_id: int = readonly()
    name: str = field(doc="What the provider is called.")
    code: str = field(doc="The store's code at the provider, such as `GA-1234567890`.")
    enabled: bool = field()
    data_tag_enabled: bool = field()
    version: Decimal = field()
    is_oauth_connected: bool | None = field(write_only=True)
    api_secret: str | None = readonly(secret=True)

    endpoint = Endpoint(
        path="v3/settings/analytics",
        verbs=("list", "get", "update"),
        paging="none",
        scope="channel_id",
    )
