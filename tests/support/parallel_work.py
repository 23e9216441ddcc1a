"""Functions for workers in other processes, which must be able to import them."""

from __future__ import annotations

import os
import time
from pathlib import Path


def price_of(product):
    return product.pk, product.price


def raise_price(product):
    product.price += 1
    return product.pk


def fail_at_100(product):
    if product.pk == 100:
        raise LookupError("100 is not wanted")
    return product.pk


def raise_price_but_at_100(product):
    """Raise the price; one product is not wanted."""
    product.price += 1
    return fail_at_100(product)


def price_and_brand(product):
    brand = product.brand
    return product.pk, product.price, brand and brand.name


def worker(product):
    """Which process does the work; slowly, so that one alone does not do it all."""
    time.sleep(0.01)
    return os.getpid()


class Fragile(Exception):
    """An error that pickles, and does not unpickle."""

    def __init__(self, key, why):
        super().__init__(f"{key} is {why}")


def fail_fragile(product):
    if product.id == 100:
        raise Fragile(product.id, "broken")
    return product.id


def die_at_100(product):
    if product.id == 100:
        os._exit(9)
    return product.id


def rename_to_a_name_that_is_taken(product):
    if product.id == 78:
        product.name = "Field Bath Mat"
    return product.id


def raise_price_and_die(product):
    """Raise the price; the first process to do so dies in the middle of its commit."""
    flag = Path(os.environ["BCORM_TEST_FLAG"])
    if not flag.exists():
        _die_in_the_commit(flag, writes=int(os.environ["BCORM_TEST_WRITES"]))
    product.price += 1
    return product.pk


def _die_in_the_commit(flag, writes):
    from bcorm.http.client import ApiClient

    request = ApiClient.request
    left = [writes]

    def counting(self, method, path, **options):
        answer = request(self, method, path, **options)
        if method == "PUT":
            left[0] -= 1
            if left[0] < 0 and not flag.exists():
                flag.touch()
                os._exit(9)  # the answer came, and nobody has heard it
        return answer

    if request.__name__ != "counting":
        ApiClient.request = counting
