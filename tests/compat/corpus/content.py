"""Content and the store: posts, pages, redirects, countries, and what a store says of itself."""

from bigcommerce.api import BigcommerceApi

POST = {"title": "News", "body": "<p>Hello</p>", "tags": ["a", "b"], "is_published": True}
PAGE = {"type": "page", "name": "About", "body": "<p>We</p>"}


def crud(step, name, resource, fields, change):
    made = step(f"{name}: create", lambda: resource.create(**fields))
    step(f"{name}: fields", lambda: {key: made[key] for key in fields if key in made})
    step(f"{name}: all", resource.all)
    step(f"{name}: page", lambda: resource.all(page=1, limit=1))
    step(f"{name}: past the end", lambda: list(resource.all(page=9, limit=250)))
    step(f"{name}: one", lambda: resource.get(made.id))
    step(f"{name}: change", lambda: made.update(**change))
    step(f"{name}: changed", lambda: {key: resource.get(made.id)[key] for key in change})
    step(f"{name}: iterall", lambda: [row.id for row in resource.iterall()])
    step(f"{name}: delete", lambda: made.delete())
    step(f"{name}: gone", lambda: resource.get(made.id))
    step(f"{name}: delete again", lambda: made.delete())


def main(step, account):
    api = BigcommerceApi(**account)
    crud(step, "post", api.BlogPosts, POST, {**POST, "title": "Old news"})
    crud(step, "page", api.Pages, PAGE, {"name": "About us"})
    crud(step, "redirect", api.Redirects, {"path": "/old/", "forward": {
        "type": "manual", "ref": "/new/"}}, {
        "path": "/older/", "forward": {"type": "manual", "ref": "/newer/"}})  # fmt: skip
    for name in ("BlogPosts", "Pages", "Redirects"):
        step(f"count {name}", getattr(api, name).count)
        step(f"delete all {name}", getattr(api, name).delete_all)
    store = step("store", api.Store.all)
    step("one store", lambda: (isinstance(store, dict), store["domain"], store.currency))
    step("features", lambda: store.features)
    step("time", lambda: sorted(k for k in api.Time.all() if k != "_connection"))
    step("countries", lambda: api.Countries.all(limit=3))
    step("count countries", api.Countries.count)
    land = step("a country", lambda: api.Countries.all(country="United States")[0])
    step("states", lambda: [row.state for row in land.states()][:40])
    step("states of a page", lambda: [row.state for row in land.states()[:5]])
    step("one state", lambda: land.states(land.states()[0].id))
    step("count states", lambda: api.CountryStates.count(land.id))
    step("all countries", lambda: sum(1 for _ in api.Countries.iterall()))
    step("currencies", api.Currencies.all)
    for name in ("PaymentMethods", "ShippingMethods", "TaxClasses", "OrderStatuses"):
        step(name, getattr(api, name).all)
        step(f"first of {name}", lambda name=name: getattr(api, name).all()[0])
    step("bad page", lambda: api.Pages.create(type="page"))
    step("bad post", lambda: api.BlogPosts.create(body="x"))
    step("no such country", lambda: api.Countries.get(9_999))
    step("no such helper", lambda: api.Store.delete_all())
    step("no such resource", lambda: api.Sandwiches.all())
