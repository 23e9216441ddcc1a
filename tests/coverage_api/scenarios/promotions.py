"""Scenarios of `promotions.v3.yml` and `promotion_settings.v3.yml`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coverage_api.stage import covers

from bcorm import Promotion, PromotionCode, PromotionSettings

if TYPE_CHECKING:
    from coverage_api.stage import Stage

TEN_PERCENT = {
    "action": {"cart_value": {"discount": {"percentage_amount": Decimal(10)}}},
    "condition": {"cart": {"minimum_spend": Decimal(50), "items": {"brands": [1, 2]}}},
}


def _coupon(**values: Any) -> Promotion:
    return Promotion.objects.create(
        **{"name": "Spring", "redemption_type": "COUPON", "rules": [TEN_PERCENT], **values}
    )


@covers("promotions.v3.yml")
def promotions(stage: Stage) -> None:
    made = Promotion.objects.create(
        name="Always", redemption_type="AUTOMATIC", rules=[TEN_PERCENT], channels=[{"id": 1}]
    )
    made.rules[0].action.cart_value.discount.percentage_amount = Decimal(12)
    made.status = "DISABLED"
    stage.session.commit()
    made.refresh()
    assert made.rules[0].action.cart_value.discount.percentage_amount == 12
    found = Promotion.objects.filter(redemption_type="AUTOMATIC", channels=1).order_by("-name")
    assert "Always" in [item.name for item in found]
    made.delete()
    others = [_coupon(name=name) for name in ("One", "Two")]
    for item in others:
        stage.session.delete(item)
    stage.session.commit()


@covers("promotions.v3.yml")
def codes(stage: Stage) -> None:
    promotion = _coupon(coupon_type="BULK")
    made = promotion.codes.create(code="SPRING-1", max_uses=5)
    assert PromotionCode.objects.get(code="SPRING-1").max_uses == 5
    assert [item.id for item in Promotion.objects.filter(code="SPRING-1")] == [promotion.id]
    generated = promotion.generate_codes(3, max_uses=1)
    assert len({item.code for item in generated.codes}) == 3
    texts = [item.code for item in promotion.codes]
    assert len(texts) == 4
    PromotionCode.delete_by_code("SPRING-1")
    stage.session.expunge(made)
    first, *others = PromotionCode.objects.filter(promotion_id=promotion.id)
    first.delete()
    for item in others:
        stage.session.delete(item)
    stage.session.commit()
    assert not PromotionCode.objects.filter(promotion_id=promotion.id, code=texts[1])


@covers("promotion_settings.v3.yml")
def settings(stage: Stage) -> None:
    settings = PromotionSettings.objects.get()
    settings.number_of_coupons_allowed_at_checkout = 3
    stage.session.commit()
    settings.refresh()
    assert settings.number_of_coupons_allowed_at_checkout == 3
