"""Sites: `v3/sites, v3/channels/.../site`."""
