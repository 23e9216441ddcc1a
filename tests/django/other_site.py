"""A site with admins of its own, for what the shipped ones do not show: its URL configuration."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.urls import path

from bcorm.contrib.django import models
from bcorm.contrib.django.options import StoreAdmin, StoreInline

site = AdminSite("other")


class OptionInline(StoreInline):
    model = models.ProductOption
    fields = ("display_name", "type", "sort_order")


class MetafieldInline(StoreInline):
    model = models.ProductMetafield
    fields = ("namespace", "key", "value", "permission_set")


class NamesAdmin(StoreAdmin):
    list_display = ("id", "name", "price")
    list_editable = ("name", "price")
    fields = ("name", "type", "price", "weight", "brand")
    inlines = (OptionInline, MetafieldInline)
    select_fields = ("brand",)


class PlainAdmin(StoreAdmin):
    """Everything as it comes: all fields, no inlines."""


site.register(models.Product, NamesAdmin)
site.register(models.Brand, PlainAdmin)
site.register(models.Coupon, PlainAdmin)

urlpatterns = [path("admin/", site.urls)]
