"""The page of fidelity is what the command makes of today; parameters are those of the specs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from shared import needs_shared

from bcorm.emulator.domains import api

pytestmark = needs_shared("specs")

ROOT = Path(__file__).parents[2]
PAGING = {"page", "limit"}
# Parameters that the specs declare and that cannot be meant.
NOT_MEANT = {
    ("GET", "v3/abandoned-carts/settings"): "pagination, of one document",
    ("GET", "v3/carts/{}/metafields/{}"): "filters of a list, of one document",
    ("POST", "v3/catalog/categories/{}/metafields"): "filters of a list, of a create",
    ("POST", "v3/catalog/products/{}/metafields"): "filters of a list, of a create",
    ("GET", "v3/channels/{}/metafields"): "dates without an operator, beside those with one",
    ("GET", "v3/orders/{}/metafields"): "dates without an operator, beside those with one",
    ("GET", "v3/orders/metafields"): "dates without an operator, beside those with one",
    ("PUT", "v3/customers/{}/metafields/{}"): "the id of the path, once more",
}
# Parameters that are taken and not declared.
MORE = {
    ("GET", "v3/catalog/brands", "sort"): "public code sorts brands by id",
    ("GET", "v3/catalog/products/{}", "keyword_context"): "of the list",
    ("POST", "v3/catalog/products", "include"): "declared for the update of one",
    ("PUT", "v3/catalog/products", "include"): "declared for the update of one",
    ("POST", "v3/carts/{}/redirect_urls", "include"): "of every other write of a cart",
    ("GET", "v3/shopper-profiles", "id:in"): "declared for what is in a segment",
    ("GET", "v3/catalog/brands/{}/metafields", "direction"): "of every other kind of metafields",
}
SELECTION = {"include_fields", "exclude_fields"}


def template(path):
    return re.sub(r"\{[^}]+\}", "{}", path.strip("/"))


@pytest.fixture(scope="module")
def declared(judge):
    """The query parameters of the operations of the specs."""
    found = {}
    for item in judge.operations:
        document = judge.document(item.spec)
        place = document["paths"][item.template]
        raw = [*place.get("parameters", ()), *place[item.method.lower()].get("parameters", ())]
        names = set()
        for entry in raw:
            parameter = entry
            while "$ref" in parameter:
                parameter = document
                for part in entry["$ref"][2:].split("/"):
                    parameter = parameter[part.replace("~1", "/")]
            if parameter["in"] == "query":
                names.add(parameter["name"])
        found[item.method, template(f"{item.version}/{item.template.strip('/')}")] = names
    return found


def test_every_declared_parameter_is_taken(declared):
    lacking = {}
    for item in api().operations:
        place = (item.method, template(item.path))
        lack = declared.get(place, set()) - item.query - PAGING
        if lack and item.path.startswith("v3") and place not in NOT_MEANT:
            lacking[place] = sorted(lack)
    assert lacking == {}


def test_no_other_parameter_is_taken(declared):
    more = []
    for item in api().operations:
        place = (item.method, template(item.path))
        if place in declared and item.path.startswith("v3"):
            names = item.query - declared[place] - PAGING
            if "metafields" in item.path:
                names -= SELECTION
            more += [(*place, name) for name in sorted(names) if (*place, name) not in MORE]
    assert more == []


def test_a_request_leads_to_one_folder():
    for item in api().operations:
        assert api().domain_of(item.method, item.path.replace("{", "").replace("}", ""))
    with pytest.raises(KeyError):
        api().domain_of("GET", "v3/no/such/path")


def test_the_page_is_up_to_date():
    command = [sys.executable, "-m", "tools.fidelity", "--check"]
    made = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert made.returncode == 0, "run python -m tools.fidelity" + made.stderr
