"""Upload the images of a folder whose file names are the SKUs of products."""

import struct
import zlib
from pathlib import Path

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + chunk(b"IEND", b"")
)
folder = Path("images")
folder.mkdir(exist_ok=True)
for sku in ["FBM-1000", "SDL-1001", "WB-1002", "NOT-THERE"]:
    (folder / f"{sku}.png").write_bytes(PNG)

shop = Emulator().start()
session = bcorm.connect("any", "token", api_url=shop.url)

paths = {path.stem: path for path in sorted(folder.glob("*.png"))}
before = {}
for product in Product.objects.filter(sku__in=list(paths)):
    before[product.sku] = len(product.images)
    product.images.upload(paths[product.sku], is_thumbnail=True, description=product.name)
missing = sorted(paths.keys() - before.keys())

with bcorm.connect("any", "token", api_url=shop.url) as fresh:
    assert missing == ["NOT-THERE"] and len(before) == 3
    for p in Product.objects.using(fresh).filter(sku__in=list(before)):
        assert len(p.images) == before[p.sku] + 1, p.sku
        (thumb,) = [i for i in p.images if i.is_thumbnail]
        assert thumb.description == p.name and p.sku.lower() in thumb.image_file.lower(), (
            thumb.image_file
        )
print(len(before), "uploaded, no product for", missing)
shop.close()
