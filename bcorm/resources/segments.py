"""Segments of shoppers, and the profiles in them (`segments.v3.yml`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bcorm.model import Resource, field, many, one, readonly
from bcorm.model.by_key import keys, named_in
from bcorm.query.endpoint import Batch, Endpoint
from bcorm.resources.actions import operation
from bcorm.resources.customers import Customer


class ShopperProfileSegment(Resource):
    """A segment that a shopper is in. `GET /v3/shopper-profiles/{shopperProfileId}/segments`."""

    id: str = readonly()
    name: str = readonly()
    description: str = readonly()
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    endpoint = Endpoint(
        path="v3/shopper-profiles/{shopper_profile_id}/segments",
        verbs=("list",),
    )


class ShopperProfile(Resource):
    """A customer as segments know it. `GET /v3/shopper-profiles`."""

    id: str = readonly()
    customer_id: int = field(create_only=True, doc="The registered customer that it is of.")
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    customer = one(Customer, via="customer_id")
    segments = many(ShopperProfileSegment)

    endpoint = Endpoint(
        path="v3/shopper-profiles",
        needs="customer_id",
        verbs=("list",),
        create_batch=Batch(50, single=True),
        delete_batch=Batch(50, single=True),
        natural_key="customer_id",
    )


class SegmentShopperProfile(Resource):
    """A shopper in a segment. `GET /v3/segments/{segmentId}/shopper-profiles`."""

    id: str = readonly()
    customer_id: int = readonly(doc="The registered customer that it is of.")
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    customer = one(Customer, via="customer_id")

    endpoint = Endpoint(
        path="v3/segments/{segment_id}/shopper-profiles",
        verbs=("list",),
    )


class Segment(Resource):
    """A group of shoppers for promotions. `GET /v3/segments`."""

    id: str = readonly()
    name: str = field(required=True)
    description: str = field()
    created_at: datetime = readonly()
    updated_at: datetime = readonly()

    shopper_profiles = many(SegmentShopperProfile)

    endpoint = Endpoint(
        path="v3/segments",
        verbs=("list",),
        create_batch=Batch(10, single=True),
        update_batch=Batch(10, single=True),
        delete_batch=Batch(50, single=True),
        filters={"id": "in"},
        natural_key="name",
        version_field="updated_at",
    )

    @operation("POST /v3/segments/{segmentId}/shopper-profiles")
    def add_shopper_profiles(self, ids: Iterable[str]) -> None:
        """Put shopper profiles into the segment, at most 50 in one call; none, if none are named.

        Raises:
            InvalidValue: `ids` is no list, or a value in it is no key; nothing was sent.
        """
        found = keys(SegmentShopperProfile, "id", ids)
        if found:
            self._call("POST", "shopper-profiles", json=found)

    @operation("DELETE /v3/segments/{segmentId}/shopper-profiles")
    def remove_shopper_profiles(self, ids: Iterable[str]) -> None:
        """Take shopper profiles out of the segment; none, if none are named.

        Raises:
            InvalidValue: `ids` is no list, or a value in it is no key; nothing was sent.
        """
        for params in list(named_in(SegmentShopperProfile, {"id:in": ("id", ids)})):
            self._call("DELETE", "shopper-profiles", params=params)
