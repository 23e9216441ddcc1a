"""V2's view of brands, after the archived V2 reference."""

from __future__ import annotations

from bcorm.emulator import mirror as m
from bcorm.emulator.domains.brands import tables as v3
from bcorm.emulator.domains.brands import v2_behaviour as v2
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.resource import filters
from bcorm.emulator.schema import (
    integer,
    optional_text,
    readonly,
    string,
)

BRAND = Mirror(
    view=view_of(
        "v2/brands",
        v3.BRAND,
        "brand",
        item="brand_id",
        present=v2.show_brand,
        filters=filters("name min_id max_id", v3.BRAND_FIELDS),
    ),
    target=v3.BRAND.path,
    accepts=(
        string("name", required="post", shortest=1, longest=255),
        string("page_title", longest=255),
        optional_text("meta_keywords"),
        optional_text("meta_description"),
        string("image_file"),
        string("search_keywords"),
        *readonly(integer("id")),
    ),
    translate=v2.read_brand,
)

RESOURCES = (BRAND.view,)
OPERATIONS = tuple(m.operations(BRAND))
