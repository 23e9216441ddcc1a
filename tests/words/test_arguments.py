"""Arguments that methods have elsewhere: none is taken silently, and each error says the way."""

from __future__ import annotations

import re

import pytest
import wrong_types

import bcorm
from bcorm import Product
from bcorm.model import idioms

# What is typed, with `session`, `client`, `rows` (a queryset), `one` (an object of it) and `images`
# (a relation of that), and what the error says.
CALLS = """
session.delete(Product, 77) => session.get(Product, 77)
session.delete(one, synchronize_session=False) => leave it out
session.delete(one, commit=True) => waits for the commit
session.refresh(one, attribute_names=["name"]) => fields=['name']
session.refresh(one, ["name"], True) => refresh(object, ['name'])
session.refresh(one, with_for_update=True) => commit(check=True)
session.expire(one, attribute_names=["name"]) => fields=['name']
session.commit(flush=True) => flush() and commit()
session.commit(one) => object.save() sends one
session.rollback(one) => expunge(object)
session.add(one, True) => session.add(object)
session.add(one, _warn=False) => leave it out
session.add() => needs instance: it is add(instance)
session.add_all(one, one) => add_all(instances)
session.get(Product, 77, populate_existing=True) => session.refresh(object)
session.get(Product, 77, with_for_update=True) => commit(check=True)
session.get(Product, ident=77) => session.get(Product, 77)
session.get(entity=Product, ident=77) => session.get(Product, 77)
session.get(Product, 77, 78) => get(model, key=..., **parents)
session.merge(one, load=False) => session.add(object)
session.begin(nested=True) => no store has savepoints
session.close(invalidate=True) => client.close()
session.expunge(Product, 77) => session.expunge(session.get
session.expunge_all(one) => expunge(object)
session.expire_all(one) => expire(object)
session.is_modified(one, include_collections=False) => is_modified(image)
session.is_modified(one, "name") => plan().changes
session.save(one, force_insert=True) => each by itself
session.save(one, ["price"]) => update_fields=['price']
session.plan(one) => all that is pending
session.plan(check=True) => commit(check=True)
session.call("v3/catalog/products") => needs path
client.session(autocommit=True) => object.save() sends one object now
client.session(expire_on_commit=False) => expire_all()
client.session("bulk") => lane='interactive'
client.get("v3/catalog/products", {"limit": 1}) => params={'limit': 1}
client.get("v3/catalog/products", limit=1) => params={'limit': 1}
client.get("v3/catalog/products", timeout=5) => deadline=
client.post("v3/catalog/products", {"name": "x"}) => json={...}
client.post("v3/catalog/products", data={"name": "x"}) => json={...}
client.graphql("{x}", variables=1) => a mapping
Count("id", filter=Q(id=1)) => queryset.filter(...).aggregate(...)
Count("id", True) => distinct=True
Count("id", distinct="x") => True or False
Sum("price", default=0) => or 0
Sum("price", output_field=1) => type of the field
Avg() => Avg(name, distinct=...)
F() => F(name)
F("price", 1) => F('price')
F("price") % 2 => compute the rest on the rows
F("price") ** 2 => compute the rest on the rows
rows.get(id=77, using="default") => objects.using(session)
rows.all(10) => queryset[:10]
rows.all(limit=10) => queryset[:10]
rows.first("name") => order_by('name').first()
rows.last("name") => order_by('name').last()
rows.count("id") => distinct().count()
rows.exists(1) => filter(...).exists()
rows.earliest(field_name="name") => earliest(*fields)
rows.iterator(batch_size=10) => leave it out
rows.in_bulk([77], "sku") => row.sku: row for row
rows.in_bulk([77], field_name="sku") => row.sku: row for row
rows.only(fields=["name"]) => only(*names)
rows.order_by("price", nulls_last=True) => order_by('price')
rows.order_by(price="desc") => order_by('-price')
rows.reverse(True) => order_by('-name')
rows.values("id", flat=True) => values_list('id', flat=True)
rows.values_list("id", named=True) => values(...)
rows.using(alias="x") => using(session)
rows.select_related("brand", depth=2) => select_related('brand')
rows.include("images", limit=3) => a slice
rows.explain(format="json") => str(explanation)
rows.create({"name": "x"}) => create(name=value)
rows.create(name="x", using="default") => objects.using(session)
rows.create(name="x", commit=False) => session.add(Model(...))
rows.bulk_create([], 100) => batches have
rows.bulk_create([], ignore_conflicts=True) => add_all
rows.bulk_create([], update_conflicts=True, unique_fields=["id"]) => update_or_create
rows.bulk_create(objs=[]) => bulk_create(objects)
rows.bulk_update([one], ["price"], batch_size=3) => batches have
rows.get_or_create(id=77, default={}) => defaults={...}
rows.get_or_create(id=77, create_defaults={}) => defaults={...}
rows.update_or_create(id=77, create_defaults={}) => get_or_create
rows.update({"price": 3}) => update(price=3)
rows.update(price=3, synchronize_session=False) => leave it out
rows.delete(synchronize_session=False) => leave it out
rows.delete(True) => positional
rows.delete(everything="no") => everything=True
rows.values("id").count("id") => positional
rows.to_pandas(columns=["name"]) => to_pandas('id', 'name')
rows.to_pandas("name", index="id") => pandas' own
rows.to_parquet() => needs path
one.save(["price"]) => update_fields=['price']
one.save(validate=True) => checks it at once
one.save(using="default") => session.add(object)
one.delete(keep_parents=True) => no parents
one.delete(using="x") => where it was read
one.refresh(attribute_names=["name"]) => fields=['name']
one.refresh_from_db(from_queryset=rows) => session.refresh(object
one.to_dict(exclude=["id"]) => queryset.values('id', 'name')
one.copy_as("x") => copy_as(**values)
Product.delete(77) => on an object, not on its class
images.create(using="x") => objects.using(session)
images.add(1, bulk=False) => leave it out
images.add(1, through_defaults={}) => leave it out
images.set([], clear=True) => leave it out
images.clear(bulk=False) => leave it out
images.append(1, 2) => append(item)
images.upload() => upload(file,
images.upload(url="x") => image_url=
images.__setitem__(0, 1) => .images.set(objects)
"""


@pytest.mark.parametrize("line", [line for line in CALLS.splitlines() if line])
def test_what_is_typed_elsewhere__says_what_is_typed_here(emulator, session, line):
    call, told = line.split(" => ")
    one = Product.objects.get(77)
    known = {
        "session": session,
        "client": session.client,
        "one": one,
        "images": one.images,
        "rows": Product.objects.filter(id=77),
        **{word: getattr(bcorm, word) for word in ("Avg", "Count", "F", "Product", "Q", "Sum")},
        "bcorm": bcorm,
    }
    emulator.clear_requests()
    with pytest.raises(TypeError, match=re.escape(told)) as caught:
        eval(call, known)
    assert "__init__" not in str(caught.value)
    assert not emulator.requests
    assert [*session.dirty, *session.new, *session.deleted] == []


@pytest.mark.parametrize("word", sorted(idioms.CLIENT))
def test_words_that_a_client_lacks(session, word):
    with pytest.raises(AttributeError, match=re.escape(idioms.CLIENT[word])):
        getattr(session.client, word)


def test_classes_that_are_named__exist(session):
    hints = " ".join(idioms.CLIENT.values())
    named = set(re.findall(r"bcorm\.(\w+)", hints))
    assert {name for name in named if not hasattr(bcorm, name)} == set()


def test_no_argument_of_elsewhere__is_a_field():
    """Methods that take the values of fields refuse these words, so no field may have them."""
    takers = ("create", "update", "get", "get_or_create", "update_or_create")
    for taker in takers:
        refused = idioms.ARGUMENTS[taker].keys() - {"*", "**"}
        for model in wrong_types.models():
            assert not refused & {*model.relations, *model.endpoint.owners}
            fields = set(bcorm.model.mapper.mapper_for(model).fields)
            assert not refused & fields, (taker, model)


def test_lanes__are_known_before_anything_is_sent(session):
    with pytest.raises(bcorm.exceptions.ConfigurationError, match="bulk"):
        session.client.session(lane="fast")


def test_fields_that_are_left_out__add_up(emulator, session):
    emulator.clear_requests()
    asked = [
        Product.objects.only("name", "price").defer("price"),
        Product.objects.defer("price").only("name", "price"),
        Product.objects.defer("price").defer("description"),
        Product.objects.only("name").defer("name"),
    ]
    for rows in asked:
        assert rows[0].id
    first, second, third, last = (request.query for request in emulator.requests)
    assert first["include_fields"] == second["include_fields"]
    assert "price" not in first["include_fields"].split(",")
    assert {"price", "description"} <= {*third["exclude_fields"].split(",")}
    assert "name" not in last["include_fields"].split(",")
