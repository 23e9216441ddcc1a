"""`{% form_token %}`: what a form of the store's admin carries, see `submissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html

from bcorm.contrib.django import submissions

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
