"""What the declarations do differently from the specs on purpose: a pattern and a reason each.

A pattern matches the text of a difference as `tools.drift` prints it (`fnmatch`, with brackets
standing for themselves).
"""

from __future__ import annotations

_UNDECLARED = "the API shows it (examples and recordings), the schema forgot it"
_PICKED = "the row is found by it: to change it is to write another row"
_ONE_OF = "one of variant, product and SKU is enough"
_NEEDED = "the schema requires nothing, and all its examples have it"
_SESSION = "the session sends what it has read, and a stale one is refused"
_BACKORDERS = "documented since April 2026, in open beta, and not yet in the specs"
_SHARED = "one class serves the places where it is shown and where it is written"

EXCEPTIONS: tuple[tuple[str, str], ...] = (
    # What names a row: to change it is to write another one.
    ("ChannelListing.product_id: create_only: *", _PICKED),
    ("PriceRecord.sku: readonly: *", "`PriceRecordValues` names the variant by it"),
    ("OrderPickup.pickup_id: missing: *", "the id, as a batch of changes calls it"),
    ("*Stock*_id: required: *", _ONE_OF),
    ("*Stock*.sku: required: *", _ONE_OF),
    ("ProductImage.date_modified: readonly: *", "the API sets it"),
    ("ProductImage.image_file: readonly: *", "a file is sent as multipart, by `upload`"),
    ("CustomerAttributeValue.*_id: create_only: *", _PICKED),
    ("CustomerFormFieldValue.*_id: create_only: *", _PICKED),
    ("CustomerFormFieldValue.*_id: required: *", "a row has a customer or an address, not both"),
    # What the prose of the spec says beyond its schemas.
    ("CategoryTree.channels: create_only: *", "the text forbids channels on updates"),
    ("Customer.origin_channel_id: create_only: *", "the text calls it immutable"),
    ("Order.default_currency_code: create_only: *", "PUT calls it read-only"),
    ("Order.is_deleted: writable: *", "the text says that a PUT of true archives the order"),
    ("OrderShipment.items: writable: *", "taken; the text means its product_id by read-only"),
    ("OrderConsignments.pickups: writable: *", "written with a new order"),
    ("OrderProduct.*: required: *", "required for custom products only"),
    ("Redirect.*: create_only: *", _PICKED),
    ("CustomTemplateAssociation.*: create_only: *", _PICKED),
    ("CustomerFormFieldValue.name: create_only: *", _PICKED),
    ("Page.*: required: *", "which is required depends on the type"),
    ("OrderRefund.tax_adjustment_amount: required: *", "of one kind of refund only"),
    ("v2.Customer.*: required: *", "the endpoint's text requires name and e-mail"),
    ("v2.Customer.date_modified: readonly: *", "the API sets it"),
    ("v2.Redirect.url: writable: *", "its description calls something else read-only"),
    ("OrderProduct.name: max_length: *", "it is limited in POST /orders"),
    ("Location.*: required: *", "the schema writes its list beside the rows instead of in them"),
    ("Promotion.redemption_type: writable: *", "a draft requires it"),
    ("Promotion.status: writable: *", "only INVALID is for the API to say"),
    ("Promotion.coupon_type: create_only: *", "PUT forgot the schema of coupons altogether"),
    ("Checkout.customer_message: max_length: *", "its own operation has the limit"),
    ("Cart.version: readonly: *", _SESSION),
    ("Checkout.version: readonly: *", _SESSION),
    ("*Site.*: required: *", _NEEDED),
    ("SiteRoute.*: required: *", _NEEDED),
    ("CarrierConnection.connection: required: *", _NEEDED),
    # Lists.
    ("v2.Customer: paging: *", "it pages like every V2 list, the spec forgot the parameters"),
    ("AbandonedCartSettings.pagination: filter: *", "a slip: settings have no pages"),
    (
        "Product.categories: filter: *",
        "the text says that it misses products in several categories",
    ),
    ("ProductReview.status: filter: *", "it takes 0 and 1 where the field is a text"),
    # Operations without an OpenAPI file, which the old client serves.
    ("Option*: unknown operation: *", "global options are mentioned by the V2 catalog's pages"),
    ("v2.ConfigurableField: unknown operation: *", "a link of V2 products, documented nowhere"),
    ("v2.Webhook: unknown operation: *", "mentioned by the webhook guide"),
    ("v2.ShippingMethod: unknown operation: *", "the old list of all zones' methods"),
    # Types.
    ("*date*: type: spec string, declared datetime", "the text or the example is a date-time"),
    ("*_time: type: spec string*, declared datetime", "the example is a date-time"),
    ("OrderPickup.collected_at: type: *", "the text allows both forms of a date-time"),
    ("*created_at: type: spec string, declared datetime", "the example is a date-time"),
    ("CatalogSummary.lowest_variant_price: type: *", "an amount, beside two that are numbers"),
    ("StoreMetafield.id: type: *", "a number, as PUT and DELETE say"),
    ("Currency.token_location: enum: *", "the text names the two"),
    ("OrderTransaction.order_id: type: *", "the text form is the number of the order"),
    ("BulkPricingRule.amount: type: *", "the text form is the same number"),
    ("Coupon.applies_to.entity: enum: *", "the text names the two"),
    ("Coupon.restricted_to: type: *", "lists of countries and states, keyed by either"),
    ("CartMetafield.id: type: *", "a number, as PUT and DELETE say"),
    ("LocationMetafield.id: type: *", "a number, as the other metafields' ids"),
    ("ShippingMethod.settings: type: *", "what they are depends on the type of the method"),
    ("Location.address.country_code: enum: *", "PUT knows one country, POST all"),
    (
        "Checkout.cart.line_items.*_items[].*id: type: *",
        "the examples have texts, numbers and null",
    ),
    ("Checkout.*custom_fields[].field_value: type: *", "a text, a number or a list, by the field"),
    ("*Metafield.resource_type: enum: *", "one type for the metafields of all parents"),
    ("Order*Settings.meta: missing: *", "the envelope's, which stands beside the fields here"),
    ("*backorder*: extra: *", _BACKORDERS),
    # Fields that the schemas forgot, and fields of shared classes.
    ("Cart.redirect_urls: extra: *", "an include, with the shape that its own operation shows"),
    ("Checkout.cart.line_items.*: extra: *", _SHARED),
    ("Checkout.fees[].cost: extra: *", _SHARED),
    ("LocationItem.identity.sku_id: extra: *", "beside it in the other list of the same items"),
    ("Customer.shopper_profile_id: extra: *", _UNDECLARED),
    ("Customer.segment_ids: extra: *", _UNDECLARED),
    ("Customer.form_fields[].address_id: extra: *", _SHARED),
    ("Order.custom_status: extra: *", _UNDECLARED),
    ("Order.credit_card_type: extra: *", _UNDECLARED),
    ("OrderStatus.order: extra: *", _UNDECLARED),
    ("ProductVariant.map_price: extra: *", "products show and take it inside variants"),
    ("Order*.product_options[].*: extra: *", _SHARED),
    (
        "OrderConsignments.shipping[].shipping_quotes: missing: *",
        "a link; the quotes are a relation",
    ),
    ("ProductModifier.items: missing: *", "a slip of the schema: the body is not wrapped"),
)
