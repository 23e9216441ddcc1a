import struct
import zlib
from decimal import Decimal
from pathlib import Path

import bcorm
from bcorm import Brand, Category, Product
from bcorm.emulator import Emulator


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(color):
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" + bytes(color))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


folder = Path(__file__).parent / "images_02"
folder.mkdir(exist_ok=True)
(folder / "front.png").write_bytes(png((255, 0, 0)))
(folder / "back.png").write_bytes(png((0, 0, 255)))

store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)
brand = Brand.objects.create(name="Acme")
category = Category.objects.create(name="Anvils", parent_id=0)
anvil = Product(
    name="Anvil",
    type="physical",
    sku="ANV-1",
    price=Decimal("99.90"),
    weight=20,
    brand=brand,
    categories=[category.id],
)
session.add(anvil)
session.commit()
anvil.images.upload(folder / "front.png", is_thumbnail=True, description="front")
anvil.images.upload(folder / "back.png", description="back")

check = bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Product.objects.using(check).get(sku="ANV-1")
assert again.brand.name == "Acme" and again.price == Decimal("99.90")
assert list(again.categories) == [category.id]
assert Category.objects.using(check).get(name="Anvils").products.count() == 1
assert [(i.description, i.is_thumbnail) for i in again.images] == [("front", True), ("back", False)]
print(f"created {again.name} ({again.id}) of {again.brand.name} with {len(again.images)} images")
store.close()
