"""Price lists: their records, and whom they are for (`price_lists.v3.yml`).

A record is known by its price list, variant and currency. All three are path parameters, and the
lists above it read the records of a variant, or of the whole price list.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from bcorm.exceptions import InvalidValue
from bcorm.model import Resource, Struct, field, many, one, readonly
from bcorm.model.by_key import named_in
from bcorm.query.endpoint import Batch, Endpoint, answered, resend
from bcorm.resources.actions import bound_or_not, operation, send
from bcorm.resources.bodies import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bcorm.model.unit_of_work import UnitOfWork
    from bcorm.resources.products import Product  # noqa: F401 - the text in a relation
    from bcorm.resources.variants import ProductVariant  # noqa: F401 - the text in a relation

RECORDS = "v3/pricelists/{price_list_id}/records"
AMOUNT = "exact gte lte"


class BulkPricingTier(Struct):
    """What a variant costs from some quantity on."""

    quantity_min: int = field(doc="From so many of the variant in the cart on.")
    quantity_max: int = field(doc="Up to so many; None or 0 means no limit.")
    type: Literal["fixed", "price", "percent"] = field(
        doc="What the amount is: `price` comes off each, `percent` is a share of the price, `fixed` is the new price."
    )
    amount: Decimal = field(
        doc="An amount in the record's currency, or a percentage: `type` says which."
    )


class PriceRecordValues(Struct):
    """A record as batches take it: the variant is named by `variant_id` or by `sku`.

    `price_list_id` is needed only where a batch is for several price lists.
    """

    price_list_id: int | None = field(doc="The price list, in a batch for several.")
    variant_id: int | None = field(doc="The variant; or else `sku`.")
    sku: str | None = field(doc="The variant's stock keeping unit; or else `variant_id`.")
    currency: str = field(max_length=3, doc="The currency of all amounts, in three letters.")
    price: Decimal | None = field(doc="The list's price, in the record's currency.")
    sale_price: Decimal | None = field(doc="The list's sale price, in the record's currency.")
    retail_price: Decimal | None = field(doc="The list's retail price, in the record's currency.")
    map_price: Decimal | None = field(
        doc="The list's minimum advertised price, in the record's currency."
    )
    bulk_pricing_tiers: list[BulkPricingTier] = field(doc="Other prices from some quantity on.")


class PriceRecord(Resource):
    """What a variant costs on a price list. `GET /v3/pricelists/{price_list_id}/records`.

    `PriceRecord.objects.get(price_list_id=3, variant_id=77, currency="USD")` reads one. Creating
    a record that is there already is refused; `PriceList.upsert_records` overwrites it.
    """

    price_list_id: int = readonly()
    variant_id: int = readonly(doc="The variant whose prices these are.")
    currency: str = readonly(
        format="lower", doc="The currency of all amounts of the record, in three small letters."
    )
    product_id: int = readonly(doc="The variant's product.")
    sku: str | None = readonly(
        include="sku",
        instead="variant_id names the variant; upsert_records([{'sku': ...}]) takes a SKU",
        doc="The variant's stock keeping unit.",
    )
    price: Decimal | None = field(
        doc="The list's price, in the record's currency; None leaves the catalog's."
    )
    sale_price: Decimal | None = field(doc="The list's sale price, in the record's currency.")
    retail_price: Decimal | None = field(doc="The list's retail price, in the record's currency.")
    map_price: Decimal | None = field(
        doc="The list's minimum advertised price, in the record's currency."
    )
    calculated_price: Decimal = readonly(
        doc="What a shopper of the list pays, in the record's currency."
    )
    bulk_pricing_tiers: list[BulkPricingTier] = field(
        include="bulk_pricing_tiers", doc="Other prices from some quantity on."
    )
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    price_list = one["PriceList"]("PriceList", parent=True)
    product = one["Product"]("products.Product", via="product_id")
    variant = one["ProductVariant"]("variants.ProductVariant", via="variant_id")

    endpoint = Endpoint(
        path=f"{RECORDS}/{{variant_id}}/{{currency}}",
        needs="variant_id|sku currency",
        item_path=f"{RECORDS}/{{variant_id}}/{{currency}}",
        key=None,
        verbs=("get", "update", "delete"),
        create_batch=Batch(
            100, path="v3/pricelists/records", carry=("price_list_id", "variant_id", "currency")
        ),
        update_batch=Batch(1000, path=RECORDS, carry=("variant_id", "currency")),
        everywhere=Endpoint(
            path=f"{RECORDS}/{{variant_id}}",
            key=None,
            paging="both",
            includes="bulk_pricing_tiers sku",
            everywhere=Endpoint(
                path=RECORDS,
                key=None,
                paging="both",
                includes="bulk_pricing_tiers sku",
                filters={
                    "variant_id": "in",
                    "product_id": "in",
                    "currency": "exact in",
                    "sku": "exact in",
                    "price": AMOUNT,
                    "sale_price": AMOUNT,
                    "retail_price": AMOUNT,
                    "map_price": AMOUNT,
                    "calculated_price": AMOUNT,
                    "date_created": AMOUNT,
                    "date_modified": AMOUNT,
                },
            ),
        ),
        includes="bulk_pricing_tiers sku",
        answers=(
            answered(
                "nothing",
                "create_batch update_batch",
                source="price_lists.v3.yml: 200 with an empty object",
            ),
        ),
    )


class PriceListAssignment(Resource):
    """For which customer group and channel a price list is. `GET /v3/pricelists/assignments`."""

    id: int = readonly()
    price_list_id: int = field(required=True, create_only=True, doc="The list that applies.")
    customer_group_id: int | None = field(
        create_only=True, doc="To whom it applies; None is everybody."
    )
    channel_id: int | None = field(
        create_only=True, doc="In which channel it applies; None is every one."
    )

    price_list = one["PriceList"]("PriceList", via="price_list_id")

    endpoint = Endpoint(
        path="v3/pricelists/assignments",
        verbs=("list",),
        create_batch=Batch(25, single=True),
        delete_batch=Batch(1, param="id", single=True),
        paging="both",
        filters={
            "id": "exact in",
            "price_list_id": "exact in",
            "customer_group_id": "exact in",
            "channel_id": "exact in",
        },
        natural_key="price_list_id customer_group_id channel_id",
        answers=(
            answered("nothing", "create_batch", source="price_lists.v3.yml: 200 without a body"),
        ),
    )


class PriceList(Resource):
    """Prices that replace those of the catalog. `GET /v3/pricelists`."""

    id: int = readonly()
    name: str = field(required=True, doc="What the list is called, unique in the store.")
    active: bool = field(doc="Whether its prices apply.")
    date_created: datetime = readonly()
    date_modified: datetime = readonly()

    records = many(PriceRecord)
    assignments = many(PriceListAssignment, by="price_list_id")

    endpoint = Endpoint(
        path="v3/pricelists",
        delete_batch=250,
        paging="both",
        filters={
            "id": "in",
            "name": "exact icontains",
            "date_created": "exact gte lte",
            "date_modified": "exact gte lte",
        },
        natural_key="name",
        put_rules=(
            resend(
                "name",
                source="price_lists.v3.yml, PUT /pricelists/{price_list_id}",
                reason="the body's schema requires the name",
            ),
        ),
    )

    @operation("POST /v3/pricelists/{price_list_id}/records")
    def create_records(
        self, records: Iterable[PriceRecordValues | PriceRecord | Mapping[str, Any]]
    ) -> None:
        """Create up to 100 records, whose variants may be named by SKU. Nothing is returned.

        Raises:
            ValidationFailed: a record is refused or exists already; none is created.
        """
        body = rows(PriceRecordValues, records, also=PriceRecord)
        for row in body:
            row.pop("price_list_id", None)
        self._call("POST", "records", json=body)

    @bound_or_not
    @classmethod
    @operation("PUT /v3/pricelists/records")
    def upsert_records(
        cls,
        records: Iterable[PriceRecordValues | PriceRecord | Mapping[str, Any]],
        *,
        of: PriceList | None = None,
        session: UnitOfWork | None = None,
    ) -> None:
        """Create or overwrite records of a price list: `price_list.upsert_records([...])`.

        Called on the class, they are of any price lists, each naming its `price_list_id`. One such
        request may run per store at a time.

        Args:
            records: values, mappings, or `PriceRecord` objects.
            of: the price list of those that name none.
            session: through which it is sent; the price list's own, or the current one.

        Raises:
            InvalidValue: a record names no price list, or lacks its variant or currency; nothing
                was sent.
            ValidationFailed: a record is refused; none is written.
        """
        body = rows(PriceRecordValues, records, also=PriceRecord)
        for row in body:
            if of is not None:
                row.setdefault("price_list_id", of.pk)
            missing = [name for name in ("price_list_id", "currency") if row.get(name) is None]
            if row.get("variant_id") is None and row.get("sku") is None:
                missing.append("variant_id (or sku)")
            if missing:
                raise InvalidValue(cls, "upsert_records", row, f"{' and '.join(missing)} in each")
        if not body:
            return
        if session is None and of is not None:
            session = of.session
        send(session, "PUT", "v3/pricelists/records", json=body)

    @operation("DELETE /v3/pricelists/{price_list_id}/records")
    def delete_records(
        self,
        *,
        variant_ids: Iterable[int] | None = None,
        skus: Iterable[str] | None = None,
        currency: str | None = None,
    ) -> None:
        """Delete the records of some variants, in one currency or in all.

        An empty list names no variants, so that nothing is deleted.

        Args:
            variant_ids: the variants, by their keys.
            skus: the variants, by their SKUs; one with a comma in it is named by its key only.
            currency: a currency's code; all of them if it is left out.

        Raises:
            InvalidValue: a list is none, or a value in it cannot be sent; nothing was sent.
            InvalidValue: neither variants nor a currency are named; nothing was sent.
        """
        said_wrong = currency is not None and not isinstance(currency, str)
        if said_wrong or (currency and ("," in currency or not currency.strip())):
            raise InvalidValue(PriceRecord, "currency", currency, "one currency's code, or None")
        only = {} if currency is None else {"currency": currency}
        said = {"variant_id": variant_ids, "sku": skus}
        lists = {
            f"{name}:in": (name, values) for name, values in said.items() if values is not None
        }
        if not lists:
            if not currency:
                expected = "variants or a currency: name the variants or the currency, for this "
                expected += "would delete every record"
                raise InvalidValue("PriceList", "delete_records", None, expected)
            self._call("DELETE", "records", params=only)
            return
        if currency is not None and not currency:
            raise InvalidValue(PriceRecord, "currency", currency, "one currency's code, or None")
        for params in list(named_in(PriceRecord, lists)):
            self._call("DELETE", "records", params={**params, **only})

    @operation("PUT /v3/pricelists/{price_list_id}/assignments")
    def upsert_assignment(self, *, customer_group_id: int, channel_id: int) -> PriceListAssignment:
        """Use this price list for a customer group on a channel, in place of any other.

        Args:
            customer_group_id: the group's key.
            channel_id: the channel's key.
        """
        body = {"customer_group_id": customer_group_id, "channel_id": channel_id}
        found = self._call("PUT", "assignments", json=body).data
        made: list[PriceListAssignment] = self._join().materialize(
            PriceListAssignment, [found], None, None
        )
        return made[0]
