"""The store's rows stay out of tables, migrations and dumps."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command


def sent(store):
    lines = [f"{item.method} {item.path}" for item in store.requests]
    store.clear_requests()
    return lines


@pytest.mark.usefixtures("tables")
def test_migrations__are_complete():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.usefixtures("tables")
def test_migrations__make_no_table_for_the_store():
    from django.db import connection

    names = {name for name in connection.introspection.table_names() if name.startswith("bcorm")}
    ours = {"grant", "bulkchange", "bulkrun", "storeentry", "submission"}
    assert names == {f"bcorm_{name}" for name in ours}


@pytest.mark.usefixtures("tables")
def test_dumpdata__does_not_read_the_store(store, in_session):
    out = io.StringIO()
    call_command("dumpdata", "bcorm", stdout=out)
    assert sent(store) == []
    assert out.getvalue().strip() == "[]"


@pytest.mark.usefixtures("tables")
def test_system_checks__pass():
    call_command("check")
