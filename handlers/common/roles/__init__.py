"""Beginning, taking up roles and changing between them."""
