"""Write the page of the documentation that says how far the emulator is a BigCommerce store.

    python -m tools.fidelity            writes docs/reference/fidelity.md
    python -m tools.fidelity --check    exits 1 if the page is not what it would be

What it counts: the operations of each domain and which of them the official specs judge, the
recorded exchanges that the tests replay, the refusals that are kept with who says so, and the
places where the specs are known to be wrong.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests" / "support")]

from shared import SHARED  # noqa: E402 - found in the tests' folders
from spec_exemptions import EXEMPTIONS  # noqa: E402
from spec_judge import SpecJudge  # noqa: E402

from bcorm.emulator.domains import Domain, api  # noqa: E402
from bcorm.emulator.formats import FORMATS  # noqa: E402
from bcorm.emulator.lies import LIES  # noqa: E402
from bcorm.emulator.refusals import GENERAL, Refusal  # noqa: E402

PAGE = ROOT / "docs" / "reference" / "fidelity.md"
_WORDS = {
    "recorded": "a live store did so: an exchange is recorded",
    "seen live": "a live store did so: public code quotes it",
    "spec": "the published spec says so",
    "not known": "nobody knows; refused to be on the safe side",
}
_TASKS = (
    ("a field of a product", "GET", "v3/catalog/products/77"),
    ("a filter of brands", "GET", "v3/catalog/brands"),
    ("how categories form trees", "PUT", "v3/catalog/trees"),
    ("what a variant refuses", "PUT", "v3/catalog/products/77/variants/1"),
    ("V2's view of a product", "GET", "v2/products/77"),
    ("adjustments of stock", "POST", "v3/inventory/adjustments/relative"),
    ("the lines of an order", "GET", "v2/orders/100/products"),
    ("what a refund does", "POST", "v3/orders/100/payment_actions/refunds"),
    ("a customer's addresses", "POST", "v3/customers/addresses"),
    ("which webhooks are sent", "POST", "v3/hooks"),
)
_TEXT = """# How far the emulator is a store

The emulator is judged by what is public: the official specs, recorded exchanges with live stores,
and public code that quotes what live stores answered. We never compared it with a live store
ourselves. This page is made by `python -m tools.fidelity`.

"The spec says so" and "a live store did so" are different things, and where they differ the
recording wins.

## By domain

V2's catalog, option sets and hooks are in no published spec any more; archived pages of the
documentation are what they follow.

{families}

## What it refuses, and who says so

{sources}
{refusals}

Besides, every body is checked against its field table: types, lengths, bounds, choices and required
fields of the specs. The words of those refusals are the emulator's own. `make coverage-api` breaks
every request of its scenarios in every way that its schema forbids, and names what is taken.

## Where the specs are wrong

The emulator does otherwise, for a reason each.

{wrong}

## What live stores get wrong

On demand: `Emulator(lies=...)`, `--lies`, the fixture `any_lie`.

{lies}
## Decided by the spec

Where public code expects otherwise, no recording says who is right, and so the spec decides: V2 has
no transactions of an order (404; V3 has them), `GET /v2/orders/{{id}}/consignments` is an object,
the `meta` of a list of refunds is empty, and quantity and price of a cart's custom items are texts.

## What is not known

What V2 does with unknown query parameters: they pass, with a warning in the log. The words of most
refusals. Whether products can be filtered by `price:min`, as a guide of BigCommerce shows and no
spec has: `Emulator(disputed_filters=...)` takes `"refuse"`, `"ignore"` or `"obey"`.

## Where things are

A domain is one folder, discovered; a request leads to it.

{places}
"""
_COLUMNS = (
    "domain",
    "operations",
    "judged by a spec",
    "recordings",
    "refusals seen live",
    "refusals of a spec",
    "specs known to be wrong",
)


def _template(path: str) -> str:
    return re.sub(r"\{[^}]+\}", "{}", path.strip("/"))


def _judged(judge: SpecJudge) -> set[tuple[str, str]]:
    return {
        (item.method, _template(f"{item.version}/{item.template.strip('/')}"))
        for item in judge.operations
    }


def _recordings() -> Counter[str]:
    counts: Counter[str] = Counter()
    for file in sorted((SHARED / "recorded").glob("[0-9]*.json")):
        asked = json.loads(file.read_text())["request"]
        path = asked["path"].split("?")[0]
        counts[api().domain_of(asked["method"], path).name] += 1
    return counts


def _differences(domain: Domain) -> int:
    names = [f"{item.method} /{item.path}" for item in domain.operations]
    return sum(
        any(re.search(exemption.operation, name) for name in names)
        for exemption in EXEMPTIONS
        if len(exemption.operation) > len("GET /v2/")
    )


def _families() -> list[str]:
    judged, recorded = _judged(SpecJudge()), _recordings()
    lines = [f"| {' | '.join(_COLUMNS)} |", "|---|--:|--:|--:|--:|--:|--:|"]
    totals = [0] * 6
    for domain in api().domains:
        if not domain.operations:
            continue
        by_spec = sum((item.method, _template(item.path)) in judged for item in domain.operations)
        sources = Counter(item.source for item in domain.refusals)
        numbers = [
            len(domain.operations),
            by_spec,
            recorded[domain.name],
            sources["recorded"] + sources["seen live"],
            sources["spec"],
            _differences(domain),
        ]
        totals = [total + number for total, number in zip(totals, numbers, strict=True)]
        shown = " | ".join(str(number) if number else "" for number in numbers)
        lines.append(f"| `{domain.name}` | {shown} |")
    lines.append(f"| all | {' | '.join(map(str, totals))} |")
    return lines


def _refusal(item: Refusal) -> str:
    words = [item.title, *(f"`{name}`: {text}" for name, text in item.errors.items())]
    said = "; ".join(word for word in words if word) or item.detail
    number = f"{item.status}" + (f", code {item.code}" if item.code is not None else "")
    cells = (item.request, number, said, item.source, item.says)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _refusals() -> list[str]:
    rows = [*GENERAL, *(item.refusal for item in FORMATS.values())]
    rows += [item for domain in api().domains for item in domain.refusals]
    order = list(_WORDS)
    rows.sort(key=lambda item: order.index(item.source))
    return [
        "| request | status | words | source | where |",
        "|---|---|---|---|---|",
        *map(_refusal, rows),
    ]


def _places() -> list[str]:
    lines = ["| to change | a request of it | the folder |", "|---|---|---|"]
    for task, method, path in _TASKS:
        folder = f"bcorm/emulator/domains/{api().domain_of(method, path).name}"
        lines.append(f"| {task} | `{method} /{path}` | `{folder}` |")
    return lines


def page() -> str:
    """The text of the page."""
    return _TEXT.format(
        families="\n".join(_families()),
        sources="\n".join(f"{name}\n: {words}\n" for name, words in _WORDS.items()),
        refusals="\n".join(_refusals()),
        wrong="\n".join(
            f"- `{item.operation.strip() or 'every operation'}`: {item.reason}"
            for item in EXEMPTIONS
        ),
        lies="\n".join(f"`{name}`\n: {words}\n" for name, words in LIES.items()),
        places="\n".join(_places()),
    )


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    options = parser.parse_args()
    if not (SHARED / "specs").is_dir():
        print(f"NOT MEASURED: {SHARED / 'specs'} is missing; set BCORM_SHARED")
        return 1
    text = page()
    if options.check:
        return 0 if PAGE.exists() and PAGE.read_text() == text else 1
    PAGE.write_text(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
