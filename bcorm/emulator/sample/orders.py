"""The sample orders, with what hangs under them, and the coupons they used."""

from __future__ import annotations

from collections import Counter
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from bcorm.emulator.domains.brands import tables as brands_tables
from bcorm.emulator.domains.customers import tables as customers
from bcorm.emulator.domains.marketing import tables as marketing
from bcorm.emulator.domains.options import tables as options_tables
from bcorm.emulator.domains.orders import lines as order_lines
from bcorm.emulator.domains.orders import parts
from bcorm.emulator.domains.orders import tables as orders
from bcorm.emulator.domains.orders.behaviour import STATUSES
from bcorm.emulator.domains.orders.payments import transaction
from bcorm.emulator.domains.orders.shipments import CARRIERS
from bcorm.emulator.domains.products import tables as products_tables
from bcorm.emulator.numerals import amount
from bcorm.emulator.sample import words
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.sample.shelf import defaults
from bcorm.emulator.timestamps import mail_style, offset_style

if TYPE_CHECKING:
    import random

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.sample.shelf import Shelf
    from bcorm.emulator.tables import Id

ORDERS = 300
FIRST_ORDER = 100
_CENT = Decimal("0.01")
_DAY = 86_400
_TAX = Decimal("0.0825")
_STATUS_CYCLE = (11, 2, 10, 1, 3, 10, 9, 2, 5, 10)
# The last orders, of a week or so: many of them wait for something to be sent.
_RECENT = 30
_RECENT_CYCLE = (2, 11, 10, 3, 11, 5, 1, 9, 11, 10)
# Business grows: the n-th order from the end is so many seconds times n squared ago.
_PACE = 1000
_COUPON_TYPES = (
    ("SPRING5", "Spring", "per_total_discount", "5.0000"),
    ("TENOFF", "Ten percent", "percentage_discount", "10.0000"),
    ("MUGS2", "Mug days", "per_item_discount", "2.0000"),
    ("SHIPFREE", "Free shipping", "free_shipping", "0.0000"),
    ("SHIP3", "Cheaper shipping", "shipping_discount", "3.0000"),
    ("WELCOME", "Welcome", "per_total_discount", "8.0000"),
)


def fill_orders(shelf: Shelf, chance: random.Random, day: int) -> None:
    """Put the sample coupons and orders on the shelf: ever more of them until `day`."""
    for position, (code, name, kind, value) in enumerate(_COUPON_TYPES):
        shelf.add(
            marketing.COUPON,
            None,
            {
                "name": name,
                "type": kind,
                "amount": value,
                "min_purchase": "25.0000" if position % 2 else "0.0000",
                "expires": "",
                "enabled": position != 5,
                "code": code,
                "applies_to": {"entity": "categories", "ids": [0]},
                "num_uses": 0,
                "max_uses": position * 100,
                "restricted_to": {"countries": "US"} if position == 4 else {},
                "date_created": mail_style(OPENING + position * _DAY),
            },
        )
    shop = _Shop(shelf)
    for number in range(ORDERS):
        _order(shelf, chance, shop, number, day)
    _count_sales(shelf)


class _Shop:
    """What orders are made of, looked up once."""

    def __init__(self, shelf: Shelf) -> None:
        brands = {doc["id"]: doc["name"] for doc in shelf.documents(brands_tables.BRAND)}
        self.products = [
            {**doc, "brand": brands.get(doc["brand_id"], "")}
            for doc in shelf.documents(products_tables.PRODUCT)
        ]
        self.variants: dict[Id, list[Doc]] = {}
        for doc in shelf.documents(options_tables.VARIANT):
            self.variants.setdefault(doc["product_id"], []).append(doc)
        self.addresses: dict[Id, Doc] = {}
        for doc in shelf.documents(customers.ADDRESS):
            self.addresses.setdefault(doc["customer_id"], doc)
        self.customers = shelf.documents(customers.CUSTOMER)
        self.coupons = shelf.documents(marketing.COUPON)


def _order(shelf: Shelf, chance: random.Random, shop: _Shop, number: int, last: int) -> None:
    customer = chance.choice(shop.customers)
    billing = _billing(shop, customer)
    placed = _moment(number, last, chance.randrange(_DAY))
    sent = min(placed + _DAY, last)
    cycle = _STATUS_CYCLE if number < ORDERS - _RECENT else _RECENT_CYCLE
    status = cycle[number % len(cycle)]
    taxed = billing["state"] == "Texas"
    shipping = Decimal(0) if number % 3 else Decimal("8.95")
    key = FIRST_ORDER + number
    doc = shelf.add(
        orders.ORDER,
        None,
        {
            "customer_id": customer["id"] if number % 9 else 0,
            "date_created": mail_style(placed),
            "date_modified": mail_style(min(placed + chance.randrange(5) * _DAY, last)),
            "date_shipped": mail_style(sent) if status in (2, 10) else "",
            "status_id": status,
            "status": STATUSES[status][0],
            "custom_status": STATUSES[status][0],
            "payment_method": "Credit Card" if number % 4 else "Manual",
            "payment_status": ("captured", "authorized")[status == 11] if number % 4 else "",
            "base_shipping_cost": amount(shipping),
            "shipping_cost_ex_tax": amount(shipping),
            "shipping_cost_inc_tax": amount(shipping),
            "ip_address": f"203.0.113.{number % 250}",
            "geoip_country": "United States",
            "geoip_country_iso2": "US",
            "order_source": "www",
            "billing_address": billing,
        },
        key,
    )
    address = _address(shelf, doc, billing, number)
    lines = [
        _line(shelf, chance, shop, doc, address, taxed=taxed) for _ in range(chance.randrange(1, 4))
    ]
    if status == 3 and len(lines) == 1 and lines[0]["quantity"] == 1:
        # Of one piece nothing can be left when a part of the order is on its way.
        price, included = (Decimal(lines[0][name]) for name in ("price_ex_tax", "price_inc_tax"))
        lines[0] |= order_lines.priced(lines[0], price, included, 2)
    if number % 6 == 0:
        _coupon(shelf, shop, doc, lines, number)
    fees = [_fee(shelf, doc)] if number % 15 == 0 else []
    if taxed:
        _tax(shelf, doc, address, lines)
    if status in (2, 3, 10):
        _shipment(shelf, chance, doc, address, lines=lines, sent=sent, partly=status == 3)
    if number % 12 == 0:
        _message(shelf, doc, number, sent)
    doc |= parts.totals(doc, lines, fees)
    doc |= {"shipping_address_count": 1, "order_is_digital": False}
    address |= {name: doc[name] for name in ("items_total", "items_shipped")}
    if number % 4:
        _payment(shelf, doc, placed)


def _count_sales(shelf: Shelf) -> None:
    """What nobody ordered was never sold, and the rest at least as often as it was ordered."""
    ordered: Counter[Id] = Counter()
    for line in shelf.documents(orders.LINE):
        ordered[line["product_id"]] += line["quantity"]
    for product in shelf.documents(products_tables.PRODUCT):
        number = ordered[product["id"]]
        product["total_sold"] = max(number, product["total_sold"]) if number else 0


def _moment(number: int, last: int, chance: int) -> int:
    """When an order was placed: after the one before it, and before the shop's last day."""
    left = ORDERS - number
    return last - left**2 * _PACE + chance * (2 * left - 1) * _PACE // _DAY


def _billing(shop: _Shop, customer: Doc) -> Doc:
    home = shop.addresses[customer["id"]]
    return {
        "first_name": customer["first_name"],
        "last_name": customer["last_name"],
        "company": customer["company"],
        "street_1": home["address1"],
        "street_2": home["address2"],
        "city": home["city"],
        "state": home["state_or_province"],
        "zip": home["postal_code"],
        "country": "United States",
        "country_iso2": "US",
        "phone": customer["phone"],
        "email": customer["email"],
        "form_fields": [],
    }


def _address(shelf: Shelf, order: Doc, billing: Doc, number: int) -> Doc:
    method = "Free Shipping" if number % 3 else "Flat Rate"
    source = {**billing, "shipping_method": method}
    cost = dict.fromkeys(
        ("base_cost", "cost_ex_tax", "cost_inc_tax"), order["shipping_cost_ex_tax"]
    )
    values = {**parts.new_address(0, order["id"], source, 0), **cost}
    values.pop("id")
    return shelf.add(orders.SHIPPING_ADDRESS, order["id"], values)


def _line(
    shelf: Shelf, chance: random.Random, shop: _Shop, order: Doc, address: Doc, *, taxed: bool
) -> Doc:
    product = chance.choice(shop.products)
    variant = chance.choice(shop.variants[product["id"]])
    price = Decimal(variant["calculated_price"])
    included = (price * (1 + _TAX)).quantize(_CENT, ROUND_HALF_UP) if taxed else price
    blank = order_lines.blank_line(0, order["id"], product, variant)
    blank |= {"order_address_id": address["id"]}
    values = order_lines.priced(blank, price, included, chance.randrange(1, 4))
    values.pop("id")
    doc = shelf.add(orders.LINE, order["id"], values)
    doc["product_options"] = order_lines.options_of(doc["id"], variant)
    return doc


def _coupon(shelf: Shelf, shop: _Shop, order: Doc, lines: list[Doc], number: int) -> None:
    coupon = shop.coupons[number // 6 % 2]
    subtotal = sum((Decimal(line["total_inc_tax"]) for line in lines), Decimal(0))
    value = Decimal(coupon["amount"])
    kind = 0 if coupon["type"] == "per_item_discount" else 1
    if coupon["type"] == "percentage_discount":
        value, kind = subtotal * value / 100, 1
    value = min(value, subtotal).quantize(_CENT, ROUND_HALF_UP)
    order["coupon_discount"] = amount(value)
    coupon["num_uses"] += 1
    shelf.add(
        orders.COUPON,
        order["id"],
        {
            "coupon_id": coupon["id"],
            "order_id": order["id"],
            "code": coupon["code"],
            "amount": coupon["amount"],
            "type": kind,
            "discount": value,
        },
    )
    left = value
    for line in lines:  # each bears its share, and the last one what is left
        total = Decimal(line["total_inc_tax"])
        share = (value * total / subtotal).quantize(_CENT, ROUND_DOWN) if subtotal else Decimal(0)
        share = left if line is lines[-1] else share
        left -= share
        line["discounted_total_inc_tax"] = amount(total - share)
        line["applied_discounts"] = [
            {
                "id": "total-coupon",
                "amount": amount(share),
                "name": coupon["name"],
                "code": coupon["code"],
                "target": "order",
            }
        ]


def _fee(shelf: Shelf, order: Doc) -> Doc:
    cost = dict.fromkeys(("base_cost", "cost_ex_tax", "cost_inc_tax"), "2.5000")
    return shelf.add(
        orders.FEE,
        order["id"],
        {
            "type": "custom_fee",
            "display_name_customer": "Package protection",
            "display_name_merchant": "Package protection",
            "source": "v2",
            **cost,
            "cost_tax": "0.0000",
            "tax_class_id": None,
        },
    )


def _tax(shelf: Shelf, order: Doc, address: Doc, lines: list[Doc]) -> None:
    for line in lines:
        shelf.add(
            orders.TAX,
            order["id"],
            {
                "order_id": order["id"],
                "order_address_id": address["id"],
                "tax_rate_id": 1,
                "sales_tax_id": "",
                "tax_class_id": 0,
                "name": "State Tax",
                "class": "Default Tax Class",
                "rate": "8.2500",
                "priority": 1,
                "priority_amount": line["total_tax"],
                "line_amount": line["total_tax"],
                "order_pickup_method_id": 0,
                "order_product_id": str(line["id"]),
                "line_item_type": "item",
            },
        )


def _shipment(
    shelf: Shelf,
    chance: random.Random,
    order: Doc,
    address: Doc,
    *,
    lines: list[Doc],
    sent: int,
    partly: bool,
) -> None:
    items = []
    for line in lines[:1] if partly else lines:
        count = 1 if partly else line["quantity"]
        line["quantity_shipped"] = count
        item = {"order_product_id": line["id"], "product_id": line["product_id"], "quantity": count}
        items.append(item)
    carrier = chance.choice(words.CARRIERS)
    shelf.add(
        orders.SHIPMENT,
        order["id"],
        {
            **defaults(orders.SHIPMENT.fields),
            "order_id": order["id"],
            "customer_id": order["customer_id"],
            "order_address_id": address["id"],
            "date_created": mail_style(sent),
            "tracking_number": f"TRK{order['id']:08d}",
            "shipping_method": address["shipping_method"],
            "shipping_provider": carrier,
            "tracking_carrier": carrier,
            "billing_address": order["billing_address"],
            "shipping_address": {name: address[name] for name in parts.NAMES},
            "items": items,
            "shipping_provider_display_name": CARRIERS[carrier],
            "generated_tracking_link": f"https://track.example.com/{order['id']}",
        },
    )


def _message(shelf: Shelf, order: Doc, number: int, sent: int) -> None:
    shelf.add(
        orders.MESSAGE,
        order["id"],
        {
            "order_id": order["id"],
            "staff_id": 0,
            "customer_id": order["customer_id"],
            "type": "customer",
            "subject": "When will it arrive?",
            "message": "I would like to know when my order arrives.",
            "status": "read" if number % 24 else "unread",
            "is_flagged": number % 36 == 0,
            "date_created": mail_style(sent),
            "customer": {"id": order["customer_id"]},
        },
    )


def _payment(shelf: Shelf, order: Doc, placed: int) -> None:
    event = "authorization" if order["payment_status"] == "authorized" else "purchase"
    total = Decimal(order["total_inc_tax"])
    values = transaction(0, order, event, total, offset_style(placed))
    values.pop("id")
    doc = shelf.add(orders.TRANSACTION, order["id"], values)
    doc["gateway_transaction_id"] = f"tx-{doc['id']}"
