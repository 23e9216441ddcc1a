"""Marketing: `v2/coupons, v2/banners, v2/gift_certificates`."""
