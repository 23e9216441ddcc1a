"""The admins of a merchant's day: products, brands, categories, customers, orders, coupons.

Django finds this module by itself. To replace one of them, unregister it and register your own
`StoreAdmin` for the same model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from bcorm.contrib.django import models, orderadmin
from bcorm.contrib.django.below import BelowAdmin
from bcorm.contrib.django.bulkactions import ChangePrices, ChangeVisibility
from bcorm.contrib.django.filters import StockFilter
from bcorm.contrib.django.options import StoreAdmin, StoreInline, StoreStackedInline
from bcorm.contrib.django.widgets import preview

if TYPE_CHECKING:
    from django.http import HttpRequest

__all__ = ["orderadmin"]  # it registers the admin of orders


class ProductImageInline(StoreInline):
    """A product's pictures; a new one is fetched by the API from its address."""

    model = models.ProductImage
    fields = ("image_url", "description", "is_thumbnail", "sort_order", "url_thumbnail")


class ProductOptionInline(StoreInline):
    """What tells a product's variants apart, with the choices of each."""

    model = models.ProductOption
    fields = ("display_name", "type", "sort_order", "choices")
    readonly_fields = ("choices",)

    @admin.display(description=_("choices"))
    def choices(self, option: Any) -> str:
        """Return an option's choices, and the way to change them."""
        if option.pk is None:
            return str(_("Save first."))
        named = ", ".join(value.label for value in option.resource.option_values)
        address = reverse(f"{self.admin_site.name}:bcorm_productoption_change", args=[option.pk])
        return format_html(
            '{} <a href="{}?product={}">{}</a>',
            named, address, option.resource.product_id, _("Edit the choices"),
        )  # fmt: skip


class ProductOptionValueInline(StoreInline):
    """The choices of an option."""

    model = models.ProductOptionValue
    fields = ("label", "sort_order", "is_default")


@admin.register(models.ProductOption)
class ProductOptionAdmin(BelowAdmin):
    """An option of a product with its choices."""

    list_display = ("display_name", "type", "sort_order")
    inlines = (ProductOptionValueInline,)
    fields = ("display_name", "type", "sort_order")


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


@admin.register(models.Category)
class CategoryAdmin(StoreAdmin):
    """Categories of the store's default tree."""

    list_display = ("name", "parent", "is_visible", "sort_order")
    list_filter = ("is_visible",)
    search_fields = ("name__icontains",)
    fields = (
        "name",
        "parent",
        "description",
        "is_visible",
        "sort_order",
        "page_title",
        "meta_description",
        "default_product_sort",
    )
    delete_note = _("Products in it stay, and lose the category.")


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

    list_display = ("email", "first_name", "last_name", "company", "date_created")
    list_filter = ("date_created",)
    search_fields = ("name__icontains",)
    search_help_text = _("A part of a name, or a customer's number.")
    search_by_key = True
    inlines = (CustomerAddressInline,)
    fields = (
        "email",
        ("first_name", "last_name"),
        "company",
        "phone",
        "customer_group_id",
        "notes",
        "tax_exempt_category",
        "date_created",
        "date_modified",
    )


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
