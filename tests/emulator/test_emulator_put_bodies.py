"""What the specs require of the body of a PUT: refused without it, and no more is asked for."""

from __future__ import annotations

import pytest

FIELD = {"permission_set": "write", "namespace": "n", "key": "k", "value": "v"}
PRODUCT, ORDER = "v3/catalog/products/77", "v3/orders/101"
ADDRESS = {
    "first_name": "Ada",
    "last_name": "Bell",
    "street_1": "1 Mill Road",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
    "phone": "1",
}


@pytest.mark.parametrize(
    ("parent", "required"),
    [
        (PRODUCT, {"permission_set"}),
        ("v3/catalog/categories/1", {"permission_set"}),
        ("v3/catalog/brands/1", set()),
        ("v3/channels/1", set()),
        ("v3/customers/1", set()),
        (ORDER, set(FIELD)),
    ],
)
def test_metafields_require_what_their_own_spec_says(shop, parent, required):
    made = shop.post(f"{parent}/metafields", FIELD).json()["data"]
    key = made[0]["id"] if isinstance(made, list) else made["id"]
    path = f"{parent}/metafields/{key}"
    for name in FIELD:
        answer = shop.put(path, {other: value for other, value in FIELD.items() if other != name})
        assert answer.status_code == (422 if name in required else 200)
        if name in required:
            assert answer.json()["errors"] == {name: "error.path.missing"}


@pytest.mark.parametrize(("parent", "failed"), [(PRODUCT, 0), (ORDER, 1)])
def test_batches_of_metafields_differ_too(shop, parent, failed):
    made = shop.post(f"{parent}/metafields", FIELD).json()["data"]
    path = f"{parent.rsplit('/', 1)[0]}/metafields"
    answer = shop.put(path, [{"id": made["id"], "value": "w"}])
    assert answer.json()["meta"]["failed"] == failed
    assert shop.put(path, [{**FIELD, "id": made["id"]}]).json()["meta"]["failed"] == 0


@pytest.mark.parametrize("name", ADDRESS)
def test_a_v2_address_is_sent_whole(shop, name):
    made = shop.post("v2/customers/1/addresses", ADDRESS).json()
    path = f"v2/customers/1/addresses/{made['id']}"
    answer = shop.put(path, {other: value for other, value in ADDRESS.items() if other != name})
    assert answer.status_code == 400
    assert answer.json()[0]["message"] == f"The required field '{name}' was not supplied."
    assert shop.put(path, {**ADDRESS, "company": "C"}).json()["company"] == "C"
