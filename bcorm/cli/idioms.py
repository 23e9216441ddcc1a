"""The idioms that `bcorm migrate check` knows, and the native line of each call.

Data of `bcorm.cli.migrate`: what to look at, and what bcorm calls the official client's resources.
"""

from __future__ import annotations

import ast

import attrs

# A resource of the official client: bcorm's class, and the key of its parent.
RESOURCES: dict[str, tuple[str, str]] = {
    "Banners": ("Banner", ""),
    "BlogPosts": ("BlogPost", ""),
    "Brands": ("Brand", ""),
    "Categories": ("Category", ""),
    "Countries": ("Country", ""),
    "CountryStates": ("State", "country_id"),
    "Coupons": ("Coupon", ""),
    "Currencies": ("Currency", ""),
    "CustomerAddresses": ("CustomerAddress", "customer_id"),
    "CustomerGroups": ("CustomerGroup", ""),
    "Customers": ("Customer", ""),
    "GiftCertificates": ("GiftCertificate", ""),
    "GoogleProductSearchMappings": ("", "product_id"),
    "OptionSetOptions": ("OptionSetOption", "option_set_id"),
    "OptionSets": ("OptionSet", ""),
    "OptionValues": ("OptionValue", "option_id"),
    "Options": ("Option", ""),
    "OrderCoupons": ("OrderCoupon", "order_id"),
    "OrderMessages": ("OrderMessage", "order_id"),
    "OrderProducts": ("OrderProduct", "order_id"),
    "OrderShipments": ("OrderShipment", "order_id"),
    "OrderShippingAddresses": ("OrderShippingAddress", "order_id"),
    "OrderStatuses": ("OrderStatus", ""),
    "OrderTaxes": ("OrderTax", "order_id"),
    "Orders": ("Order", ""),
    "Pages": ("Page", ""),
    "PaymentMethods": ("PaymentMethod", ""),
    "ProductConfigurableFields": ("v2.ConfigurableField", "product_id"),
    "ProductCustomFields": ("ProductCustomField", "product_id"),
    "ProductDiscountRules": ("BulkPricingRule", "product_id"),
    "ProductImages": ("ProductImage", "product_id"),
    "ProductOptions": ("ProductOption", "product_id"),
    "ProductReviews": ("ProductReview", "product_id"),
    "ProductRules": ("ComplexRule", "product_id"),
    "ProductSkus": ("ProductVariant", "product_id"),
    "ProductVideos": ("ProductVideo", "product_id"),
    "Products": ("Product", ""),
    "Redirects": ("Redirect", ""),
    "ShippingMethods": ("ShippingMethod", ""),
    "Store": ("Store", ""),
    "TaxClasses": ("TaxClass", ""),
    "Time": ("StoreTime", ""),
    "Webhooks": ("Webhook", ""),
}


@attrs.frozen
class Idiom:
    """A way of writing that behaves otherwise, or that has a native counterpart.

    Attributes:
        name: What it is called in the report.
        says: What to look at.
        native: The line of bcorm's own; `{query}` is the query that the value came from.
    """

    name: str
    says: str
    native: str


_IDIOMS = (
    Idiom(
        "emptiness-by-truth",
        "an empty listing is false here and true in the official client: the branch for nothing is"
        " taken now",
        "if {query}.exists():",
    ),
    Idiom(
        "emptiness-by-length",
        "the length of an empty listing is 0 here and 1 in the official client",
        "{query}.count()",
    ),
    Idiom(
        "emptiness-by-type",
        "goes on working: an empty listing is no list; a queryset is none either",
        "if {query}.exists():",
    ),
    Idiom(
        "emptiness-by-exception",
        "goes on working: [0] of an empty listing raises what is a KeyError, and now an IndexError"
        " too",
        "found = {query}.first()  # None if there is none",
    ),
    Idiom(
        "emptiness-by-comparison",
        "an empty listing equals {} here and nothing at all in the official client",
        "if not {query}.exists():",
    ),
    Idiom(
        "emptiness-by-attribute",
        "goes on working: an empty listing has no fields; its keys hold no _connection any more",
        "found = {query}.first()  # None if there is none",
    ),
    Idiom(
        "connection-among-fields",
        "the connection is found as ['_connection'] on the object, and in no dict, list, JSON or"
        " pickle made of it: give pop() a default there",
        "row.to_dict()",
    ),
    Idiom(
        "vars-of-object",
        "vars() holds the fields, without the connection that the official client has among them",
        "row.to_dict()",
    ),
    Idiom(
        "pickled-object",
        "an object comes out of a pickle, or in another process, without its connection and cannot"
        " update() or delete(); an api or a connection is not pickled at all",
        "bcorm.parallel.map(function, {query})",
    ),
    Idiom(
        "get-of-object",
        "get() of an object is no dict.get(): it sends a GET for another object",
        'row.name, or getattr(row, "name", None)',
    ),
    Idiom(
        "object-equality",
        "an object equals a dict of the same fields here, and never does in the official client",
        "row.id == other.id",
    ),
    Idiom(
        "boolean-filter",
        "a boolean is sent as true or false, which the API understands, and not as True or False",
        "{query}",
    ),
    Idiom(
        "none-filter",
        "a filter that is None is left out, so that every row comes; the official client sends"
        " 'None'",
        "{query}",
    ),
    Idiom(
        "list-filter",
        "a list is sent with commas, as the API understands it, and not as Python writes it",
        "{query}",
    ),
    Idiom(
        "recursion-over-pages",
        "ends as before, where a page is no list; a queryset pages by itself",
        "for row in {query}:",
    ),
    Idiom(
        "loop-over-pages",
        "look at how it ends: an empty page is false here, and no list; a queryset pages by itself",
        "for row in {query}:",
    ),
    Idiom(
        "private-name",
        "is there with the same arguments, and is nobody's promise; a session of your own follows"
        " redirects and sends the token along",
        "session.client.get(path), .post(path, json=...)",
    ),
    Idiom(
        "module-by-name",
        "finds bcorm's modules after bcorm.compat.install() only",
        "bcorm.compat.install()",
    ),
    Idiom(
        "import-before-install",
        "install() comes too late for names that were imported before it",
        "bcorm.compat.install()  # the first line",
    ),
    Idiom(
        "installed-version",
        "asks for the package bigcommerce, which install() does not need",
        "bcorm.__version__",
    ),
    Idiom(
        "redirect-elsewhere",
        "a login token takes a path of the store, as the API documents; an address is refused",
        "CustomerLogin(customer_id, store_hash, redirect_to='/cart.php')",
    ),
)
IDIOMS = {idiom.name: idiom for idiom in _IDIOMS}


def resource_of(call: ast.Call) -> ast.Attribute | ast.Name | None:
    """The `api.Orders` of `api.Orders.all()`."""
    method = call.func
    if not isinstance(method, ast.Attribute):
        return None
    if method.attr not in {"all", "iterall", "get", "create", "count", "delete_all"}:
        return None
    found = method.value
    name = getattr(found, "attr", getattr(found, "id", ""))
    if name in RESOURCES and isinstance(found, ast.Attribute | ast.Name):
        return found
    return None


def native_line(call: ast.Call) -> str:
    """The native line for a call of a resource; empty for any other call."""
    resource = resource_of(call)
    if resource is None or not isinstance(call.func, ast.Attribute):
        return ""
    model, parent = RESOURCES[resource.attr if isinstance(resource, ast.Attribute) else resource.id]
    if not model:
        return "session.client.get(f'v2/products/{product_id}/googleproductsearch').data"
    method = call.func.attr
    arguments = [ast.unparse(argument) for argument in call.args]
    keywords = {word.arg: ast.unparse(word.value) for word in call.keywords if word.arg}
    keywords.pop("connection", None)
    if method == "create":
        fields = [f"{name}={value}" for name, value in keywords.items()]
        owner = [f"{parent}={arguments[0]}"] if parent and arguments else []
        return f"{model}.objects.create({', '.join([*owner, *fields])})"
    if method == "get" and not parent:
        return f"session.get({model}, {arguments[0] if arguments else 'id'})"
    if method == "delete_all":
        return f"{_query(model, parent, arguments, {})}.delete(everything=True)"
    if method == "get" and len(arguments) > 1:
        return f"{model}.objects.get({parent}={arguments[0]}, id={arguments[1]})"
    query = _query(model, parent, arguments, keywords)
    return {"count": f"{query}.count()", "iterall": f"{query}.iterator()"}.get(method, query)


def _query(model: str, parent: str, arguments: list[str], keywords: dict[str, str]) -> str:
    lookups = [f"{parent}={arguments[0]}"] if parent and arguments else []
    for name, value in keywords.items():
        if name in {"page", "limit", "sort", "direction"}:
            continue
        lookups.append(f"{_lookup(name)}={value}")
    return f"{model}.objects." + (f"filter({', '.join(lookups)})" if lookups else "all()")


def _lookup(name: str) -> str:
    """A filter of V2 as bcorm writes it: `min_price` is `price__gte`."""
    for prefix, lookup in (("min_", "gte"), ("max_", "lte")):
        if name.startswith(prefix):
            return f"{name.removeprefix(prefix)}__{lookup}"
    return name
