"""The countries that every store knows, and the states of some; put on the shelf by `shop`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcorm.emulator.domains.geography.behaviour import country_name
from bcorm.emulator.domains.geography.tables import COUNTRY, STATE

if TYPE_CHECKING:
    from bcorm.emulator.sample.shelf import Shelf

# Number, two letters, three letters.
_COUNTRIES = """
13 AU AUS
14 AT AUT
21 BE BEL
30 BR BRA
38 CA CAN
44 CN CHN
57 DK DNK
72 FI FIN
73 FR FRA
80 DE DEU
99 IN IND
103 IE IRL
105 IT ITA
107 JP JPN
138 MX MEX
150 NL NLD
153 NZ NZL
160 NO NOR
171 PL POL
188 SG SGP
193 ZA ZAF
195 ES ESP
203 SE SWE
204 CH CHE
225 GB GBR
226 US USA
"""
_STATES = {
    226: """
AL Alabama
AK Alaska
AZ Arizona
AR Arkansas
CA California
CO Colorado
CT Connecticut
DE Delaware
DC District of Columbia
FL Florida
GA Georgia
HI Hawaii
ID Idaho
IL Illinois
IN Indiana
IA Iowa
KS Kansas
KY Kentucky
LA Louisiana
ME Maine
MD Maryland
MA Massachusetts
MI Michigan
MN Minnesota
MS Mississippi
MO Missouri
MT Montana
NE Nebraska
NV Nevada
NH New Hampshire
NJ New Jersey
NM New Mexico
NY New York
NC North Carolina
ND North Dakota
OH Ohio
OK Oklahoma
OR Oregon
PA Pennsylvania
RI Rhode Island
SC South Carolina
SD South Dakota
TN Tennessee
TX Texas
UT Utah
VT Vermont
VA Virginia
WA Washington
WV West Virginia
WI Wisconsin
WY Wyoming
""",
    38: """
AB Alberta
BC British Columbia
MB Manitoba
NB New Brunswick
NL Newfoundland and Labrador
NT Northwest Territories
NS Nova Scotia
NU Nunavut
ON Ontario
PE Prince Edward Island
QC Quebec
SK Saskatchewan
YT Yukon
""",
    13: """
ACT Australian Capital Territory
NSW New South Wales
NT Northern Territory
QLD Queensland
SA South Australia
TAS Tasmania
VIC Victoria
WA Western Australia
""",
}


def fill_places(shelf: Shelf) -> None:
    """Put countries and states on the shelf."""
    for line in _COUNTRIES.split("\n")[1:-1]:
        number, two, three = line.split()
        names = {"country": country_name(two), "country_iso2": two, "country_iso3": three}
        shelf.add(COUNTRY, None, names, int(number))
    for country, lines in _STATES.items():
        for line in lines.split("\n")[1:-1]:
            short, name = line.split(" ", 1)
            shelf.add(STATE, country, {"state": name, "state_abbreviation": short})
