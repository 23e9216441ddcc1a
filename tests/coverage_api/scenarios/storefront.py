"""Scenarios of themes, e-mail templates and storefront tokens."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Channel, CustomTemplates, EmailTemplate, Theme, ThemeConfiguration, ThemeJob
from bcorm.auth import (
    create_impersonation_token,
    create_private_token,
    create_storefront_token,
    revoke_storefront_token,
)

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("themes.v3.yml")
def themes(stage: Stage) -> None:
    job = ThemeJob.objects.get(id=Theme.upload(b"PK"))
    assert job.status == "COMPLETED"
    theme = Theme.objects.get(uuid=job.result["theme_id"])
    variation = theme.variations[0].uuid
    theme.validate_configuration(variation, {"logo_size": "100"})
    Theme.activate(variation, "original", channel_id=1)
    assert [item.name for item in Theme.objects.all() if item.is_active] == [theme.name]
    shown = Channel.objects.get(id=1).active_theme
    assert shown.active_theme_uuid == theme.uuid
    assert CustomTemplates.objects.get(version_uuid=shown.active_theme_version_uuid).page
    own = theme.configurations.filter(channel_id__in=[1], variation_uuid=variation)
    assert [item.uuid for item in own] == [shown.active_theme_configuration_uuid]
    original = ThemeConfiguration.objects.filter(theme_id=theme.uuid, uuid__in=[own[0].uuid])
    assert original.count() == 1
    assert ThemeJob.objects.get(id=theme.download("last_activated")).result["download_url"]
    former = next(item for item in Theme.objects.all() if item.uuid != theme.uuid)
    Theme.activate(former.variations[0].uuid)
    theme.delete()


@covers("email_templates.v3.yml")
def email_templates(stage: Stage) -> None:
    template = EmailTemplate.objects.get(type_id="invoice_email")
    template.subject = "Your invoice"
    stage.session.commit()
    own = EmailTemplate.objects.get(type_id="invoice_email", channel_id=2)
    own.subject = "Invoice from the market"
    stage.session.commit()
    shown = {item.type_id: item.subject for item in EmailTemplate.objects.filter(channel_id=2)}
    assert shown["invoice_email"] == "Invoice from the market"
    own.delete()
    stage.session.expunge_all()
    again = EmailTemplate.objects.get(type_id="invoice_email", channel_id=2)
    assert again.subject == "Your invoice"


@covers("storefront_tokens.v3.yml")
def storefront_tokens(stage: Stage) -> None:
    client, tomorrow = stage.session.client, datetime.now(timezone.utc) + timedelta(days=1)
    token = create_storefront_token(client, 1, tomorrow, allowed_origins=["https://example.com"])
    private = create_private_token(client, [1, 2], tomorrow, scopes=["Customer"])
    create_impersonation_token(client, 1, tomorrow)
    revoke_storefront_token(client, token)
    revoke_storefront_token(client, private)
