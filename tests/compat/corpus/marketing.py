"""Marketing: coupons for a campaign, banners, gift certificates; and nothing, in all its forms."""

from bigcommerce.api import BigcommerceApi
from bigcommerce.resources import Banners, Coupons

COUPON = {
    "type": "percentage_discount",
    "amount": "5",
    "applies_to": {"entity": "categories", "ids": [0]},
}
CERTIFICATE = {
    "to_name": "Ann",
    "to_email": "ann@example.com",
    "from_name": "Bob",
    "from_email": "bob@example.com",
    "amount": "10",
    "code": "GIFT-1",
}
BANNER = {
    "name": "Sale",
    "content": "<p>Sale</p>",
    "page": "home_page",
    "location": "top",
    "date_type": "always",
    "visible": "1",
}


def forms_of_nothing(step, name, find, kind):
    """Each way in which programs tell that nothing was found."""
    forms = {
        "isinstance list": lambda rows: isinstance(rows, list),
        "type is list": lambda rows: type(rows) is list,
        "type is not list": lambda rows: type(rows) is not list,
        "isinstance dict": lambda rows: isinstance(rows, dict),
        "isinstance of the class": lambda rows: isinstance(rows, kind),
        "type is the class": lambda rows: type(rows) is kind,
        "class name": lambda rows: type(rows).__name__,
        "has id": lambda rows: hasattr(rows, "id"),
        "the id": lambda rows: rows.id,
        "by name": lambda rows: rows["id"],
        "the first": lambda rows: rows[0],
        "the last": lambda rows: rows[-1],
        "text": str,
        "is None": lambda rows: rows is None,
        "== []": lambda rows: rows == [],
        "len > 1": lambda rows: len(rows) > 1,
        "try": lambda rows: caught(rows),
        "connection in it": lambda rows: "_connection" in rows,
        "public keys": lambda rows: [key for key in rows if key != "_connection"],
        "truth": bool,
        "len": len,
        "keys": lambda rows: list(rows.keys()),
        "a loop": lambda rows: [row.id for row in rows],
        "a slice": lambda rows: rows[:5],
        "list": list,
        "extend": lambda rows: [*rows],
        "json": as_json,
    }
    for form, ask in forms.items():
        step(f"{name}: {form}", lambda ask=ask: ask(find()))


def caught(rows):
    try:
        return rows[0]["id"]
    except (KeyError, TypeError):
        return "none"


def as_json(rows):
    import json

    return json.loads(json.dumps(rows))


def crud(step, name, resource, fields, change):
    made = step(f"{name}: create", lambda: resource.create(**fields))
    step(f"{name}: all", resource.all)
    step(f"{name}: one", lambda: resource.get(made.id))
    step(f"{name}: change", lambda: made.update(**change))
    step(f"{name}: iterall", lambda: [row.id for row in resource.iterall()])
    step(f"{name}: delete", lambda: made.delete())
    step(f"{name}: gone", lambda: resource.get(made.id))


def main(step, account):
    api = BigcommerceApi(**account)
    step("coupons", lambda: api.Coupons.all(limit=2))
    step("count", api.Coupons.count)
    for code in ("SPRING-A", "SPRING-B"):
        step(code, lambda code=code: api.Coupons.create(name=code, code=code, **COUPON))
    coupon = step("by code", lambda: api.Coupons.all(code="SPRING-A")[0])
    step("percent", lambda: coupon.update(
        amount="7", name=coupon.name, code=coupon.code, type=coupon.type,
        applies_to=coupon.applies_to).amount)  # fmt: skip
    step("code twice", lambda: api.Coupons.create(name="C", code="SPRING-A", **COUPON))
    step("bad type", lambda: api.Coupons.create(name="x", code="y", type="z", amount=1))
    step("enabled", lambda: [row.code for row in api.Coupons.iterall() if row["enabled"]])
    crud(step, "banner", api.Banners, BANNER, {**BANNER, "name": "Big sale"})
    crud(step, "certificate", api.GiftCertificates, CERTIFICATE,
         {**CERTIFICATE, "to_name": "Anna"})  # fmt: skip
    forms_of_nothing(step, "coupons", lambda: api.Coupons.all(code="NOPE"), Coupons)
    forms_of_nothing(step, "banners", api.Banners.all, Banners)
    step("one of many", lambda: [type(api.Coupons.all(limit=1)), len(api.Coupons.all(limit=1))])
    step("delete one", coupon.delete)
    step("delete all", api.Coupons.delete_all)
    step("nothing left", lambda: list(api.Coupons.iterall()))
    step("no certificates", api.GiftCertificates.delete_all)
    step("no banners", api.Banners.delete_all)
