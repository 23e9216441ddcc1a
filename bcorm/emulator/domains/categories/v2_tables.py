"""V2's view of categories, after the archived V2 reference."""

from __future__ import annotations

from bcorm.emulator import mirror as m
from bcorm.emulator.domains.categories import tables as v3
from bcorm.emulator.domains.categories import v2_behaviour as v2
from bcorm.emulator.mirror import Mirror, view_of
from bcorm.emulator.resource import filters
from bcorm.emulator.schema import (
    boolean,
    integer,
    integers,
    optional_text,
    readonly,
    string,
)

CATEGORY = Mirror(
    view=view_of(
        "v2/categories",
        v3.CATEGORY,
        "category",
        item="category_id",
        present=v2.show_category,
        filters=filters("parent_id name is_visible min_id max_id", v3.CATEGORY_FIELDS),
    ),
    target=v3.CATEGORY.path,
    accepts=(
        string("name", required="post", shortest=1, longest=50),
        integer("parent_id", low=0),
        string("description"),
        integer("sort_order"),
        string("page_title", longest=255),
        optional_text("meta_keywords"),
        optional_text("meta_description"),
        string("layout_file"),
        string("image_file"),
        boolean("is_visible"),
        string("search_keywords"),
        string("url"),
        *readonly(integer("id"), integers("parent_category_list")),
    ),
    translate=v2.read_category,
)

RESOURCES = (CATEGORY.view,)
OPERATIONS = tuple(m.operations(CATEGORY))
