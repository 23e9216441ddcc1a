"""The models of a merchant's day, made of bcorm's declarations, and two tables of our own.

The resources are unmanaged: no table is made for them. `Grant` and `BulkRun` are ordinary tables.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from bcorm import resources
from bcorm.contrib.django.modelfactory import store_model


def _variant(variant: resources.ProductVariant) -> str:
    """Call a variant by its SKU and by what makes it."""
    named = ", ".join(value.label for value in variant.option_values or ())
    sku = variant.sku or str(variant.id)
    return f"{sku} ({named})" if named else sku


_model: Any = partial(store_model, module=__name__, app_label="bcorm")

Brand = _model(resources.Brand, ordering=("name",))
Category = _model(resources.Category, verbose_name_plural=_("categories"))
Product = _model(resources.Product)
ProductImage = _model(resources.ProductImage, verbose_name=_("image"))
ProductVariant = _model(resources.ProductVariant, verbose_name=_("variant"), label=_variant)
ProductOption = _model(resources.ProductOption, verbose_name=_("option"))
ProductOptionValue = _model(resources.ProductOptionValue, verbose_name=_("choice"))
ProductModifier = _model(resources.ProductModifier, verbose_name=_("modifier"))
ProductModifierValue = _model(resources.ProductModifierValue, verbose_name=_("choice"))
ProductCustomField = _model(resources.ProductCustomField, verbose_name=_("custom field"))
ProductMetafield = _model(resources.ProductMetafield, verbose_name=_("metafield"))
CustomerGroup = _model(resources.CustomerGroup, verbose_name=_("customer group"))
Customer = _model(resources.Customer)
CustomerAddress = _model(
    resources.CustomerAddress, verbose_name=_("address"), verbose_name_plural=_("addresses")
)
OrderStatus = _model(
    resources.OrderStatus,
    verbose_name=_("order status"),
    verbose_name_plural=_("order statuses"),
)
Order = _model(resources.Order, label=lambda order: f"#{order.id}")
OrderProduct = _model(resources.OrderProduct, verbose_name=_("line"))
OrderShipment = _model(resources.OrderShipment, verbose_name=_("shipment"))
Coupon = _model(resources.Coupon)
Promotion = _model(resources.Promotion)
PriceList = _model(resources.PriceList, verbose_name=_("price list"))
Page = _model(resources.Page, verbose_name=_("page"))
Redirect = _model(
    resources.Redirect, label=lambda redirect: str(redirect.from_path), verbose_name=_("redirect")
)


class Grant(models.Model):
    """What a store granted to the app, sealed; `tokens.DjangoTokenStore` reads and writes it."""

    store_hash = models.CharField(_("store hash"), max_length=64, primary_key=True)
    sealed = models.BinaryField(_("sealed grant"))
    saved_at = models.DateTimeField(_("saved at"), auto_now=True)

    class Meta:
        """A grant is a permission, and not to be looked at."""

        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.store_hash)


class Submission(models.Model):
    """A form that was sent: `submissions` has it carried out once."""

    key = models.CharField(max_length=64, primary_key=True)
    location = models.TextField(default="")
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        """Nobody looks at these."""

        default_permissions = ()

    def __str__(self) -> str:
        return str(self.key)


class StoreEntry(models.Model):
    """Of which store an entry of Django's own history is; `history` writes and reads it."""

    # No foreign key: the models work where Django's admin is not installed.
    entry = models.PositiveBigIntegerField(primary_key=True)
    store = models.CharField(_("store"), max_length=255, db_index=True)

    class Meta:
        """They are seen on the pages of history."""

        default_permissions = ()

    def __str__(self) -> str:
        return str(self.store)


class BulkRun(models.Model):
    """One run of a bulk action: what was asked, how far it is, and what came of it.

    `changes` has each row that was saved, see `BulkChange`; `report` has a line for each that was
    not: `{"key", "name", "error"}`.
    """

    belongs_to_store = True  # so that the history of runs is kept by store

    class State(models.TextChoices):
        """Where a run is in its life."""

        PLANNED = "planned", _("planned")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("stopped")
        CANCELLED = "cancelled", _("cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("user")
    )
    store = models.CharField(_("store"), max_length=255, default="")
    model = models.CharField(_("model"), max_length=100)
    action = models.CharField(_("action"), max_length=100)
    parameters = models.JSONField(_("parameters"), default=dict)
    keys = models.JSONField(_("keys"), default=list)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.PLANNED
    )
    saved = models.PositiveIntegerField(_("saved"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
    unknown = models.PositiveIntegerField(_("unknown"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    requests = models.PositiveIntegerField(_("requests"), default=0)
    report = models.JSONField(_("report"), default=list)
    cancelling = models.BooleanField(_("to be cancelled"), default=False)
    undoes = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+", verbose_name=_("undoes")
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        """Runs are seen by who started them, on their own pages."""

        verbose_name = _("bulk run")
        verbose_name_plural = _("bulk runs")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.action} ({self.state})"

    @property
    def total(self) -> int:
        """How many rows there are to change."""
        return len(self.keys)

    @property
    def finished(self) -> int:
        """How many rows have been dealt with."""
        return int(self.saved + self.failed + self.unknown + self.unchanged)


class BulkChange(models.Model):
    """What a bulk run has changed on one row: enough to show it, and to undo it.

    `resource` is the bcorm class, `selected` the key of the row that was selected (a variant's
    product), `old` and `new` have the API's values by field.
    """

    run = models.ForeignKey(BulkRun, models.CASCADE, related_name="changes", verbose_name=_("run"))
    resource = models.CharField(max_length=100)
    key = models.CharField(max_length=100)
    selected = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    old = models.JSONField(default=dict)
    new = models.JSONField(default=dict)

    class Meta:
        """They are seen on the pages of runs and of history."""

        default_permissions = ()
        indexes = (models.Index(fields=["resource", "key"], name="bcorm_bulkchange_row"),)

    def __str__(self) -> str:
        return str(self.name)
