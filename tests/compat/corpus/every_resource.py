"""A back office in one script: each resource of the official client does its part."""

import datetime
import logging

import bigcommerce
import bigcommerce.api
from bigcommerce.connection import log
from bigcommerce.exception import ClientRequestException

logging.getLogger("bigcommerce.connection").setLevel(logging.WARNING)


def safely(call, *args, **fields):
    """What a call gives, or the status that it fails with."""
    try:
        return call(*args, **fields)
    except ClientRequestException as error:
        return {"status": error.status_code}


def ids(rows):
    if not isinstance(rows, list):
        return []
    return [row.id for row in rows]


def the_store(api):
    store = api.Store.all()
    clock = datetime.datetime.fromtimestamp(api.Time.all()["time"], datetime.timezone.utc)
    return {
        "name": store["name"],
        "currency": store.currency,
        "year": clock.year > 2000,
        "currencies": [row["currency_code"] for row in api.Currencies.all()],
        "payments": [row["code"] for row in api.PaymentMethods.all()],
        "shipping": safely(lambda: len(api.ShippingMethods.all()) > 0),
        "taxes": [row["name"] for row in api.TaxClasses.all()],
        "statuses": len(api.OrderStatuses.all()),
    }


def places(api):
    country = api.Countries.all(country_iso2="US")[0]
    states = country.states()
    return {
        "countries": api.Countries.count() > 100,
        "country": country["country"],
        "first": api.CountryStates.get(country.id, states[0].id).state,
        "counted": api.CountryStates.count(country.id) > 40,
    }


def catalog(api):
    category = api.Categories.create(name="Back office", parent_id=0)
    brand = api.Brands.create(name="Office Brand")
    option = api.Options.create(name="Office color", type="RB")
    value = api.OptionValues.create(option.id, label="Red", value="red", sort_order=1)
    option_set = api.OptionSets.create(name="Office colors")
    chosen = api.OptionSetOptions.create(option_set.id, option_id=option.id)
    product = api.Products.create(
        name="Office lamp",
        type="physical",
        price="19.00",
        weight="2",
        categories=[category.id],
        brand_id=brand.id,
        availability="available",
    )
    sku = api.ProductSkus.all(limit=1)[0]
    field = api.ProductCustomFields.create(product.id, name="Watts", text="40")
    image = api.ProductImages.create(
        product.id, image_file="https://cdn.example.com/lamp.jpg", is_thumbnail=True
    )
    video = safely(api.ProductVideos.create, product.id, url="https://youtu.be/4wZ3ZG_Wams")
    review = safely(
        api.ProductReviews.create,
        product.id,
        author="Ann",
        title="Bright",
        review="Very bright.",
        rating=5,
        status=1,
        date_created="Tue, 20 Nov 2012 00:00:00 +0000",
    )
    rule = safely(
        api.ProductRules.create,
        product.id,
        is_enabled=True,
        price_adjuster={"adjuster": "relative", "adjuster_value": 2},
        conditions=[{"product_option_id": None, "option_value_id": None, "sku_id": sku.id}],
    )
    discount = safely(
        api.ProductDiscountRules.create, product.id, min=2, max=9, type="price", type_value="1"
    )
    found = {
        "sku": api.ProductSkus.all(sku=sku["sku"])[0].product_id == sku.product_id,
        "of product": api.ProductSkus.get(sku.product_id, sku.id).sku == sku.sku,
        "field": api.ProductCustomFields.get(product.id, field.id).text,
        "images": ids(product.images()) == [image.id],
        "videos": len(ids(product.videos())),
        "reviews": len(ids(product.reviews())),
        "rules": len(ids(product.rules())),
        "discounts": len(ids(product.discount_rules())),
        "made": [type(one).__name__ for one in (video, review, rule, discount)],
        "options": ids(api.ProductOptions.all(product.id)),
        "configurable": ids(api.ProductConfigurableFields.all(product.id)),
        "google": safely(lambda: ids(api.GoogleProductSearchMappings.all(product.id))),
        "value": option.values(value.id).label,
        "chosen": option_set.options(chosen.id).option_id == option.id,
    }
    found["sold"] = sku.update(inventory_level=2)["inventory_level"]
    product.delete()
    option_set.delete()
    option.delete()
    brand.delete()
    category.delete()
    return found


def customers(api):
    group = api.CustomerGroups.create(name="Office")
    customer = api.Customers.create(
        first_name="Ann", last_name="Office", email="ann@office.example.com"
    )
    customer = customer.update(customer_group_id=group.id)
    address = api.CustomerAddresses.create(
        customer.id,
        first_name="Ann",
        last_name="Office",
        street_1="1 Way",
        city="Austin",
        state="Texas",
        zip="78701",
        country="United States",
        phone="1",
    )
    found = {
        "group": customer.customer_group_id == group.id,
        "city": customer.addresses(address.id).city,
        "addresses": api.CustomerAddresses.count(customer.id),
        "listed": ids(api.Customers.all(email="ann@office.example.com")) == [customer.id],
    }
    customer.delete()
    group.delete()
    return found


def orders(api):
    order = api.Orders.all(limit=1, sort="id:desc")[0]
    lines = api.OrderProducts.all(order.id)
    address = api.OrderShippingAddresses.all(order.id)[0]
    shipment = safely(
        api.OrderShipments.create,
        order.id,
        order_address_id=address.id,
        tracking_number="T-1",
        items=[{"order_product_id": lines[0].id, "quantity": 1}],
    )
    return {
        "lines": ids(lines) == ids(order.products()),
        "city": address["city"],
        "shipment": type(shipment).__name__,
        "coupons": len(ids(api.OrderCoupons.all(order.id))),
        "messages": len(ids(api.OrderMessages.all(order.id))),
        "taxes": len(ids(api.OrderTaxes.all(order.id))),
        "status": api.Orders.get(order.id).update(status_id=11).status,
    }


def marketing(api):
    coupon = api.Coupons.create(
        name="Office",
        code="OFFICE",
        type="percentage_discount",
        amount="5",
        applies_to={"entity": "categories", "ids": [0]},
    )
    banner = api.Banners.create(
        name="Office",
        content="<p>Office</p>",
        page="home_page",
        location="top",
        date_type="always",
        visible="1",
    )
    gift = api.GiftCertificates.create(
        to_name="Ann",
        to_email="ann@office.example.com",
        from_name="Bob",
        from_email="bob@office.example.com",
        amount="10",
        code="OFFICE-GIFT",
    )
    found = [coupon.code, banner.name, gift["to_name"]]
    for one in (coupon, banner, gift):
        one.delete()
    return found


def content(api):
    post = api.BlogPosts.create(title="Office news", body="<p>Lamps</p>")
    page = api.Pages.create(type="page", name="Office", body="<p>We</p>")
    redirect = api.Redirects.create(path="/lamp/", forward={"type": "manual", "ref": "/lamps/"})
    hook = api.Webhooks.create(
        scope="store/order/*", destination="https://office.example.com/hook", is_active=True
    )
    found = [
        post.update(title="News", body="<p>Lamps</p>").title,
        page.name,
        redirect["path"],
        hook.scope,
    ]
    for one in (post, page, redirect, hook):
        one.delete()
    return found


def main(step, account):
    api = bigcommerce.api.BigcommerceApi(**account)
    log.debug("the day begins")
    for work in (the_store, places, catalog, customers, orders, marketing, content):
        step(work.__name__, lambda work=work: work(api))
