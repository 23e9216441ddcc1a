"""The admin of orders: a page that reads like an order, shipping what it has, and a packing slip.

One request brings the order with its addresses and lines, one the lines that can be changed, one
the shipments and one the messages.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import quote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import formats, timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bcorm.contrib.backend import Backend
from bcorm.contrib.django import models, submissions
from bcorm.contrib.django.bulkactions import ChangeStatus
from bcorm.contrib.django.filters import ORDER_STATUSES, OrderStatusFilter
from bcorm.contrib.django.money import money
from bcorm.contrib.django.options import StoreAdmin, StoreInline
from bcorm.contrib.django.shipping import TIMES, ShipForm, parcels_of
from bcorm.contrib.django.writing import words_of
from bcorm.exceptions import BcormError

# Where orders come from, as `order_source` of `GET /v2/orders` says it.
_SOURCES = {
    "www": gettext_lazy("online"),
    "iphone": gettext_lazy("iPhone"),
    "android": gettext_lazy("Android"),
    "mobile": gettext_lazy("phone"),
    "manual": gettext_lazy("entered by hand"),
    "external": gettext_lazy("another shop"),
    "subscription": gettext_lazy("a subscription"),
}

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.urls import URLPattern


class OrderProductInline(StoreInline):
    """An order's lines: how many, and whether at all."""

    model = models.OrderProduct
    fields = ("item", "quantity", "each", "line_total", "quantity_shipped")
    readonly_fields = ("item", "each", "line_total")
    verbose_name_plural = gettext_lazy("items")

    @admin.display(description=gettext_lazy("item"))
    def item(self, line: Any) -> str:
        """Return what was ordered, with the options that were chosen."""
        return described(line.resource)

    @admin.display(description=gettext_lazy("each"))
    def each(self, line: Any) -> str:
        """Return the price of one, with tax."""
        return money(line.price_inc_tax, _currency(line))

    @admin.display(description=gettext_lazy("total"))
    def line_total(self, line: Any) -> str:
        """Return the price of all, with tax."""
        return money(line.total_inc_tax, _currency(line))

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether lines are added here: never; that wants prices and options."""
        del request, args
        return False


class OrderShipmentInline(StoreInline):
    """What has left the house; more leaves by "Ship items"."""

    model = models.OrderShipment
    fields = ("contents", "tracking_number", "shipping_provider", "comments", "date_created")
    readonly_fields = ("contents",)

    @admin.display(description=gettext_lazy("contents"))
    def contents(self, shipment: Any) -> str:
        """Return how many of what it has."""
        names = getattr(shipment.resource, "bcorm_names", {})
        parts = [
            f"{item.quantity} {TIMES} {names.get(item.order_product_id, item.order_product_id)}"
            for item in shipment.resource.items or ()
        ]
        return ", ".join(parts) or "-"

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether shipments are added here: the page for that knows what is left to ship."""
        del request, args
        return False


def moment_of(value: Any) -> str:
    """Write a moment as the site's language does, in the store's time zone.

    Args:
        value: the moment, or nothing.
    """
    if value is None:
        return "-"
    return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")


def _currency(line: Any) -> str:
    """Return the currency of a line's order, which came with it."""
    return str(line.resource.__dict__.get("bcorm_currency", ""))


def described(line: Any) -> str:
    """Return a line's name, its options and its SKU as HTML.

    Args:
        line: a line of an order, or of one of its consignments.
    """
    chosen = [
        f"{option.display_name}: {option.display_value}" for option in line.product_options or ()
    ]
    details = [*chosen, *([f"SKU {line.sku}"] if line.sku else [])]
    found: str = format_html(
        '{}<span class="bcorm-details">{}</span>', line.name, ", ".join(details)
    )
    return found


def address_lines(address: Any) -> list[str]:
    """Return an address as it is written on a parcel.

    Args:
        address: a billing address, or a consignment.
    """
    person = f"{address.first_name or ''} {address.last_name or ''}".strip()
    town = f"{address.city or ''}, {address.state or ''} {address.zip or ''}".strip(" ,")
    lines = (person, address.company, address.street_1, address.street_2, town, address.country)
    return [line for line in lines if line]


def _address(address: Any) -> str:
    lines = [*address_lines(address), *filter(None, (address.phone, address.email))]
    found: str = format_html("<address>{}</address>", format_html_join("", "{}<br>", zip(lines)))
    return found


@admin.register(models.Order)
class OrderAdmin(StoreAdmin):
    """Orders."""

    list_display = ("number", "buyer", "state", "total", "items_total", "date_created")
    list_filter = (OrderStatusFilter, "date_created")
    search_fields = ("email",)
    search_help_text = gettext_lazy("A customer's e-mail address, or an order's number.")
    search_by_key = True
    select_fields = ("order_status",)
    actions = (ChangeStatus(),)
    inlines = (OrderProductInline, OrderShipmentInline)
    change_form_template = "bcorm/order_form.html"
    delete_note = gettext_lazy("The API archives an order rather than deleting it.")
    fieldsets = (
        (None, {"fields": ("order_status", ("placed", "buyer"), "wishes")}),
        (gettext_lazy("Addresses"), {"fields": (("billed_to", "shipped_to"),)}),
        (gettext_lazy("Amounts"), {"fields": ("totals", "payment")}),
        (gettext_lazy("Notes"), {"fields": ("staff_notes", "conversation")}),
    )
    readonly_fields = (
        "placed", "buyer", "wishes", "billed_to", "shipped_to", "totals", "payment", "conversation",
    )  # fmt: skip

    @admin.display(description=gettext_lazy("order"), ordering="id")
    def number(self, order: Any) -> str:
        """Return an order's number as merchants write it."""
        return f"#{order.pk}"

    @admin.display(description=gettext_lazy("customer"))
    def buyer(self, order: Any) -> str:
        """Return who ordered: a customer, or a guest by name."""
        address = order.resource.billing_address
        name = f"{address.first_name or ''} {address.last_name or ''}".strip() if address else ""
        name = name or (address.email if address else "") or _("Nobody's name")
        if not order.customer_id:
            return f"{name} ({_('guest')})"
        page = reverse(f"{self.admin_site.name}:bcorm_customer_change", args=[order.customer_id])
        found: str = format_html('<a href="{}">{}</a>', page, name)
        return found

    @admin.display(description=gettext_lazy("status"), ordering="order_status")
    def state(self, order: Any) -> str:
        """Return the status in the store's own words."""
        return str(order.resource.custom_status or order.resource.status or "-")

    @admin.display(description=gettext_lazy("total"))
    def total(self, order: Any) -> str:
        """Return the total in the order's currency."""
        return money(order.total_inc_tax, order.currency_code)

    @admin.display(description=gettext_lazy("placed"))
    def placed(self, order: Any) -> str:
        """Return when and where the order was placed."""
        source = order.resource.order_source or ""
        told = moment_of(order.resource.date_created)
        return f"{told} ({_SOURCES.get(source, source)})" if source else told

    @admin.display(description=gettext_lazy("the shopper's words"))
    def wishes(self, order: Any) -> str:
        """Return what the shopper wrote with the order."""
        return order.resource.customer_message or "-"

    @admin.display(description=gettext_lazy("billed to"))
    def billed_to(self, order: Any) -> str:
        """Return the billing address."""
        return _address(order.resource.billing_address)

    @admin.display(description=gettext_lazy("shipped to"))
    def shipped_to(self, order: Any) -> str:
        """Return where the items go, with the way that was chosen."""
        parcels = [
            format_html("{}<p>{}</p>", _address(item), item.shipping_method or "")
            for item in parcels_of(order.resource)
        ]
        return format_html_join("", "{}", zip(parcels)) or _("Nothing is shipped.")

    @admin.display(description=gettext_lazy("amounts"))
    def totals(self, order: Any) -> str:
        """Return the sum as a shopper sees it: with tax, and what of it is tax."""
        item = order.resource
        code = item.currency_code
        rows = [
            (_("Subtotal"), item.subtotal_inc_tax),
            (_("Discounts"), -(item.discount_amount or 0)),
            (_("Coupons"), -(item.coupon_discount or 0)),
            (_("Shipping"), item.shipping_cost_inc_tax),
            (_("Handling"), item.handling_cost_inc_tax),
            (_("Gift wrapping"), item.wrapping_cost_inc_tax),
        ]
        shown = [row for number, row in enumerate(rows) if row[1] or number in {0, 3}]
        shown += [(_("Total"), item.total_inc_tax), (_("Tax in it"), item.total_tax)]
        paid = [
            (_("Store credit"), item.store_credit_amount),
            (_("Gift certificates"), item.gift_certificate_amount),
            (_("Refunded"), item.refunded_amount),
        ]
        shown += [row for row in paid if row[1]]
        return format_html(
            '<table class="bcorm-totals">{}</table>',
            format_html_join(
                "", '<tr><th scope="row">{}</th><td>{}</td></tr>',
                ((label, money(amount, code)) for label, amount in shown),
            ),
        )  # fmt: skip

    @admin.display(description=gettext_lazy("payment"))
    def payment(self, order: Any) -> str:
        """Return how it is paid, and whether."""
        parts = [order.payment_method, order.payment_status]
        return ", ".join(str(part) for part in parts if part) or "-"

    @admin.display(description=gettext_lazy("messages"))
    def conversation(self, order: Any) -> str:
        """Return the messages between shopper and merchant, and what was refunded."""
        item = order.resource
        refunds = list(item.refunds) if item.refunded_amount and not item.items_shipped else []
        told = [] if refunds else list(item.messages)
        lines = [
            (moment_of(message.date_created), message.subject, message.message) for message in told
        ]
        lines += [
            (moment_of(refund.created), money(refund.total_amount, item.currency_code),
             refund.reason or _("Refund"))
            for refund in refunds
        ]  # fmt: skip
        return (
            format_html_join(
                "", "<p><time>{}</time> <strong>{}</strong><br>{}</p>",
                lines,
            )
            or "-"
        )  # fmt: skip

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choose a status among those that every store has, which costs no request."""
        field = super().formfield_for_foreignkey(db_field, request, **options)
        if db_field.name == "order_status":
            field.choices = list(ORDER_STATUSES.items())
            field.known = {str(key) for key in ORDER_STATUSES}
        return field

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Leave out the shipments of an order that has none: they would be read."""
        found = super().get_inlines(request, obj)
        if obj is None or obj.resource is None or obj.resource.items_shipped:
            return found
        return [inline for inline in found if inline is not OrderShipmentInline]

    def get_object(self, request: HttpRequest, object_id: str, from_field: Any = None) -> Any:
        """Read an order with its addresses and lines."""
        del request, from_field
        key = self.model._meta.pk
        try:
            wanted = key.to_python(object_id)
        except forms.ValidationError:
            return None
        found = self.backend().get(wanted, ("consignments.line_items",))
        return None if found is None else self.model.from_resource(found)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether orders are added here: never; shoppers make them."""
        del request, args
        return False

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, *args: Any) -> Any:
        """Tell the shipments what the lines are called."""
        found = super().get_formset_kwargs(request, obj, *args)
        for line in obj.resource.products if obj.resource is not None else ():
            line.__dict__["bcorm_currency"] = obj.currency_code
        if obj.resource is not None and obj.resource.items_shipped:
            names = {line.id: line.name for line in obj.resource.products}
            for shipment in obj.resource.shipments:
                shipment.__dict__["bcorm_names"] = names
        return found

    def get_urls(self) -> list[URLPattern]:
        """Add the pages for shipping and for printing."""
        wrap = self.admin_site.admin_view
        pages = [
            path("<int:key>/ship/", wrap(self.ship_view), name="bcorm_order_ship"),
            path("<int:key>/packing-slip/", wrap(self.slip_view), name="bcorm_order_slip"),
        ]
        return [*pages, *super().get_urls()]

    def ship_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show what is left to ship; what is ticked leaves with a carrier.

        Args:
            request: what was asked.
            key: the order's number.
        """
        return submissions.once(request, partial(self._ship, request, key))

    def _ship(self, request: HttpRequest, key: int) -> HttpResponse:
        order = self._order(request, key, change=True)
        forms_ = [
            ShipForm(parcel, request.POST if f"parcel-{parcel.id}" in request.POST else None)
            for parcel in parcels_of(order.resource)
        ]
        for form in forms_:
            if form.is_bound and form.is_valid() and self._shipped(request, order, form):
                back = reverse(f"{self.admin_site.name}:bcorm_order_change", args=[quote(key)])
                return HttpResponseRedirect(back)
        context = {"forms": [form for form in forms_ if form.lines], "title": _("Ship items")}
        return self._shown(request, order, "bcorm/order_ship.html", context)

    def _shipped(self, request: HttpRequest, order: Any, form: ShipForm) -> bool:
        """Send a shipment; whether the store has taken it."""
        shipment = form.shipment(order.resource)
        try:
            report = Backend(type(shipment)).save(shipment)
        except BcormError as error:
            form.add_error(None, str(error))
            return False
        if not report:
            for failure in report.failed:
                form.add_error(None, words_of(failure.error))
            for failure in report.unknown:
                text = _("It is not known whether this was saved: look before you ship again. (%s)")
                form.add_error(None, text % words_of(failure.error))
            self.backend().session.rollback()
            return False
        told = _("Shipped %s.") % form.told()
        self.log_change(request, order, told)
        self.message_user(request, told, messages.SUCCESS)
        return True

    def slip_view(self, request: HttpRequest, key: int) -> HttpResponse:
        """Show a page to print and put into the parcel: addresses and items, no prices.

        Args:
            request: what was asked.
            key: the order's number.
        """
        order = self._order(request, key)
        parcels = [
            {
                "address": address_lines(parcel),
                "method": parcel.shipping_method,
                "lines": [(line.quantity, described(line)) for line in parcel.line_items],
            }
            for parcel in parcels_of(order.resource)
        ]
        placed = timezone.localtime(order.resource.date_created)
        context = {"parcels": parcels, "placed": placed, "title": _("Packing slip")}
        return self._shown(request, order, "bcorm/packing_slip.html", context)

    def _order(self, request: HttpRequest, key: int, *, change: bool = False) -> Any:
        allowed = self.has_change_permission if change else self.has_view_permission
        if not allowed(request):
            raise PermissionDenied
        order = self.get_object(request, str(key))
        if order is None:
            raise Http404
        return order

    def _shown(
        self, request: HttpRequest, order: Any, template: str, extra: dict[str, Any]
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": order,
            "media": self.media,
            **extra,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(request, template, context)
