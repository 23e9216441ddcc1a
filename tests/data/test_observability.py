"""What can be seen of requests from outside: spans, logs, figures; and what cannot."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import bcorm
from bcorm import Product
from bcorm.contrib.opentelemetry import Traced
from bcorm.exceptions import ConfigurationError

TOKEN = "a-token-nobody-may-see"


@pytest.fixture
def spans():
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    yield exporter, lambda transport: Traced(transport, provider)
    provider.shutdown()


def test_each_attempt_is_a_span(store, spans):
    exporter, wrap = spans
    store.fail("503", method="PUT")
    session = bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=wrap)
    product = Product.objects.get(id=77)
    product.name = "Other"
    session.commit()
    found = exporter.get_finished_spans()
    assert [(span.name, span.attributes.get("http.response.status_code")) for span in found] == [
        ("GET v3/catalog/products/{key}", 200),
        ("PUT v3/catalog/products/{key}", 503),
        ("PUT v3/catalog/products/{key}", 200),
    ]
    assert {span.kind for span in found} == {SpanKind.CLIENT}
    assert [span.status.status_code for span in found] == [
        StatusCode.UNSET, StatusCode.ERROR, StatusCode.UNSET,
    ]  # fmt: skip
    assert all(span.attributes["bigcommerce.request_id"] for span in found)


def test_a_request_without_an_answer_is_an_error(store, spans):
    exporter, wrap = spans
    session = bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=wrap)
    store.fail("reset-before")
    assert session.get(Product, 77).pk == 77
    assert exporter.get_finished_spans()[0].attributes["error.type"] == "ConnectionFailed"


def test_no_span_and_no_log_record_has_the_token(store, spans, caplog):
    caplog.set_level(logging.DEBUG)
    exporter, wrap = spans
    session = bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=wrap)
    for kind in ("500", "reset-after", "html"):
        store.fail(kind)
        Product.objects.using(session).filter(keyword="a very private word").first()
    told = " ".join(span.to_json() for span in exporter.get_finished_spans())
    assert "v3/catalog/products" in told
    assert TOKEN not in told + caplog.text
    assert "private" not in told


def test_requests_are_logged_with_their_ids(store, caplog):
    caplog.set_level(logging.DEBUG, logger="bcorm.http")
    answer = store.session.client.get("v3/catalog/products", params={"limit": 1})
    (record,) = caplog.records
    assert answer.request_id in record.getMessage()
    assert record.getMessage().startswith("GET v3/catalog/products 200 ")


def test_logging_is_left_to_the_program(store, caplog):
    """Requests are told on level DEBUG, and no logger of ours has a level or a handler."""
    caplog.set_level(logging.DEBUG, logger="bcorm.http")
    store.session.client.get("v3/catalog/products", params={"limit": 1})
    assert {record.levelno for record in caplog.records} == {logging.DEBUG}
    source = "import bcorm, bcorm.session, logging; print(logging.getLogger('bcorm').handlers)"
    done = subprocess.run(
        [sys.executable, "-c", source + "; print(logging.getLogger('bcorm.http').level)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["[]", "0"]


def test_the_figures_of_a_session_are_a_table(store):
    Product.objects.get(id=77)
    lines = str(store.session.stats).splitlines()
    assert lines[0].split() == ["requests", "1"]
    assert [line.split("  ")[0] for line in lines][-1] == "cache misses"
    assert len({len(line) for line in lines}) == 1


def test_without_the_library_the_error_says_what_to_install(store, monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'bcorm\[otel\]'"):
        bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=Traced)
