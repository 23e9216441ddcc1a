"""`Shape`: what an OpenAPI schema says about a value, flattened; `scaffold` and `drift` read it.

The published schemas split one object over `allOf`, `oneOf` and half a dozen components. A shape
is their union: every property that any of them has, with every type that any of them gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

Resolve = Callable[[str], tuple[str, Any]]
DEEPEST = 12


@attrs.define(kw_only=True)
class Shape:
    """What is known about one value.

    Attributes:
        kinds: the JSON types: string, integer, number, boolean, object, array.
        formats: the formats named beside them.
        nullable: whether null is among the values.
        enum: the values allowed, in the order of the spec; empty when any is.
        readonly: whether the spec says so, by flag or in the description.
        max_length, minimum, maximum: bounds, where they agree.
        fields: the properties of an object.
        required: those that are required wherever the object is described.
        items: the shape of an array's items.
        description: the first description found.
    """

    kinds: set[str] = attrs.field(factory=set)
    formats: set[str] = attrs.field(factory=set)
    nullable: bool = False
    enum: list[Any] = attrs.field(factory=list)
    readonly: bool = False
    max_length: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    fields: dict[str, Shape] = attrs.field(factory=dict)
    required: set[str] = attrs.field(factory=set)
    items: Shape | None = None
    values: Shape | None = None
    description: str = ""

    def join(self, other: Shape) -> Shape:
        """Return the union of two descriptions of the same value."""
        fields = dict(self.fields)
        for name, shape in other.fields.items():
            fields[name] = fields[name].join(shape) if name in fields else shape
        items = self.items.join(other.items) if self.items and other.items else None
        values = self.values.join(other.values) if self.values and other.values else None
        enum = [*self.enum, *(value for value in other.enum if value not in self.enum)]
        return Shape(
            kinds=self.kinds | other.kinds,
            formats=self.formats | other.formats,
            nullable=self.nullable or other.nullable,
            enum=enum,
            readonly=self.readonly or other.readonly,
            max_length=_agree(self.max_length, other.max_length, max),
            minimum=_agree(self.minimum, other.minimum, min),
            maximum=_agree(self.maximum, other.maximum, max),
            fields=fields,
            required=self.required | other.required,
            items=items or self.items or other.items,
            values=values or self.values or other.values,
            description=self.description or other.description,
        )

    def unwrap(self) -> Shape:
        """Return the row inside an answer: below `data`, and one item of a list."""
        shape = self
        if shape.fields and shape.fields.keys() <= {"data", "meta", "errors", "error"}:
            shape = shape.fields.get("data") or Shape()
        while shape.items is not None and not shape.fields:  # a spec has a list of lists of tags
            shape = shape.items
        return shape


def _agree(left: Any, right: Any, choose: Callable[[Any, Any], Any]) -> Any:
    return right if left is None else left if right is None else choose(left, right)


def build(schema: Any, resolve: Resolve, seen: tuple[str, ...] = ()) -> Shape:
    """Flatten a schema. References that lead back to themselves end as an empty shape."""
    if not isinstance(schema, Mapping) or len(seen) > DEEPEST:
        return Shape()
    if "$ref" in schema:
        name, target = resolve(schema["$ref"])
        if name in seen:
            return Shape(kinds={"object"})
        return build(target, resolve, (*seen, name))
    shape = _own(schema, resolve, seen)
    for word in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(word) or ():
            shape = shape.join(build(part, resolve, seen))
    return shape


def _own(schema: Mapping[str, Any], resolve: Resolve, seen: tuple[str, ...]) -> Shape:
    """Describe what the schema itself says, its compositions left aside."""
    kind = schema.get("type")
    kinds = set(kind) if isinstance(kind, list) else {kind} if kind else set()
    nullable = bool(schema.get("nullable")) or "null" in kinds
    if not kinds and "properties" in schema:
        kinds = {"object"}
    properties = schema.get("properties") or {}
    required = schema.get("required")
    enum = [value for value in schema.get("enum") or () if value is not None]
    items = schema.get("items")
    extra = schema.get("additionalProperties")
    return Shape(
        kinds=kinds - {"null"},
        formats={schema["format"]} if isinstance(schema.get("format"), str) else set(),
        nullable=nullable or None in (schema.get("enum") or ()),
        enum=enum,
        readonly=bool(schema.get("readOnly")),
        max_length=_number(schema.get("maxLength")),
        minimum=_number(schema.get("minimum")),
        maximum=_number(schema.get("maximum")),
        fields={str(name): build(part, resolve, seen) for name, part in properties.items()},
        required=set(required) if isinstance(required, list) else set(),
        items=build(items, resolve, seen) if items is not None else None,
        values=build(extra, resolve, seen) if isinstance(extra, Mapping) and extra else None,
        description=str(schema.get("description") or ""),
    )


def _number(value: Any) -> Any:
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
