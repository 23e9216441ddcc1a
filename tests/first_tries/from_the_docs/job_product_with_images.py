"""Create a product with its brand, a category and two images from disk."""

import struct
import zlib
from decimal import Decimal
from pathlib import Path

import bcorm
from bcorm import Brand, Category, Product
from bcorm.emulator import Emulator


def png(path, rgb):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" + bytes(rgb)))
        + chunk(b"IEND", b"")
    )
    return path


front, side = png(Path("front.png"), (255, 0, 0)), png(Path("side.png"), (0, 0, 255))
shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

brand = Brand(name="Acme")
category = Category(name="Anvils", parent_id=0)
anvil = Product(
    name="Anvil",
    type="physical",
    sku="ANV-1",
    price=Decimal("99.00"),
    weight=20,
    brand=brand,
    category_set=[category],
)
session.add(anvil)
session.commit()
anvil.images.upload(front, is_thumbnail=True, description="Front")
anvil.images.upload(side, description="Side")

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    found = Product.objects.using(fresh).get(sku="ANV-1")
    assert found.brand.name == "Acme"
    assert [c.name for c in found.category_set] == ["Anvils"]
    assert sorted(i.description for i in found.images) == ["Front", "Side"]
    assert [i.description for i in found.images if i.is_thumbnail] == ["Front"]
    assert found.price == 99
    print(found, found.brand, [i.image_file for i in found.images])
shop.close()
