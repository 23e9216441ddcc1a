"""Scenarios of `abandoned_carts.v3.yml` and `abandoned_cart_emails.v3.yaml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import (
    AbandonedCart,
    AbandonedCartChannelSettings,
    AbandonedCartEmail,
    AbandonedCartEmailSettings,
    AbandonedCartSettings,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage

CART = "0f9a1c7e-3b52-4d60-8f7a-2c1d5e6b7a89"


@covers("abandoned_carts.v3.yml")
def carts(stage: Stage) -> None:
    left = stage.emulator.put_document("v3/abandoned-carts", {"cart_id": CART})
    assert AbandonedCart.objects.get(token=left["token"]).cart_id == CART


@covers("abandoned_carts.v3.yml")
def settings(stage: Stage) -> None:
    settings = AbandonedCartSettings.objects.get()
    settings.merchant_abandoned_cart_email_frequency_type = "digest"
    own = AbandonedCartChannelSettings.objects.get(channel_id=2)
    assert own.enable_notification is None
    own.enable_notification = False
    stage.session.commit()
    for item in (settings, own):
        item.refresh()
    assert settings.merchant_abandoned_cart_email_frequency_type == "digest"
    assert own.enable_notification is False


@covers("abandoned_cart_emails.v3.yaml")
def emails(stage: Stage) -> None:
    text = AbandonedCartEmail.default()
    email = AbandonedCartEmail.objects.create(notify_at_minutes=120, template=text)
    email.template.subject = "You forgot something"
    stage.session.commit()
    stage.session.expunge_all()
    email = AbandonedCartEmail.objects.get(id=email.id)
    assert (email.template.subject, email.template.body) == ("You forgot something", text.body)
    assert email in list(AbandonedCartEmail.objects.all())
    assert not AbandonedCartEmail.objects.filter(channel_id=2)
    email.delete()


@covers("abandoned_cart_emails.v3.yaml")
def inheritance(stage: Stage) -> None:
    settings = AbandonedCartEmailSettings.objects.get(channel_id=2)
    assert settings.use_global
    settings.use_global = False
    stage.session.commit()
    settings.refresh()
    assert not settings.use_global
