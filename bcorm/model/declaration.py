"""What only the whole class can tell of a declaration: whether the names in its facts exist.

`Endpoint` refuses what no endpoint can be; here its facts are held against the fields and the
relations of the class, when the class is made, so that a misspelt fact is not accepted in silence.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

import attrs

from bcorm.exceptions import DeclarationError
from bcorm.model.mapper import ToMany, ToOne
from bcorm.model.types import options_of
from bcorm.query.endpoint import Batch, Endpoint, what_is_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bcorm.model.fields import FieldOptions
    from bcorm.model.mapper import Relation


def declared(model: Any, facts: Mapping[str, Any]) -> Endpoint | None:
    """Return the checked facts of a class: its own, or its base's with some changed.

    Args:
        model: the class, whose fields attrs has collected.
        facts: its class keywords: single facts that differ from what it inherits.

    Returns:
        None for a class that neither has nor inherits an endpoint.

    Raises:
        DeclarationError: a fact names what is not there; the nearest right name is suggested.
    """
    base = getattr(model, "endpoint", None)
    if base is not None and not isinstance(base, Endpoint):
        raise DeclarationError(
            f"{model.__name__}.endpoint: expected Endpoint(path=…), not {base!r}"
        )
    if base is None:
        endpoint = Endpoint.of(model.__name__, **facts) if facts else None
    else:
        endpoint = base.but(**facts) if facts else base
    if endpoint is None or endpoint is getattr(model.__base__, "endpoint", None):
        return endpoint
    fields = {item.name: options_of(item) for item in attrs.fields(model)}
    if endpoint.version_field == "date_modified" not in fields and "version_field" not in facts:
        endpoint = endpoint.but(version_field=None)
    for fact, word, right in _doubtful(endpoint, fields, model.relations):
        raise DeclarationError(
            f"{model.__name__}, {fact}: {word!r} is not there; {what_is_right(word, right)}"
        )
    return endpoint


Claim = tuple[str, "Iterable[str | None]", "Iterable[str]"]


def _doubtful(
    endpoint: Endpoint, fields: Mapping[str, FieldOptions], relations: Mapping[str, Relation]
) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield each fact's name and word that names nothing, with the words that would be right."""
    claims = chain(
        _of_lists(endpoint, fields, relations),
        _of_writes(endpoint, fields),
        _of_fields(endpoint, fields, relations),
    )
    for fact, words, right in claims:
        for word in words:
            if word is not None and word not in right:
                yield fact, word, right


def _of_lists(
    endpoint: Endpoint, fields: Mapping[str, FieldOptions], relations: Mapping[str, Relation]
) -> Iterator[Claim]:
    names = {*fields, *endpoint.owners}
    yield "key", [endpoint.key], names
    yield "version_field", [endpoint.version_field], fields
    yield "natural_key", endpoint.natural_key, names
    needed = chain.from_iterable(need.split("|") for need in endpoint.needs)
    yield "needs", needed, {*fields, *relations}
    yield "sort", endpoint.sort, {*names, *endpoint.sort_hidden}
    yield "sort_hidden", endpoint.sort_hidden, endpoint.sort
    yield "filters", [name for name, row in endpoint.filters.items() if row.type is None], names
    yield "page_caps", endpoint.page_caps, endpoint.includes
    yield "includes", endpoint.includes, _includable(endpoint, fields, relations)


def _of_writes(endpoint: Endpoint, fields: Mapping[str, FieldOptions]) -> Iterator[Claim]:
    names = {*fields, *endpoint.owners}
    for rule in endpoint.put_rules:
        yield f"put_rules, {rule.kind}", (*rule.fields, *rule.companions, rule.when), names
    for verb in ("create", "update", "delete"):
        batch: Batch | None = getattr(endpoint, f"{verb}_batch")
        if batch is not None:
            yield f"{verb}_batch, carry", batch.carry, names
            yield f"{verb}_batch, without", batch.without, fields


def _of_fields(
    endpoint: Endpoint, fields: Mapping[str, FieldOptions], relations: Mapping[str, Relation]
) -> Iterator[Claim]:
    for name, options in fields.items():
        yield f"{name}, shown_as", [options.shown_as], fields
        if endpoint.includes:
            yield f"{name}, include", [options.include], endpoint.includes
    for name, relation in relations.items():
        if endpoint.includes:  # else the rows are always in their parent's
            yield f"{name}, include", [relation.include], endpoint.includes
        if isinstance(relation, ToOne):
            yield f"{name}, via", [relation.via], {*fields, *endpoint.owners}
        if isinstance(relation, ToMany):
            yield f"{name}, ids", [relation.ids], fields


def _includable(
    endpoint: Endpoint, fields: Mapping[str, FieldOptions], relations: Mapping[str, Relation]
) -> set[str]:
    """Return the words of `include` that bring something which the class can show.

    A word that leads into a nested value is judged by where it begins: at a field, or at the
    collection itself.
    """
    words = {relation.include for relation in relations.values()}
    words |= {options.include for options in fields.values()}
    begins = {options.wire or name for name, options in fields.items()}
    begins |= {endpoint.path.rpartition("/")[2]}
    known = {word for word in words | begins if word is not None}
    return known | {word for word in endpoint.includes if word.partition(".")[0] in known}
