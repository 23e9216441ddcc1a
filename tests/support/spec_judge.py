"""The judge: is a request or an answer what the official OpenAPI specs say it is?

`SpecJudge` finds the operation of a request in the specs and lets openapi-core validate both
sides. What the specs get wrong is in `spec_exemptions`, each with its reason. Specs are read when
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
from spec_exemptions import EXEMPTIONS

_METHODS = ("get", "post", "put", "patch", "delete")
_HOST = "https://api.bigcommerce.com"
_JSON = "application/json"
_FURTHER_TYPES = {
    "text/event-stream": lambda data, **_: data.decode(),
    "application/problem+json": lambda data, **_: json.loads(data),
}


@dataclass(frozen=True)
class Exchange:
    """A request and its answer. Paths start with the version: `/v3/catalog/products?limit=1`.

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


class SpecJudge:
    """All specs of the Management API.

    Args:
        cache_dir: where parsed specs are kept between runs; nowhere when left out.
    """

    def __init__(self, cache_dir: Path | None = None) -> None:
        self._cache_dir = cache_dir
        self._documents: dict[str, dict[str, Any]] = {}
        self._opened: dict[str, OpenAPI] = {}

    # Specs

    def document(self, spec: str) -> dict[str, Any]:
        """A parsed spec file, by its path below `specs`; not to be changed."""
        if spec not in self._documents:
            self._documents[spec] = self._read(spec)
        return self._documents[spec]

    def _read(self, spec: str) -> dict[str, Any]:
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
    """Read every `oneOf` as `anyOf`.

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
