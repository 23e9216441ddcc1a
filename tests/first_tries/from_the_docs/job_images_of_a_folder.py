import base64
from pathlib import Path

import bcorm
from bcorm import Product
from bcorm.emulator import Emulator

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
store = Emulator().start()
session = bcorm.connect("store-hash", "access-token", api_url=store.url)

folder = Path("pictures")
folder.mkdir(exist_ok=True)
for name in ["FBM-1000", "WB-1002", "SS-1003", "NO-SUCH-SKU"]:
    (folder / f"{name}.png").write_bytes(PNG)

paths = {path.stem: path for path in sorted(folder.glob("*.png"))}
before = {}
for product in Product.objects.filter(sku__in=list(paths)):
    before[product.sku] = len(product.images)
    product.images.upload(paths[product.sku], description=product.sku)
missing = set(paths) - set(before)

bcorm.connect("store-hash", "access-token", api_url=store.url)
for product in Product.objects.filter(sku__in=list(paths)):
    assert len(product.images) == before[product.sku] + 1
    assert product.images.filter(description=product.sku).count() == 1
assert missing == {"NO-SUCH-SKU"} and len(before) == 3
print("job 16:", len(before), "images uploaded, no product for", missing)
store.close()
