"""A project with many stores: which client a request gets, by its host name."""

from __future__ import annotations

CLIENTS = {}


def client_of_host(request):
    return CLIENTS[request.get_host()]


def no_client(request):
    return None


STORES = {}
at = "a"


def client_at(request):
    return STORES[at]
