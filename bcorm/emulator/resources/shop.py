"""The shop itself: ``store_information.v2.yml``."""

from __future__ import annotations

from bcorm.emulator.behaviours import shop
from bcorm.emulator.resource import Operation, Resource

RESOURCES: tuple[Resource, ...] = ()
OPERATIONS = (
    Operation("GET", "v2/store", shop.show_store),
    Operation("GET", "v2/time", shop.show_time),
)
