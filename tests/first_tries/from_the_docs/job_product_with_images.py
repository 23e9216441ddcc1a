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

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" + bytes(rgb))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )
    return path


store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

front, back = png(Path("front.png"), (255, 0, 0)), png(Path("back.png"), (0, 0, 255))
brand, _ = Brand.objects.get_or_create(name="Acme")
category, _ = Category.objects.get_or_create(name="Anvils", parent_id=0)
anvil = Product.objects.create(
    name="Anvil",
    type="physical",
    sku="ANV-1",
    price=Decimal("99.00"),
    weight=20,
    brand=brand,
    categories=[category.id],
)
anvil.images.upload(front, is_thumbnail=True, description="Front")
anvil.images.upload(back, description="Back")

bcorm.connect("store-hash", "access-token", api_url=store.url)
again = Product.objects.get(sku="ANV-1")
assert again.id == anvil.id and again.price == Decimal("99.00")
assert again.brand.name == "Acme"
assert [Category.objects.get(id=key).name for key in again.categories] == ["Anvils"]
assert sorted(image.description for image in again.images) == ["Back", "Front"]
assert again.images.get(is_thumbnail=True).description == "Front"
print("job 2:", again.name, again.brand.name, len(again.images), "images")
store.close()
