"""Word lists that the sample shop is made of."""

BRANDS = (
    "Alder & Finch", "Brightwater", "Cold Harbor", "Dovetail", "Ember Row", "Fieldnote",
    "Greywick", "Halcyon", "Ironbark", "Juniper Lane", "Kestrel", "Larkspur", "Moss & Stone",
    "Northlight", "Oakhurst", "Pinewood Co", "Quarry Hill", "Rookery", "Saltmarsh", "Thistledown",
    "Umberfield", "Wrenhouse",
)  # fmt: skip

# Department, its aisles, and the shelves of each.
CATEGORIES: dict[str, dict[str, tuple[str, ...]]] = {
    "Kitchen": {
        "Cookware": ("Pans", "Pots", "Bakeware"),
        "Tableware": ("Plates", "Bowls", "Glasses"),
    },
    "Garden": {"Tools": ("Hand Tools", "Watering"), "Plants": ("Seeds", "Pots & Planters")},
    "Bath": {"Towels": ("Bath Towels", "Hand Towels"), "Care": ("Soap", "Brushes")},
    "Office": {"Paper": ("Notebooks", "Cards"), "Desk": ("Lamps", "Trays")},
    "Outdoor": {"Camping": ("Tents", "Stoves"), "Bags": ("Backpacks", "Pouches")},
}

ADJECTIVES = (
    "Hand-thrown", "Linen", "Copper", "Enamel", "Oak", "Woven", "Brushed", "Folding", "Glazed",
    "Waxed", "Slate", "Walnut", "Ribbed", "Pocket", "Weathered", "Everyday", "Field", "Classic",
    "Compact", "Heavy", "Soft", "Striped", "Double", "Forged",
)  # fmt: skip
NOUNS = (
    "Skillet", "Saucepan", "Mug", "Platter", "Trowel", "Planter", "Towel", "Soap Dish", "Notebook",
    "Desk Lamp", "Lantern", "Rucksack", "Teapot", "Apron", "Chopping Board", "Watering Can",
    "Blanket", "Basket", "Candle Holder", "Thermos", "Pencil Case", "Serving Bowl", "Bath Mat",
    "Camp Stove",
)  # fmt: skip
COLORS = (
    ("Slate", "#4A5560"), ("Rust", "#A4502B"), ("Moss", "#6B7A3A"), ("Cream", "#F3EBD8"),
    ("Ink", "#1D2733"), ("Clay", "#C48A6A"),
)  # fmt: skip
SIZES = ("Small", "Medium", "Large")
MATERIALS = ("Stoneware", "Linen", "Oak", "Steel", "Recycled glass", "Wool")
ORIGINS = ("Portugal", "Japan", "Vermont", "Sheffield", "Oaxaca")
PRAISE = ("Lovely", "Sturdy and simple", "Better than expected", "A fine gift", "Not for me")

FIRST_NAMES = (
    "Ada", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hiro", "Ines", "Jonas",
    "Kamala", "Lars", "Mina", "Noor", "Omar", "Petra", "Quentin", "Rosa", "Stefan", "Talia",
    "Ulla", "Viktor", "Wanda", "Yusuf", "Zoe",
)  # fmt: skip
LAST_NAMES = (
    "Abbott", "Bergmann", "Castillo", "Dufour", "Ekström", "Fischer", "Grant", "Haddad", "Ivanova",
    "Jansen", "Kowalski", "Lindqvist", "Moreau", "Nakamura", "Okafor", "Petrov", "Quispe",
    "Rossi", "Silva", "Tanaka", "Ueda", "Vance", "Weber", "Young", "Zimmer",
)  # fmt: skip
COMPANIES = ("", "", "", "Harbor Trading", "Lumen Studio", "Orchard Supply", "Tidewater LLC")
STREETS = ("Cedar Street", "Mill Road", "Harbor Avenue", "Station Lane", "High Street")
CITIES = (
    ("Austin", "Texas", "78701"), ("Portland", "Oregon", "97205"),
    ("Boston", "Massachusetts", "02108"), ("Denver", "Colorado", "80202"),
    ("Savannah", "Georgia", "31401"),
)  # fmt: skip
CARRIERS = ("ups", "usps", "fedex")
