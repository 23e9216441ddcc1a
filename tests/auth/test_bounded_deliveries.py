"""A receiver reads little before it knows who sends, whatever the request says of its length."""

from __future__ import annotations

import pytest

from bcorm.auth import WebhookReceiver, flask_webhooks, wsgi_webhooks

MOST = 1024 * 1024


class Endless:
    """A body without end, that counts what is read of it."""

    def __init__(self):
        self.count = 0

    def read(self, size=-1):
        assert size >= 0, "read without bound"
        self.count += size
        return b"x" * size

    def readline(self, size=-1):
        return self.read(max(size, 1))

    def __iter__(self):
        return self

    def __next__(self):
        return self.read(65536)


@pytest.fixture
def receiver(issuer):
    return WebhookReceiver(issuer.secret)


def wsgi(receiver, environ):
    told = []
    list(wsgi_webhooks(receiver)(environ, lambda status, headers: told.append(status)))
    return int(told[0][:3])


def flask(receiver, environ):
    import flask as framework

    app = framework.Flask("hooks")
    app.add_url_rule("/", view_func=flask_webhooks(receiver), methods=["POST"])
    told = []
    list(app(environ, lambda status, headers, *_: told.append(status)))
    return int(told[0][:3])


def environ_of(stream, **more):
    return {
        "REQUEST_METHOD": "POST", "PATH_INFO": "/", "SCRIPT_NAME": "", "SERVER_NAME": "x",
        "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http",
        "wsgi.input": stream, "wsgi.errors": None, **more,
    }  # fmt: skip


@pytest.mark.parametrize("serve", [wsgi, flask])
@pytest.mark.parametrize(
    ("told", "statuses"),
    [
        ({"wsgi.input_terminated": True, "HTTP_TRANSFER_ENCODING": "chunked"}, {413}),
        ({"CONTENT_LENGTH": "9" * 5000}, {413, 400, 401}),
        ({"CONTENT_LENGTH": str(500 * MOST)}, {413}),
        ({"CONTENT_LENGTH": "-5"}, {400, 401}),
        ({"CONTENT_LENGTH": "\u0663"}, {400, 401}),
        ({"CONTENT_LENGTH": "5x"}, {400, 401}),
        ({"CONTENT_LENGTH": "100"}, {401}),
    ],
)
def test_an_unsigned_body_is_read_to_a_megabyte_at_most(receiver, serve, told, statuses):
    stream = Endless()
    assert serve(receiver, environ_of(stream, **told)) in statuses
    assert stream.count <= MOST + 65536


def test_a_delivery_that_a_hook_of_the_application_has_read_is_handled(receiver, issuer):
    import flask as framework

    app = framework.Flask("hooks")
    app.add_url_rule("/", view_func=flask_webhooks(receiver), methods=["POST"])
    app.before_request(lambda: framework.request.get_data() and None)
    body, headers = issuer.webhook()
    assert app.test_client().post("/", data=body, headers=headers).status_code == 200


def test_a_signed_delivery_is_handled_by_each(receiver, issuer):
    import io

    for number, serve in enumerate((wsgi, flask)):
        body, headers = issuer.webhook(hash=f"{number}" * 40)
        named = {f"HTTP_{name.upper().replace('-', '_')}": headers[name] for name in headers}
        length = {"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": "application/json"}
        assert serve(receiver, environ_of(io.BytesIO(body), **length, **named)) == 200
