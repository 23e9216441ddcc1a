"""Words of Django and SQLAlchemy that bcorm has not, with what to type instead: as data.

The classes that they are looked for on ask here when they have no such attribute, so that the error
says the way. What another word would do just as well is here; what bcorm has is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_SESSION_WRITES = "it is sent by session.commit(), or by object.save()"
_ONE_BY_ONE = "the API has no statement for that"
SYNCHRONOUS = "bcorm is synchronous: run it in a thread, await asyncio.to_thread"

QUERYSET: Mapping[str, str] = {
    "bulk_insert_mappings": "bulk_create([Model(**values) for values in rows])",
    "dates": "values_list('date_created', flat=True), and a set of the dates",
    "datetimes": "values_list('date_created', flat=True), and a set of the moments",
    "difference": "exclude(...), or a condition with ~Q(...)",
    "extra": f"filter(...) with lookups; {_ONE_BY_ONE}",
    "fetchall": "list(queryset)",
    "fetchone": "first()",
    "filter_by": "filter(name=value)",
    "group_by": "values('brand_id').annotate(Count('id'))",
    "insert": "add(object), or create(field=value)",
    "intersection": "the & of both querysets, or filter(...) again",
    "join": "the relation itself (product.brand), or include(...): the API cannot join",
    "limit": "a slice: queryset[:10]",
    "offset": "a slice: queryset[20:30]",
    "one": "get()",
    "one_or_none": "first(), or get() and DoesNotExist",
    "pop": "remove(object), or object.delete()",
    "query": "explain(), which says what is sent",
    "raw": "filter(...), or session.client.get(path) for a request of your own",
    "scalar": "first(), or values_list(name, flat=True)[0]",
    "select_for_update": "commit(check=True), which refuses to overwrite what changed since",
    "union": "the | of both querysets, or Q(...) | Q(...)",
    "where": "filter(price__gte=10)",
    "with_entities": "values_list('id', 'name')",
}
MODEL: Mapping[str, str] = {
    "all": "{model}.objects.all()",
    "count": "{model}.objects.count()",
    "create": "{model}.objects.create(...)",
    "exists": "{model}.objects.filter(...).exists()",
    "filter": "{model}.objects.filter(...)",
    "filter_by": "{model}.objects.filter(...)",
    "find": "{model}.objects.filter(...)",
    "first": "{model}.objects.first()",
    "get": "{model}.objects.get(77), or session.get({model}, 77)",
    "get_or_create": "{model}.objects.get_or_create(...)",
    "list": "{model}.objects.all()",
    "query": "{model}.objects",
    "search": "{model}.objects.filter(...)",
    "select": "{model}.objects.filter(...)",
    "where": "{model}.objects.filter(...)",
}
OBJECT: Mapping[str, str] = {
    "clean": "nothing: assigning a value checks it at once",
    "clone": "copy_as(name=..., ...), which makes a new row",
    "copy": "copy_as(name=..., ...), which makes a new row, or copy.copy(object)",
    "destroy": "delete()",
    "dict": "to_dict()",
    "full_clean": "nothing: assigning a value checks it at once",
    "get_deferred_fields": "raw, which holds what was loaded",
    "json": "to_dict(), which json.dumps takes",
    "objects": "type(object).objects: the class has it, its objects have not",
    "reload": "refresh_from_db(), or refresh()",
    "remove": "delete()",
    "to_json": "json.dumps(object.to_dict())",
    "update": "assignments and save(), or {model}.objects.filter(...).update(...)",
    "validate": "nothing: assigning a value checks it at once",
}
SESSION: Mapping[str, str] = {
    "begin_nested": f"begin(): no store has savepoints; {_SESSION_WRITES}",
    "bulk_insert_mappings": "Model.objects.bulk_create([Model(**values) for values in rows])",
    "bulk_save_objects": "add_all(objects), then commit()",
    "bulk_update_mappings": "Model.objects.bulk_update(objects)",
    "connection": "session.client",
    "execute": "Model.objects.filter(...)",
    "filter": "Model.objects.using(session).filter(...)",
    "get_one": "get(Model, key), which raises DoesNotExist",
    "identity_map": "list(session), or lookup(Model, {}, key)",
    "invalidate": "expunge_all()",
    "is_active": "new, dirty and deleted, which say what is pending",
    "objects": "Model.objects.using(session)",
    "query": "Model.objects.using(session)",
    "remove": "delete(object) for its row, expunge(object) for the object alone",
    "scalar": "Model.objects.filter(...).first()",
    "scalars": "Model.objects.filter(...), which yields objects, or values_list(name, flat=True)",
    "update": "Model.objects.filter(...).update(...)",
}
FIELD: Mapping[str, str] = {
    "asc": "order_by('{field}')",
    "between": "filter({field}__range=(low, high))",
    "contains": "filter({field}__contains=...)",
    "desc": "order_by('-{field}')",
    "endswith": "filter({field}__endswith=...)",
    "ilike": "filter({field}__icontains=...)",
    "in_": "filter({field}__in=[...])",
    "is_": "filter({field}__isnull=True)",
    "is_not": "exclude({field}__isnull=True)",
    "isnot": "exclude({field}__isnull=True)",
    "label": "values('{field}')",
    "like": "filter({field}__contains=...)",
    "not_in": "exclude({field}__in=[...])",
    "notin_": "exclude({field}__in=[...])",
    "startswith": "filter({field}__startswith=...)",
}


def instead(words: Mapping[str, str], name: str, model: str = "") -> str:
    """Return what to type instead of a word, as the end of an error; "" if nothing is known."""
    hint = words.get(name)
    return "" if hint is None else f": use {hint.replace('{model}', model)}"


def in_a_thread(owner: Any, name: str, shown: str) -> str:
    """Return what to type instead of an asynchronous word; "" if `name` is none, as `aget` is."""
    word = name[1:]
    if name[0] != "a" or not callable(getattr(owner, word, None)):
        return ""
    return f": {SYNCHRONOUS}({shown}.{word}, ...)"
