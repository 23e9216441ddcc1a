"""`{% form_token %}`, which binds a form to its store, and `{% store_switch %}`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import template
from django.utils.html import format_html

from bcorm.contrib.django import connections, submissions

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def form_token() -> SafeString:
    """Write the hidden field that binds a form to its store, and has it carried out once."""
    found: SafeString = format_html(
        '<input type="hidden" name="{}" value="{}">', submissions.TOKEN, submissions.form_token()
    )
    return found


@register.inclusion_tag("bcorm/store_switch.html", takes_context=True)
def store_switch(context: Any) -> dict[str, Any]:
    """Show which store the page is about, and the way to the others; nothing if there is one."""
    names = connections.store_names()
    request = context.get("request")
    if len(names) < 2 or request is None:
        return {}
    return {
        "names": names,
        "current": connections.store_name(request),
        "csrf_token": context.get("csrf_token"),
        "opts": context.get("opts") or getattr(context.get("cl"), "opts", None),
    }
