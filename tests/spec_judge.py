"""The judge: is a request or an answer what the official OpenAPI specs say it is?

``SpecJudge`` finds the operation of a request in the specs and lets openapi-core validate both
sides. What the specs get wrong is in ``EXEMPTIONS``, each with its reason. Specs are read when
first needed and kept as pickles in pytest's cache.

    judge = SpecJudge(cache)
    assert judge.problems(Exchange("GET", "/v3/catalog/products/77", status=200, answer=...)) == []
"""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from jsonschema_path import SchemaPath
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse
from shared import SHARED

_METHODS = ("get", "post", "put", "patch", "delete")
_HOST = "https://api.bigcommerce.com"
_JSON = "application/json"
_FURTHER_TYPES = {
    "text/event-stream": lambda data, **_: data.decode(),
    "application/problem+json": lambda data, **_: json.loads(data),
}


@dataclass(frozen=True)
class Exchange:
    """A request and its answer. Paths start with the version: ``/v3/catalog/products?limit=1``.

    Bodies are parsed JSON, or the bytes that went over the wire where they have another type.
    """

    method: str
    path: str
    status: int
    body: Any = None
    answer: Any = None
    body_type: str = _JSON
    answer_type: str = _JSON
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Operation:
    """One operation of the specs: its file, version, method and path template."""

    spec: str
    version: str
    method: str
    template: str

    @property
    def name(self) -> str:
        return f"{self.method} /{self.version}{self.template}"


@dataclass(frozen=True)
class Exemption:
    """A complaint that does not count: where, about what, and why."""

    operation: str
    complaint: str
    reason: str
    used: list[str] = field(default_factory=list, compare=False)

    def covers(self, operation: str, complaint: str) -> bool:
        return bool(re.search(self.operation, operation) and re.search(self.complaint, complaint))


EXEMPTIONS = [
    Exemption(
        r"",
        r"answer: MissingData: Missing response data",
        "a 204 has no body, whatever content the spec declares for it",
    ),
    Exemption(
        r"GET /v2/",
        r"answer: ResponseNotFound: .* 204$",
        "live V2 stores answer an empty list with 204; the spec says so for shipments only",
    ),
    Exemption(
        r"GET /v3/orders/payment_actions/refunds/\{refund_id\}$",
        r"requested_amount: .* is not of type 'string'",
        "a number in the other three operations on the same refunds",
    ),
    Exemption(
        r"PUT /v3/catalog/products$",
        r"request: \d+\.id: Tried to write read-only property",
        "the same schema requires the id",
    ),
    Exemption(
        r"/v3/catalog/variants$",
        r"answer: .*: None (for not nullable|is not of type)",
        "nullable in the per-product operations on the same variants: null inherits",
    ),
    Exemption(
        r"POST /v3/catalog/products$",
        r"request: bulk_pricing_rules\.\d+\.id: ",
        "the same schema requires it and makes it read-only",
    ),
    Exemption(
        r"GET /v3/catalog/products$",
        r"request: \d+: 'id' is not one of",
        "the id comes with every selection of fields, so naming it changes nothing",
    ),
    Exemption(
        r"PUT /v3/catalog/products/\{product_id\}/bulk-pricing-rules/",
        r"request: id: Tried to write read-only property",
        "the same schema requires it",
    ),
    Exemption(
        r"/v3/catalog/products/\{product_id\}/complex-rules/",
        r"conditions\.\d+\.variant_id: None (for not nullable|is not of type)",
        "nullable in the list and in the create: a condition on modifiers names no variant",
    ),
    Exemption(
        r"/v3/catalog/products/\{product_id\}/variants/\{variant_id\}/metafields",
        r"answer: data(\.\d+)?\.description: '' should be non-empty",
        "optional, and empty without one in the metafields of every other kind of parent",
    ),
    Exemption(
        r"GET /v2/orders$",
        r"request: : '\w+:(asc|desc)' is not one of",
        "the parameter's description: append :asc or :desc",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"date_last_imported: ",
        "recorded live: null until the first import",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"option_set_id: ",
        "recorded live: null without an option set",
    ),
    Exemption(
        r"/v3/catalog/products",
        r"base_variant_id: ",
        "the field's own description: null for a product with variants",
    ),
    Exemption(
        r"/v3/customers$",
        r"channel_ids: ",
        "recorded live: null for a customer of every channel",
    ),
    Exemption(
        r"GET /v3/catalog/products/\{product_id\}/bulk-pricing-rules$",
        r"data: .* is not of type 'object'",
        "a list: the schema names one rule where its example has the array",
    ),
    Exemption(
        r"",
        r"request: ValueError: invalid literal for int\(\) with base 10: '\d+(,\d+)+'",
        "a parameter whose name ends in :in takes a list, also where it is declared as one integer",
    ),
    Exemption(
        r"PUT /v3/(inventory/locations|carts)/metafields$",
        r"request: \d+\.id: \d+ is not of type 'string'",
        "the id is a number in the DELETE of the same path",
    ),
    Exemption(
        r"GET /v3/carts/\{cart_id\}/metafields$",
        r"answer: data: .* is not of type 'object'",
        "a list: the schema names one metafield where the operation pages many",
    ),
    Exemption(
        r"POST /v3/promotions$",
        r"request: (: .* is not valid under any|redemption_type: (Tried|'\w+' is not one))",
        "a draft requires the redemption_type that the schema it extends makes read-only",
    ),
    Exemption(
        r"POST /v3/sites/\{site_id\}/routes$",
        r"answer: status: \d+ is not of type 'string'",
        "a number in the other operations on the same routes",
    ),
    Exemption(
        r"codegen$",
        r"answer: data\.codes\.\d+\.code: ",
        "the pattern of a code without prefix, suffix and other lengths",
    ),
    Exemption(
        r"",
        r"request: DeprecationWarning: Use of allowEmptyValue",
        "of the specs' own making",
    ),
    Exemption(
        r"GET /v2/blog/tags$",
        r"is not of type 'array'",
        "a list of tags: the schema has one list too many",
    ),
    Exemption(
        r"/v2/redirects",
        r"forward\.ref: ",
        "the texts: a number, or the address of a manual one; the operations have either type",
    ),
    Exemption(
        r"/v3/settings/",
        r": None (for not nullable|is not of type)",
        "the texts of answers and requests: null means that a channel overrides nothing",
    ),
    Exemption(
        r"",
        r": None is not one of",
        "an enum that forgot null; where null is not allowed there is another complaint",
    ),
    Exemption(
        r"GET .*/metafields$",
        r"request: \d+: 'id' is not one of",
        "ids come with every selection; this one selects nothing else",
    ),
    Exemption(
        r"GET /v3/customers/subscribers$",
        r"request: MissingRequiredParameter: Missing required query parameter: id$",
        "a filter among others; were it required, there would be no list",
    ),
    Exemption(
        r"PUT /v3/abandoned-carts/settings",
        r"request: : 'enabled' is a required property",
        "no such property: enable_notification must be meant",
    ),
    Exemption(
        r"POST /v3/content/pages$",
        r"answer: data: .*(under any of|is not of type 'object')",
        "the answer's description: an array when the request was one",
    ),
]


class SpecJudge:
    """All specs of the Management API.

    Args:
        cache_dir: where parsed specs are kept between runs; nowhere when left out.
    """

    def __init__(self, cache_dir: Path | None = None) -> None:
        self._cache_dir = cache_dir
        self._opened: dict[str, OpenAPI] = {}

    # Specs

    def document(self, spec: str) -> dict[str, Any]:
        """A parsed spec file, by its path below ``specs``."""
        source = SHARED / "specs" / spec
        if self._cache_dir is None:
            return _parse(source)
        stat = source.stat()
        name = f"{spec.replace('/', '-')}-{stat.st_size}-{int(stat.st_mtime)}.pickle"
        kept = self._cache_dir / name
        if kept.exists():
            return pickle.loads(kept.read_bytes())
        document = _parse(source)
        self._cache_dir.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{id(self)}.part")
        partial.write_bytes(pickle.dumps(document))
        partial.replace(kept)
        return document

    def _open(self, spec: str) -> OpenAPI:
        if spec not in self._opened:
            path = SchemaPath.from_dict(_inclusive(self.document(spec)))
            # The files themselves are not on trial.
            config = Config(spec_validator_cls=None, extra_media_type_deserializers=_FURTHER_TYPES)
            self._opened[spec] = OpenAPI(path, config=config)
        return self._opened[spec]

    @cached_property
    def operations(self) -> list[Operation]:
        """Every operation, literal paths before those with placeholders."""
        found = []
        for source in sorted((SHARED / "specs").rglob("*.y*ml")):
            spec = str(source.relative_to(SHARED / "specs"))
            document = self.document(spec)
            servers = [server["url"] for server in document.get("servers", [])]
            if not servers or not servers[0].startswith(_HOST + "/stores/"):
                continue
            version = servers[0].rsplit("/", 1)[-1]
            for template, item in document["paths"].items():
                found += [
                    Operation(spec, version, method.upper(), template)
                    for method in item
                    if method in _METHODS
                ]
        return sorted(found, key=lambda item: item.template.count("{"))

    def operation(self, method: str, path: str) -> Operation | None:
        """The operation of a request, if the specs have one."""
        path = urlsplit(path).path
        for item in self.operations:
            if item.method == method and _pattern(item.version + item.template).match(path):
                return item
        return None

    def declared(self, operation: Operation) -> dict[str, Any]:
        """The raw spec entry of an operation."""
        return self.document(operation.spec)["paths"][operation.template][operation.method.lower()]

    # Judging

    def problems(self, exchange: Exchange, *, request: bool = True) -> list[str]:
        """What the specs say against an exchange; empty when they have nothing to say.

        Args:
            exchange: the request and its answer.
            request: judge the request too, not only the answer. Leave it out for requests that
                are wrong on purpose.
        """
        operation = self.operation(exchange.method, exchange.path)
        if operation is None:
            return [f"no such operation: {exchange.method} {exchange.path}"]
        api = self._open(operation.spec)
        asked, answered = _mocks(exchange)
        found: list[str] = []
        if request:
            found += _complaints("request", lambda: api.validate_request(asked))
        found += _complaints("answer", lambda: api.validate_response(asked, answered))
        if "_fields=" in exchange.path:
            # What a request did not select is not required of the answer.
            found = [text for text in found if not text.endswith("is a required property")]
        return [
            f"{operation.name}: {_shortened(text)}"
            for text in dict.fromkeys(found)
            if not self._exempt(operation, text)
        ]

    @staticmethod
    def _exempt(operation: Operation, complaint: str) -> bool:
        for exemption in EXEMPTIONS:
            if exemption.covers(operation.name, complaint):
                exemption.used.append(complaint)
                return True
        return False


def _inclusive(node: Any) -> Any:
    """Read every ``oneOf`` as ``anyOf``.

    The alternatives of these specs often require nothing, so that what is right fits several.
    """
    if isinstance(node, dict):
        return {
            "anyOf" if name == "oneOf" else name: _inclusive(item) for name, item in node.items()
        }
    return [_inclusive(item) for item in node] if isinstance(node, list) else node


def _parse(source: Path) -> dict[str, Any]:
    return yaml.load(source.read_text(), Loader=_Loader)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads dates as the text they are: an example is never a Python date."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]+\}", template)
    return re.compile("/" + "[^/]+".join(map(re.escape, parts)) + "$")


def _mocks(exchange: Exchange) -> tuple[MockRequest, MockResponse]:
    url = urlsplit(exchange.path)
    request = MockRequest(
        _HOST,
        exchange.method.lower(),
        f"/stores/store{url.path}",
        args=dict(parse_qsl(url.query, keep_blank_values=True)),
        headers={"X-Auth-Token": "token", "Accept": _JSON, **exchange.headers},
        data=_bytes(exchange.body),
        content_type=exchange.body_type,
    )
    answer = _bytes(exchange.answer) or b""
    response = MockResponse(answer, status_code=exchange.status, content_type=exchange.answer_type)
    return request, response


def _bytes(body: Any) -> bytes | None:
    return body if body is None or isinstance(body, bytes) else json.dumps(body).encode()


def _complaints(side: str, validate: Any) -> list[str]:
    try:
        validate()
    except Exception as error:  # noqa: BLE001 - the library's errors have no useful common root
        found = list(_leaves(error))
        return [f"{side}: {text}" for text in found] or [f"{side}: {error}"]
    return []


def _leaves(error: BaseException | None) -> Any:
    """The schema errors at the bottom of a chain of exceptions."""
    while error is not None:
        for item in getattr(error, "schema_errors", ()):
            place = ".".join(str(part) for part in item.absolute_path)
            yield f"{place}: {item.message}"
            for inner in item.context or ():
                deep = ".".join(str(part) for part in inner.absolute_path)
                yield f"{deep}: {inner.message}"
        if error.__cause__ is None and not hasattr(error, "schema_errors"):
            yield f"{type(error).__name__}: {error}"
        error = error.__cause__


def _shortened(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:150]} ... {text[-150:]}"
