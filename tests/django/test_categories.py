"""Categories read like the tree that they are, and are found by words of their paths."""

from __future__ import annotations

import re

TREE = "GET /v3/catalog/trees/1/categories"
ARROW = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


def levels(response):
    """Return level and name of each row of the list."""
    found = re.findall(
        r'class="bcorm-level-(\d)"><span class="visually-hidden">[^<]*</span>([^<]*)<',
        response.content.decode(),
    )
    return [(int(level), name) for level, name in found]


def test_list__is_the_tree_in_two_requests(pages, store):
    store.put_document("v3/catalog/categories", {"id": 3, "parent_id": 9, "name": "Pans & pots"})
    response = pages.get("bcorm/category/")
    rows = levels(response)
    assert len(rows) == len(store.documents("v3/catalog/categories"))
    parents = {row["id"]: row["parent_id"] for row in store.documents("v3/catalog/categories")}

    def level(key):
        return 1 + level(parents[key]) if parents[key] else 1

    shown = [row.pk for row in response.context["cl"].result_list]
    assert [level(key) for key in shown] == [number for number, _name in rows]
    for key, above in parents.items():  # a category is below the one above it
        assert not above or shown.index(above) < shown.index(key)
    assert "Pans &amp; pots" in dict.fromkeys(name for _level, name in rows)
    assert pages.sent[0] == TREE
    assert len(pages.sent) == 2


def test_list__searched_tells_paths(pages):
    response = pages.get("bcorm/category/", q="Pan")
    assert f"Kitchen{ARROW}Cookware{ARROW}Pans" in response.content.decode()
    assert len(pages.sent) == 2


def test_list__pages_of_a_large_tree(pages, store):
    for number in range(250):
        store.put_document(
            "v3/catalog/categories", {"id": 5000 + number, "name": f"C{number}", "parent_id": 1}
        )
    first, last = (pages.get("bcorm/category/", p=number) for number in (1, 3))
    assert len(levels(first)) == 100
    assert len(levels(last)) == len(store.documents("v3/catalog/categories")) - 200
    assert len(pages.sent) == 2
    assert pages.get("bcorm/category/", p=9).status_code == 302


def test_choosing__finds_words_of_paths_in_the_order_of_the_tree(pages):
    found = pages.get("bcorm/category/choose/", term="kit coo").json()
    assert [row["text"] for row in found["results"]] == [
        f"Kitchen{ARROW}Cookware{below}"
        for below in ("", f"{ARROW}Pans", f"{ARROW}Pots", f"{ARROW}Bakeware")
    ]
    assert pages.sent == [TREE]
    rest = pages.get("bcorm/category/choose/", page="2").json()
    assert len(rest["results"]) == 17
    assert rest["pagination"] == {"more": False}


def test_parent__is_chosen_by_its_path(pages, store):
    form = pages.form("bcorm/category/3/change/")
    response = pages.post("bcorm/category/3/change/", {**form, "parent": "14"})
    assert response.status_code == 302, response.context["errors"]
    row = next(row for row in store.documents("v3/catalog/categories") if row["id"] == 3)
    assert row["parent_id"] == 14
    assert f"Garden{ARROW}Plants" in pages.get("bcorm/category/3/change/").content.decode()


def test_without_a_tree__the_list_is_a_list(pages, store, monkeypatch):
    from bcorm.contrib.django import categoryadmin
    from bcorm.contrib.django.profile import Profile

    monkeypatch.setattr(categoryadmin, "read_profile", Profile)
    response = pages.get("bcorm/category/")
    assert len(response.context["cl"].result_list) == 37
    assert len(pages.sent) == 1
    found = pages.get("bcorm/category/choose/", term="Pans").json()
    assert [row["text"] for row in found["results"]] == ["Pans"]
