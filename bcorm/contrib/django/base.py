"""`StoreModel`: a Django model whose rows are a store's. Saving it is a bcorm commit.

The bcorm object stays behind the Django one: fields are copied from it when they are first read,
and changed ones are copied back onto it when the row is saved.
"""

# ruff: noqa: SLF001 - `_meta` is a public name of Django

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save

from bcorm.contrib.backend import Backend
from bcorm.contrib.django.fields import Mirror, ParentField
from bcorm.contrib.django.query import StoreQuerySet
from bcorm.exceptions import CommitError, InvalidValue, ReadOnlyFieldError
from bcorm.model.memory import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcorm.model.relations.descriptors import many
    from bcorm.model.resource import Resource

# What a row is called by: the first of these that its model has.
_LABELS = ("display_name", "name", "email", "code", "sku", "title", "key", "description")


class StoreModel(models.Model):
    """Base of the models that `modelfactory.store_model` makes.

    Attributes:
        resource_class: the bcorm resource.
        resource: the bcorm object behind this one; None before a new one is staged.
        refused: whether the store has just refused to delete it; nothing asks it again.
        partly_saved: whether the store took only a part of the page that showed it.
        belongs_to_store: tells these models from others, see `history`.
        row_label: what says how a row is called, see `modelfactory.store_model`.
    """

    belongs_to_store = True

    resource_class: ClassVar[type[Resource]]
    row_label: ClassVar[Any] = None
    resource: Resource | None = None
    refused = False
    partly_saved = False

    objects = StoreQuerySet.as_manager()

    class Meta:
        """Nothing here has a table."""

        abstract = True
        managed = False
        base_manager_name = "objects"
        default_manager_name = "objects"

    def __str__(self) -> str:
        if self.row_label is not None and self.pk is not None:
            if self.resource is None:
                self.refresh_from_db(fields=[])
            return str(self.row_label(self.resource))
        for label in self.label_fields():
            if getattr(self, label):
                return str(getattr(self, label))
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def backend(cls) -> Backend:
        """Return the backend of the current session. Opening it sends nothing."""
        return Backend(cls.resource_class)

    @classmethod
    def from_resource(cls, resource: Resource) -> StoreModel:
        """Wrap a bcorm object; its fields are read when they are needed."""
        instance = cls.reference(resource.pk)
        instance.resource = resource
        return instance

    @classmethod
    def reference(cls, key: Any) -> StoreModel:
        """Stand for a row that is known to exist; it is read when more than its key is wanted."""
        instance: StoreModel = cls.from_db("default", [cls._meta.pk.attname], [key])
        return instance

    @classmethod
    def label_fields(cls) -> list[str]:
        """Return the names of the fields that a row is called by."""
        names = {field.name for field in cls._meta.concrete_fields}
        return [label for label in _LABELS if label in names][:1]

    @classmethod
    def mirrors(cls) -> Iterable[Any]:
        """Yield the fields that mirror a bcorm field; the key is none of them."""
        return (field for field in cls._meta.concrete_fields if isinstance(field, Mirror))

    def refresh_from_db(
        self, using: Any = None, fields: Iterable[str] | None = None, **options: Any
    ) -> None:
        """Read fields from the bcorm object; without names, read the row again first."""
        del using, options
        if self.resource is None:
            self.resource = self.backend().get(self.pk)
        if self.resource is None:
            raise self.DoesNotExist(f"the store has no {self._meta.verbose_name} {self.pk}")
        wanted = None if fields is None else set(fields)
        if wanted is None:
            self.resource.refresh()
            self._state.fields_cache.clear()
        for field in self.mirrors():
            if wanted is None or field.attname in wanted or field.name in wanted:
                setattr(self, field.attname, field.load(self.resource))

    def stage(self, parent: Resource | None = None, relation: many[Any] | None = None) -> Resource:
        """Copy what was changed onto the bcorm object, and put a new one into the session.

        Args:
            parent: where a new row of an inline belongs; may be unsaved itself.
            relation: the parent's relation that the row joins.

        Returns:
            The bcorm object; nothing was sent.

        Raises:
            ValidationError: a value cannot be, by field.
        """
        resource = self.resource
        if resource is None:
            resource = self.resource_class(**self._path_parameters(parent))
        errors: dict[str, list[str]] = {}
        for field in self.mirrors():
            if field.attname not in self.__dict__:
                continue  # never read, so never changed
            try:
                field.put(resource, self.__dict__[field.attname])
            except (InvalidValue, ReadOnlyFieldError) as error:
                errors.setdefault(field.name, []).append(expected(error))
        if errors:
            raise ValidationError(errors)
        if self.resource is None:
            self.resource = resource
            if parent is not None and relation is not None:
                getattr(parent, relation.name).add(resource)
            self.backend().session.add(resource)
        return resource

    def _path_parameters(self, parent: Resource | None) -> dict[str, Any]:
        """Return where in the API a new row goes, if that is known without its parent's object."""
        if parent is not None:
            return {}
        return {
            field.placeholder: getattr(self, field.attname)
            for field in self.mirrors()
            if isinstance(field, ParentField)
        }

    def settle(self) -> None:
        """Take over what the store has made of the row: its key, rounded values."""
        assert self.resource is not None
        self.pk = self.resource.pk
        self._state.adding = False
        self._state.db = "default"
        for field in self.mirrors():
            self.forget(field)

    def forget(self, field: Any) -> None:
        """Let a field be read from the bcorm object again."""
        self.__dict__.pop(field.attname, None)
        if field.is_relation:
            self._state.fields_cache.pop(field.name, None)

    def save(self, *args: Any, **options: Any) -> None:  # noqa: DJ012 - it belongs with delete
        """Send what has changed; nothing if nothing has.

        Raises:
            ValidationError: a value cannot be, by field; nothing was sent.
            CommitError: the store refused it; `.report` has its reasons.
        """
        del args
        fields = options.get("update_fields")
        created = self.resource is None
        signal = {"sender": type(self), "instance": self, "raw": False, "using": "default"}
        pre_save.send(**signal, update_fields=fields)
        resource = self.stage()
        self._commit(resource)
        self.settle()
        post_save.send(**signal, update_fields=fields, created=created)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Delete the row; one that is gone already counts as deleted.

        Raises:
            CommitError: the store refused it.
        """
        del args, options
        assert self.resource is not None, "a row that was never saved cannot be deleted"
        if self.refused:
            return 0, {}
        if self.resource._state.phase is not Phase.DELETED:
            signal = {"sender": type(self), "instance": self, "using": "default"}
            pre_delete.send(**signal)
            report = self.backend().delete(self.resource)
            if not report:
                raise CommitError(report)
            post_delete.send(**signal)
        return 1, {self._meta.label: 1}

    def _commit(self, resource: Resource) -> None:
        report = self.backend().save(resource)
        if not report:
            raise CommitError(report)


def expected(error: InvalidValue | ReadOnlyFieldError) -> str:
    """Say what was expected, without the class's and the field's name."""
    if isinstance(error, InvalidValue):
        return f"Expected {error.expected}."
    return str(error)
