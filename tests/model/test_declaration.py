"""What a declaration says is held against the class: a misspelt fact is refused, by its name."""

import ast
import inspect
import re
from typing import Any

import attrs
import pytest

from bcorm import Product
from bcorm.exceptions import DeclarationError
from bcorm.model import Resource, field, many, one, readonly
from bcorm.query import endpoint
from bcorm.query.endpoint import Batch, Endpoint, Filter, PutRule, refuse, resend

THINGS = "v3/things"


def declare(**facts: Any) -> type[Resource]:
    """Make a resource with an id, a name and a date of change."""

    class Thing(Resource, **{"path": THINGS, **facts}):
        id: int = readonly()
        name: str = field()
        date_modified: str = readonly()

    return Thing


@pytest.mark.parametrize(
    ("facts", "wrong", "right"),
    [
        ({"pathh": THINGS}, "'pathh'", "'path'"),
        ({"path": "things"}, "'things'", "v3/"),
        ({"verbs": "lst get"}, "'lst'", "'list'"),
        ({"verbs": ("list", "gte")}, "'gte'", "'get'"),
        ({"paging": "curser"}, "'curser'", "'cursor'"),
        ({"sort": "nmae"}, "'nmae'", "'name'"),
        ({"sort": "name", "sort_hidden": "nmae"}, "'nmae'", "'name'"),
        ({"sort_style": "sufix"}, "'sufix'", "'suffix'"),
        ({"natural_key": "nmae"}, "'nmae'", "'name'"),
        ({"update_method": "PTU"}, "'PTU'", "'PUT'"),
        ({"create_method": "PSOT"}, "'PSOT'", "'POST'"),
        ({"path": "v3/things/{id"}, "'v3/things/{id'", "braces"),
        ({"item_path": "v3/things/{}"}, "'v3/things/{}'", "braces"),
        ({"update_batch": "ten"}, "'ten'", "Batch("),
        ({"totals": "no"}, "'no'", "True or False"),
        ({"keyset": 1.5}, "1.5", "True, or a parameter"),
        ({"page_caps": "images"}, "'images'", "a mapping"),
        ({"answers": "row"}, "'row'", "(answer,)"),
        ({"put_rules": refuse("name", acknowledge="x", source="s", reason="r")}, "name", "(rule,)"),
        ({"version_field": "date_modifed"}, "'date_modifed'", "'date_modified'"),
        ({"includes": "zz"}, "'zz'", "expected one of"),
        ({"key": "ids"}, "'ids'", "'id'"),
        ({"page_size": 0}, "0", "whole number"),
        ({"page_caps": {"options": 10}}, "'options'", "expected one of"),
        ({"filters": {"nmae": "exact"}}, "'nmae'", "'name'"),
        ({"filters": {"name": "exat"}}, "'exat'", "'exact'"),
        ({"filter_style": "sufix"}, "'sufix'", "'suffix'"),
        ({"put_rules": (resend("nmae", source="s", reason="r"),)}, "'nmae'", "'name'"),
        ({"create_batch": Batch(10, carry=("product_id",))}, "'product_id'", "expected one of"),
        ({"update_batch": Batch(10, without=("nmae",))}, "'nmae'", "'name'"),
    ],
)
def test_a_misspelt_fact_is_refused_with_the_nearest_right_word(facts, wrong, right):
    with pytest.raises(DeclarationError) as refused:
        declare(**facts)
    assert wrong in str(refused.value)
    assert right in str(refused.value)


@pytest.mark.parametrize(
    ("make", "wrong", "right"),
    [
        (lambda: PutRule("refuze", ("name",), "s", "r"), "'refuze'", "'refuse'"),
        (lambda: PutRule("refuse", ("name",), "s", "r"), "'refuse'", "acknowledge="),
        (lambda: PutRule("only_with", ("name",), "s", "r"), "'only_with'", "companions="),
        (lambda: Batch(0), "0", "whole number"),
        (lambda: Batch(10, method="PTU"), "'PTU'", "'PUT'"),
        (lambda: Batch(10, carry="product_id"), "'product_id'", "a tuple of names"),
        (lambda: Filter("exact gteq"), "'gteq'", "'gte'"),
        (lambda: Filter("exact", flag="yes"), "'yes'", "True or False"),
        (lambda: field(format="rfc2821"), "'rfc2821'", "'rfc2822'"),
        (lambda: field(max_length="250"), "'250'", "a number"),
    ],
)
def test_what_no_endpoint_can_be_is_refused_where_it_is_written(make, wrong, right):
    with pytest.raises(DeclarationError) as refused:
        make()
    assert wrong in str(refused.value)
    assert right in str(refused.value)


@pytest.mark.parametrize(
    ("make", "right"),
    [
        (
            lambda: field(requird=True),
            "field() has no argument 'requird'; did you mean 'required'?",
        ),
        (lambda: readonly(wrie="x"), "'wire'"),
        (
            lambda: Filter("exact", lowr=True),
            "Filter() has no argument 'lowr'; did you mean 'lower'?",
        ),
        (lambda: Batch(10, parm="ids"), "'param'"),
        (lambda: PutRule("resend", ("name",), sorce="s", reason="r"), "'source'"),
        (lambda: Endpoint(pth=THINGS), "Endpoint() has no argument 'pth'; did you mean 'path'?"),
        (lambda: refuse("name", acknowlege="x", source="s", reason="r"), "'acknowledge'"),
        (lambda: one("Brand", vai="brand_id"), "one() has no argument 'vai'; did you mean 'via'?"),
        (lambda: many("Part", inclde="parts"), "'include'"),
        (lambda: Batch(10, zzz=1), "it is Batch(size, path=..."),
    ],
)
def test_a_misspelt_keyword_is_refused_with_the_nearest_right_one(make, right):
    with pytest.raises(TypeError) as refused:
        make()
    assert right in str(refused.value)


@pytest.mark.parametrize(
    "body",
    [
        {"__annotations__": {"x": str}, "x": field(shown_as="nope")},
        {"brand": one("Brand", via="brand_idd")},
        {"parts": many("Part", ids="part_idss")},
    ],
)
def test_fields_and_relations_that_point_nowhere_are_refused(body):
    namespace = {"__module__": __name__, "__qualname__": "Thing", "id": readonly(), **body}
    namespace["__annotations__"] = {"id": int, **body.get("__annotations__", {})}
    namespace["endpoint"] = Endpoint(path=THINGS)
    with pytest.raises(DeclarationError, match=r"nope|brand_idd|part_idss"):
        type("Thing", (Resource,), namespace)


def test_a_class_without_an_endpoint_says_so():
    with pytest.raises(DeclarationError, match="endpoint = Endpoint"):

        class Nothing(Resource):
            id: int = readonly()

    with pytest.raises(DeclarationError, match="expected Endpoint"):

        class Odd(Resource):
            id: int = readonly()
            endpoint = "v3/things"


def test_the_modification_date_is_the_version_where_the_class_has_one():
    class Dateless(Resource):
        id: int = readonly()
        endpoint = Endpoint(path=THINGS)

    assert declare().endpoint.version_field == "date_modified"
    assert Dateless.endpoint.version_field is None
    assert Product.endpoint.version_field == "date_modified"


def test_a_rule_may_name_path_parameters_and_keys_of_parents():
    rule = refuse("thing_id", acknowledge="moving", source="s", reason="r")
    made = declare(path="v3/boxes/{thing_id}/things", put_rules=(rule,))
    assert made.endpoint.put_rules == (rule,)


class MyProduct(Product):
    """A product with a field that the shipped class does not have."""

    backorder_limit: int | None = field()


def test_a_subclass_has_the_facts_of_its_base_and_more_fields():
    assert MyProduct.endpoint is Product.endpoint
    assert len(MyProduct.endpoint.filters) == len(Product.endpoint.filters) > 20
    assert MyProduct.relations.keys() == Product.relations.keys()
    assert MyProduct.DoesNotExist is not Product.DoesNotExist


def test_single_facts_can_be_changed_in_a_subclass():
    class Slow(Product, page_size=10):
        pass

    assert Slow.endpoint == attrs.evolve(Product.endpoint, page_size=10)
    with pytest.raises(DeclarationError, match="did you mean 'page_size'"):

        class Wrong(Product, pagesize=10):
            pass


def test_a_subclass_filters_includes_batches_and_saves_its_own_field(emulator, session):
    made = [MyProduct(name=f"P{n}", type="physical", weight=1, price=5) for n in range(12)]
    session.add_all(made)
    session.commit()
    session.expunge_all()
    found = list(MyProduct.objects.filter(id__in=[item.id for item in made]).include("variants"))
    assert [type(item) for item in found] == [MyProduct] * 12
    emulator.clear_requests()
    for item in found:
        assert len(item.variants) == 1
        item.backorder_limit = 7
    assert len(session.plan()) == 2  # ten in a batch, as for products
    assert session.plan()[0].body[0]["backorder_limit"] == 7
    assert emulator.requests == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("MyProdct", f"'{__name__}' has no class 'MyProdct'; did you mean 'MyProduct'"),
        ("nowhere.Thing", "nowhere' has no class 'Thing'"),
    ],
)
def test_a_relation_to_a_class_that_is_not_there_names_both(target, said):
    class Shelf(Resource, path="v3/shelves"):
        id: int = readonly()
        top_id: int = field()
        top = one[Product](target, via="top_id")

    with pytest.raises(DeclarationError, match=f"Shelf.top: .*{re.escape(said)}"):
        _ = Shelf.relations["top"].target


def test_checkers_know_the_same_facts_as_the_endpoint():
    facts = {attribute.name for attribute in attrs.fields(Endpoint)}
    nodes = ast.walk(ast.parse(inspect.getsource(endpoint)))  # `Facts` is there for checkers alone
    known = next(node for node in nodes if getattr(node, "name", "") == "Facts")
    assert {row.target.id for row in known.body if isinstance(row, ast.AnnAssign)} == facts
