import bcorm
import pandas as pd
from bcorm import Avg, Brand, Product
from bcorm.emulator import Emulator

store = Emulator().start()
session = bcorm.connect("hash", "token-0123456789", api_url=store.url)

print(Product.objects.all().to_parquet("all.parquet"), "rows")
frame = pd.read_parquet("all.parquet")
frame["price"] = frame["price"].astype(float)
names = dict(Brand.objects.values_list("id", "name"))
means = frame.groupby("brand_id")["price"].mean()
for key, mean in means.items():
    print(names.get(key, "-"), round(mean, 2))
other = bcorm.connect("hash", "token-0123456789", api_url=store.url)
rows = Product.objects.using(other).values("brand_id").annotate(mean=Avg("price"))
want = {row["brand_id"] or 0: float(row["mean"]) for row in rows}
assert len(frame) == Product.objects.using(other).count() == 220
assert len(want) == len(means), (want, means)
assert all(abs(want[key] - mean) < 0.01 for key, mean in means.items())
print("ok")
