"""Rows as tables: typed, exact, and written in constant memory."""

from __future__ import annotations

import json
import tracemalloc
from datetime import datetime, timezone
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

import bcorm
from bcorm import (
    BlogPost,
    Customer,
    CustomerFormFieldValue,
    Order,
    Product,
    ProductCustomField,
    ProductOption,
    ProductOptionValue,
    ProductVariant,
    Promotion,
    Widget,
    WidgetTemplate,
)
from bcorm.exceptions import ConfigurationError, FieldError, InvalidValue
from bcorm.http import jsontext
from bcorm.http.message import Headers, Response
from bcorm.model.frames import arrow

RATE = pa.decimal128(38, 10)


def test_columns_are_typed_and_values_exact(store):
    table = Product.objects.all().to_arrow()
    assert table.num_rows == 220
    schema = table.schema
    assert schema.field("id").type == pa.int64()
    assert schema.field("price").type == RATE
    assert schema.field("is_visible").type == pa.bool_()
    assert schema.field("date_created").type == pa.timestamp("us", tz="UTC")
    assert schema.field("categories").type == pa.list_(pa.int64())
    assert schema.field("custom_url").type.field("url").type == pa.string()
    objects = list(Product.objects.all())
    assert table.column("price").to_pylist() == [item.price for item in objects]
    assert table.column("date_created").to_pylist() == [item.date_created for item in objects]
    assert table.column("categories").to_pylist() == [item.categories for item in objects]
    urls = [item["url"] for item in table.column("custom_url").to_pylist()]
    assert urls == [item.custom_url.url for item in objects]


@pytest.mark.parametrize("model", [Customer, Order, ProductVariant])
@pytest.mark.parametrize("flatten", [False, True])
def test_every_row_of_other_resources_fits(store, model, flatten):
    table = model.objects.all().to_arrow(flatten=flatten)
    assert table.num_rows == model.objects.count()
    key = table.column("id").to_pylist()
    assert len(set(key)) == len(key) > 0


def test_only_the_columns_that_are_asked_for_are_read(store, assert_requests):
    with assert_requests(1) as seen:
        table = Product.objects.filter(id__lte=80).to_arrow("price", "custom_url__url")
    assert table.column_names == ["price", "custom_url__url"]
    assert table.num_rows == 4
    assert seen[0].query["include_fields"].startswith("price,custom_url")


def test_a_table_of_all_columns_is_asked_for_as_a_list_is(store, assert_requests):
    with assert_requests(2) as seen:
        list(Product.objects.filter(id__lte=80))
        Product.objects.filter(id__lte=80).to_arrow()
    assert seen[0].query == seen[1].query


def test_only_and_defer_choose_columns(store):
    only = Product.objects.filter(id=77).only("price", "name").to_arrow()
    assert only.column_names == ["id", "price", "name"]
    rest = Product.objects.filter(id=77).defer("description", "price").to_arrow()
    assert not {"description", "price"} & set(rest.column_names)


@pytest.mark.parametrize(
    "chosen",
    [
        lambda: Product.objects.only("price", "name"),
        lambda: Product.objects.defer("description", "price"),
        lambda: Product.objects.include("channels"),
        Customer.objects.all,
        Order.objects.all,  # whose fees are an address until they are included
    ],
)
def test_values_have_what_was_read_as_tables_have(store, chosen):
    row = next(iter(chosen()[:1].values()))
    assert list(row) == chosen()[:1].to_arrow().column_names
    assert next(iter(chosen()[:1].values_list())) == tuple(row.values())


def test_fields_of_an_include_are_columns_when_it_is_there(store):
    assert "channels" not in Product.objects.filter(id=77).to_arrow().column_names
    table = Product.objects.filter(id=77).include("channels").to_arrow()
    assert table.column("channels").to_pylist() == [[1]]


def test_a_field_is_included_by_its_own_name(store):
    """Where the API has another word for it."""
    for word in ("form_fields", "formfields"):
        assert "form_fields" in Customer.objects.all()[:1].include(word).to_arrow().column_names


def test_flattened_objects_are_columns(store):
    table = Product.objects.filter(id=77).to_arrow("id", "custom_url", flatten=True)
    assert table.column_names == ["id", "custom_url__url", "custom_url__is_customized"]


def test_rows_below_a_parent_say_whose_they_are(store):
    product = Product.objects.filter(id=78).get()
    table = product.custom_fields.to_arrow()
    assert set(table.column("product_id").to_pylist()) == {78}
    filtered = ProductCustomField.objects.filter(product_id__in=[78, 80]).to_arrow(
        "product_id", "name"
    )
    assert set(filtered.column("product_id").to_pylist()) <= {78, 80}
    assert filtered.num_rows == sum(
        item.custom_fields.count() for item in Product.objects.filter(id__in=[78, 80])
    )


@pytest.mark.parametrize("name", ["pricee", "custom_url__ur", "price__amount"])
def test_a_wrong_column_is_refused_before_any_request(store, assert_requests, name):
    with assert_requests(0), pytest.raises(FieldError):
        Product.objects.all().to_arrow(name)


@pytest.mark.parametrize("word", ["to_arrow", "to_pandas", "values", "values_list"])
def test_a_list_of_names_is_none(store, word):
    with pytest.raises(TypeError, match=r"one by one, not \['id', 'name'\]"):
        getattr(Product.objects.all(), word)(["id", "name"])


@pytest.mark.parametrize(
    "read",
    [
        lambda name: Product.objects.all().to_arrow(name),
        lambda name: Product.objects.all().values(name),
        lambda name: Product.objects.only(name.partition("__")[0]),
        lambda name: Product.objects.all().order_by(name),
    ],
)
def test_a_relation_is_no_column(store, assert_requests, read):
    with (
        assert_requests(0),
        pytest.raises(
            FieldError, match="cannot join Product and ProductVariant rows, but objects load them"
        ),
    ):
        read("variants__sku")


def test_pandas_keeps_keys_whole_and_amounts_exact(store):
    store.emulator.put_document("v3/catalog/products", {"id": 77, "price": Decimal("0.1000000003")})
    frame = Product.objects.all().to_pandas()
    assert frame["id"].dtype == pd.Int64Dtype()
    assert frame["base_variant_id"].dtype == pd.Int64Dtype()
    assert frame["is_visible"].dtype == pd.BooleanDtype()
    assert frame["date_created"].dt.tz is not None
    assert frame.set_index("id")["price"][77] == Decimal("0.1000000003")
    assert str(frame.set_index("id")["price"][78]) == "135.11"
    assert frame.attrs == {"bcorm_resource": "v3.Product"}


def test_a_value_that_does_not_fit_is_an_error_and_not_rounded(store):
    store.emulator.put_document(
        "v3/catalog/products", {"id": 78, "price": Decimal("0.12345678901")}
    )
    with pytest.raises(InvalidValue, match=r"price.*0\.12345678901.*decimal128\(38, 10\)"):
        Product.objects.all().to_arrow()


def test_an_empty_result_has_its_columns(store):
    table = Product.objects.filter(id=1).to_arrow("id", "price")
    assert (table.num_rows, table.schema.field("price").type) == (0, RATE)


def test_a_parquet_file_holds_what_was_read(store, tmp_path):
    path = tmp_path / "p.parquet"
    count = Product.objects.all().to_parquet(path)
    assert count == 220
    assert parquet.read_table(path).equals(Product.objects.all().to_arrow())
    assert [item.name for item in tmp_path.iterdir()] == ["p.parquet"]
    frame = pd.read_parquet(path)
    assert frame.attrs == {"bcorm_resource": "v3.Product"}
    assert frame["date_created"][0] == datetime(2017, 7, 14, 9, 5, 4, tzinfo=timezone.utc)


def test_a_file_that_could_not_be_finished_is_not_there(store, tmp_path):
    store.fail("500", path="v3/catalog/products", times=None)
    with pytest.raises(bcorm.ApiError):
        Product.objects.all().to_parquet(tmp_path / "p.parquet")
    assert list(tmp_path.iterdir()) == []


def test_writing_needs_the_memory_of_one_batch(store, tmp_path, monkeypatch):
    """Three times the rows take the same memory."""
    monkeypatch.setattr(arrow, "BATCH", 500)
    store.connect(concurrency=1)  # pages that are read ahead would be held, too
    peaks = []
    for count in (1_500, 3_000):
        store.emulator.generate_products(count)
        Product.objects.all().to_parquet(tmp_path / "warm.parquet", "id", "price", "description")
        tracemalloc.start()
        rows = Product.objects.all().to_parquet(
            tmp_path / "p.parquet", "id", "price", "description"
        )
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert rows == 4_720
    assert peaks[1] < 1.3 * peaks[0]


def test_without_the_library_the_error_says_what_to_install(store, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ConfigurationError, match=r"pip install 'bcorm\[arrow\]'"):
        Product.objects.all().to_arrow()


def test_values_of_one_type_or_another_are_json_text(store):
    """A blog post's date is shown in parts, or as a moment."""
    BlogPost.objects.create(title="News", body="None", url="/news/")
    (text,) = BlogPost.objects.all().to_arrow()["published_date"].to_pylist()
    post = BlogPost.objects.get()
    assert json.loads(text)["date"] == post.published_date.date


def test_numbers_in_json_text_are_numbers(store):
    template = WidgetTemplate.objects.create(name="Banner", template="<b></b>")
    configuration = {
        "ratio": Decimal("1.5"),
        "rows": [1, {"scale": Decimal("0.1000000000000000001")}],
    }
    Widget.objects.create(
        name="Banner", widget_template_uuid=template.uuid, widget_configuration=configuration
    )
    (text,) = Widget.objects.all().to_arrow()["widget_configuration"].to_pylist()
    assert json.loads(text, parse_float=Decimal) == configuration


def test_keys_of_parents_are_as_their_own_rows_have_them(store):
    """Of those above the parent, too, and however they were written in the question."""
    option = ProductOption.objects.filter(product_id__in=range(77, 120)).first()
    kinds = {"product_id": pa.int64(), "option_id": pa.int64()}
    for chosen in (
        option.option_values,
        ProductOptionValue.objects.filter(product_id=str(option.product_id), option_id=option.id),
    ):
        table = chosen.to_arrow()
        assert {name: table.schema.field(name).type for name in kinds} == kinds
        assert set(table["product_id"].to_pylist()) == {option.product_id}


def test_a_folder_is_refused_before_any_request(store, assert_requests, tmp_path):
    with assert_requests(0), pytest.raises(IsADirectoryError):
        Product.objects.all().to_parquet(tmp_path)


def test_a_column_that_is_named_twice_is_there_once(store, tmp_path):
    path = tmp_path / "p.parquet"
    Product.objects.filter(id=77).to_parquet(
        path, "id", "id", "custom_url__url", "custom_url", flatten=True
    )
    assert list(pd.read_parquet(path)) == ["id", "custom_url__url", "custom_url__is_customized"]


def test_objects_inside_objects_of_their_own_kind_are_json_text(store):
    """A promotion's rule is made of rules: a column for each would have no end."""
    rule = {
        "action": {
            "cart_items": {
                "discount": {"percentage_amount": "10"},
                "items": {"and": [{"brands": [21]}, {"not": {"products": [77]}}]},
            }
        }
    }
    row = {"name": "Ten", "redemption_type": "AUTOMATIC", "rules": [rule]}
    store.emulator.put_document("v3/promotions", row)
    for flatten in (False, True):
        table = Promotion.objects.all().to_arrow(flatten=flatten)
        (items,) = [one["action"]["cart_items"]["items"] for one in table["rules"].to_pylist()[0]]
        texts = items["and_"] if "and_" in items else items["and"]
        assert [json.loads(text)["brands"] for text in texts] == [[21], None]


def test_values_of_no_fixed_shape_are_texts_that_say_what_they_were(store):
    for name, value in (("a", "7"), ("b", Decimal("7.50")), ("c", "seven"), ("d", ["7"])):
        store.session.add(CustomerFormFieldValue(customer_id=1, name=name, value=value))
    store.session.commit()
    column = CustomerFormFieldValue.objects.all().to_arrow("value")["value"].to_pylist()
    assert sorted(column) == ['"7"', "7.5", '["7"]', "seven"]


def test_what_an_include_brings_is_a_column(store):
    """Rows of relations are lists of structs, of the same rows that the objects have."""
    queryset = Product.objects.filter(id__in=[77, 79]).include("variants", "images")
    table = queryset.to_arrow()
    assert {"variants", "images"} <= set(table.column_names)
    products = {item.id: item for item in queryset}
    for row in table.to_pylist():
        held = products[row["id"]]
        assert [one["sku"] for one in row["variants"]] == [one.sku for one in held.variants]
        assert [one["price"] for one in row["variants"]] == [one.price for one in held.variants]
        assert [one["image_file"] for one in row["images"]] == [
            one.image_file for one in held.images
        ]
    assert "variants" not in Product.objects.include("variants").to_arrow("id").column_names


def test_batches_are_those_of_the_table(store):
    batches = list(Product.objects.all().to_batches("id", "price"))
    table = Product.objects.all().to_arrow("id", "price")
    assert pa.Table.from_batches(batches).equals(table)


def test_the_rows_of_several_pages_are_one_batch(store, monkeypatch):
    monkeypatch.setattr(arrow, "BATCH", 500)
    store.emulator.generate_products(400)
    last = Product.objects.order_by("-id").first().id
    store.emulator.put_document("v3/catalog/products", {"id": last, "width": Decimal("1e-11")})
    odd = []
    batches = list(Product.objects.all().to_batches(on_error=odd.append))
    assert [batch.num_rows for batch in batches] == [500, 120]
    assert [(one.number, one.key, one.column) for one in odd] == [(620, last, "width")]


def test_polars(store):
    polars = pytest.importorskip("polars", reason="NOT TESTED: install bcorm[polars]")
    frame = Product.objects.order_by("id").to_polars("id", "price")
    assert isinstance(frame, polars.DataFrame)
    assert frame["price"].to_list() == [item.price for item in Product.objects.order_by("id")]


def test_duckdb_reads_what_is_written(store, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="NOT TESTED: install duckdb")
    Product.objects.include("variants").to_parquet(tmp_path / "products.parquet")
    found = duckdb.sql(
        f"select count(*), sum(price), sum(len(variants)) from '{tmp_path}/products.parquet'"
    ).fetchall()
    assert found == [(220, sum(item.price for item in Product.objects.all()), 479)]


@pytest.mark.parametrize(
    ("name", "value"),
    [("weight", Decimal("0.30000000000000004")), ("width", Decimal("1.00000000001"))],
)
def test_an_odd_value_names_its_row_and_is_never_changed(store, tmp_path, name, value):
    store.emulator.put_document("v3/catalog/products", {"id": 79, name: value})
    with pytest.raises(InvalidValue, match=rf"{name} of row 3 \(id 79\)"):
        Product.objects.all().to_parquet(tmp_path / "p.parquet")
    odd = []
    table = Product.objects.all().to_arrow(on_error=odd.append)
    assert [(one.key, one.column, one.value) for one in odd] == [(79, name, value)]
    assert table.num_rows == 220
    assert table.column(name).to_pylist()[2] is None


_USUAL = {
    "name": ["One", ""],
    "price": [1, Decimal("1.5"), Decimal("0.10")],
    "is_visible": [True, False],
    "availability": ["available", "a new one"],
    "inventory_level": [0, 7],
    "date_created": ["2026-05-01T00:00:00+00:00", "2026-05-01T00:00:00.5Z", ""],
    "categories": [[], [1, 2]],
    "custom_url": [{"url": "/a/", "is_customized": False}, {"url": "/b/"}, []],
    "meta_keywords": [[], ["a", "b"]],
}
_ODD = [None, "", "12", 7, True, Decimal("0.12345678901"), [1, None, "2"], {"url": 3}, [{}], 10**30]
_ROW = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from([*usual, None]) | st.sampled_from(_ODD)
        for name, usual in _USUAL.items()
    },
)


class _Answers:
    """A transport that answers each list with the rows that it was given."""

    def __init__(self):
        self.rows = []

    def send(self, _request, *, timeout):
        body = jsontext.dumps(
            {"data": self.rows, "meta": {"pagination": {"total": len(self.rows)}}}
        )
        return Response(200, Headers({"Content-Type": "application/json"}), body)

    def close(self):
        pass


@pytest.mark.filterwarnings("ignore::bcorm.exceptions.DriftWarning")
@given(rows=st.lists(_ROW, min_size=1, max_size=4), flatten=st.booleans())
def test_a_column_holds_what_its_rows_hold_alone(rows, flatten):
    """What is read as a whole column is what is read value by value, and so are its errors."""
    transport = _Answers()
    client = bcorm.Client(bcorm.OAuthCredentials("h", "t"), transport=transport)
    rows = [{"id": number, **row} for number, row in enumerate(rows, 1)]

    def read(rows):
        transport.rows, odd = rows, []
        with client.session() as session:
            products = Product.objects.using(session)
            names = ["id", *_USUAL]
            table = products.to_arrow(*names, flatten=flatten, on_error=odd.append)
            values = list(products.values_list(*names))
        return (
            table.to_pylist(),
            sorted((one.key, one.column, repr(one.value)) for one in odd),
            values,
        )

    alone = [read([row]) for row in rows]
    table, odd, values = read(rows)
    assert table == [found for one, _, _ in alone for found in one]
    assert odd == sorted(found for _, one, _ in alone for found in one)
    assert values == [found for _, _, one in alone for found in one]
