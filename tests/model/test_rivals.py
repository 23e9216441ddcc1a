"""Somebody else creates the row first: `get_or_create` returns it, whatever the refusal is."""

from __future__ import annotations

import pytest

from bcorm import Brand, CommitError, Customer, Webhook
from bcorm.http.message import Headers, Response


class Rival:
    """Lets somebody else's row in before the first POST, and refuses that with a status."""

    def __init__(self, inner, arrive, status):
        self.inner, self.arrive, self.status = inner, arrive, status

    def send(self, request, *, timeout):
        if request.method == "POST" and self.arrive is not None:
            self.arrive()
            self.arrive = None
            body = b'{"status": %d, "title": "is already in use", "errors": {}}' % self.status
            return Response(self.status, Headers({"Content-Type": "application/json"}), body)
        return self.inner.send(request, timeout=timeout)

    def close(self):
        self.inner.close()


CASES = {
    "customer": (
        Customer,
        "v3/customers",
        {"email": "a@e.com"},
        {"first_name": "A", "last_name": "B"},
    ),
    "webhook": (
        Webhook,
        "v3/hooks",
        {"scope": "store/order/*", "destination": "https://e.com/hook"},
        {"is_active": True},
    ),
    "brand": (Brand, "v3/catalog/brands", {"name": "Acme"}, {"page_title": "Ours"}),
}


@pytest.mark.parametrize("status", [409, 422])
@pytest.mark.parametrize("method", ["get_or_create", "update_or_create"])
@pytest.mark.parametrize("case", CASES)
def test_the_rivals_row_is_returned(empty_emulator, empty_session, case, method, status):
    model, path, lookups, defaults = CASES[case]
    exchange = empty_session.client._exchange

    def arrive():
        empty_emulator.put_document(path, {**lookups, **defaults})

    exchange._transport = Rival(exchange._transport, arrive, status)
    found, created = getattr(model.objects, method)(defaults, **lookups)
    (row,) = empty_emulator.documents(path)
    assert (found.id, created) == (row["id"], False)
    assert not empty_session.new


def test_a_refusal_without_a_rival_is_the_refusal(empty_emulator, empty_session):
    exchange = empty_session.client._exchange
    exchange._transport = Rival(exchange._transport, lambda: None, 422)
    with pytest.raises(CommitError, match="422"):
        Brand.objects.get_or_create(name="Acme")
    assert not empty_session.new
