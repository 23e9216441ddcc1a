"""The sample customers: groups, people, addresses, attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.domains.customers import tables as customers
from bcorm.emulator.domains.customers.accounts import seal
from bcorm.emulator.sample import words
from bcorm.emulator.sample.catalog import OPENING
from bcorm.emulator.timestamps import sql_style, zulu_style

if TYPE_CHECKING:
    import random

    from bcorm.emulator.resource import Doc
    from bcorm.emulator.sample.shelf import Shelf

CUSTOMERS = 100
_DAY = 86_400
GROUPS = (("Retail", "0.0000"), ("Wholesale", "15.0000"), ("Staff", "30.0000"))


def fill_customers(shelf: Shelf, chance: random.Random) -> None:
    """Put the sample customers on the shelf."""
    opened = sql_style(OPENING)
    for position, (name, discount) in enumerate(GROUPS):
        rule = {"type": "all", "method": "percent", "amount": discount}
        shelf.add(
            customers.GROUP,
            None,
            {
                "name": name,
                "is_default": position == 0,
                "category_access": {"type": "all"},
                "discount_rules": [rule] if position else [],
                "date_created": opened,
                "date_modified": opened,
            },
        )
    for name, kind in (("Birthday", "date"), ("Loyalty number", "string"), ("Visits", "number")):
        moment = zulu_style(OPENING)
        shelf.add(
            customers.ATTRIBUTE,
            None,
            {"name": name, "type": kind, "date_created": moment, "date_modified": moment},
        )
    for number in range(CUSTOMERS):
        _customer(shelf, chance, number)


def _customer(shelf: Shelf, chance: random.Random, number: int) -> None:
    first = words.FIRST_NAMES[number % len(words.FIRST_NAMES)]
    last = words.LAST_NAMES[(number * 7 + number // 25) % len(words.LAST_NAMES)]
    joined = OPENING + number * 9 * _DAY + chance.randrange(_DAY)
    company = chance.choice(words.COMPANIES)
    doc = shelf.add(
        customers.CUSTOMER,
        None,
        {
            "authentication": {"force_password_reset": False},
            "company": company,
            "customer_group_id": number % 4 if number % 4 < 3 else 0,
            "email": f"{first}.{last}.{number + 1}@example.com".lower().replace("ö", "o"),
            "first_name": first,
            "last_name": last,
            "notes": "Prefers mail." if number % 11 == 0 else "",
            "phone": f"512-555-{number:04d}",
            "date_created": zulu_style(joined),
            "date_modified": zulu_style(joined + chance.randrange(300) * _DAY // 2),
            "accepts_product_review_abandoned_cart_emails": number % 3 == 0,
        },
        private={"password": seal(f"password-{number + 1}"), "credit": number % 5 * 5},
    )
    for position in range(1 + number % 3):
        _address(shelf, chance, doc, position)
    if number % 4 == 0:
        shelf.add(
            customers.ATTRIBUTE_VALUE,
            doc["id"],
            {
                "customer_id": doc["id"],
                "attribute_id": 2,
                "attribute_value": f"L-{number:05d}",
                "date_created": doc["date_created"],
                "date_modified": doc["date_created"],
            },
        )


def _address(shelf: Shelf, chance: random.Random, customer: Doc, position: int) -> None:
    city, state, zip_code = chance.choice(words.CITIES)
    shelf.add(
        customers.ADDRESS,
        customer["id"],
        {
            "address1": f"{chance.randrange(1, 900)} {chance.choice(words.STREETS)}",
            "address2": f"Apt {position}" if position else "",
            "city": city,
            "company": customer["company"],
            "country": "United States",
            "country_code": "US",
            "customer_id": customer["id"],
            "first_name": customer["first_name"],
            "last_name": customer["last_name"],
            "phone": customer["phone"],
            "postal_code": zip_code,
            "state_or_province": state,
        },
    )
