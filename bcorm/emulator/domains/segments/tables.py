"""Segments of shoppers, and the profiles in them (`segments.v3.yml`)."""

from __future__ import annotations

from bcorm.emulator.bulk import create_many, update_many
from bcorm.emulator.domains.segments import behaviour
from bcorm.emulator.operations import operation
from bcorm.emulator.resource import Filter, Hooks, Paging, Resource, Unique
from bcorm.emulator.schema import Field, integer, moment, readonly, string

_DATES = readonly(moment("created_at"), moment("updated_at"))
_STAMPED = ("created_at", "updated_at")
_PAGING = Paging(links=False)
_BY_ID = (Filter("id:in", "id", "in"),)

SEGMENT_FIELDS: tuple[Field, ...] = (
    string("name", required="post", shortest=1),
    string("description", ""),
    *_DATES,
)

SEGMENT = Resource(
    path=behaviour.SEGMENTS,
    item="segmentId",
    uuid=True,
    noun="segment",
    fields=SEGMENT_FIELDS,
    verbs="list delete_where",
    filters=_BY_ID,
    paging=_PAGING,
    created=201,
    updated=201,
    batch=behaviour.MOST,
    stamps="zulu",
    stamped=_STAMPED,
    unique=(Unique("name", "The segment name '{name}' is taken"),),
)

PROFILE = Resource(
    path=behaviour.PROFILES,
    item="shopperProfileId",
    uuid=True,
    noun="shopper profile",
    fields=(integer("customer_id", required="post"), *_DATES),
    verbs="list delete_where",
    filters=_BY_ID,
    paging=_PAGING,
    created=201,
    batch=behaviour.MOST,
    stamps="zulu",
    stamped=_STAMPED,
    owner=("v3/customers", "customer_id"),
    unique=(Unique("customer_id", "The customer has a shopper profile"),),
    hooks=Hooks(behaviour.prepare_profile),
)

# Who is in which segment: a pair, under the segment.
MEMBER = Resource(
    path=SEGMENT.item_path + "/shopper-profiles",
    noun="member",
    fields=(string("profile_id"),),
    verbs="",
    indexed=("profile_id",),
    also_below=((PROFILE.collection, "profile_id"),),
)

RESOURCES = (SEGMENT, PROFILE, MEMBER)
OPERATIONS = (
    operation("POST", SEGMENT.path, behaviour.refusing_whole(create_many), resource=SEGMENT),
    operation("PUT", SEGMENT.path, behaviour.refusing_whole(update_many), resource=SEGMENT),
    operation("POST", PROFILE.path, behaviour.refusing_whole(create_many), resource=PROFILE),
    operation("GET", MEMBER.path, behaviour.list_profiles, resource=PROFILE),
    operation(
        "POST", MEMBER.path, behaviour.refusing_whole(behaviour.add_profiles), resource=PROFILE
    ),
    operation("DELETE", MEMBER.path, behaviour.remove_profiles, query="id:in"),
    operation("GET", PROFILE.item_path + "/segments", behaviour.list_segments, resource=SEGMENT),
)
