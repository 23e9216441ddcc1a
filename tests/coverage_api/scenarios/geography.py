"""Scenarios of `geography.v2.yml` and `currencies.v2.yml`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from coverage_api.stage import covers

from bcorm import Country, Currency, State

if TYPE_CHECKING:
    from coverage_api.stage import Stage


@covers("geography.v2.yml")
def countries(stage: Stage) -> None:
    canada = Country.objects.get(country_iso2="CA")
    assert 10 < canada.states.count() < State.objects.count()
    assert Country.objects.count() > len(list(canada.states))
    ontario = canada.states.get(state_abbreviation="ON")
    stage.session.expunge_all()
    assert Country.objects.get(id=canada.id).country == "Canada"
    assert State.objects.get(country_id=canada.id, id=ontario.id).state == "Ontario"
    assert State.objects.all()[0].country_id


@covers("currencies.v2.yml")
def currencies(stage: Stage) -> None:
    euro = Currency.objects.create(
        name="Euro",
        currency_code="EUR",
        currency_exchange_rate=Decimal("0.91"),
        token_location="right",
        token="€",
        decimal_token=",",
        thousands_token=".",
        decimal_places=2,
    )
    euro.currency_exchange_rate = Decimal("0.92")
    stage.session.commit()
    stage.session.expunge_all()
    assert Currency.objects.get(id=euro.id).currency_exchange_rate == Decimal("0.92")
    assert {item.currency_code for item in Currency.objects.all()} == {"USD", "EUR"}
    Currency.objects.get(id=euro.id).delete()
    Currency.objects.all().delete(everything=True)
    assert [item.is_default for item in Currency.objects.all()] == [True]
