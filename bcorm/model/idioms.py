"""Words of Django, SQLAlchemy and pandas that bcorm has not, with what to type instead: as data.

The classes that they are looked for on have these tables, see `Guided`, so that the error says the
way. What another word would do just as well is here; what bcorm has is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SESSION_WRITES = "it is sent by session.commit(), or by object.save()"
_ONE_BY_ONE = "the API has no statement for that"


def _rows(models: str) -> list[tuple[str, str]]:
    """Return what classes are called elsewhere, `products` and `Products`, with their names."""
    found = []
    for model in models.split():
        plural = f"{model[:-1]}ies" if model.endswith("y") else f"{model}s"
        snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in plural).lstrip("_")
        found += [(snake, model), (plural, model), (model, model)]
    return found


QUERYSET: Mapping[str, str] = {
    "add": "session.add(object), or create(field=value)",
    "execution_options": "include(...), prefetch_related(...) and using(session)",
    "enable_eagerloads": "nothing: a relation is loaded when it is touched, or by include(...)",
    "from_statement": f"filter(...) with lookups; {_ONE_BY_ONE}",
    "get_queryset": "all()",
    "db_manager": "using(session)",
    "having": "[group for group in groups if ...], of values('brand_id').annotate(Count('id'))",
    "options": "include(...), or prefetch_related(...)",
    "ordered": "explain(), which says by what the rows are sorted",
    "outerjoin": "filter(brand__name=...), or the relation itself (product.brand)",
    "params": "filter(name=value)",
    "populate_existing": "session.refresh(object), or session.expire_all() before",
    "select_from": "the class: Product.objects",
    "slice": "a slice: queryset[20:30]",
    "subquery": "filter(brand__in=Brand.objects.filter(...))",
    "with_for_update": "commit(check=True), which refuses to overwrite what changed since",
    "yield_per": "iterator(), which keeps no rows",
    "alias": "aggregate(n=Count('id')), or values('brand_id').annotate(n=Count('id'))",
    "append": "session.add(object), or create(field=value)",
    "as_manager": "class MyProduct(Product), whose methods are your own",
    "avg": "aggregate(Avg('price'))",
    "db": "the session: session.client.store_key",
    "each": "for row in queryset",
    "find": "get(77), or filter(name=...)",
    "get_or_404": "get(77), and Product.DoesNotExist",
    "get_or_none": "filter(...).first()",
    "is_empty": "not queryset.exists()",
    "items": "values(), or values_list('id', 'name')",
    "keys": "values_list('id', flat=True)",
    "len": "count(), or len(queryset)",
    "length": "count(), or len(queryset)",
    "map": "[... for row in queryset]",
    "max": "aggregate(Max('price'))",
    "min": "aggregate(Min('price'))",
    "page": "a slice: queryset[20:30]; pages of the API are read by themselves",
    "paginate": "a slice: queryset[20:30]; pages of the API are read by themselves",
    "pluck": "values_list('name', flat=True)",
    "random": "random.choice(list(queryset))",
    "save": "session.commit(), or object.save()",
    "set": "update(field=value)",
    "search": "filter(keyword=...) where the API has it, or filter(name__icontains=...)",
    "size": "count(), or len(queryset)",
    "sort": "order_by('name')",
    "sort_by": "order_by('name')",
    "sum": "aggregate(Sum('price'))",
    "take": "a slice: queryset[:10]",
    "to_array": "list(queryset)",
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
    "join": "filter(brand__name=...), or the relation itself (product.brand)",
    "limit": "a slice: queryset[:10]",
    "offset": "a slice: queryset[20:30]",
    "one": "get()",
    "one_or_none": "first(), or get() and DoesNotExist",
    "pop": "remove(object), or object.delete()",
    "query": "explain(), which says what is sent",
    "raw": "filter(...), or session.client.get(path) for a request of your own",
    "scalar": "first(), or values_list(name, flat=True)[0]",
    "select_for_update": "commit(check=True), which refuses to overwrite what changed since",
    "to_csv": "to_pandas().to_csv(path), to_parquet(path), or the program's bcorm export",
    "to_df": "to_pandas()",
    "to_dicts": "list(queryset.values())",
    "to_dict": "{row.id: row for row in queryset}, in_bulk(), or list(queryset.values())",
    "to_json": "json.dumps([row.to_dict() for row in queryset])",
    "to_list": "list(queryset)",
    "union": "the | of both querysets, or Q(...) | Q(...)",
    "unique": "nothing: no row comes twice",
    "where": "filter(price__gte=10)",
    "with_entities": "values_list('id', 'name')",
}
_FIRST = "that of the queryset, before: queryset.{word}(...).values(...)"
_FRAME = "pandas.DataFrame(list(values)), or to_pandas() of the queryset"
VALUES: Mapping[str, str] = {
    "aggregate": "that of the queryset: queryset.aggregate(...)",
    "all": "it as it is: it reads anew each time",
    "exclude": _FIRST.replace("{word}", "exclude"),
    "filter": _FIRST.replace("{word}", "filter"),
    "get": "first(), or queryset.get(...)",
    "group_by": "annotate(Count('id')), which groups by these fields",
    "last": "list(values)[-1], or queryset.last()",
    "order_by": _FIRST.replace("{word}", "order_by"),
    "scan": _FIRST.replace("{word}", "scan"),
    "to_dict": "list(values), or dict(queryset.values_list('id', 'name'))",
    "to_list": "list(values)",
    "to_pandas": _FRAME,
    "using": _FIRST.replace("{word}", "using"),
}
GROUPS: Mapping[str, str] = {
    "aggregate": "sum(group['id__count'] for group in groups)",
    "get": "next(group for group in groups if ...)",
    "having": "filter(id__count__gt=1)",
    "items": "{group['brand_id']: group['id__count'] for group in groups}",
    "last": "groups[-1]",
    "to_dict": "{group['brand_id']: group['id__count'] for group in groups}",
    "to_list": "list(groups)",
    "to_pandas": "pandas.DataFrame(list(groups))",
    "values": "[group['id__count'] for group in groups]",
    "values_list": "[tuple(group.values()) for group in groups]",
    "where": "filter(id__count__gt=1); rows are filtered before values(...)",
}
PLAN: Mapping[str, str] = {
    "commit": "session.commit(), which sends it",
    "execute": "session.commit(), which sends it",
    "run": "session.commit(), which sends it",
    "send": "session.commit(), which sends it",
    "explain": "print(plan), plan.rows or plan.changes",
    "to_dict": "[request.body for request in plan], or plan.rows",
    "to_list": "list(plan), or plan.rows",
}
REPORT: Mapping[str, str] = {
    "created": "saved, and object.pk, which a created one has from then on",
    "errors": "failed, whose entries have object, error, and errors by field",
    "ok": "bool(report), which is True if everything was saved",
    "raise_for_status": "nothing: commit() raises CommitError itself",
    "succeeded": "saved",
    "success": "bool(report), which is True if everything was saved",
    "successful": "bool(report), which is True if everything was saved",
}
MODEL: Mapping[str, str] = {
    "bulk_create": "{model}.objects.bulk_create([...])",
    "bulk_update": "{model}.objects.bulk_update([...])",
    "get_or_none": "{model}.objects.filter(...).first()",
    "update": "{model}.objects.filter(...).update(...)",
    "update_or_create": "{model}.objects.update_or_create(...)",
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
_SHIPPED = "shipments.create(order_address_id=..., items=[...], tracking_number=...)"
_NAMES = "first_name and last_name"
OWN: Mapping[str, Mapping[str, str]] = {
    "Customer": {
        "full_name": _NAMES,
        "get_full_name": _NAMES,
        "name": _NAMES,
        "set_password": "authentication={'new_password': ...}, and save()",
    },
    "Order": {
        "cancel": "status_id = 5, and save()",
        "fulfill": _SHIPPED,
        "items": "products",
        "line_items": "products",
        "lines": "products",
        "notes": "staff_notes, or customer_message",
        "refund": "refund_quote(items), then refunds.create(items=items, payments=...)",
        "ship": _SHIPPED,
    },
    "PriceList": {
        "assign": "upsert_assignment(customer_group_id=..., channel_id=...)",
        "set_price": "upsert_records([{'variant_id': ..., 'currency': 'USD', 'price': ...}])",
    },
    "Product": {
        "add_image": "images.upload(path), or images.create(image_url=...)",
        "category": "category_set.add(category), or categories, the list of keys",
        "quantity": "stock",
        "set_stock": "stock = 40, or set_inventory(40, location_id=...)",
        "tags": "search_keywords, or custom_fields",
    },
}
"""Words of shops, by the class of the object that is asked for them."""

OBJECT: Mapping[str, str] = {
    "check": "nothing: assigning a value checks it at once",
    "from_db": "{model}.objects.get(77)",
    "get_absolute_url": "custom_url.url, where a row has an address",
    "query": "{model}.objects.filter(...)",
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
    "clean_fields": "nothing: assigning a value checks it at once",
    "model_dump": "to_dict(), or dict(object)",
    "serializable_value": "getattr(object, name), or object[name]",
    "validate_unique": "save(): the store refuses what is taken, with the field",
    "update": "assignments and save(), or {model}.objects.filter(...).update(...)",
    "validate": "nothing: assigning a value checks it at once",
}
SESSION: Mapping[str, str] = {
    "autobegin": "nothing: a session is always ready",
    "close_all": "close() of each",
    "enable_baked_queries": "nothing: leave it out",
    "execution_options": "include(...), prefetch_related(...) and using(session) of querysets",
    "expire_on_commit": "expire_all()",
    "get_nested_transaction": "begin(): no store has transactions",
    "get_transaction": "begin(): no store has transactions",
    "hash_key": "client.store_key",
    "identity_key": "type(object) and object.pk",
    "in_nested_transaction": "bool(new or dirty or deleted): no store has transactions",
    "object_session": "object.session",
    "options": "include(...) of querysets",
    "prepare": "plan(), which says what commit() sends",
    "save_all": "add_all(objects), then commit()",
    "all": "Model.objects.using(session)",
    "autocommit": "object.save(), which sends one object now; autoflush sends before each query",
    "bind": "session.client",
    "changes": "plan().changes",
    "clear": "expunge_all(), or rollback() for what is not saved",
    "count": "Model.objects.using(session).count()",
    "create": "Model.objects.create(...), or add(Model(...))",
    "delete_all": "delete(object) for each, or queryset.delete()",
    "detach": "expunge(object)",
    "diff": "plan().changes",
    "evict": "expunge(object)",
    "exists": "Model.objects.filter(...).exists()",
    "get_bind": "session.client",
    "in_transaction": "bool(new or dirty or deleted): no store has transactions",
    "info": "stats, which counts what was sent",
    "modified": "dirty, or is_modified(object)",
    "pending": "new, dirty and deleted",
    "persist": "add(object), then commit()",
    "preview": "plan(), which prints what commit() sends",
    "push": "commit()",
    "request": "client.get(path), client.post(path, json=...)",
    "reset": "rollback(), or expunge_all() for the objects too",
    "run_sync": "the call itself, in asyncio.to_thread(job)",
    "stream": "Model.objects.iterator(), which keeps no rows",
    "sync": "commit() sends, refresh(object) reads",
    "transaction": "begin(), whose block ends in a commit",
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
# What an object has and nobody assigns.
ASSIGNED: Mapping[str, str] = {
    "pk": "the constructor: a key is given once, or by the store",
    "raw": "the fields themselves: object.name = ...",
    "session": "session.add(object), which puts it into one",
}
RELATION: Mapping[str, str] = {
    "any": "[row for row in queryset if row.{relation}]",
    "contains": "[row for row in queryset if object in row.{relation}]",
    "has": "filter({relation}__in=Other.objects.filter(...))",
    "filter": "that of an object's: object.{relation}.filter(...)",
    "all": "that of an object's: object.{relation}",
}
CLIENT: Mapping[str, str] = {
    "access_token": "the one that you gave: a client shows none",
    "account": "bcorm.Store.objects.get()",
    "add": "session.add(object): client.session() makes a session",
    "add_all": "session.add_all(objects): client.session() makes a session",
    "api": "get, post, put or delete, with a path such as 'v3/catalog/products'",
    "auth": "bcorm.connect(store_hash, access_token)",
    "base_url": "address",
    "client_id": "the one that you gave: requests do not need it",
    "commit": "session.commit(): client.session() makes a session",
    "connection": "get, post, put or delete, with a path such as 'v3/catalog/products'",
    "credentials": "the ones that you gave: a client shows none",
    "execute": "Product.objects.filter(...), or graphql(document)",
    "fetch": "get(path, params={...})",
    "get_all": "Product.objects.all(), which reads page after page",
    "get_paginated": "Product.objects.all(), which reads page after page",
    "head": "request('HEAD', path)",
    "headers": "request(..., headers={...})",
    "host": "address",
    "last_response": "the answer that get and the others return",
    "limits": "governor, and stats, which counts what was sent",
    "objects": "Product.objects.using(session), of a session that client.session() makes",
    "options": "request(method, path), with the method that it is for",
    "paginate": "Product.objects.all(), which reads page after page",
    "patch": "request('PATCH', path, json={...})",
    "ping": "bcorm.Store.objects.get()",
    "query": "Product.objects.filter(...), or graphql(document)",
    "rate_limit": "governor, and stats, which counts what was sent",
    "remaining": "governor, and stats, which counts what was sent",
    "send": "request(method, path)",
    "store": "store_key, or bcorm.Store.objects.get()",
    "store_hash": "store_key",
    "token": "the one that you gave: a client shows none",
    "url": "address",
    **{
        word: f"bcorm.{model}.objects, with a session that client.session() makes"
        for word, model in _rows(
            """Brand Cart Category Channel Checkout Coupon Currency Customer CustomerGroup Order
            Page PriceList Product Redirect Script Site Subscriber Webhook Wishlist"""
        )
    },
    "variants": "bcorm.ProductVariant.objects, with a session that client.session() makes",
    "hooks": "bcorm.Webhook.objects, with a session that client.session() makes",
}
_NO_OPTIONS = "include(...) and prefetch_related(...) of the queryset say what is loaded with rows"
_NOT_SENT = "session.add(object) sends nothing, and session.commit() all that is pending"
_CHECKED = "commit(check=True) refuses to overwrite what changed since it was read"
_ALWAYS = "objects that are loaded show what is written: leave it out"
_STORE = "objects.using(session) reads and writes through another session"
_FIELDS_HERE = "fields=['name'] says which"
_IN_BATCHES = "batches have the size that the API takes"
_BY_ITSELF = "a new object is created and a saved one updated, each by itself"
_NO_COLUMNS = "takes names of fields, and no row has others: compute on the rows"
_FRAME_NAMES = "fields are named one by one, to_pandas('id', 'name')"
# Arguments that methods have elsewhere, by the method; those of "" are of all of them.
ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "": {
        "attribute_names": _FIELDS_HERE,
        "batch_size": _IN_BATCHES,
        "bulk": "the commit sends rows in as few requests as the API allows: leave it out",
        "columns": _FRAME_NAMES,
        "commit": _NOT_SENT,
        "execution_options": _NO_OPTIONS,
        "flush": "flush() and commit() both send what is pending",
        "force_insert": _BY_ITSELF,
        "force_update": _BY_ITSELF,
        "limit": "a slice: queryset[:10]",
        "nulls_first": "sorted(rows, key=...): order_by puts rows without a value last",
        "nulls_last": "order_by('price'): rows that are sorted here come last without a value",
        "offset": "a slice: queryset[20:30]",
        "options": _NO_OPTIONS,
        "schema": "types are those of the fields",
        "synchronize_session": _ALWAYS,
        "through_defaults": "nothing stands between the two: leave it out",
        "timeout": "connect(timeout=...) is of all requests, commit(deadline=...) of one commit",
        "using": _STORE,
        "with_for_update": _CHECKED,
    },
    "add": {
        "*": "session.add(object), or session.add_all([one, two])",
        "**": "add() takes objects; new(...) or create(...) make one of values",
        "_warn": "leave it out",
    },
    "all": {"*": "a slice: queryset[:10]"},
    "begin": {
        "nested": "no store has savepoints, and no block is inside another",
        "subtransactions": "no store has savepoints, and no block is inside another",
    },
    "bulk_create": {
        "*": _IN_BATCHES,
        "ignore_conflicts": "session.add_all(objects) and commit() save the rest, and report these",
        "objs": "bulk_create(objects)",
        "unique_fields": "update_or_create(...), one by one",
        "update_conflicts": "update_or_create(...), one by one",
        "update_fields": "update_or_create(...), one by one",
    },
    "bulk_update": {"*": _IN_BATCHES, "objs": "bulk_update(objects, fields)"},
    "clear": {"clear": "leave it out"},
    "close": {"invalidate": "close() lets go of the objects; client.close() ends connections"},
    "commit": {"*": "object.save() sends one object, flush(objects) some, and commit() all"},
    "count": {"*": "filter(name__isnull=False).count(), or values('name').distinct().count()"},
    "create": {
        "*": "create(name=value)",
        "commit": "new(...) of a relation, or session.add(Model(...)), sends nothing yet",
        "through_defaults": "nothing stands between the two: leave it out",
        "using": _STORE,
    },
    "delete": {
        "*": "session.delete(session.get(Product, 77)), or Product.objects.filter(id=77).delete()",
        "commit": "session.delete(object) waits for the commit, object.delete() does not",
        "force": "delete() is all that the API has",
        "using": "an object is deleted where it was read",
        "keep_parents": "rows have no parents that are deleted with them",
    },
    "distinct": {"field_name": "values('name').distinct()"},
    "exists": {"*": "filter(...).exists()"},
    "expire": {"*": "expire(object, ['name'])"},
    "expire_all": {"*": "expire(object)"},
    "explain": {
        "analyze": "nothing is sent; session.stats counts what was",
        "format": "str(explanation), or its attributes",
        "verbose": "str(explanation) has everything",
    },
    "expunge": {"*": "session.expunge(session.get(Product, 77))"},
    "expunge_all": {"*": "expunge(object)"},
    "first": {"*": "order_by('name').first()"},
    "flush": {"*": "flush([one, two])"},
    "get": {
        "entity": "session.get(Product, 77)",
        "execution_options": _NO_OPTIONS,
        "ident": "session.get(Product, 77)",
        "identity_token": "leave it out",
        "populate_existing": "session.refresh(object) loads it again",
        "pk_": "session.get(Product, 77)",
        "primary_key": "session.get(Product, 77)",
        "using": _STORE,
        "with_for_update": _CHECKED,
    },
    "get_or_create": {
        "create_defaults": "defaults={...} are the values of a new row",
        "default": "defaults={...} are the values of a new row",
        "using": _STORE,
    },
    "in_bulk": {
        "*": "{row.sku: row for row in queryset.filter(sku__in=[...])}",
        "field_name": "{row.sku: row for row in queryset.filter(sku__in=[...])}",
        "id_list": "in_bulk([77, 80])",
    },
    "is_modified": {
        "*": "plan().changes says which fields",
        "include_collections": "rows of a relation are asked themselves, is_modified(image)",
        "passive": "leave it out: nothing is sent",
    },
    "iterator": {
        "*": "iterator(chunk_size, prefetch=2)",
        "batch_size": "pages have the size that the API gives them: leave it out",
    },
    "last": {"*": "order_by('name').last()"},
    "lookup": {
        "": "session.get(Product, 77) takes it from there, or reads it; lookup(Product, {}, 77)",
        "*": "session.get(Product, 77) takes it from there, or reads it; lookup(Product, {}, 77)",
    },
    "merge": {"load": "session.add(object) takes one of elsewhere as it is"},
    "order_by": {"**": "order_by('price') sorts upwards, order_by('-price') downwards"},
    "plan": {
        "*": "plan() is of all that is pending",
        "check": "commit(check=True) reads before it sends; plan() sends nothing",
    },
    "prefetch_related": {"queryset": "filter the relation: product.images.filter(...)"},
    "refresh": {"*": "refresh(object, ['name'])"},
    "refresh_from_db": {"from_queryset": "session.refresh(object, fields=['name'])"},
    "reverse": {"*": "order_by('-name')"},
    "rollback": {
        "*": "expunge(object) and refresh(object) are of one object, rollback() is of all",
        "_to_root": "leave it out: no block is inside another",
    },
    "save": {
        "*": "save(update_fields=['price'])",
        "commit": _NOT_SENT,
        "using": "session.add(object) puts it into one, and save() uses that",
        "validate": "assigning a value checks it at once: leave it out",
    },
    "scan": {"*": "scan().filter(...)"},
    "select_related": {"depth": "select_related('brand') names relations"},
    "session": {
        "*": "client.session(lane='interactive')",
        "autocommit": "object.save() sends one object now, and commit() what is pending",
        "bind": "the client's own session() is bound to its store",
        "expire_on_commit": "what a commit sent is current: expire_all() loads the rest again",
        "future": "leave it out",
        "info": "keep it beside the session",
        "twophase": "no store has transactions; journal=... survives the process",
    },
    "set": {"clear": "set([...]) takes out and adds what differs: leave it out"},
    "to_dict": {
        "*": "{name: row[name] for name in names}, or queryset.values('id', 'name')",
        "**": "{name: row[name] for name in names}, or queryset.values('id', 'name')",
    },
    "to_pandas": {"**": "to_pandas('id', 'name') makes a frame: use pandas' own methods on it"},
    "update": {
        "*": "update(price=3), of a mapping update(**values)",
        "synchronize_session": _ALWAYS,
        "using": _STORE,
    },
    "update_or_create": {
        "create_defaults": "get_or_create(defaults=...), then assignments and save()",
        "default": "defaults={...} are what is set",
        "using": _STORE,
    },
    "upload": {
        "image_file": "upload(path_or_file) takes it first",
        "image_url": "create(image_url=...) takes an address",
        "path": "upload(path) takes it first",
        "url": "create(image_url=...) takes an address",
    },
    "using": {"alias": "using(session)"},
    "values": {
        "flat": "values_list('id', flat=True)",
        "**": f"values() {_NO_COLUMNS}",
    },
    "values_list": {
        "named": "values(...) answers dictionaries",
        "**": f"values_list() {_NO_COLUMNS}",
    },
}
_CONNECT = "bcorm.connect(store_hash, access_token) makes a session, whose client is session.client"
# Arguments of what makes a client.
CLIENT_MADE: Mapping[str, str] = {
    "": _CONNECT,
    "*": _CONNECT,
    "access_token": _CONNECT,
    "store_hash": _CONNECT,
}
CONNECT: Mapping[str, str] = {
    "*": "connect(store_hash, access_token, timeout=..., ...): the rest goes by name",
}
# Words on the block of session.begin().
BLOCK: Mapping[str, str] = {
    "add": "with session.begin() as session: session.add(object)",
    "close": "nothing: the block ends by itself",
    "commit": "with session.begin(): its end commits; without a block, session.commit()",
    "rollback": "session.rollback(), or raise an error inside the block",
}
MODULE: Mapping[str, str] = {
    "Case": "a condition of Python on the rows that were read",
    "Emulator": "from bcorm.emulator import Emulator",
    "Exists": "filter(id__in=Other.objects.filter(...).values_list('product_id', flat=True))",
    "Group": "bcorm.CustomerGroup",
    "Hook": "bcorm.Webhook",
    "Inventory": "bcorm.InventoryItem",
    "LineItem": "bcorm.OrderProduct",
    "Model": "bcorm.Resource",
    "Prefetch": "prefetch_related('images')",
    "StdDev": "statistics.stdev(queryset.values_list('price', flat=True))",
    "Stock": "bcorm.InventoryItem",
    "Subquery": "filter(brand__in=Brand.objects.filter(...))",
    "User": "bcorm.Customer",
    "Value": "the value itself",
    "Variance": "statistics.variance(queryset.values_list('price', flat=True))",
    "When": "a condition of Python on the rows that were read",
    "and_": "filter(first, second), or Q(...) & Q(...)",
    "atomic": "with session.begin(): no store has transactions",
    "create_engine": "bcorm.connect(store_hash, access_token)",
    "func": "bcorm.Count, bcorm.Sum and the like, in aggregate(...)",
    "get_object_or_404": "Product.objects.get(77), and Product.DoesNotExist",
    "inspect": "object.raw, session.dirty, session.is_modified(object)",
    "not_": "~Q(...), or exclude(...)",
    "object_session": "object.session",
    "or_": "Q(...) | Q(...)",
    "relationship": "bcorm.one or bcorm.many",
    "select": "Product.objects.filter(...)",
    "sessionmaker": "bcorm.connect(...), and client.session() for more",
    "transaction": "with session.begin(): no store has transactions",
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
