"""Fields, resources, relations and querysets: what users declare and chain."""

from bcorm.model.fields import field, readonly
from bcorm.model.queryset import Manager, QuerySet
from bcorm.model.relations.descriptors import many, one
from bcorm.model.resource import Resource
from bcorm.model.struct import Struct

__all__ = ["Manager", "QuerySet", "Resource", "Struct", "field", "many", "one", "readonly"]
