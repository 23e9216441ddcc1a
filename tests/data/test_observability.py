"""What can be seen of requests from outside: spans, logs, figures; and what cannot."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from operator import attrgetter

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import bcorm
from bcorm import Product, parallel
from bcorm.contrib.opentelemetry import Traced
from bcorm.exceptions import ConfigurationError
from bcorm.http.exchange import Stats

TOKEN = "a-token-nobody-may-see"


@pytest.fixture
def provider():
    provider = TracerProvider()
    yield provider
    provider.shutdown()


@pytest.fixture
def spans(provider):
    exporter = InMemorySpanExporter()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return exporter, lambda transport: Traced(transport, provider)


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


def test_what_threads_send_is_part_of_what_they_were_started_for(store, provider, spans):
    exporter, wrap = spans
    bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=wrap)
    with provider.get_tracer("ours").start_as_current_span("nightly"):
        every = Product.objects.all()
        assert len(list(every.iterator(prefetch=2))) == 220
        assert len(list(parallel.map(every, attrgetter("name"), partitions=2))) == 220
    *sent, nightly = exporter.get_finished_spans()
    assert nightly.name == "nightly"
    assert len(sent) == 1 + 2 + 2  # read ahead, cut, read in pieces
    assert {span.parent and span.parent.span_id for span in sent} == {nightly.context.span_id}


def test_a_span_says_which_server_was_asked(store, spans):
    exporter, wrap = spans
    bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=wrap)
    Product.objects.count()
    (span,) = exporter.get_finished_spans()
    assert span.attributes["server.address"] == "127.0.0.1"
    assert span.attributes["server.port"] == int(store.url.rsplit(":", 1)[1])


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


def test_a_request_id_that_gives_the_token_back(spans):
    class Echo(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("X-Request-Id", f"of {self.headers['X-Auth-Token']}")
            self.end_headers()

        def log_message(self, *_said):
            pass

    exporter, wrap = spans
    with HTTPServer(("127.0.0.1", 0), Echo) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        client = bcorm.Client(
            bcorm.OAuthCredentials("echo", TOKEN),
            api_url=f"http://127.0.0.1:{server.server_port}", wrap=wrap,
        )  # fmt: skip
        client.get("v3/catalog/products")
        client.close()
    (span,) = exporter.get_finished_spans()
    assert span.attributes["bigcommerce.request_id"] == "of ****"


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


def test_figures_have_all_their_digits():
    stats = Stats()
    stats.add_request("GET", "v3/catalog/products", 200, 0.1, received=12_345_678_901)
    stats.add_wait(0.000123)
    stats.add_wait(1234.5)
    told = dict(line.rsplit(None, 1) for line in str(stats).splitlines())
    assert (told["bytes received"], told["waits"]) == ("12,345,678,901", "1,234.500")
    assert len({len(line) for line in str(stats).splitlines()}) == 1
    assert "bytes_received=12345678901" in repr(stats)


def test_without_the_library_the_error_says_what_to_install(store, monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'bcorm\[otel\]'"):
        bcorm.connect(store.hash, TOKEN, api_url=store.url, wrap=Traced)
