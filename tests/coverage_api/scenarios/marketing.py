"""Scenarios of `marketing.v2.yml`."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Banner, Coupon, GiftCertificate

if TYPE_CHECKING:
    from coverage_api.stage import Stage

SPEC = "marketing.v2.yml"


@covers(SPEC)
def banners(stage: Stage) -> None:
    banner = Banner.objects.create(
        name="Sale",
        content="<p>Today</p>",
        page="home_page",
        location="top",
        date_type="custom",
        date_from=datetime(2026, 1, 1, tzinfo=timezone.utc),
        visible=False,
    )
    banner.location = "bottom"
    stage.session.commit()
    stage.session.expunge_all()
    banner = Banner.objects.get(id=banner.id)
    assert (banner.location, banner.visible) == ("bottom", False)
    assert banner.date_from == datetime(2026, 1, 1, tzinfo=timezone.utc)
    assert [item.id for item in Banner.objects.filter(id__gte=banner.id)] == [banner.id]
    banner.delete()
    for name in ("A", "B"):
        Banner.objects.create(
            name=name, content="", page="search_page", location="top", date_type="always"
        )
    assert Banner.objects.count() == 2
    assert Banner.objects.all().delete(everything=True)[0] == 2


@covers(SPEC)
def coupons(stage: Stage) -> None:
    values = {"type": "per_total_discount", "amount": Decimal(5)}
    coupon = Coupon.objects.create(
        name="Five", code="FIVE", applies_to={"entity": "categories", "ids": [0]}, **values
    )
    coupon.min_purchase = Decimal(20)
    stage.session.commit()
    coupon.refresh()
    assert coupon.applies_to.ids == [0]
    assert [item.code for item in Coupon.objects.filter(code="FIVE")] == ["FIVE"]
    total = Coupon.objects.count()
    coupon.delete()
    assert Coupon.objects.all().delete(everything=True)[0] == total - 1


@covers(SPEC)
def gift_certificates(stage: Stage) -> None:
    values = {"to_name": "A", "to_email": "a@example.com", "from_name": "B"}
    gift = GiftCertificate.objects.create(
        amount=Decimal(50), from_email="b@example.com", template="birthday.html", **values
    )
    gift.balance = Decimal("12.50")
    stage.session.commit()
    stage.session.expunge_all()
    gift = GiftCertificate.objects.get(id=gift.id)
    assert (gift.amount, gift.balance) == (Decimal(50), Decimal("12.5"))
    assert gift.purchase_date is not None
    found = GiftCertificate.objects.filter(code=gift.code, to_name="A").order_by("-id")
    assert [item.id for item in found] == [gift.id]
    gift.delete()
    GiftCertificate.objects.create(amount=Decimal(1), from_email="c@example.com", **values)
    assert GiftCertificate.objects.all().delete(everything=True)[0] == 1
