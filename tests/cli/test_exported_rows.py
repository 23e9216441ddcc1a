"""What `bcorm export` writes of any resource is what the store has: no format loses a value.

Each resource that the API lists gets rows of random values beside those of the sample shop; its
export is then no change to `bcorm import` and no difference to `bcorm diff`.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from round_trips.recipes import EXCLUDED, PARENTS, RECIPES, USUAL, Recipe
from round_trips.values import of_model

from bcorm.cli.files import FILE_FORMATS
from bcorm.cli.naming import resource_named, resource_names
from bcorm.cli.querying import is_listable
from bcorm.exceptions import CommitError
from tools.models import snake

# What has to be said for rows to be read, where no recipe says it.
LOOKUPS = {
    "abandoned_cart": {"token": "none"},
    "consignment_shipping_quote": {"order_id": 100, "shipping_consignment_id": 1},
    "currency_assignment": {},
    "custom_templates": {"version_uuid": "none"},
    "location_item": {"location_id": 1},
    "order_shipping_quote": {"order_id": 100, "shipping_address_id": 1},
    "order_transaction": {"order_id": 101},
    "payment_method": {"order_id": 100},
    "price_record": {"price_list_id": 1},
    "product_tax_properties": {"product_id": 77},
    "promotion_code": {"promotion_id": 1},
    "region": {"template_file": "pages/home"},
    "segment_shopper_profile": {"segment_id": "none"},
    "shopper_profile_segment": {"shopper_profile_id": "none"},
    "theme_configuration": {"theme_id": "0c4f8a5e-2f3b-4b0a-9a53-7f3f0a2a7c11"},
    "tree_node": {"tree_id": 1},
}
# Rows that cannot be told apart, each with what is told.
NO_KEY = {"inventory_item", "location_item"}
# Rows that the sample shop does not have, and that only the store makes.
NONE = {
    "blog_tag", "certificate", "channel_listing", "order_pickup", "order_refund", "order_tax",
    "redirect_job", "stored_instrument",
}  # fmt: skip
# What lies below what only the store makes.
UNKNOWN = {
    "abandoned_cart", "custom_templates", "segment_shopper_profile", "shopper_profile_segment",
}  # fmt: skip
# Rows that the API tells only of what it is asked for, which `bcorm import` cannot know.
ASKED = {"payment_method", "region"}


def named():
    """The resources that the API lists, by the names that `recipes` has for them."""
    for name in resource_names():
        model = resource_named(name)
        if is_listable(model):
            word = snake(model.__name__)
            yield pytest.param(f"v2_{word}" if name.startswith("v2/") else word, name, id=name)


def rows_of(model, recipe):
    """Two rows of random values: always the same ones."""
    found = []
    strategy = of_model(model, given=recipe.given, usual=USUAL, leave=recipe.leave)

    @settings(
        max_examples=2, derandomize=True, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategy)
    def collect(values):
        found.append(values)

    collect()
    return found


def seed(session, model, recipe):
    """Make as many of the rows as the store takes; returns below which parents they are."""
    where = {name: PARENTS[name] for name in model.endpoint.placeholders if name in PARENTS}
    where |= recipe.parents
    for values in rows_of(model, recipe) if is_made(model, recipe) else ():
        try:
            made = {} if recipe.make is None else recipe.make()
            where |= {name: made[name] for name in made if name in model.endpoint.owners}
            given = {name: values[name] for name in values if name not in {**where, **made}}
            session.add(model(**{**where, **made, **given}))
            session.commit()
        except CommitError:
            session.expunge_all()  # there is room for one of them
    return {name: value for name, value in where.items() if name in model.endpoint.owners}


def is_made(model, recipe):
    endpoint = model.endpoint
    can = "create" in endpoint.verbs or endpoint.create_batch is not None
    return can and not recipe.existing


@pytest.mark.parametrize(("word", "name"), list(named()))
def test_an_export_is_what_the_store_has(store, run, tmp_path, word, name):
    model = resource_named(name)
    recipe = Recipe(existing=True) if word in EXCLUDED else RECIPES.get(word, Recipe())
    where = seed(store.session, model, recipe)
    lookups = [f"{key}={value}" for key, value in LOOKUPS.get(word, where).items()]
    chosen = [part for lookup in lookups for part in ("--where", lookup)]
    for form in FILE_FORMATS:
        path = tmp_path / f"rows.{form}"
        if word in UNKNOWN:
            assert "404" in run("export", name, "--to", path, *chosen, status=1).stderr
            continue
        told = run("export", name, "--to", path, *chosen).stderr
        assert told.startswith("0 ") == (word in NONE), told
        if word in NO_KEY:
            assert "have no key" in run("import", path, "--resource", name, status=2).stderr
            assert "have no key" in run("diff", name, path, *lookups, status=2).stderr
            continue
        if word in ASKED:
            assert "422" in run("import", path, "--resource", name, status=1).stderr
        else:
            imported = run("import", path, "--resource", name).stdout
            assert imported.endswith(" 0 changes in 0 requests\n"), imported
        assert run("diff", name, path, *lookups).stderr.endswith("0 differences\n")
