"""A single-click app: installed, opened, called back and uninstalled, in one WSGI file.

Run it with any WSGI server; the settings come from the environment::

    BC_CLIENT_ID BC_CLIENT_SECRET   from the developer portal
    APP_URL                         where this app is, such as https://app.example.com
    BCORM_TOKEN_KEY                 from bcorm.auth.generate_key()

In the developer portal, the callbacks are `{APP_URL}/auth`, `/load`, `/uninstall` and
`/remove_user`; webhooks come to `/webhooks`.

It runs against the emulator as well: start `bcorm emulator --client-secret S`, give the app the
same secret, `APP_URL=http://127.0.0.1:8001`, `BIGCOMMERCE_API_URL` and
`BIGCOMMERCE_AUTH_URL` with the emulator's address, and open its page `/_emulator/apps`.
"""

# ruff: noqa: ANN001, ANN002, ANN201, ANN202, INP001 - an example is to be read; the library is what is typed

from __future__ import annotations

import logging
import os
from html import escape
from urllib.parse import urlsplit

import bcorm
from bcorm import Product, Webhook
from bcorm.auth import (
    App,
    AuthError,
    SignatureError,
    SqliteTokenStore,
    WebhookReceiver,
    wsgi_webhooks,
)

logger = logging.getLogger("oauth_app")


def create_app(environ=os.environ, database="tokens.db"):
    """Build the WSGI application.

    Args:
        environ: The settings.
        database: The file that the stores' tokens are kept in, encrypted.
    """
    app = App(
        environ["BC_CLIENT_ID"],
        environ["BC_CLIENT_SECRET"],
        f"{environ['APP_URL']}/auth",
        scopes=["store_v2_products_read_only"],
        tokens=SqliteTokenStore(database, environ["BCORM_TOKEN_KEY"]),
    )
    webhooks = WebhookReceiver(environ["BC_CLIENT_SECRET"])

    @webhooks.on("store/product/*")
    def product_changed(event):
        logger.info("%s: product %s of %s", event.verb, event.ref.ids, event.store_hash)

    def auth(query):
        grant = app.authorize(query)
        with client_of(app, grant.store_hash) as client, client.session():
            Webhook.objects.get_or_create(
                scope="store/product/*", destination=f"{environ['APP_URL']}/webhooks"
            )
        return f"Installed in {grant.store_hash}. {catalog_size(app, grant.store_hash)}"

    def load(query):
        payload = app.load(query)
        return f"Hello {payload.user.email}. {catalog_size(app, payload.store_hash)}"

    def uninstall(query):
        return f"Goodbye {app.uninstall(query).store_hash}."

    def remove_user(query):
        return f"Goodbye {app.remove_user(query).user.email}."

    pages = {"/auth": auth, "/load": load, "/uninstall": uninstall, "/remove_user": remove_user}
    deliveries = wsgi_webhooks(webhooks)

    def application(environ, start_response):
        path = environ.get("PATH_INFO", "")
        if path == "/webhooks":
            return deliveries(environ, start_response)
        status, text = answer(pages.get(path), environ.get("QUERY_STRING", ""))
        body = f"<!DOCTYPE html><title>Example app</title><p>{escape(text)}".encode()
        start_response(
            status,
            [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))],
        )
        return [body]

    application.app = app
    return application


def client_of(app, store_hash):
    """Build the client of a store that installed the app, or None if it did not."""
    grant = app.tokens.load(store_hash)
    return None if grant is None else bcorm.Client(grant.credentials(app.client_id))


def catalog_size(app, store_hash):
    """Tell how many products a store sells."""
    client = client_of(app, store_hash)
    if client is None:
        return "The app is not installed here."
    with client, client.session():
        return f"You sell {Product.objects.count()} products."


def answer(page, query):
    """Run a page, and tell whoever sent nonsense no more than that."""
    if page is None:
        return "404 Not Found", "There is nothing here."
    try:
        return "200 OK", page(query)
    except SignatureError as error:
        logger.warning("refused: %s: %s", type(error).__name__, error)
        return "401 Unauthorized", "This link is not valid any more. Open the app again."
    except AuthError as error:
        logger.warning("not installed: %s", error)
        return "400 Bad Request", "The app could not be installed."


if __name__ == "__main__":
    from wsgiref.simple_server import WSGIRequestHandler, make_server

    class Quiet(WSGIRequestHandler):
        """Logs no request: their URLs hold codes and payloads."""

        def log_message(self, *_):
            """Say nothing."""

    logging.basicConfig(level=logging.INFO)
    port = urlsplit(os.environ["APP_URL"]).port or 8001
    make_server("127.0.0.1", port, create_app(), handler_class=Quiet).serve_forever()
