"""What of an order is left to ship, and the form that ships it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bcorm import resources
from bcorm.resources.order_shipping import ShipmentItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIMES = "\N{MULTIPLICATION SIGN}"

# `shipping_provider` of `orders.v2.oas2.yml`.
CARRIERS = (
    ("", gettext_lazy("Another carrier, or none")),
    ("auspost", "Australia Post"),
    ("canadapost", "Canada Post"),
    ("endicia", "Endicia"),
    ("fedex", "FedEx"),
    ("royalmail", "Royal Mail"),
    ("shipperhq", "ShipperHQ"),
    ("ups", "UPS"),
    ("upsready", "UPS Ready"),
    ("upsonline", "UPS Online"),
    ("usps", "USPS"),
)


def parcels_of(order: Any) -> Sequence[Any]:
    """Return an order's consignments that are shipped, each with its address and lines."""
    found = order.consignments
    return [] if found is None else list(found.shipping or ())


class ShipForm(forms.Form):
    """Ships lines that go to one address.

    Args:
        parcel: the consignment.
        data: what was sent, None where nothing was.

    Attributes:
        lines: the lines of which something is left to ship.
    """

    shipping_provider = forms.ChoiceField(
        label=gettext_lazy("Carrier"), choices=CARRIERS, required=False
    )
    tracking_number = forms.CharField(
        label=gettext_lazy("Tracking number"), max_length=50, required=False
    )
    tracking_link = forms.CharField(
        label=gettext_lazy("Tracking address"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("For carriers that are not in the list: where the parcel is found."),
        validators=[URLValidator(("http", "https"))],
    )
    comments = forms.CharField(
        label=gettext_lazy("Comments"), required=False, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, parcel: Any, data: Any = None) -> None:
        super().__init__(data, prefix=f"parcel{parcel.id}")
        self.parcel = parcel
        self.name = f"parcel-{parcel.id}"
        self.lines = [line for line in parcel.line_items or () if _left(line) > 0]
        for line in self.lines:
            left = _left(line)
            self.fields[f"ship_{line.id}"] = forms.BooleanField(
                label=line.name, required=False, initial=True
            )
            self.fields[f"quantity_{line.id}"] = forms.IntegerField(
                label=_("How many of %s") % line.name,
                min_value=1,
                max_value=left,
                initial=left,
                required=False,
                widget=forms.NumberInput({"class": "bcorm-quantity"}),
            )

    def rows(self) -> Iterator[tuple[Any, Any, Any, int]]:
        """Yield each line with its box, its quantity and how many are left."""
        for line in self.lines:
            yield line, self[f"ship_{line.id}"], self[f"quantity_{line.id}"], _left(line)

    def details(self) -> list[Any]:
        """Return the fields that are about the whole parcel."""
        return [self[name] for name in self.base_fields]

    def clean(self) -> dict[str, Any]:
        """Insist on something to ship."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self._chosen():
            raise forms.ValidationError(_("Tick what leaves with this parcel."))
        return values

    def _chosen(self) -> list[tuple[Any, int]]:
        values = self.cleaned_data
        return [
            (line, values.get(f"quantity_{line.id}") or _left(line))
            for line in self.lines
            if values.get(f"ship_{line.id}")
        ]

    def shipment(self, order: Any) -> resources.OrderShipment:
        """Return the shipment of a valid form, to be saved."""
        values = {name: self.cleaned_data[name] for name in self.base_fields}
        parents: dict[str, Any] = {"order_id": order.id}
        return resources.OrderShipment(
            **parents,
            order_address_id=self.parcel.id,
            items=[
                ShipmentItem(order_product_id=line.id, quantity=quantity)
                for line, quantity in self._chosen()
            ],
            **{name: value for name, value in values.items() if value},
        )

    def told(self) -> str:
        """Say what a valid form ships."""
        return ", ".join(f"{quantity} {TIMES} {line.name}" for line, quantity in self._chosen())


def _left(line: Any) -> int:
    """Return how many of a line can still be shipped."""
    if line.type != "physical":
        return 0
    return int(line.quantity) - int(line.quantity_shipped or 0) - int(line.quantity_refunded or 0)
