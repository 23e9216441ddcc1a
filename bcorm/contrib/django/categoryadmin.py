"""The admin of categories: a list that reads like the tree it is, and a search among whole paths.

The store tells the whole tree with one request (`GET /v3/catalog/trees/{tree_id}/categories`), in
the order in which shoppers see it; a page of the list is one request more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import attrs
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ORDER_VAR
from django.core.paginator import InvalidPage, Paginator
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from bcorm import resources
from bcorm.contrib.django import models
from bcorm.contrib.django.changelist import StoreChangeList
from bcorm.contrib.django.options import StoreAdmin
from bcorm.contrib.django.profile import read_profile
from bcorm.exceptions import NotFound
from bcorm.model.queryset import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from django.http import HttpRequest

    from bcorm.session import Session

_ARROW = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
_DEEPEST = 8  # levels that are set off on the page

# What a page has read of its store's tree.
_trees: WeakKeyDictionary[Session, Mapping[int, Place]] = WeakKeyDictionary()


@attrs.frozen
class Place:
    """Where a category is in the tree.

    Attributes:
        key: its key.
        names: the names from the top down to its own.
    """

    key: int
    names: tuple[str, ...]

    def __str__(self) -> str:
        return _ARROW.join(self.names)

    def has(self, words: Sequence[str]) -> bool:
        """Whether each word begins one of the words of its path."""
        text = f" {' '.join(self.names)}".casefold()
        return all(f" {word}" in text for word in words)


def places(session: Session) -> Mapping[int, Place]:
    """Return the places of the default tree's categories by key, in the tree's order.

    There are none where the store does not tell which tree that is.

    Args:
        session: a page's; it remembers them.

    Raises:
        ApiError: the store refused, or could not be reached.
    """
    found = _trees.get(session)
    if found is None:
        tree = read_profile().tree
        nodes: Iterable[Any] = ()
        if tree is not None:
            try:
                nodes = list(objects_of(resources.TreeNode).using(session).filter(tree_id=tree))
            except NotFound:
                nodes = ()
        rows = ({"id": node.id, "name": node.name, "children": node.children} for node in nodes)
        found = _trees[session] = {place.key: place for place in _walk(rows, ())}
    return found


def _walk(rows: Iterable[Mapping[str, Any]], above: tuple[str, ...]) -> Iterator[Place]:
    for row in rows:
        names = (*above, row["name"])
        yield Place(row["id"], names)
        yield from _walk(row.get("children") or (), names)


class CategoryChangeList(StoreChangeList):
    """Shows the whole tree where nothing is searched, filtered or sorted."""

    def get_results(self, request: HttpRequest) -> None:
        """Read the categories of a part of the tree.

        Raises:
            IncorrectLookupParameters: there is no such page.
        """
        asked = self.query or ORDER_VAR in self.params or self.get_filters_params()
        tree = {} if asked else places(self.model_admin.backend().session)
        if not tree:
            super().get_results(request)
            return
        keys = list(tree)
        self.paginator = Paginator(keys, self.list_per_page)
        try:
            page = self.paginator.page(self.page_num).object_list
        except InvalidPage:
            raise IncorrectLookupParameters from None
        if self.show_all and len(keys) <= self.list_max_show_all:
            page = keys
        found = {row.pk: row for row in self.root_queryset.filter(pk__in=page)}
        rows = [found[key] for key in page if key in found]
        for row in rows:
            row.place = tree[row.pk]
        self.show_full_result_count = False
        self.full_result_count = None
        self.show_admin_actions = True
        self._take(self.queryset.filled(rows), len(keys))


@admin.register(models.Category)
class CategoryAdmin(StoreAdmin):
    """Categories of the store's default tree."""

    list_display = ("in_tree", "is_visible", "sort_order", "products")
    list_filter = ("is_visible",)
    search_fields = ("name__icontains",)
    autocomplete_fields = ("parent",)
    fields = (
        "name",
        "parent",
        "description",
        "is_visible",
        "sort_order",
        "page_title",
        "meta_description",
        "default_product_sort",
    )
    delete_note = _("Products in it stay, and lose the category.")

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Show a new category to shoppers, as the control panel does."""
        return {"is_visible": True, **super().get_changeform_initial_data(request)}

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[StoreChangeList]:
        """Use the list that shows the tree."""
        del request, options
        return CategoryChangeList

    @admin.display(description=_("name"), ordering="name")
    def in_tree(self, category: Any) -> str:
        """Return a category's name, set off by its level; outside of the tree, its whole path."""
        place = getattr(category, "place", None)
        if place is None:
            found = places(self.backend().session).get(category.pk)
            return str(found or category)
        above = _ARROW.join((*place.names[:-1], ""))
        html: str = format_html(
            '<span class="bcorm-level-{}"><span class="visually-hidden">{}</span>{}</span>',
            min(len(place.names), _DEEPEST), above, category.name,
        )  # fmt: skip
        return html

    @admin.display(description=_("products"))
    def products(self, category: Any) -> str:
        """Return the way to a category's products."""
        listed = reverse(f"{self.admin_site.name}:bcorm_product_changelist")
        html: str = format_html(
            '<a href="{}?category={}">{}<span class="visually-hidden"> {}</span></a>',
            listed, category.pk, _("Products"), category.name,
        )  # fmt: skip
        return html

    def choices(
        self, request: HttpRequest, term: str, part: slice
    ) -> tuple[list[tuple[Any, str]], int]:
        """Find categories by words of their paths, in the tree's order.

        Args:
            request: who asks.
            term: what was typed.
            part: which of those that are found.
        """
        tree = places(self.backend().session)
        if not tree:
            return super().choices(request, term, part)
        words = term.casefold().split()
        found = [place for place in tree.values() if place.has(words)]
        return [(place.key, str(place)) for place in found[part]], len(found)

    def choice_labels(self, keys: Sequence[Any]) -> dict[Any, str]:
        """Call categories by their way from the top.

        Args:
            keys: their keys.
        """
        tree = places(self.backend().session)
        known = {key: str(tree[key]) for key in keys if key in tree}
        others = [key for key in keys if key not in known]
        return {**known, **(super().choice_labels(others) if others else {})}
