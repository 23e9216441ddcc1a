"""Jobs typed by people who had read the documentation and nothing else; each checks itself.

All but ten are as they were first typed. These were mended: `incomplete_products` asked for
`Q(images=None)`, `low_stock` counted variants whose stock nobody counts, `add_a_size` called an
option's values `values`, `stock_by_location` took a difference where nothing had been counted,
`duplicate_skus` looked for a product's SKU among variants, `stock_from_a_dictionary` set the stock
of a product that comes in variants, `hide_and_show` took the metafields of others for its own,
`cancel_unpaid` looked for orders that the sample shop has none of, `turnover_by_month` grouped by
`date_created__month`, and `custom_fields` had made a second field of one name.
"""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

from bcorm.emulator import Emulator
from bcorm.model.unit_of_work import current_session
from bcorm.session import Session

HERE = Path(__file__).parent
SCRIPTS = sorted((HERE / "from_the_docs").glob("job_*.py"))
# One person's, who typed these sixteen in a row, and each of them worked.
SCRIPTS += sorted((HERE / "sixteen").glob("job_*.py"))

pytestmark = [
    pytest.mark.filterwarnings("ignore::bcorm.exceptions.FullScanWarning"),
    # As scripts do, one leaves a file to the end of the process.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def test_there_are_many():
    assert len(SCRIPTS) >= 71


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem.removeprefix("job_"))
def test_it_works(script, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)
    script = shutil.copy(script, tmp_path)  # some write files beside themselves
    token = current_session.set(None)
    made = runpy.run_path(str(script), run_name="__main__")
    current_session.reset(token)
    assert capsys.readouterr().out
    for value in made.values():
        if isinstance(value, Session):
            value.client.close()
        elif isinstance(value, Emulator):
            value.close()
