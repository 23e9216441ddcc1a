"""The store's e-mails: ``email_templates.v3.yml`` and ``abandoned_cart_emails.v3.yaml``."""

from __future__ import annotations

from bcorm.emulator.behaviours import email_templates
from bcorm.emulator.resource import Resource, operation
from bcorm.emulator.schema import Field, anything, objects, string

TEMPLATE_FIELDS: tuple[Field, ...] = (
    string("type_id"),
    string("body"),
    objects("translations", string("locale"), anything("keys")),
    string("subject"),
)

RESOURCES: tuple[Resource, ...] = ()

_TEMPLATES = email_templates.TEMPLATES
_ONE = _TEMPLATES + "/{template_name}"
_TEXTS = ("template_name",)
OPERATIONS = (
    operation("GET", _TEMPLATES, email_templates.list_templates),
    operation("GET", _ONE, email_templates.get_template, _TEXTS),
    operation("PUT", _ONE, email_templates.update_template, _TEXTS, fields=TEMPLATE_FIELDS),
    operation("DELETE", _ONE, email_templates.delete_template, _TEXTS),
)
