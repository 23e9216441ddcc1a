"""The same work done three ways: with bcorm, with the official client, with bare requests.

Each contender is given a store's URL, and counts what it sent by the same means: a hook on
the adapter of `requests`, which all three send with.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs
import requests
from bigcommerce.api import BigcommerceApi
from requests.adapters import HTTPAdapter

import bcorm
from bcorm.http.cache import Cache

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HASH, TOKEN = "benchmark", "not-a-secret"
PAGE = 250


@attrs.define
class Traffic:
    """What went over the wire, as `requests` saw it."""

    requests: int = 0
    sent: int = 0
    received: int = 0

    def watch(self) -> Callable[[], None]:
        """Count everything that `requests` sends from now on; returns how to stop."""
        original = HTTPAdapter.send

        def send(adapter: Any, request: Any, **options: Any) -> Any:
            response = original(adapter, request, **options)
            self.requests += 1
            self.sent += len(request.body or b"")
            self.received += int(response.headers.get("Content-Length") or 0)
            return response

        HTTPAdapter.send = send  # type: ignore[method-assign]

        def stop() -> None:
            HTTPAdapter.send = original  # type: ignore[method-assign]

        return stop


class Bcorm:
    """This library."""

    name = "bcorm"

    def __init__(self, url: str) -> None:
        from bcorm import Product  # noqa: PLC0415 - imported when it is needed, as users do

        self.session = bcorm.connect(HASH, TOKEN, api_url=url)
        self.cached = bcorm.Client(
            bcorm.OAuthCredentials(HASH, TOKEN), api_url=url, cache=Cache(ttl=60)
        )
        self.products = Product.objects.using(self.session)

    def list(self) -> list[Any]:
        """All products, as objects."""
        return list(self.products.all())

    def iterate(self) -> int:
        """All products, one after the other, none kept."""
        return sum(1 for product in self.products.iterator() if product.price)

    def reprice(self, count: int, cents: int) -> None:
        """Read the first products, change their prices, save them."""
        for product in self.products.order_by("id")[:count]:
            product.price += Decimal(cents) / 100
        self.session.commit()

    def touch(self, count: int) -> int:
        """Products with what belongs to them."""
        seen = 0
        for product in self.products.order_by("id")[:count]:
            seen += product.brand is not None
            seen += len(product.images) + len(product.variants) + len(product.options)
        return seen

    def get(self, keys: list[int]) -> None:
        """One product after the other, with the cache on."""
        from bcorm import Product  # noqa: PLC0415

        for key in keys:
            with self.cached.session() as session:
                Product.objects.using(session).get(id=key)


class Official:
    """The official client, 0.23.4, which speaks V2."""

    name = "bigcommerce 0.23.4"

    def __init__(self, url: str) -> None:
        self.api = BigcommerceApi(client_id="none", store_hash=HASH, access_token=TOKEN)
        self.api.connection.full_path = lambda path: f"{url}/stores/{HASH}/v2/{path}"

    def list(self) -> list[Any]:
        """All products, as objects."""
        return list(self.api.Products.iterall())

    def iterate(self) -> int:
        """All products, one after the other, none kept."""
        return sum(1 for product in self.api.Products.iterall() if product.price)

    def _first(self, count: int) -> Iterator[Any]:
        for page in range(1, count // PAGE + 1):
            yield from self.api.Products.all(limit=PAGE, page=page)

    def reprice(self, count: int, cents: int) -> None:
        """Read the first products, change their prices, save them one by one."""
        for product in self._first(count):
            price = Decimal(product.price) + Decimal(cents) / 100
            product.update(price=str(price))

    def touch(self, count: int) -> int:
        """Products with what belongs to them, one call each."""
        seen = 0
        for product in self._first(count):
            seen += self.api.Brands.get(product.brand_id) is not None
            images = self.api.ProductImages.all(product.id)
            skus = self.api.ProductSkus.all(product.id)
            options = self.api.ProductOptions.all(product.id)
            seen += len(images) + len(skus) + len(options)
        return seen

    def get(self, keys: list[int]) -> None:
        """One product after the other."""
        for key in keys:
            self.api.Products.get(key)


class Bare:
    """`requests` and `json`, written by somebody who knows the API well."""

    name = "requests + json"

    def __init__(self, url: str) -> None:
        self.base = f"{url}/stores/{HASH}/v3/catalog"
        self.http = requests.Session()
        self.http.headers.update({"X-Auth-Token": TOKEN, "Accept": "application/json"})

    def _get(self, path: str, **params: Any) -> Any:
        return json.loads(self.http.get(f"{self.base}/{path}", params=params).content)

    def list(self) -> list[Any]:
        """All products, as dictionaries."""
        found: list[Any] = []
        pages = number = 1
        while number <= pages:
            answer = self._get("products", limit=PAGE, page=number)
            pages = answer["meta"]["pagination"]["total_pages"]
            found += answer["data"]
            number += 1
        return found

    def iterate(self) -> int:
        """All products, page by page."""
        seen, pages, number = 0, 1, 1
        while number <= pages:
            answer = self._get("products", limit=PAGE, page=number)
            pages = answer["meta"]["pagination"]["total_pages"]
            seen += sum(1 for product in answer["data"] if product["price"])
            number += 1
        return seen

    def reprice(self, count: int, cents: int) -> None:
        """Read the first products, change their prices, save them ten at a time."""
        rows = []
        for number in range(1, count // PAGE + 1):
            rows += self._get("products", limit=PAGE, page=number)["data"]
        changes = [{"id": row["id"], "price": round(row["price"] + cents / 100, 2)} for row in rows]
        for start in range(0, count, 10):
            body = json.dumps(changes[start : start + 10], separators=(",", ":"))
            answer = self.http.put(
                f"{self.base}/products", data=body, headers={"Content-Type": "application/json"}
            )
            answer.raise_for_status()

    def touch(self, count: int) -> int:
        """Products with what belongs to them, by the includes that allow large pages."""
        rows = []
        for number in range(1, count // PAGE + 1):
            rows += self._get("products", limit=PAGE, page=number, include="images,variants")[
                "data"
            ]
        wanted = ",".join(sorted({str(row["brand_id"]) for row in rows}))
        brands = {row["id"]: row for row in self._get("brands", **{"id:in": wanted})["data"]}
        options = {}
        for number in range(1, count // 10 + 1):
            page = self._get(
                "products", limit=10, page=number, include="options", include_fields="id"
            )
            options.update({row["id"]: row["options"] for row in page["data"]})
        return sum(
            (row["brand_id"] in brands)
            + len(row["images"])
            + len(row["variants"])
            + len(options[row["id"]])
            for row in rows
        )

    def get(self, keys: list[int]) -> None:
        """One product after the other."""
        for key in keys:
            self._get(f"products/{key}")


CONTENDERS = (Bcorm, Official, Bare)
