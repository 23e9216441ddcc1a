"""The form of a product's picture: a file to upload, or an address that the API fetches."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from bcorm import ProductImage
from bcorm.contrib.django.forms import StoreForm

# `POST .../products/{product_id}/images`: "up to 8 MB", and these kinds.
_LARGEST = 8 * 1024 * 1024
_KINDS = ("bmp", "gif", "jpeg", "jpg", "png", "wbmp", "webp", "xbm")


class ProductImageForm(StoreForm):
    """A picture's form. What is uploaded is sent when the rest of the page was saved."""

    upload = forms.FileField(
        label=_("Upload"),
        required=False,
        validators=[FileExtensionValidator(_KINDS)],
        widget=forms.FileInput({"accept": "image/*"}),
    )

    def clean_upload(self) -> Any:
        """Refuse what the API would: files of more than 8 MB."""
        found = self.cleaned_data["upload"]
        if found is not None and found and found.size > _LARGEST:
            raise ValidationError(_("The picture is larger than 8 MB."), code="large")
        return found

    def clean(self) -> dict[str, Any]:
        """Insist on a picture in a new row."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        given = values.get("upload") or values.get("image_url")
        if self.instance.pk is None and not self.errors and not given:
            raise ValidationError(_("Choose a file, or enter the address of a picture."))
        return values

    @property
    def file(self) -> Any:
        """What is to be uploaded, or nothing."""
        return getattr(self, "cleaned_data", {}).get("upload")

    def send_file(self, product: Any) -> None:
        """Upload the picture: a new one, or in place of the one that there is.

        Args:
            product: the saved product, a bcorm object.

        Raises:
            ApiError: the API refused it, or could not be reached.
        """
        content = self.file.read()
        if self.instance.pk is None:
            self.instance.resource = ProductImage.upload(product, content, self.file.name)
        else:
            self.instance.resource.replace(content, self.file.name)
