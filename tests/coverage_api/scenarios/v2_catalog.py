"""Scenarios of the V2 catalog (`v2_catalog.json`)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coverage_api.stage import covers

from bcorm import Option, OptionSet, OptionSetOption, OptionValue, v2
from bcorm.resources.v2.product_parts import RuleAdjuster, RuleCondition, SkuOption

if TYPE_CHECKING:
    from coverage_api.stage import Stage

SPEC = "v2_catalog.json"


def _product(**values: Any) -> v2.Product:
    required = {
        "name": "Blue mug",
        "type": "physical",
        "price": Decimal("12.5"),
        "weight": Decimal("0.4"),
        "categories": [v2.Category.objects.all()[0].id],
        "availability": "available",
    }
    return v2.Product.objects.create(**{**required, **values})


def _exercise(stage: Stage, rows: Any, model: Any, change: dict[str, Any], **values: Any) -> None:
    """Create, read, list, count, change and delete one row, then delete all."""
    made = rows.create(**values)
    for name, value in change.items():
        setattr(made, name, value)
    stage.session.commit()
    path = {name: getattr(made, name) for name in model.endpoint.placeholders}
    stage.session.expunge(made)
    found = model.objects.get(id=made.id, **path)
    for name, value in change.items():
        assert getattr(found, name) == value
    assert made.id in [item.id for item in model.objects.filter(**path)]
    if hasattr(model, "count_all"):
        assert model.count_all(session=stage.session) > 0
    found.delete()
    rows.create(**values)
    rows.all().delete(everything=True)


@covers(SPEC)
def products(stage: Stage) -> None:
    made = _product()
    made.is_visible = True
    stage.session.commit()
    assert v2.Product.objects.get(id=made.id) is made
    assert [item.name for item in v2.Product.objects.filter(name="Blue mug")] == ["Blue mug"]
    assert v2.Product.objects.filter(is_visible=True).count() > 1
    made.delete()
    v2.Product.objects.delete(everything=True)


@covers(SPEC)
def product_parts(stage: Stage) -> None:
    product = _product()
    image = {"image_file": "https://example.com/mug.jpg"}
    _exercise(stage, product.images, v2.ProductImage, {"sort_order": 2}, **image)
    video = {"url": "https://www.youtube.com/watch?v=4wZ3ZG_Wams"}
    _exercise(stage, product.videos, v2.ProductVideo, {"name": "How it is made"}, **video)
    text = {"name": "Material", "text": "Stoneware"}
    _exercise(stage, product.custom_fields, v2.ProductCustomField, {"text": "Clay"}, **text)
    review = {"title": "Good", "author": "Ann", "review": "Very.", "rating": 5}
    _exercise(stage, product.reviews, v2.ProductReview, {"rating": 4}, **review)
    discount = {"min": 5, "max": 9, "type": "percent", "type_value": Decimal(5)}
    _exercise(stage, product.discount_rules, v2.DiscountRule, {"max": 8}, **discount)


@covers(SPEC)
def configurable_fields(stage: Stage) -> None:
    first, second = list(v2.ConfigurableField.objects.filter(product_id=77))
    path = {"product_id": 77}
    assert v2.ConfigurableField.objects.get(id=first.id, **path) is first
    assert v2.ConfigurableField.count_all(session=stage.session) == 2
    first.delete()
    second.product.configurable_fields.all().delete(everything=True)


@covers(SPEC)
def other_resources(stage: Stage) -> None:
    assert "shipping_perorder" in [item.method_name for item in v2.ShippingMethod.objects.all()]
    made = v2.Webhook.objects.create(
        scope="store/order/created", destination="https://example.com/hooks"
    )
    made.is_active = False
    stage.session.commit()
    assert v2.Webhook.objects.get(id=made.id) is made
    assert made.id in [item.id for item in v2.Webhook.objects.all()]
    made.delete()


@covers(SPEC)
def skus_and_rules(stage: Stage) -> None:
    listed = v2.Product.objects.filter(is_visible=True)
    product = next(item for item in listed if item.skus.exists() and item.options.exists())
    option = product.options[0]
    assert v2.ProductOption.objects.get(product_id=product.id, id=option.id) is option
    sku = product.skus[0]
    choices = [
        SkuOption(product_option_id=item.product_option_id, option_value_id=item.option_value_id)
        for item in sku.options
    ]
    assert v2.ProductSku.objects.get(product_id=product.id, id=sku.id).sku == sku.sku
    sku.price = Decimal(3)
    condition = RuleCondition(
        product_option_id=sku.options[0].product_option_id,
        option_value_id=sku.options[0].option_value_id,
    )
    rule = {
        "price_adjuster": RuleAdjuster(adjuster="relative", adjuster_value=Decimal(2)),
        "conditions": [condition],
    }
    _exercise(stage, product.rules, v2.ProductRule, {"is_enabled": False}, **rule)
    assert v2.ProductSku.count_all(session=stage.session) > 1
    values = {"sku": "ANOTHER", "options": choices}
    sku.delete()
    product.skus.create(**values)
    product.skus.all().delete(everything=True)


@covers(SPEC)
def brands(stage: Stage) -> None:
    made = v2.Brand.objects.create(name="Kiln")
    made.page_title = "Kiln"
    stage.session.commit()
    assert v2.Brand.objects.get(id=made.id) is made
    assert [item.name for item in v2.Brand.objects.filter(name="Kiln")] == ["Kiln"]
    assert v2.Brand.objects.count() > 1
    made.delete()
    v2.Brand.objects.delete(everything=True)


@covers(SPEC)
def categories(stage: Stage) -> None:
    made = v2.Category.objects.create(name="Cups", parent_id=0)
    made.description = "For tea"
    stage.session.commit()
    assert v2.Category.objects.get(id=made.id) is made
    assert [item.name for item in v2.Category.objects.filter(name="Cups")] == ["Cups"]
    assert v2.Category.objects.count() > 1
    made.delete()
    v2.Category.objects.delete(everything=True)


@covers(SPEC)
def options(stage: Stage) -> None:
    made = Option.objects.create(name="Colour", type="S")
    made.display_name = "Which colour?"
    stage.session.commit()
    assert Option.objects.get(id=made.id) is made
    assert "Colour" in [item.name for item in Option.objects.all()]
    red = {"label": "Red", "value": "#f00"}
    _exercise(stage, made.values, OptionValue, {"sort_order": 3}, **red)
    group = OptionSet.objects.create(name="Mugs")
    group.name = "Mugs and cups"
    stage.session.commit()
    assert OptionSet.objects.get(id=group.id) is group
    assert [item.name for item in OptionSet.objects.filter(name="Mugs and cups")]
    assert OptionSet.objects.count() > 0
    member = {"option_id": made.id, "is_required": True}
    _exercise(stage, group.options, OptionSetOption, {"sort_order": 3}, **member)
    group.delete()
    OptionSet.objects.create(name="Plates")
    OptionSet.objects.delete(everything=True)
    made.delete()
    Option.objects.create(name="Size", type="S")
    Option.objects.delete(everything=True)
