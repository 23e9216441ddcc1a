"""A browser without a screen: gets pages, fills in the forms on them as a browser would, posts.

Each call notes the requests that the page made to the store, so that tests can name them all.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from django.contrib.auth import get_user_model
from django.test import Client

PROFILE = {"/v2/store", "/v3/catalog/trees"}  # asked once an hour: what a store is called


def asked(emulator):
    """Return the requests that a store got, without those for its profile."""
    return [line for line in emulator.requests if line.path not in PROFILE]


class Form(dict):
    """What a browser would send of a form: names and values."""

    def add_row(self, prefix, **values):
        """Fill in one more row of an inline; returns its number."""
        number = int(self[f"{prefix}-TOTAL_FORMS"])
        self[f"{prefix}-TOTAL_FORMS"] = str(number + 1)
        for name, value in values.items():
            self[f"{prefix}-{number}-{name}"] = value
        return number

    def row_of(self, prefix, key):
        """Return the number of the row of a formset that has a key."""
        total = int(self[f"{prefix}-TOTAL_FORMS"])
        return next(n for n in range(total) if self[f"{prefix}-{n}-id"] == str(key))


class _Reader(HTMLParser):
    """Collects the values of the main form's inputs."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.values = {}
        self._inside = False
        self._select = self._area = None

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "form":
            name = found.get("id") or ""
            self._inside = name.endswith("_form") or name in {"changelist-form", "content-main"}
        elif not self._inside:
            return
        elif tag == "input" and found.get("name"):
            kind = found.get("type", "text")
            if kind in {"submit", "button"} or (kind == "checkbox" and "checked" not in found):
                return
            usual = "on" if kind == "checkbox" else ""
            self.values.setdefault(found["name"], []).append(found.get("value") or usual)
        elif tag == "select":
            self._select = found.get("name")
        elif tag == "option" and self._select and "selected" in found:
            self.values.setdefault(self._select, []).append(found.get("value") or "")
        elif tag == "textarea":
            self._area = found["name"]
            self.values[self._area] = [""]

    def handle_endtag(self, tag):
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._area:
            self.values[self._area][0] = self.values[self._area][0].removeprefix("\n")
            self._area = None

    def handle_data(self, data):
        if self._area:
            self.values[self._area][0] += data


class Pages:
    """A user's visit to the admin."""

    def __init__(self, store, username):
        self.store = store
        self.client = Client()
        self.client.force_login(get_user_model().objects.get(username=username))
        self.sent = []

    def get(self, path, **query):
        return self._visit(self.client.get, path, query)

    def post(self, path, data=None, **options):
        return self._visit(self.client.post, path, data or {}, **options)

    def _visit(self, method, path, data, **options):
        self.store.clear_requests()
        response = method(f"/admin/{path}", data, **options)
        self.sent = [_line(request) for request in self.store.requests]
        return response

    def form(self, path, **query):
        """Return the form of a page, filled in as it is."""
        response = self.get(path, **query)
        assert response.status_code == 200, response
        return form_of(response)

    def writes(self):
        """Return the requests of the last visit that change something."""
        return [line for line in self.sent if not line.startswith("GET")]

    def bodies(self):
        """Return the bodies of the last visit's requests that have one."""
        return [request.body for request in self.store.requests if request.body is not None]

    def messages(self):
        """Return what the next page tells the user."""
        told = self.client.get("/admin/")
        self.store.clear_requests()
        return [str(message) for message in told.context["messages"]]


def form_of(response):
    reader = _Reader()
    reader.feed(response.content.decode())
    values = {k: v[0] if len(v) == 1 else v for k, v in reader.values.items()}
    return Form({k: v for k, v in values.items() if "__prefix__" not in k})


def text_of(response):
    """Return what a page says, without its markup."""
    text = response.content.decode()
    text = re.sub(r"<(script|style).*?</\1>", " ", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def names_on(response):
    """Return the names of the rows of a list page, in their order."""
    return [str(row) for row in response.context["cl"].result_list]


def _line(request):
    query = "&".join(f"{name}={value}" for name, value in request.query.items())
    return f"{request.method} {request.path}" + (f"?{query}" if query else "")
