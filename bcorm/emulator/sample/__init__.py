"""The sample shop: the same from the same seed, without a clock."""
