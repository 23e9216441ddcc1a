"""A catalogue: SKUs with option sets, stock by SKU, brands and categories that exist already."""

from bigcommerce.api import BigcommerceApi
from bigcommerce.exception import ClientRequestException
from bigcommerce.resources import Products

SHIRT = {
    "name": "Shirt",
    "type": "physical",
    "price": "12.50",
    "weight": "0.4",
    "availability": "available",
}


def brand_named(api, name):
    """What importers do: look first, create if there is none."""
    found = api.Brands.all(name=name)
    if not isinstance(found, list):
        return api.Brands.create(name=name)
    return found[0]


def is_new(api, sku):
    """An importer's way to ask whether a SKU exists."""
    return type(api.ProductSkus.all(sku=sku)) is not list


def create_skus(api, step, category):
    size = step("option", lambda: api.Options.create(name="Shirt size", type="RB"))
    for label in ("S", "M", "L"):
        step(f"value {label}", lambda label=label: api.OptionValues.create(
            size.id, label=label, value=label.lower(), sort_order=1))  # fmt: skip
    step("values", size.values)
    group = step("set", lambda: api.OptionSets.create(name="Shirts"))
    step("set option", lambda: api.OptionSetOptions.create(group.id, option_id=size.id))
    step("set's options", lambda: [one["option_id"] for one in group.options()])
    shirt = step("product", lambda: api.Products.create(
        **SHIRT, categories=[category], option_set_id=group.id))  # fmt: skip
    options = step("product's options", shirt.options)
    step("options are a list", lambda: isinstance(options, list))
    values = {value.label: value.id for value in size.values()}
    for number, label in enumerate("SML"):
        sku = f"SHIRT-{label}"
        chosen = [{"product_option_id": option.id, "option_value_id": values[label]}
                  for option in options if isinstance(options, list)]  # fmt: skip
        step(f"{sku} is new", lambda sku=sku: is_new(api, sku))
        step(f"create {sku}", lambda sku=sku, number=number, chosen=chosen: (
            api.ProductSkus.create(shirt.id, sku=sku, inventory_level=number, options=chosen)))  # fmt: skip
    step("skus", lambda: [sku["sku"] for sku in shirt.skus() if sku != "_connection"])
    step("count skus", lambda: api.ProductSkus.count(shirt.id))
    return shirt


def sync_stock(api, step, levels):
    for sku, level in levels.items():
        found = step(f"find {sku}", lambda sku=sku: api.ProductSkus.all(sku=sku))
        step(f"{sku} found", lambda found=found: bool(found) and isinstance(found, list))
        if isinstance(found, list):
            step(f"set {sku}", lambda found=found, level=level: found[0].update(
                inventory_level=level).inventory_level)  # fmt: skip


def read_parts(api, step, product):
    parts = (
        "images options reviews skus videos custom_fields discount_rules rules"
        " configurable_fields google_mappings"
    )
    for part in parts.split():
        found = step(part, getattr(product, part))
        if isinstance(found, list):
            step(f"one of {part}", lambda part=part, found=found: getattr(product, part)(
                found[0].id))  # fmt: skip


def main(step, account):
    api = BigcommerceApi(**account)
    page = step("a page", lambda: api.Products.all(limit=3, page=2))
    step("kinds", lambda: (type(page), isinstance(page[0], Products), isinstance(page[0], dict)))
    step("filters", lambda: api.Products.all(min_price="100", max_price="120", is_visible="true"))
    step("count", api.Products.count)
    step("filtered count", lambda: api.Products.count(is_featured=1))
    step("names of all", lambda: [product.name for product in api.Products.iterall()])
    step("one page of them", lambda: [p.id for p in api.Products.iterall(limit=5, page=2)])
    product = step("get", lambda: api.Products.get(page[0].id))
    step("dots", lambda: (product.name, product["sku"], product.get is not None))
    step("links are methods", lambda: ("images" in product, callable(product.images)))
    step("fields", lambda: sorted(name for name in vars(product) if name[0] != "_"))
    step("update", lambda: product.update(price="12.3400", is_visible=False))
    step("as it was", lambda: product.price)
    step("include", lambda: api.Products.get(page[0].id, include="@summary"))
    for name in ("Acme", "Acme", "Best"):
        step(f"brand {name}", lambda name=name: brand_named(api, name))
    step("brand twice", lambda: api.Brands.create(name="Acme"))
    category = step("category", lambda: api.Categories.create(name="Shirts", parent_id=0))
    step("category twice", lambda: api.Categories.create(name="Shirts", parent_id=0))
    step("rename", lambda: category.update(name="Tops").name)
    shirt = create_skus(api, step, category.id)
    sync_stock(api, step, {"SHIRT-S": 7, "SHIRT-L": 9, "NOWHERE": 1})
    read_parts(api, step, next(p for p in api.Products.iterall() if p.option_set_id or p.id > 80))
    field = step("field", lambda: api.ProductCustomFields.create(shirt.id, name="a", text="b"))
    step("change field", lambda: field.update(text="c"))
    step("field's parent", field.parent_id)
    step("delete field", field.delete)
    step("no fields", lambda: list(shirt.custom_fields()))
    rule = step("discount", lambda: api.ProductDiscountRules.create(
        shirt.id, min=2, max=5, type="price", type_value="1.00"))  # fmt: skip
    step("discounts", shirt.discount_rules)
    step("delete discount", lambda: rule.delete())
    step("delete skus", lambda: api.ProductSkus.delete_all(shirt.id))
    step("delete", shirt.delete)
    step("gone", lambda: api.Products.get(shirt.id))
    step("delete again", shirt.delete)
    step("required", lambda: api.Products.create(name="x"))
    try:
        api.Products.get(999_999)
    except ClientRequestException as error:
        shown = (error.status_code, error.content, str(error))
        step("error", lambda: shown)
