"""What texts have to look like: e-mail addresses, URLs, codes of countries and currencies.

A field table names a format; `validation` asks here. Each has the words of its refusal, and who
says that live stores check it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bcorm.emulator.refusals import Refusal
from bcorm.emulator.urls import address

_EMAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s.,;<>\"()]+")
_COUPON_CODE = re.compile(r"[A-Za-z0-9_\s-]+")
_LOCALE = re.compile(r"[a-z]{2,3}(-([A-Z]{2}|[0-9]{3}))?")
_PHONE = re.compile(r"\+?[1-9]\d{1,14}(x\d{1,5})?")
_SUBDIVISION = re.compile(r"[A-Za-z0-9]{1,3}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]")
_AMOUNT = re.compile(r"\d+(\.\d+)?")
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
    "coupon code": _format(
        lambda text: _COUPON_CODE.fullmatch(text) is not None,
        "may have letters, numbers, white space, underscores and hyphens",
        "the code of a coupon with other characters",
        ("spec", "the description of code (marketing.v2.yml); the words are not known"),
    ),
    "locale": _format(
        lambda text: _LOCALE.fullmatch(text) is not None,
        "must be an ISO 639 language, perhaps with a region",
        "a locale that is none, of a cart and of an order",
        ("spec", "format: ISO-639 (carts.v3.yml), customer_locale (orders.v2.oas2.yml)"),
    ),
    "phone": _format(
        lambda text: _PHONE.fullmatch(text) is not None,
        "must be a phone number of at most 15 digits",
        "the phone number of a checkout's billing address in another form",
        ("spec", "the pattern of phone (checkouts.v3.yml); the words are not known"),
    ),
    "amount": _format(
        lambda text: _AMOUNT.fullmatch(text) is not None,
        "must be a number",
        "an amount of a promotion's rule that is none",
        ("spec", "the patterns of minimum_spend, fixed_price (promotions.v3.yml)"),
    ),
    "percentage": _format(
        lambda text: _AMOUNT.fullmatch(text) is not None and float(text) <= 100,
        "must be a number from 0 to 100",
        "a percentage of a promotion's rule that is none",
        ("spec", "percentage_amount is a text (promotions.v3.yml); the bounds are not known"),
    ),
    "positive amount": _format(
        lambda text: _AMOUNT.fullmatch(text) is not None and float(text) > 0,
        "must be a number above 0",
        "a maximum_allowed_discount_amount of 0 or of no number",
        ("spec", "the pattern of maximum_allowed_discount_amount (promotions.v3.yml)"),
    ),
    "time": _format(
        lambda text: _TIME.fullmatch(text) is not None,
        "must be a time of day, such as 09:30:00",
        "the daily_start_time and daily_end_time of a promotion's schedule",
        ("spec", "the pattern of daily_start_time (promotions.v3.yml)"),
    ),
    "segments": _format(
        lambda text: all(len(part) <= 256 for part in text.split("/")),
        "must consist of segments of at most 256 characters, divided by /",
        "the from_path of a redirect with a longer segment",
        ("spec", "from_path (redirects.v3.yml); the words are not known"),
    ),
    "subdivision": _format(
        lambda text: _SUBDIVISION.fullmatch(text) is not None,
        "must be an ISO 3166-2 subdivision code",
        "the subdivision of a tax zone with other characters",
        ("spec", "subdivision_codes (tax_rates_zones.v3.yml): up to three alphanumeric characters"),
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
