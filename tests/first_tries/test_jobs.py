"""Ordinary jobs, as somebody types them who knows Django and SQLAlchemy: they run as they are."""

from __future__ import annotations

import csv
import runpy
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from bcorm import (
    Brand,
    Coupon,
    Customer,
    InventoryItem,
    Order,
    OrderRefund,
    OrderShipment,
    PriceList,
    Product,
)
from bcorm.emulator import Emulator
from bcorm.exceptions import FullScanWarning

HERE = Path(__file__).parent
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = pytest.mark.filterwarnings("ignore::bcorm.exceptions.FullScanWarning")


@pytest.fixture
def type_in(emulator, session, monkeypatch, tmp_path, capsys):
    """Runs a script in an empty folder, where the environment names the sample shop."""
    monkeypatch.setenv("BIGCOMMERCE_STORE_HASH", "abc123")
    monkeypatch.setenv("BIGCOMMERCE_ACCESS_TOKEN", "anything-will-do")
    monkeypatch.setenv("BIGCOMMERCE_API_URL", emulator.url)
    monkeypatch.chdir(tmp_path)

    def type_in(job, most):
        session.expunge_all()
        emulator.clear_requests()
        runpy.run_path(str(HERE / f"job_{job}.py"), run_name="__main__")
        assert len(emulator.requests) <= most, [one.path for one in emulator.requests]
        from bcorm.model.unit_of_work import current_session

        current_session.get().client.close()
        current_session.set(session)
        return capsys.readouterr().out

    return type_in


def test_every_script_is_run():
    text = Path(__file__).read_text()
    jobs = [path.stem.removeprefix("job_") for path in HERE.glob("job_*.py")]
    assert len(jobs) == 16
    assert [job for job in jobs if f'type_in("{job}"' not in text] == []


def test_hide_what_is_sold_out(type_in):
    assert "products changed" in type_in("hide_what_is_sold_out", 3)
    tracked = Product.objects.filter(inventory_tracking="product").scan()
    assert [one for one in tracked if one.is_visible != (one.inventory_level > 0)] == []


def test_raise_prices_of_a_brand(type_in):
    brand = Brand.objects.get(name="Northlight")
    before = {one.id: one.price for one in brand.products}
    assert type_in("raise_prices_of_a_brand", 5) == f"{len(before)} prices raised\n"
    assert {one.id: one.price for one in Product.objects.filter(brand=brand.id)} == {
        key: price * Decimal("1.1") for key, price in before.items()
    }


def test_create_a_product(type_in):
    product = Product.objects.get(int(type_in("create_a_product", 5)))
    assert (product.brand.name, len(product.images), product.sku) == ("Acme", 2, "ANV-1")
    assert [one.name for one in product.category_set] == ["Anvils"]


def test_create_variants(type_in):
    assert type_in("create_variants", 10) == "6 variants\n"
    shirt = Product.objects.get(name="Plain T-Shirt")
    assert {one.sku for one in shirt.variants} >= {"TS-RED-S", "TS-BLUE-L"}
    assert [[one.sort_order for one in each.option_values] for each in shirt.options] == [
        [0, 1],
        [0, 1, 2],
    ]


def test_upload_images(type_in, tmp_path):
    (tmp_path / "images").mkdir()
    for name in ("FBM-1000", "NO-SUCH"):
        (tmp_path / "images" / f"{name}.png").write_bytes(PNG)
    number = Product.objects.get(77).images.count()
    assert "no product for NO-SUCH.png" in type_in("upload_images", 3)
    assert Product.objects.get(77).images.count() == number + 1


def test_orders_of_the_week(type_in, tmp_path):
    type_in("orders_of_the_week", 3)
    with (tmp_path / "orders.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 3
    one = Order.objects.get(int(rows[0]["order"]))
    assert len(one.products) == Counter(row["order"] for row in rows)[rows[0]["order"]]


def test_ship_orders(type_in, tmp_path):
    keys = [one.id for one in Order.objects.filter(status_id=11)[:3]]
    lines = "".join(f"{key},1Z{key}\n" for key in keys)
    (tmp_path / "shipped.csv").write_text(f"order_id,tracking_number\n{lines}")
    type_in("ship_orders", 12)
    found = OrderShipment.objects.filter(order_id__in=keys)
    assert {one.order_id: one.tracking_number for one in found} == {key: f"1Z{key}" for key in keys}


def test_refund_an_order(type_in):
    amount = Decimal(type_in("refund_an_order", 4))
    assert amount > 0
    assert [one.total_amount for one in OrderRefund.objects.all()] == [amount]


def test_add_customers(type_in):
    assert "Wholesale" in type_in("add_customers", 4)
    ada = Customer.objects.get(email="ada@example.com")
    assert [one.city for one in ada.addresses] == ["Austin"]


def test_stock_by_location(type_in):
    assert "HARBOUR 25" in type_in("stock_by_location", 6)
    item = InventoryItem.objects.get(sku="WB-1002")
    assert {one.location_code: one.available_to_sell for one in item.locations}["HARBOUR"] == 25


def test_price_list(type_in):
    PriceList.objects.filter(name="Wholesale").delete()
    told = type_in("price_list", 8)
    prices = PriceList.objects.get(name="Wholesale")
    assert told == f"{prices.records.count()} prices\n" != "0 prices\n"


def test_coupon(type_in):
    Coupon.objects.filter(name="Spring").scan().delete()
    assert "True" in type_in("coupon", 2)
    assert Coupon.objects.get(code="SPRING15").amount == 15


def test_delete_what_does_not_sell(type_in):
    asked = Product.objects.filter(id__in=[78, 80, 81])
    assert asked.update(total_sold=0, is_visible=False) == 3
    number = Product.objects.filter(total_sold=0, is_visible=False).count()
    assert f"{number} will be deleted" in type_in("delete_what_does_not_sell", 4)
    assert not asked.all().exists()


def test_copy_a_product(type_in):
    key, twin, original = map(int, type_in("copy_a_product", 14).split())
    assert twin == original > 1
    assert Product.objects.get(key).sku == "SS-COPY"


def test_sales_by_customer(type_in):
    assert len(type_in("sales_by_customer", 5).splitlines()) == 11


def test_two_stores(type_in, monkeypatch):
    Product.objects.filter(id__in=[77, 80]).update(price=1)
    with Emulator() as other:
        monkeypatch.setenv("OTHER_API_URL", other.url)
        assert type_in("two_stores", 2).startswith("2 saved")
        assert all(document["price"] for document in other.documents("v3/catalog/products"))


def test_full_scans_are_warned_of(type_in):
    with pytest.warns(FullScanWarning):
        type_in("hide_what_is_sold_out", 3)
