"""Whatever the official package offers is here too: modules, classes, functions, parameters."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import bigcommerce
import pytest

# What is left out on purpose, and why. Everything else is asserted.
LEFT_OUT = {
    "repeated names": "``from .base import *`` and the like repeat names in modules that have"
    " nothing to do with them; each is at the place where it is defined",
    "bigcommerce": "the package as its own attribute, left by ``import bigcommerce.api``",
}


def modules():
    yield "", bigcommerce
    for found in pkgutil.walk_packages(bigcommerce.__path__, "bigcommerce."):
        yield found.name.partition(".")[2], importlib.import_module(found.name)


MODULES = dict(modules())


def ours(name):
    return importlib.import_module(f"bcorm.compat.{name}" if name else "bcorm.compat")


def members(module):
    """The public names that belong to the package, wherever they are defined in it."""
    for name, value in vars(module).items():
        home = value.__name__ if inspect.ismodule(value) else getattr(value, "__module__", "")
        if not name.startswith("_") and (home or "").startswith("bigcommerce"):
            yield name, value


def test_walk__finds_the_whole_package():
    """A walk that found nothing would prove nothing."""
    found = {name for name in MODULES if name}
    assert {"api", "connection", "exception", "customer_login_token", "resources.base"} <= found
    assert len(found) == 29
    assert sum(len(list(members(module))) for module in MODULES.values()) > 400


@pytest.mark.parametrize("name", MODULES)
def test_module__has_every_public_name(name):
    module = ours(name)
    missing = [
        member
        for member, value in members(MODULES[name])
        if not hasattr(module, member) and member not in LEFT_OUT and not at_home(name, value)
    ]
    assert missing == []


def at_home(name, value):
    """Whether a name that star imports repeat here is where it is defined."""
    home = (value.__name__ if inspect.ismodule(value) else value.__module__).partition(".")[2]
    own_name = home.rpartition(".")[2] if inspect.ismodule(value) else value.__name__
    place = home.rpartition(".")[0] if inspect.ismodule(value) else home
    return place != name and hasattr(ours(place), own_name)


def classes():
    for module_name, module in MODULES.items():
        for name, value in members(module):
            if inspect.isclass(value) and value.__module__ == module.__name__:
                yield pytest.param(module_name, name, value, id=f"{module_name}.{name}")


@pytest.mark.parametrize(("module", "name", "official"), list(classes()))
def test_class__has_every_public_member_and_parameter(module, name, official):
    mine = getattr(ours(module), name)
    assert inspect.isclass(mine)
    problems = []
    for member in [*(part for part in dir(official) if not part.startswith("_")), "__init__"]:
        value = inspect.getattr_static(official, member)
        if not hasattr(mine, member):
            problems.append(f"no {member}")
            continue
        called = getattr(official, member)
        if not callable(called) or member in vars(dict) or not own(value):
            continue
        problems += differences(f"{module}.{name}.{member}", called, getattr(mine, member))
    assert problems == []


def own(value):
    """Whether a member is a function of the package, not something inherited from Python."""
    function = getattr(value, "__func__", value)
    return (getattr(function, "__module__", "") or "").startswith("bigcommerce")


def differences(where, official, mine):
    """What a call of the official function could say that ours would not take."""
    wanted, given = inspect.signature(official), inspect.signature(mine)
    anything = any(p.kind is p.VAR_KEYWORD for p in given.parameters.values())
    for position, (name, parameter) in enumerate(wanted.parameters.items()):
        if parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL):
            if not any(p.kind is parameter.kind for p in given.parameters.values()):
                yield f"{where}: takes no {parameter}"
            continue
        if name not in given.parameters:
            if not anything:
                yield f"{where}: no parameter {name}"
            continue
        if list(given.parameters)[position] != name:
            yield f"{where}: {name} is in another place"
        default = given.parameters[name].default
        optional = parameter.default is not parameter.empty
        if optional and default is parameter.empty:
            yield f"{where}: {name} became required"
        # None stands for an empty mutable default.
        if (
            optional
            and default != parameter.default
            and not (default is None and not parameter.default)
        ):
            yield f"{where}: {name} has another default"
    required = [
        name
        for name, p in given.parameters.items()
        if p.default is p.empty and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)
    ]
    yield from (
        f"{where}: {name} is required here only"
        for name in required
        if name not in wanted.parameters
    )


@pytest.mark.parametrize(("module", "name", "official"), list(classes()))
def test_class__has_the_same_ancestors(module, name, official):
    """`except ClientRequestException` and `issubclass` mean what they meant."""
    mine = getattr(ours(module), name)
    wanted = {
        base.__name__ for base in official.__mro__ if base.__module__.startswith("bigcommerce")
    }
    assert wanted <= {base.__name__ for base in mine.__mro__}


def test_resources__live_at_the_same_places():
    import bigcommerce.resources as official

    import bcorm.compat.resources as mine

    attributes = ("resource_name", "parent_resource", "parent_key", "count_resource")
    for name, cls in members(official):
        if not inspect.isclass(cls):
            continue
        for attribute in attributes:
            assert getattr(getattr(mine, name), attribute, None) == getattr(cls, attribute, None), (
                name,
                attribute,
            )
