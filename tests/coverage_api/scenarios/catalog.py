"""Scenarios of the `catalog` specs."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coverage_api.metafields import exercise_metafields
from coverage_api.stage import covers

from bcorm import (
    Brand,
    BrandMetafield,
    BulkPricingRule,
    CatalogSummary,
    Category,
    CategoryMetafield,
    CategoryTree,
    ComplexRule,
    Product,
    ProductCategoryAssignment,
    ProductChannelAssignment,
    ProductCustomField,
    ProductImage,
    ProductMetafield,
    ProductModifier,
    ProductModifierValue,
    ProductOption,
    ProductOptionValue,
    ProductReview,
    ProductVariant,
    ProductVideo,
    TreeCategory,
    VariantMetafield,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage

PRODUCTS = "catalog/products_catalog.v3.yml"
VARIANTS = "catalog/product-variants_catalog.v3.yml"
OPTIONS = "catalog/product-variant-options_catalog.v3.yml"
MODIFIERS = "catalog/product-modifiers_catalog.v3.yml"
BRANDS = "catalog/brands_catalog.v3.yml"
CATEGORIES = "catalog/categories_catalog.v3.yml"
TREES = "catalog/category-trees_catalog.v3.yml"
PICTURE = b"\x89PNG\r\n\x1a\n"


def _product(name: str = "Blue mug", **values: Any) -> Product:
    required = {"type": "physical", "weight": Decimal("0.4"), "price": Decimal("12.5")}
    return Product.objects.create(**{"name": name, **required, **values})


def _exercise(stage: Stage, rows: Any, model: Any, change: dict[str, Any], **values: Any) -> None:
    """Create, read, list, change and delete one row below a parent."""
    made = rows.create(**values)
    for name, value in change.items():
        setattr(made, name, value)
    stage.session.commit()
    path = {name: getattr(made, name) for name in model.endpoint.placeholders}
    assert model.objects.get(id=made.id, **path) is made
    assert made.id in [item.id for item in model.objects.filter(**path)]
    made.delete()


@covers(PRODUCTS)
def products(stage: Stage) -> None:
    made = [_product(f"Mug {number}", sku=f"M-{number}") for number in range(3)]
    made[0].price = Decimal("13.25")
    stage.session.commit()
    for item in made:
        item.is_visible = False
    stage.session.commit()
    assert Product.objects.get(id=made[0].id).price == Decimal("13.25")
    listed = Product.objects.filter(sku__in=["M-1", "M-2"]).include("images").order_by("-name")
    assert [item.name for item in listed] == ["Mug 2", "Mug 1"]
    made[0].delete()
    assert Product.objects.filter(id__in=[item.id for item in made[1:]]).delete()[0] == 2
    assert CatalogSummary.objects.get().variant_count > 0


@covers(PRODUCTS)
def product_parts(stage: Stage) -> None:
    product = _product()
    change = {"description": "Seen from above"}
    url = "https://example.com/mug.jpg"
    _exercise(stage, product.images, ProductImage, change, image_url=url)
    uploaded = ProductImage.upload(product, PICTURE, "mug.png")
    uploaded.replace(PICTURE, "cup.png")
    _exercise(stage, product.videos, ProductVideo, {"title": "How it is made"}, video_id="z3fRu9")
    field = {"name": "Material", "value": "Stoneware"}
    _exercise(stage, product.custom_fields, ProductCustomField, {"value": "Clay"}, **field)
    rule = {"quantity_min": 5, "quantity_max": 9, "type": "percent", "amount": Decimal(5)}
    _exercise(stage, product.bulk_pricing_rules, BulkPricingRule, {"amount": Decimal(6)}, **rule)
    review = {"title": "Good", "date_reviewed": datetime(2026, 1, 2, tzinfo=timezone.utc)}
    _exercise(stage, product.reviews, ProductReview, {"rating": 4}, **review)
    modifier = product.modifiers.create(
        display_name="Gift box",
        type="dropdown",
        required=False,
        option_values=[ProductModifierValue(label="Yes", sort_order=0)],
    )
    condition = {"modifier_id": modifier.id, "modifier_value_id": modifier.option_values[0].id}
    _exercise(
        stage,
        product.complex_rules,
        ComplexRule,
        {"enabled": False},
        price_adjuster={"adjuster": "relative", "adjuster_value": Decimal(3)},
        conditions=[condition],
    )


@covers(PRODUCTS)
def product_metafields(stage: Stage) -> None:
    exercise_metafields(stage, ProductMetafield, Product.objects.all()[:2])


@covers(PRODUCTS)
def product_assignments(stage: Stage) -> None:
    product, category = _product(), Category.objects.all()[0]
    ProductCategoryAssignment.objects.create(product_id=product.id, category_id=category.id)
    ProductChannelAssignment.objects.create(product_id=product.id, channel_id=2)
    assert ProductCategoryAssignment.objects.filter(product_id__in=[product.id]).count() == 1
    pairs = ProductChannelAssignment.objects.filter(product_id__in=[product.id], channel_id=2)
    assert [pair.product_id for pair in pairs] == [product.id]
    ProductCategoryAssignment.remove([product.id], [category.id])
    ProductChannelAssignment.remove([product.id], [2])


@covers(OPTIONS)
def options(stage: Stage) -> None:
    product = _product()
    first = [ProductOptionValue(label=label, sort_order=0) for label in ("Red", "Blue")]
    colour = product.options.create(display_name="Colour", type="dropdown", option_values=first)
    value = {"label": "Green", "sort_order": 2}
    _exercise(stage, colour.option_values, ProductOptionValue, {"label": "Lime"}, **value)
    more = [ProductOptionValue(label="Small", sort_order=0)]
    size = {"display_name": "Size", "type": "radio_buttons", "option_values": more}
    _exercise(stage, product.options, ProductOption, {"sort_order": 3}, **size)


@covers(MODIFIERS)
def modifiers(stage: Stage) -> None:
    product = _product()
    first = [ProductModifierValue(label=label, sort_order=0) for label in ("None", "Box")]
    wrap = {"display_name": "Wrap", "type": "dropdown", "required": False}
    made = product.modifiers.create(option_values=first, **wrap)
    value = {"label": "Paper", "sort_order": 2}
    adjusters = {"price": {"adjuster": "relative", "adjuster_value": Decimal(2)}}
    rows = made.option_values
    _exercise(stage, rows, ProductModifierValue, {"adjusters": adjusters}, **value)
    assert made.option_values[0].upload_image(PICTURE, "box.png")
    note = {"display_name": "Note", "type": "text", "required": False}
    _exercise(stage, product.modifiers, ProductModifier, {"sort_order": 2}, **note)


@covers(VARIANTS)
def variants(stage: Stage) -> None:
    product = _product()
    values = [ProductOptionValue(label=label, sort_order=0) for label in ("Red", "Blue", "Green")]
    colour = product.options.create(display_name="Colour", type="dropdown", option_values=values)
    red, blue, green = colour.option_values
    made = [
        product.variants.create(
            sku=f"MUG-{value.label}", option_values=[{"id": value.id, "option_id": colour.id}]
        )
        for value in (red, blue)
    ]
    made[0].price = Decimal("14.5")
    stage.session.commit()
    for item in made:
        item.purchasing_disabled = True
    stage.session.commit()
    assert made[0].upload_image(PICTURE, "red.png")
    listed = ProductVariant.objects.filter(sku="MUG-Red")
    assert [item.product_id for item in listed] == [product.id]
    row = {"sku": "MUG-Green", "option_values": [{"id": green.id, "option_id": colour.id}]}
    _exercise(stage, product.variants, ProductVariant, {"upc": "123456"}, **row)


@covers(VARIANTS)
def variant_metafields(stage: Stage) -> None:
    exercise_metafields(stage, VariantMetafield, ProductVariant.objects.all()[:2])


@covers(BRANDS)
def brands(stage: Stage) -> None:
    made = Brand.objects.create(name="Kiln")
    made.page_title = "Kiln"
    stage.session.commit()
    assert Brand.objects.get(id=made.id) is made
    assert [item.name for item in Brand.objects.filter(name__icontains="kil")] == ["Kiln"]
    assert made.upload_image(PICTURE, "kiln.png")
    made.delete_image()
    Brand.objects.create(name="Ash")
    Brand.delete_matching(name="Ash")
    made.delete()


@covers(BRANDS)
def brand_metafields(stage: Stage) -> None:
    exercise_metafields(stage, BrandMetafield, Brand.objects.all()[:2])


@covers(CATEGORIES)
def categories(stage: Stage) -> None:
    made = Category.objects.create(name="Cups", parent_id=0)
    made.description = "For tea"
    stage.session.commit()
    assert Category.objects.get(id=made.id) is made
    assert [item.name for item in Category.objects.filter(name="Cups")] == ["Cups"]
    assert made.upload_image(PICTURE, "cups.png")
    made.delete_image()
    product = _product(categories=[made.id])
    place = made.product_sort_orders[0]
    assert place.product_id == product.id
    place.sort_order = 4
    stage.session.commit()
    others = [Category.objects.create(name=name, parent_id=0) for name in ("Plates", "Bowls")]
    assert Category.objects.filter(id__in=[item.id for item in others]).delete()[0] == 2
    made.delete()


@covers(CATEGORIES)
def category_metafields(stage: Stage) -> None:
    exercise_metafields(stage, CategoryMetafield, Category.objects.all()[:2])


@covers(TREES)
def trees(stage: Stage) -> None:
    tree = CategoryTree.objects.create(name="Kiosk", channels=[2])
    tree.name = "Booth"
    stage.session.commit()
    assert "Booth" in [item.name for item in CategoryTree.objects.all()]
    made = TreeCategory.objects.create(tree_id=tree.id, parent_id=0, name="Cups")
    made.description = "For tea"
    stage.session.commit()
    found = TreeCategory.objects.filter(tree_id__in=[tree.id])
    assert [item.category_id for item in found] == [made.category_id]
    assert [node.name for node in tree.nodes] == ["Cups"]
    made.delete()
    tree.delete()
