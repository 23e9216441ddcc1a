"""Countries and their states (`geography.v2.yml`)."""

from __future__ import annotations

from bcorm.model import Resource, many, one, readonly
from bcorm.query.endpoint import Endpoint


class State(Resource):
    """A state or province. `GET /v2/countries/{country_id}/states`."""

    id: int = readonly()
    state: str = readonly(doc="Its name.")
    state_abbreviation: str = readonly(doc="Its code, such as `TX`.")
    country_id: int = readonly()

    country = one["Country"]("Country", parent=True)

    endpoint = Endpoint(
        path="v2/countries/{country_id}/states",
        verbs=("list", "get"),
        count_path="v2/countries/{country_id}/states/count",
        count_filters=False,
        filters={"state": "exact", "state_abbreviation": "exact"},
        everywhere=Endpoint(path="v2/countries/states", count_path="v2/countries/states/count"),
    )


class Country(Resource):
    """A country. `GET /v2/countries`."""

    id: int = readonly()
    country: str = readonly(doc="Its name.")
    country_iso2: str = readonly(doc="Its code of two letters (ISO 3166-1 alpha-2).")
    country_iso3: str = readonly(doc="Its code of three letters (ISO 3166-1 alpha-3).")

    states = many(State)

    endpoint = Endpoint(
        path="v2/countries",
        verbs=("list", "get"),
        count_path="v2/countries/count",
        count_filters=False,
        filters={"country": "exact", "country_iso2": "exact", "country_iso3": "exact"},
    )
