"""Customers: memberships as groups, addresses, an upsert by e-mail, a mailing list."""

import copy
import pickle

from bigcommerce.api import BigcommerceApi
from bigcommerce.exception import ClientRequestException

MEMBERS = [
    ("ann@club.example.com", "Ann", "Gold"),
    ("bob@club.example.com", "Bob", "Silver"),
    ("ann@club.example.com", "Anne", "Silver"),
]
ADDRESS = {
    "first_name": "Ann",
    "last_name": "Club",
    "street_1": "1 Way",
    "city": "Austin",
    "state": "Texas",
    "zip": "78701",
    "country": "United States",
    "phone": "1",
}


def group_named(api, name):
    for group in api.CustomerGroups.all():
        if group["name"] == name:
            return group
    return api.CustomerGroups.create(name=name)


def by_email(api, email):
    """The KeyError is how this program tells that nobody was found."""
    try:
        return api.Customers.all(email=email)[0]
    except KeyError:
        return None


def upsert(api, email, name, group):
    fields = {"first_name": name, "last_name": "Club", "customer_group_id": group["id"]}
    found = by_email(api, email)
    if found is None:
        return api.Customers.create(email=email, **fields)
    return found.update(**fields)


def addresses(api, step, member):
    home = step("address", lambda: api.CustomerAddresses.create(member.id, **ADDRESS))
    step("addresses", member.addresses)
    step("one address", lambda: member.addresses(home.id).city)
    step("count addresses", lambda: api.CustomerAddresses.count(member.id))
    step("move", lambda: home.update(**{**ADDRESS, "city": "Dallas"}).city)
    step("owner", home.parent_id)
    step("drop address", home.delete)
    step("no address", lambda: bool(list(member.addresses())))
    step("two more", lambda: [api.CustomerAddresses.create(member.id, **ADDRESS)
                              for _ in range(2)])  # fmt: skip
    step("drop addresses", lambda: api.CustomerAddresses.delete_all(member.id))
    step("no addresses", lambda: api.CustomerAddresses.count(member.id))


def main(step, account):
    api = BigcommerceApi(**account)
    step("page", lambda: api.Customers.all(limit=2))
    step("second page", lambda: api.Customers.all(limit=2, page=2))
    step("count", api.Customers.count)
    step("groups", api.CustomerGroups.all)
    step("count groups", api.CustomerGroups.count)
    for number, (email, name, group) in enumerate(MEMBERS):
        level = step(f"{number}: group", lambda group=group: group_named(api, group))
        member = step(f"{number}: member", lambda row=(email, name), level=level: upsert(
            api, *row, level))  # fmt: skip
        step(f"{number}: level", lambda member=member: member.customer_group_id)
    step("members", lambda: [row.first_name for row in api.Customers.all(last_name="Club")])
    step("nobody by index", lambda: api.Customers.all(email="no@club.example.com")[0])
    step("nobody", lambda: by_email(api, "no@club.example.com"))
    step("nobody's name", lambda: api.Customers.all(email="no@club.example.com").first_name)
    step("twice", lambda: api.Customers.create(email=MEMBERS[0][0], first_name="A", last_name="B"))
    step("no e-mail", lambda: api.Customers.create(first_name="A", last_name="B"))
    step("no such group", lambda: member.update(customer_group_id=98_765))
    step("mailing list", lambda: sorted(row["email"] for row in api.Customers.iterall()))
    step("by id", lambda: [row.id for row in api.Customers.all(min_id=5, max_id=8)])
    step("one", lambda: api.Customers.get(member.id).email)
    step("phone", lambda: member.update(phone="123").phone)
    step("as it was", lambda: member["phone"])
    step("set", lambda: setattr(member, "note", "local"))
    step("seen", lambda: (member["note"], member.note, "note" in member))
    step("delete a field", lambda: member.pop("note"))
    step("no field", lambda: member["note"])
    step("no attribute", lambda: member.note)
    step("setdefault", lambda: member.setdefault("tags", ["a"]))
    step("tags", lambda: member.tags)
    step("copy", lambda: copy.copy(member).email)
    step("copies update", lambda: copy.copy(member).update(company="Club").company)
    step("deep copy", lambda: copy.deepcopy(member)["tags"])
    step("pickle", lambda: pickle.loads(pickle.dumps(member)).email)
    step("text", lambda: str(member))
    step("connection", lambda: member["_connection"] is api.connection)
    step("take it out", lambda: member.pop("_connection") is api.connection)
    step("plain", lambda: dict(member))
    step("of nothing", lambda: member.update(phone="1"))
    member = by_email(api, MEMBERS[1][0])
    addresses(api, step, member)
    for email in {row[0] for row in MEMBERS}:
        step("leave", by_email(api, email).delete)
    step("left", lambda: api.Customers.all(last_name="Club"))
    for name in ("Gold", "Silver"):
        step(f"close {name}", group_named(api, name).delete)
    try:
        api.Customers.get(member.id)
    except ClientRequestException as error:
        shown = (error.status_code, error.headers["Content-Type"])
        step("gone", lambda: shown)
