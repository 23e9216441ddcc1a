"""Random values of every resource survive being created, read, changed and deleted.

What each resource needs for that, and what the API does not give back, is in `recipes`.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from round_trips.recipes import EXCLUDED, PARENTS, RECIPES, USUAL, Recipe
from round_trips.values import of_model
from soak import length

import bcorm
from bcorm.emulator import Emulator
from bcorm.model.mapper import mapper_for
from tools.models import models

PLAIN = Recipe()
# Requests to loopback take their time, and a failure is reported as it is found: shrinking would
# play hundreds of them again.
PROFILE = settings(
    max_examples=length(3, 20),
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def creatable(model):
    return "create" in model.endpoint.verbs or model.endpoint.create_batch is not None


def changeable(model):
    return "update" in model.endpoint.verbs or model.endpoint.update_batch is not None


def deletable(model):
    return "delete" in model.endpoint.verbs or model.endpoint.delete_batch is not None


def writable():
    """The resources that can be made or changed, by name."""
    return {name: model for name, model in models() if creatable(model) or changeable(model)}


def strategies(model, recipe):
    """Values of a new row, and changes of them."""
    leave = {*recipe.leave}
    made = of_model(model, given=recipe.given, usual=USUAL, leave=leave)
    leave |= {*recipe.fixed}
    return made, of_model(model, given=recipe.given, usual=USUAL, leave=leave, updating=True)


# Comparing


def fits(sent: Any, found: Any) -> bool:
    """Whether what was sent is what was found; objects may have more."""
    if isinstance(sent, dict):
        return isinstance(found, dict) and all(
            fits(value, found.get(name)) for name, value in sent.items()
        )
    if isinstance(sent, list):
        return isinstance(found, list) and len(sent) == len(found) and all(map(fits, sent, found))
    return sent == found or _number(sent) == _number(found) is not None


def _number(value: Any) -> Decimal | None:
    """The number that a value is or spells."""
    try:
        return None if isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None


def losses(item, values):
    """What of the values an object does not hold."""
    for name, value in values.items():
        field = mapper_for(type(item)).fields[name]
        converter, found = field.converter, getattr(item, name)
        sent = converter.dump(converter.coerce(value))
        if field.options.write_only or converter.same(sent, found):
            continue
        if not fits(sent, converter.dump(found)):
            yield f"{name}: {sent!r} became {found!r}"


def assert_kept(item, values):
    lost = list(losses(item, values))
    assert not lost, lost


# Reading


def all_of(model):
    """Every row, with what only comes when it is asked for."""
    fields = mapper_for(model).fields.values()
    words = {item.options.include for item in fields if not item.options.readonly}
    return model.objects.include(*(word for word in words if word)).scan()


def read(session, item, where):
    """The row of an object, read anew."""
    model, key = type(item), item.pk
    session.expunge_all()
    known = {} if model.endpoint.key is None else {model.endpoint.key: key}
    return all_of(model).get(**{**where, **known})


def existing(model, where):
    """A row that is there from the beginning."""
    query = all_of(model).filter(**where)
    return query.get() if model.endpoint.key is None else query[0]


def round_trip(client, model, recipe, values, changes):
    """Create a row of `values`, read it, make `changes`, read it again, delete it."""
    with client.session() as session:
        owners = model.endpoint.owners
        made = {} if recipe.make is None else recipe.make()
        where = {name: PARENTS[name] for name in model.endpoint.placeholders if name in PARENTS}
        where |= {**recipe.parents, **{key: made[key] for key in made if key in owners}}
        values, changes = (
            {name: value for name, value in said.items() if name not in {*where, *made}}
            for said in (values, changes)
        )
        if creatable(model) and not recipe.existing:
            item = model(**{**where, **made, **values})
            session.add(item)
            session.commit()
            item = read(session, item, where)
            assert_kept(item, values)
        else:
            values, item = {}, existing(model, where)
        if changeable(model):
            for name, value in changes.items():
                setattr(item, name, value)
            session.commit()
            item = read(session, item, where)
            assert_kept(item, {**values, **changes})
        if deletable(model) and not recipe.existing:
            item.delete()
            if item.pk is not None:
                with pytest.raises(bcorm.ObjectDoesNotExist):
                    read(session, item, where)


@pytest.fixture(scope="module")
def emulator():
    with Emulator() as running:
        yield running
    running.close()


@pytest.fixture(scope="module")
def client(emulator):
    credentials = bcorm.OAuthCredentials("testing", "not-a-secret")
    with bcorm.Client(credentials, api_url=emulator.url) as client:
        yield client


@pytest.mark.hypothesis
@pytest.mark.parametrize(
    ("name", "model"),
    [
        pytest.param(name, model, id=name)
        for name, model in writable().items()
        if name not in EXCLUDED
    ],
)
def test_values_survive(emulator, client, name, model):
    recipe = RECIPES.get(name, PLAIN)
    made, changed = strategies(model, recipe)

    @PROFILE
    @given(values=made, changes=changed)
    def survive(values, changes):
        emulator.reset()
        round_trip(client, model, recipe, values, changes)

    survive()


def test_recipes_name_resources_and_their_fields():
    known = writable()
    assert {*RECIPES, *EXCLUDED} <= {*known}
    assert not {*RECIPES} & {*EXCLUDED}
    for name, recipe in RECIPES.items():
        fields = {*mapper_for(known[name]).fields}
        assert {*recipe.given, *recipe.leave, *recipe.fixed} <= fields, name


@pytest.mark.parametrize(
    ("sent", "found", "fit"),
    [
        ("5", "5.0000", True),
        ({"a": 1}, {"a": 1, "b": 2}, True),
        ({"a": 1}, {"b": 2}, False),
        ([1, 2], [1], False),
        ([{"a": "x"}], [{"a": "y"}], False),
        (True, "1", False),
        (None, "", False),
    ],
)
def test_losses_are_noticed(sent, found, fit):
    assert fits(sent, found) is fit
