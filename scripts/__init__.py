"""Programs that make what is checked in; nothing of the library needs them."""
