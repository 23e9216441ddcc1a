"""Scenarios of `webhooks.v3.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Webhook, WebhookAdmin

if TYPE_CHECKING:
    from coverage_api.stage import Stage

URL = "https://app.example.com/hooks"


@covers("webhooks.v3.yml")
def webhooks(stage: Stage) -> None:
    hook = Webhook.objects.create(scope="store/order/*", destination=URL, headers={"X-Key": "k"})
    hook.is_active = False
    stage.session.commit()
    stage.session.expunge_all()
    hook = Webhook.objects.get(id=hook.id)
    assert (hook.is_active, hook.headers) == (False, {"X-Key": "k"})
    found = Webhook.objects.filter(is_active=False, scope="store/order/*", destination=URL)
    assert [item.id for item in found] == [hook.id]
    hook.delete()


@covers("webhooks.v3.yml")
def administration(stage: Stage) -> None:
    Webhook.objects.create(scope="store/order/*", destination=URL)
    admin = WebhookAdmin.objects.get(is_active=True)
    assert [hook.status for hook in admin.hooks_list] == ["active"]
    admin.emails.append("owner@example.com")
    stage.session.commit()
    admin.refresh()
    assert admin.emails == ["owner@example.com"]
