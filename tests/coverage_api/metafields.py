"""The nine operations that the metafields of every kind of parent have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coverage_api.stage import Stage

    from bcorm import Resource

_VALUES = {"namespace": "coverage", "key": "colour", "value": "red", "permission_set": "read"}


def exercise_metafields(stage: Stage, model: type[Any], parents: Iterable[Resource]) -> None:
    """Create, read, change and delete metafields one by one and in batches.

    Args:
        stage: where.
        model: the class of the metafields.
        parents: two or more saved objects that have a relation `metafields`.
    """
    first, second, *_ = parents  # two are enough
    one = first.metafields.create(**_VALUES)
    one.value = "blue"
    stage.session.commit()
    assert [item.value for item in first.metafields.filter(key="colour")] == ["blue"]
    path = {name: getattr(one, name) for name in model.endpoint.placeholders}
    stage.session.expunge(one)
    found = model.objects.get(id=one.id, **path)
    assert found.namespace == "coverage"
    found.delete()
    for parent in (first, second):
        parent.metafields.new(**{**_VALUES, "key": "size"})
    stage.session.commit()
    both = list(model.objects.filter(key="size", namespace__in=["coverage"]))
    assert len(both) == 2
    for item in both:
        item.description = "How large"
    stage.session.commit()
    for item in both:
        stage.session.delete(item)
    stage.session.commit()
    assert not model.objects.filter(key="size")
