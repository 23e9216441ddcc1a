"""Exchanges with live stores, played to a session: the same requests, and answers without loss."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from shared import SHARED, needs_shared

import bcorm
from bcorm.http import Headers, Response
from bcorm.model.mapper import mapper_for
from bcorm.query.endpoint import Batch

pytestmark = needs_shared("recorded")

MODELS = {
    "/v3/customers": bcorm.Customer,
    "/v3/customers/attributes": bcorm.CustomerAttribute,
    "/v3/customers/attribute-values": bcorm.CustomerAttributeValue,
    "/v3/catalog/products/{}": bcorm.Product,
}


class Recording:
    """A recorded exchange as a transport: it answers, and keeps what it was asked."""

    def __init__(self, path):
        recorded = json.loads(path.read_text())
        self.asked, self.expected = recorded["request"], recorded["response"]
        self.method = self.asked["method"]
        self.path = urlsplit(self.asked["path"]).path
        self.query = dict(parse_qsl(urlsplit(self.asked["path"]).query))
        self.model = MODELS[re.sub(r"/\d+", "/{}", self.path)]
        self.sent = []

    @property
    def rows(self):
        data = (self.expected["body"] or {}).get("data") or []
        return data if isinstance(data, list) else [data]

    def send(self, request, *, timeout):
        self.sent.append(request)
        body = self.expected["body"]
        if self.method == "GET" and body is not None:
            body = {**body, "data": self.rows}  # what was asked by its address is read as a list
        data = b"" if body is None else json.dumps(body).encode()
        return Response(self.expected["status"], Headers(self.expected["headers"]), data)

    def close(self):
        pass


def recordings(*methods):
    folder = SHARED / "recorded"
    found = [Recording(path) for path in sorted(folder.glob("[0-9]*.json"))]
    return [
        pytest.param(item, id=f"{number} {item.method} {item.asked['path']}")
        for number, item in enumerate(found)
        if item.method in methods
    ]


@pytest.fixture
def session_on():
    """Opens a session on a recording."""
    clients = []

    def open_one(recording):
        client = bcorm.Client(bcorm.OAuthCredentials("abc123", "token"), transport=recording)
        clients.append(client)
        return client.session()

    yield open_one
    for client in clients:
        client.close()


def losses(item, row):
    """What of a recorded row an object does not give back."""
    mapper = mapper_for(type(item))
    embedded = {relation.include: name for name, relation in type(item).relations.items()}
    for wire, raw in row.items():
        if wire in embedded:
            children = list(getattr(item, embedded[wire]).all())
            assert len(children) == len(raw)
            for child, inner in zip(children, raw, strict=True):
                yield from losses(child, inner)
        elif wire not in mapper.wires:
            yield f"{wire}: unknown"
        else:
            field = mapper.wires[wire]
            value = getattr(item, field.name)
            if not field.converter.same(raw, value):
                yield f"{wire}: {raw!r} became {value!r}"
            elif raw is not None and not field.converter.mutable:
                again = field.converter.load(field.converter.dump(value))
                if again != value:
                    yield f"{wire}: {value!r} comes back as {again!r}"


@pytest.mark.parametrize("recording", recordings("GET"))
def test_what_was_read_is_kept_whole(recording, session_on):
    with session_on(recording) as session:
        objects = list(recording.model.objects.include(*recording.model.endpoint.includes)[:250])
        assert len(objects) == len(recording.rows)
        for item, row in zip(objects, recording.rows, strict=True):
            assert list(losses(item, row)) == []
        assert session.dirty == []
        assert list(session.plan()) == []


@pytest.mark.parametrize("recording", recordings("POST", "PUT"))
def test_what_was_written_is_sent_alike(recording, session_on):
    with session_on(recording) as session:
        objects = [recording.model(**row) for row in recording.asked["body"]]
        session.add_all(objects)
        session.commit()
        (request,) = recording.sent
        assert (request.method, f"/{request.path}") == (recording.method, recording.path)
        assert json.loads(request.body) == recording.asked["body"]
        for item, row in zip(objects, recording.rows, strict=True):
            assert list(losses(item, row)) == []
        assert session.dirty == []


@pytest.mark.parametrize("recording", recordings("DELETE"))
def test_what_was_deleted_is_asked_alike(recording, session_on):
    assert isinstance(recording.model.endpoint.delete_batch, Batch)
    keys = [int(key) for key in recording.query["id:in"].split(",")]
    with session_on(recording) as session:
        rows = [{"id": key, "email": f"{key}@example.com"} for key in keys]
        for item in session.materialize(recording.model, rows, {}, None):
            session.delete(item)
        session.commit()
        (request,) = recording.sent
        assert (request.method, f"/{request.path}") == (recording.method, recording.path)
        assert dict(parse_qsl(request.query)) == recording.query
