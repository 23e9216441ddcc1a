"""What texts have to look like: e-mail addresses, URLs, codes of countries and currencies.

A field table names a format; ``validation`` asks here. Each has the words of its refusal, and who
says that live stores check it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bcorm.emulator.refusals import Refusal
from bcorm.emulator.urls import address

_EMAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s.,;<>\"()]+")
_PATH = re.compile(r"(/([A-Za-z0-9\-_.]{1,256}))*/?")
# ISO 3166-1
_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO "
    "BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ "
    "DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP "
    "GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG "
    "KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML "
    "MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE "
    "PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL "
    "SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM "
    "US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW "
)
COUNTRIES = frozenset(_COUNTRIES.split())
# ISO 4217, as in use
_CURRENCIES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN "
    "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
    "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR "
    "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG "
)
CURRENCIES = frozenset(_CURRENCIES.split())


@dataclass(frozen=True)
class Format:
    """What a text has to look like: a test, the words of a refusal, and where it is from."""

    holds: Callable[[str], bool]
    words: str
    refusal: Refusal


def _is_email(text: str) -> bool:
    return _EMAIL.fullmatch(text) is not None


def _is_url(text: str) -> bool:
    parts = address(text)
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _format(
    holds: Callable[[str], bool], words: str, request: str, source: tuple[str, str]
) -> Format:
    kind, says = source
    refusal = Refusal(
        request=request,
        status=422,
        errors={"{field}": words},
        source=kind,  # type: ignore[arg-type] # one of four words
        says=says,
    )
    return Format(holds, words, refusal)


FORMATS = {
    "email": _format(
        _is_email,
        "invalid email",
        "an e-mail address that is none, wherever a body has one",
        ("seen live", 'POST /v3/customers: {"0.email": "invalid email"}'),
    ),
    "url": _format(
        _is_url,
        "must be a valid URL",
        "an absolute URL that is none: sites, pictures that are named by URL",
        ("spec", "format: uri (channels.v3.yml, carts.v3.yml)"),
    ),
    "path": _format(
        lambda text: _PATH.fullmatch(text) is not None,
        "must be a path of letters, digits, hyphens, dots and underscores",
        "the custom_url of a brand with other characters",
        ("spec", "the pattern of custom_url.url (brands_catalog.v3.yml)"),
    ),
    "country": _format(
        lambda text: text.upper() in COUNTRIES,
        "must be an ISO 3166-1 alpha-2 country code",
        "a code that no country has",
        ("spec", "ISO 3166-1 alpha-2 (customers.v3.yml); the words are not known"),
    ),
    "currency": _format(
        lambda text: text.upper() in CURRENCIES,
        "must be an ISO 4217 currency code",
        "a code that no currency has",
        ("spec", "format: ISO-4217 (price_lists.v3.yml, carts.v3.yml); the words are not known"),
    ),
}
