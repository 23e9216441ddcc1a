"""The admins of a merchant's day: products, brands, categories, customers, orders, coupons.

Django finds this module by itself. To replace one of them, unregister it and register your own
`StoreAdmin` for the same model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from bcorm import Site
from bcorm.contrib.django import categoryadmin, models, orderadmin
from bcorm.contrib.django.below import BelowAdmin
from bcorm.contrib.django.bulkactions import ChangePrices, ChangeVisibility
from bcorm.contrib.django.filters import (
    BrandFilter,
    CategoryFilter,
    CustomerGroupFilter,
    StockFilter,
)
from bcorm.contrib.django.formfields import CouponTargetsField, RedirectTargetField
from bcorm.contrib.django.images import ProductImageForm
from bcorm.contrib.django.optionadmin import ProductOptionInline
from bcorm.contrib.django.options import StoreAdmin, StoreInline, StoreStackedInline
from bcorm.contrib.django.profile import profile_of
from bcorm.contrib.django.widgets import preview
from bcorm.exceptions import ApiError
from bcorm.model.queryset import objects_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import HttpRequest

    from bcorm.contrib.django.query import StoreQuerySet

__all__ = ["categoryadmin", "orderadmin"]  # they register admins of their own

# A phone number as people write it: longer than an order's number, or with signs that those lack.
_PHONE = re.compile(r"\+?[0-9][0-9 ()./-]*[ ()./-][0-9 ()./-]*[0-9]|\+[0-9]{5,}|[0-9]{9,}")


class ProductImageInline(StoreInline):
    """A product's pictures: seen, described, ordered, uploaded or fetched from an address."""

    model = models.ProductImage
    form = ProductImageForm
    template = "bcorm/images.html"
    fields = ("picture", "upload", "image_url", "description", "is_thumbnail", "sort_order")
    readonly_fields = ("picture",)

    class Media:
        """Dragging writes the numbers that can be typed, too."""

        js = ("bcorm/images.js",)

    @admin.display(description=_("picture"))
    def picture(self, image: Any) -> str:
        """Show the picture."""
        return preview(image.url_thumbnail, image.description or str(_("picture")))


@admin.register(models.ProductVariant)
class ProductVariantAdmin(BelowAdmin):
    """A product's buyable forms: a list of their own, however many there are.

    They are made by options, so none is added here.
    """

    list_editable = ("sku", "price", "sale_price", "inventory_level", "purchasing_disabled")
    list_display = ("choices", "picture", *list_editable)
    list_per_page = 50
    searched = ("sku", "upc", "gtin", "mpn")
    found_by_key = True
    search_help_text = _("Finds choices such as “large red”, SKUs and bar codes.")
    fieldsets = (
        (None, {"fields": ("choices", "sku", "image_url", "picture")}),
        (
            _("Price"),
            {
                "description": _("An empty price or weight is the product's own."),
                "fields": ("price", "sale_price", "retail_price", "cost_price", "calculated_price"),
            },
        ),
        (
            _("Stock and shipping"),
            {
                "fields": (
                    ("inventory_level", "inventory_warning_level"),
                    ("weight", "width", "depth", "height"),
                    ("is_free_shipping", "fixed_cost_shipping_price"),
                    ("purchasing_disabled", "purchasing_disabled_message"),
                    "bin_picking_number",
                )
            },
        ),
        (_("Codes"), {"fields": (("upc", "mpn", "gtin"),)}),
    )
    readonly_fields = ("choices", "picture")

    @admin.display(description=_("variant"))
    def choices(self, variant: Any) -> str:
        """Return what makes the variant: Large, red."""
        named = ", ".join(value.label for value in variant.resource.option_values or ())
        return named or str(variant)

    @admin.display(description=_("picture"))
    def picture(self, variant: Any) -> str:
        """Show a variant's own picture."""
        return preview(variant.image_url, str(variant))

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether variants are added here: never."""
        del request, args
        return False


class ProductCustomFieldInline(StoreInline):
    """Named texts on a product's page."""

    model = models.ProductCustomField
    fields = ("name", "value")


class ProductMetafieldInline(StoreInline):
    """Values that apps keep beside a product."""

    model = models.ProductMetafield
    fields = ("namespace", "key", "value", "permission_set")


@admin.register(models.Product)
class ProductAdmin(StoreAdmin):
    """Products."""

    list_display = ("name", "sku", "price", "brand", "inventory_level", "is_visible")
    list_editable = ("price", "is_visible")
    list_filter = (
        "is_visible",
        "is_featured",
        "availability",
        "condition",
        "type",
        StockFilter,
        BrandFilter,
        CategoryFilter,
        "date_modified",
    )
    search_fields = ("keyword",)
    search_help_text = _("Searches names and SKUs, as the control panel does.")
    autocomplete_fields = ("brand",)
    actions = (ChangeVisibility(), ChangePrices())
    change_form_template = "bcorm/product_form.html"
    inlines = (
        ProductImageInline,
        ProductOptionInline,
        ProductCustomFieldInline,
        ProductMetafieldInline,
    )
    fieldsets = (
        (None, {"fields": ("name", "sku", "type", "brand", "categories", "description")}),
        (
            _("Price"),
            {"fields": ("price", "sale_price", "retail_price", "cost_price", "calculated_price")},
        ),
        (
            _("Storefront"),
            {
                "fields": (
                    "is_visible",
                    "is_featured",
                    "availability",
                    "condition",
                    "sort_order",
                    "custom_url",
                )
            },
        ),
        (
            _("Stock and shipping"),
            {
                "fields": (
                    "inventory_tracking",
                    "inventory_level",
                    "inventory_warning_level",
                    ("weight", "width", "depth", "height"),
                    "is_free_shipping",
                    "fixed_cost_shipping_price",
                )
            },
        ),
        (
            _("Codes"),
            {"classes": ("collapse",), "fields": ("upc", "mpn", "gtin", "bin_picking_number")},
        ),
        (
            _("Search engines"),
            {
                "classes": ("collapse",),
                "fields": ("page_title", "meta_description", "search_keywords"),
            },
        ),
        (
            _("History"),
            {"classes": ("collapse",), "fields": ("date_created", "date_modified", "total_sold")},
        ),
    )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill a new product's form with what the control panel fills it with."""
        usual = {"type": "physical", "is_visible": True, "weight": 0}
        return {**usual, **super().get_changeform_initial_data(request)}


@admin.register(models.Brand)
class BrandAdmin(StoreAdmin):
    """Brands."""

    list_display = ("name", "page_title")
    search_fields = ("name__icontains",)
    ordering = ("name",)
    fields = ("name", "page_title", "meta_description", "search_keywords", "image_url")


class CustomerAddressInline(StoreStackedInline):
    """A customer's addresses."""

    model = models.CustomerAddress
    fields = (
        ("first_name", "last_name", "company"),
        ("address1", "address2"),
        ("city", "state_or_province", "postal_code", "country_code"),
        ("phone", "address_type"),
    )


@admin.register(models.Customer)
class CustomerAdmin(StoreAdmin):
    """Customers."""

    list_display = ("email", "first_name", "last_name", "company", "phone", "date_created")
    list_filter = (CustomerGroupFilter, "date_created")
    search_fields = ("name__icontains",)
    search_help_text = _("An e-mail address, a phone number, a part of a name, or a number.")
    search_by_key = True
    inlines = (CustomerAddressInline,)
    autocomplete_fields = ("group",)
    fields = (
        "email",
        ("first_name", "last_name"),
        "company",
        "phone",
        "group",
        "notes",
        "tax_exempt_category",
        "date_created",
        "date_modified",
    )

    def get_search_results(
        self, request: HttpRequest, queryset: StoreQuerySet, search_term: str
    ) -> tuple[StoreQuerySet, bool]:
        """Ask for an e-mail address, a phone number or a name, by what was typed."""
        term = search_term.strip()
        if "@" in term:
            return queryset.where(email=term), False
        if _PHONE.fullmatch(term):
            return queryset.where(phone=term), False
        return super().get_search_results(request, queryset, search_term)


@admin.register(models.OrderStatus)
class OrderStatusAdmin(StoreAdmin):
    """The states that an order can be in."""

    list_display = ("name", "custom_label", "system_description")
    fields = ("name", "system_label", "custom_label", "system_description", "order")


@admin.register(models.Coupon)
class CouponAdmin(StoreAdmin):
    """Coupons."""

    list_display = ("name", "code", "type", "amount", "enabled", "num_uses", "expires")
    list_filter = ("type",)
    search_fields = ("code",)
    search_help_text = _("A coupon's whole code.")
    fields = (
        "name",
        "code",
        "type",
        "amount",
        "applies_to",
        "min_purchase",
        "enabled",
        "expires",
        ("max_uses", "max_uses_per_customer", "num_uses"),
    )

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choose what a coupon applies to by name."""
        if db_field.name == "applies_to":
            return CouponTargetsField(models.Category, models.Product, self.admin_site)
        return super().formfield_for_dbfield(db_field, request, **options)


@admin.register(models.Promotion)
class PromotionAdmin(StoreAdmin):
    """Promotions: their names, their times, and whether they are on. Rules stay as they are."""

    list_display = ("name", "redemption_type", "status", "current_uses", "start_date", "end_date")
    list_filter = ("status",)
    search_fields = ("query",)
    fields = (
        "name", "display_name", "redemption_type", "status", ("start_date", "end_date"),
        ("max_uses", "current_uses"), "stop", "can_be_used_with_other_promotions", "rules",
    )  # fmt: skip
    readonly_fields = ("rules",)

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        """Whether promotions are added here: never, their rules want an editor of their own."""
        del request, args
        return False


@admin.register(models.PriceList)
class PriceListAdmin(StoreAdmin):
    """Price lists."""

    list_display = ("name", "active", "date_created", "date_modified")
    search_fields = ("name__icontains",)
    fields = ("name", "active", "date_created", "date_modified")


@admin.register(models.Page)
class PageAdmin(StoreAdmin):
    """The storefront's own pages."""

    list_display = ("name", "type", "url", "is_visible", "sort_order")
    fields = (
        "name", "type", "url", "is_visible", "is_customers_only", "sort_order", "meta_title",
        "meta_description", "search_keywords", "email", "link",
    )  # fmt: skip


@admin.register(models.Redirect)
class RedirectAdmin(StoreAdmin):
    """Addresses that lead elsewhere."""

    list_display = ("from_path", "leads_to", "site_id")
    search_fields = ("keyword",)
    fields = ("site_id", "from_path", "to")

    def get_queryset(self, request: HttpRequest) -> StoreQuerySet:
        """Bring along where redirects lead."""
        found: StoreQuerySet = super().get_queryset(request)
        return found.include("to_url")

    @admin.display(description=_("leads to"))
    def leads_to(self, redirect: Any) -> str:
        """Return the address that a redirect leads to."""
        return redirect.resource.to_url or "-"

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with the site of the store's default channel."""
        sites = dict(self._sites(request))
        usual = profile_of(request).site
        first = usual if usual in sites else next(iter(sites), None)
        return {"site_id": first, **super().get_changeform_initial_data(request)}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Choose sites by their addresses, and targets by their names."""
        if db_field.name == "to":
            words = ("product", "category", "brand", "page")
            targets = {word: getattr(models, word.capitalize()) for word in words}
            return RedirectTargetField(targets, self.admin_site)
        found = super().formfield_for_dbfield(db_field, request, **options)
        sites = self._sites(request) if db_field.name == "site_id" else ()
        if not sites:
            return found
        return forms.TypedChoiceField(label=_("Site"), choices=sites, coerce=int)

    def _sites(self, request: Any) -> Sequence[tuple[int, str]]:
        """Return keys and addresses of the store's sites; none if it does not tell them."""
        found: Sequence[tuple[int, str]] | None = getattr(request, "bcorm_sites", None)
        if found is None:
            try:
                sites = list(objects_of(Site).using(self.backend().session))
            except ApiError:
                sites = []
            found = [(site.id, site.url.removeprefix("https://")) for site in sites]
            request.bcorm_sites = found
        return found


@admin.register(models.CustomerGroup)
class CustomerGroupAdmin(StoreAdmin):
    """Customers with common rights."""

    list_display = ("name", "is_default")
    search_fields = ("name__icontains",)
    fields = ("name", "is_default")
